//! The names of an address, as the shop card wants them.

use shopify::documents::orders::MailingAddress;

use super::text::or_blank;
use crate::shops;
use crate::shops::options::NameSource;

/// Name, second name and contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The name.
    pub name: String,
    /// The second name; blank when it would be the first once more.
    pub name2: String,
    /// The contact.
    pub contact: String,
}

/// The names of an address, in which the person is `first` and `last`.
pub fn compose(shop: &shops::Model, address: Option<&MailingAddress>, first: &str, last: &str) -> Names {
    let from = |source: NameSource| match source {
        NameSource::CompanyName => or_blank(address.and_then(|address| address.company.as_ref())).trim().to_owned(),
        NameSource::FirstAndLastName => format!("{first} {last}").trim().to_owned(),
        NameSource::LastAndFirstName => format!("{last} {first}").trim().to_owned(),
        NameSource::None => String::new(),
    };
    let second = from(shop.name2_source);
    let name = Some(from(shop.name_source)).filter(|name| !name.is_empty()).unwrap_or_else(|| second.clone());
    let name2 = if second == name { String::new() } else { second };
    Names { name, name2, contact: from(shop.contact_source) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::Code;

    fn shop() -> shops::Model {
        shops::Model::new(uuid::Uuid::nil(), Code::cut("DEMO"), "demo.myshopify.com".into(), String::new())
    }

    #[test]
    fn a_person_without_a_company_is_named_once() {
        let names = compose(&shop(), None, "Kari", "Nordmann");
        assert_eq!(
            names,
            Names { name: "Kari Nordmann".into(), name2: String::new(), contact: "Kari Nordmann".into() }
        );
    }

    #[test]
    fn a_company_comes_first_and_its_person_second() {
        let address = MailingAddress {
            first_name: None,
            last_name: None,
            company: Some("Fjord AS".into()),
            address1: None,
            address2: None,
            zip: None,
            city: None,
            province: None,
            province_code: None,
            country: None,
            country_code: None,
            phone: None,
        };
        let names = compose(&shop(), Some(&address), "Kari", "Nordmann");
        assert_eq!((names.name.as_str(), names.name2.as_str()), ("Fjord AS", "Kari Nordmann"));
    }

    #[test]
    fn last_names_may_come_first() {
        let mut shop = shop();
        shop.name_source = NameSource::LastAndFirstName;
        shop.name2_source = NameSource::None;
        assert_eq!(compose(&shop, None, "Kari", "Nordmann").name, "Nordmann Kari");
    }
}
