use std::collections::HashMap;

use values::Code;

/// The digits of a tariff number: stores write it without points.
pub fn digits(tariff: &str) -> String {
    tariff.chars().filter(char::is_ascii_digit).collect()
}

/// The ISO code of a country, or the code itself where it is one; blank for no country. None where there is no ISO code:
/// Shopify knows countries by no other, and refuses all that is told beside one that it does not know.
pub fn country(code: &Code<20>, countries: &HashMap<String, String>) -> Option<String> {
    let iso = countries.get(code.as_str()).map(String::as_str).filter(|iso| !iso.is_empty()).unwrap_or(code.as_str());
    let is_iso = iso.len() == 2 && iso.bytes().all(|letter| letter.is_ascii_uppercase());
    (iso.is_empty() || is_iso).then(|| iso.to_owned())
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
        assert_eq!(
            (of("NORGE").as_deref(), of("SE").as_deref(), of("").as_deref()),
            (Some("NO"), Some("SE"), Some(""))
        );
    }

    #[test]
    fn a_country_without_an_iso_code_is_not_told() {
        let countries = HashMap::from([("CHINA".to_owned(), String::new()), ("X".to_owned(), "1".to_owned())]);
        let of = |code| country(&Code::cut(code), &countries);
        assert_eq!((of("CHINA"), of("NORTHERN IRELAND"), of("X"), of("47")), (None, None, None, None));
    }
}
