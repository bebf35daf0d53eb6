//! Phone numbers: how they are stored, how they are looked for in Shopify, and when two are one.

/// A phone of Shopify as it is stored: digits, spaces and `/ + . ( )`, at most 30 of them.
pub fn stored(text: &str) -> String {
    let plain = |letter: &char| letter.is_ascii_digit() || "/+ .()".contains(*letter);
    text.chars().filter(plain).take(30).collect()
}

/// What a phone is looked for by in Shopify: its digits and plus signs; blank where it has no digit, and is not looked for.
pub fn sought(text: &str) -> String {
    let sought: String = text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    if sought.chars().any(|letter| letter.is_ascii_digit()) { sought } else { String::new() }
}

/// Whether two phones are one: the digits of one end with those of the other, of which there are seven or more. So one with
/// its country is the same as one without.
pub fn same(one: &str, other: &str) -> bool {
    back_office::customers::same_phone(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_and_letters_leave_a_phone_that_is_stored() {
        assert_eq!(stored("+1 (415) 555-1234 ext7"), "+1 (415) 5551234 7");
        assert_eq!(stored("+47 22-33 x4"), "+47 2233 4");
    }

    #[test]
    fn a_phone_is_looked_for_by_its_digits_whatever_stands_between_them() {
        assert_eq!(sought("+45 (45) 45.45/45"), "+4545454545");
        assert_eq!(sought("+45 4545 4545"), "+4545454545");
        assert_eq!(sought("+ ext"), "");
    }

    #[test]
    fn two_phones_are_one_where_seven_digits_or_more_agree() {
        assert!(same("+45 (45) 45.45/45", "+45 4545 4545"));
        assert!(same("45454545", "+45 4545 4545"));
        assert!(!same("+45 4545 4545", "+45123456"));
        assert!(!same("12", "9182"));
    }
}
