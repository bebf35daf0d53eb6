//! Addresses as the post of a country wants them.

/// What an address is written from.
#[derive(Debug)]
pub(crate) struct Address<'a> {
    pub(crate) names: [&'a str; 2],
    /// Whom to ask for, with the word that says so.
    pub(crate) contact: Option<String>,
    pub(crate) streets: [&'a str; 2],
    pub(crate) post_code: &'a str,
    pub(crate) city: &'a str,
    pub(crate) county: &'a str,
    pub(crate) country_code: &'a str,
    /// The country, where that is to be said: abroad.
    pub(crate) country: &'a str,
}

impl Address<'_> {
    /// Its lines, without those on which nothing would stand.
    pub(crate) fn lines(&self) -> Vec<String> {
        let names = self.names.iter().map(|name| (*name).to_owned());
        let streets = self.streets.iter().map(|street| (*street).to_owned());
        let lines =
            names.chain(self.contact.clone()).chain(streets).chain(self.town()).chain([self.country.to_owned()]);
        lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }

    /// The lines with the city, in the order of its country.
    fn town(&self) -> Vec<String> {
        let Self { post_code, city, county, .. } = self;
        match self.country_code {
            "US" | "CA" | "AU" => {
                let region = format!("{county} {post_code}");
                let comma = if city.is_empty() || region.trim().is_empty() { "" } else { ", " };
                vec![format!("{city}{comma}{}", region.trim())]
            }
            "GB" | "IE" => vec![(*city).to_owned(), (*county).to_owned(), (*post_code).to_owned()],
            _ => vec![format!("{post_code} {city}"), (*county).to_owned()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address<'a>(country_code: &'a str, county: &'a str) -> Address<'a> {
        Address {
            names: ["Fjord & Fjell AS", ""],
            contact: None,
            streets: ["Storgata 1", ""],
            post_code: "0155",
            city: "Oslo",
            county,
            country_code,
            country: "",
        }
    }

    #[test]
    fn each_country_has_its_order() {
        assert_eq!(address("NO", "").lines(), ["Fjord & Fjell AS", "Storgata 1", "0155 Oslo"]);
        assert_eq!(address("US", "NY").lines(), ["Fjord & Fjell AS", "Storgata 1", "Oslo, NY 0155"]);
        assert_eq!(address("GB", "").lines(), ["Fjord & Fjell AS", "Storgata 1", "Oslo", "0155"]);
    }

    #[test]
    fn an_address_of_which_nothing_is_known_has_no_lines() {
        let empty = Address { names: ["", ""], streets: [" ", ""], post_code: "", city: "", ..address("US", "") };
        assert!(empty.lines().is_empty());
    }
}
