//! Numbers of orders, as people write them down.

use std::collections::BTreeSet;

/// What two ways of writing one number have in common: `#1001` and `1001` are the same.
pub(crate) fn key(number: &str) -> String {
    number.trim().trim_start_matches('#').trim_start().to_uppercase()
}

/// The numbers in a text: one a line, several with commas or semicolons between them, or the first column of a file with
/// a heading. What can't be the number of an order, as a line of a note, is none.
pub fn numbers(text: &str) -> Vec<String> {
    let cells = |line: &str| {
        let cells = line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"').to_owned());
        cells.collect::<Vec<String>>()
    };
    let heading = text.lines().map(cells).find(|line| line.iter().any(|cell| !cell.is_empty()));
    let is_file = heading.is_some_and(|heading| !heading.iter().any(|cell| is_number(cell)));
    let columns = if is_file { 1 } else { usize::MAX };
    let mut once = BTreeSet::new();
    let named = text.lines().flat_map(|line| cells(line).into_iter().take(columns));
    named.filter(|cell| is_number(cell) && once.insert(key(cell))).collect()
}

/// Whether a text may be the number of an order: a word with a figure in it.
fn is_number(cell: &str) -> bool {
    let is_plain = |letter: char| letter.is_alphanumeric() || "#-_/".contains(letter);
    cell.chars().all(is_plain) && cell.contains(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_with_and_without_their_sign() {
        assert_eq!(key(" #1001 "), key("1001"));
        assert_eq!(key("no-12"), "NO-12");
    }

    #[test]
    fn a_list_and_a_file_are_read_alike() {
        assert_eq!(numbers("#1001, #1002\n1003\n\n1001"), ["#1001", "#1002", "1003"]);
        assert_eq!(numbers("Name;Total\n\"#1001\";250.00\n#1002;99.00"), ["#1001", "#1002"]);
        let exported = "Name,Email,Total\n#1001,kari@example.com,250\n#1001,,\n#1002,,12\n\"ring 2 times\nNO-7,x y,1";
        assert_eq!(numbers(exported), ["#1001", "#1002", "NO-7"]);
    }
}
