use std::collections::HashMap;

use values::Code;

/// The digits of a tariff number: stores write it without points.
pub fn digits(tariff: &str) -> String {
    tariff.chars().filter(char::is_ascii_digit).collect()
}

/// The ISO code of a country; the code itself when it is unknown.
pub fn country(code: &Code<20>, countries: &HashMap<String, String>) -> String {
    countries.get(code.as_str()).filter(|iso| !iso.is_empty()).cloned().unwrap_or_else(|| code.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tariff_numbers_are_compared_by_their_digits() {
        assert_eq!(digits("6104.43"), digits("610443"));
        assert_ne!(digits("6104.43"), digits("6104.44"));
    }

    #[test]
    fn a_country_is_told_by_its_iso_code() {
        let countries = HashMap::from([("NORGE".to_owned(), "NO".to_owned())]);
        let of = |code| country(&Code::cut(code), &countries);
        assert_eq!((of("NORGE").as_str(), of("SE").as_str(), of("").as_str()), ("NO", "SE", ""));
    }
}
