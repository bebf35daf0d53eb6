use values::Code;

use super::increment::increment;
use super::line;

/// All numbers that a line of a series has given, in their order. Ends at a number that can't be counted up.
pub(crate) fn given(line: &line::Model) -> impl Iterator<Item = Code<20>> {
    let by = u64::try_from(line.increment_by_number).unwrap_or(1).max(1);
    let first = (!line.last_number_used.is_blank()).then(|| line.starting_number.clone());
    let last = line.last_number_used.clone();
    std::iter::successors(first, move |number| if *number == last { None } else { increment(number, by) })
}
