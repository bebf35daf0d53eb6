//! The provinces that addresses of some countries have, by Shopify's codes and names. Shopify tells which countries a store
//! sends to, and not their provinces.

const TABLE: &str = include_str!("provinces.tsv");

/// A province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Province {
    /// Its country's ISO code of two letters.
    pub country: &'static str,
    /// Its code, as `NY`.
    pub code: &'static str,
    /// Its name, as `New York`.
    pub name: &'static str,
}

/// All of them.
pub fn all() -> impl Iterator<Item = Province> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let (country, rest) = line.split_once('\t')?;
        let (code, name) = rest.split_once('\t')?;
        Some(Province { country, code, name })
    })
}

/// The province of a country that has this code.
pub fn of_code(country: &str, code: &str) -> Option<Province> {
    all().find(|one| one.country == country && one.code == code)
}

/// The province of a country that is called so.
pub fn of_name(country: &str, name: &str) -> Option<Province> {
    all().find(|one| one.country == country && one.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_provinces_of_a_country_have_one_name_or_one_code() {
        let count = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        let names: HashSet<_> = all().map(|one| (one.country, one.name)).collect();
        let codes: HashSet<_> = all().map(|one| (one.country, one.code)).collect();
        assert_eq!((names.len(), codes.len()), (count, count));
        assert_eq!(all().map(|one| one.country).collect::<HashSet<_>>().len(), 37);
        assert!(all().all(|one| one.code.len() <= 6 && one.country.len() == 2 && !one.name.is_empty()));
        let new_york = Province { country: "US", code: "NY", name: "New York" };
        assert_eq!([of_code("US", "NY"), of_name("US", "New York")], [Some(new_york); 2]);
        assert_eq!([of_code("CA", "NY"), of_name("NO", "Oslo")], [None; 2]);
    }
}
