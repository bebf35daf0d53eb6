//! Tax ids, as they are written here and there.

use back_office::customers::registration_key;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tax_id_is_the_same_with_and_without_its_country() {
        assert_eq!(ways("999 888 777", "NO"), ["999888777", "NO999888777"]);
        assert_eq!(ways("NO 999.888.777 MVA", "NO"), ["NO999888777", "999888777"]);
        assert_eq!(ways("DE123456789", "SE"), ["DE123456789", "SEDE123456789"], "the country of another stays");
        assert_eq!(ways("DE-123", ""), ["DE123"]);
        assert!(ways(" - ", "NO").is_empty());
    }
}
