use values::Code;

/// The number `by` after `number`: its last run of digits counted up, and made wider when it is full.
/// `None` when it has no digit, or when it would be longer than a number may be.
pub fn increment(number: &Code<20>, by: u64) -> Option<Code<20>> {
    let text = number.as_str();
    let end = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (head, tail) = text.split_at(end);
    let begin = head.rfind(|letter: char| !letter.is_ascii_digit()).map_or(0, |at| at + last_width(head, at));
    let (prefix, digits) = head.split_at(begin);
    let next = digits.parse::<u64>().ok()?.checked_add(by)?;
    Code::new(&format!("{prefix}{next:0width$}{tail}", width = digits.len())).ok()
}

/// How many bytes the letter at `at` takes.
fn last_width(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("SO-0099", 1, "SO-0100")]
    #[case("A9", 1, "A10")]
    #[case("10000", 10, "10010")]
    #[case("SO2026-001/B", 1, "SO2026-002/B")]
    #[case("ORDRE-Ø9", 1, "ORDRE-Ø10")]
    fn the_last_digits_are_counted_up(#[case] number: &str, #[case] by: u64, #[case] expected: &str) {
        assert_eq!(increment(&number.parse().unwrap(), by).unwrap(), expected);
    }

    #[rstest]
    #[case("ABC")]
    #[case("99999999999999999999")]
    fn a_number_that_can_not_be_counted_up_is_none(#[case] number: &str) {
        assert_eq!(increment(&number.parse().unwrap(), 1), None);
    }
}
