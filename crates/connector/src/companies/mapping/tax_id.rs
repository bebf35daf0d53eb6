//! Tax ids, as they are written here and there.

use back_office::customers::registration_key;
use back_office::vat::oss;

/// The ways in which a customer may write the tax id of a location: as it stands, and with and without the letters of its
/// country before it. The first is the nearest.
pub(super) fn ways(tax_id: &str, country: &str) -> Vec<String> {
    let key = registration_key(tax_id);
    if key.is_empty() {
        return Vec::new();
    }
    let country = country.to_uppercase();
    let other = match key.strip_prefix(&country) {
        _ if country.is_empty() => None,
        Some(bare) => Some(bare.to_owned()).filter(|bare| !bare.is_empty()),
        None => Some(format!("{country}{key}")),
    };
    std::iter::once(key).chain(other).collect()
}

/// Whether the tax id of a location is a VAT registration number of the EU: it begins with the letters of the state in which
/// the location is, and has a figure behind them.
pub(crate) fn is_of_vat(tax_id: &str, country: &str) -> bool {
    let country = country.to_uppercase();
    // Greece is not known by its ISO code there.
    let letters = if country == "GR" { "EL" } else { country.as_str() };
    let key = registration_key(tax_id);
    let number = key.strip_prefix(letters).filter(|_| oss::is_member_state(&country));
    number.is_some_and(|number| (2..=13).contains(&number.len()) && number.bytes().any(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_the_letters_of_its_state_is_of_vat() {
        for (tax_id, country) in [("DE 123456789", "DE"), ("EL123456789", "GR"), ("ie-1234567FA", "ie"), ("RO18", "RO")]
        {
            assert!(is_of_vat(tax_id, country), "{tax_id}");
        }
        let others = [("123456789", "DE"), ("SE556677", "DE"), ("NO999888777", "NO"), ("DESIGN", "DE"), ("", "DE")];
        for (tax_id, country) in others {
            assert!(!is_of_vat(tax_id, country), "{tax_id} in {country}");
        }
    }

    #[test]
    fn a_tax_id_is_the_same_with_and_without_its_country() {
        assert_eq!(ways("999 888 777", "NO"), ["999888777", "NO999888777"]);
        assert_eq!(ways("NO 999.888.777 MVA", "NO"), ["NO999888777", "999888777"]);
        assert_eq!(ways("DE123456789", "SE"), ["DE123456789", "SEDE123456789"], "the country of another stays");
        assert_eq!(ways("DE-123", ""), ["DE123"]);
        assert!(ways(" - ", "NO").is_empty());
    }
}
