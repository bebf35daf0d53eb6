//! The names of a customer, as the shop card wants them, and the names of a person out of them.

use crate::shops;
use crate::shops::options::NameSource;

/// Name, second name and contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// The name.
    pub name: String,
    /// The second name; blank when it would be the first once more.
    pub name2: String,
    /// The contact.
    pub contact: String,
}

/// The names of an address of this company, in which the person is `first` and `last`.
pub(crate) fn compose(shop: &shops::Model, company: &str, first: &str, last: &str) -> Names {
    let from = |source: NameSource| match source {
        NameSource::CompanyName => company.trim().to_owned(),
        NameSource::FirstAndLastName => format!("{first} {last}").trim().to_owned(),
        NameSource::LastAndFirstName => format!("{last} {first}").trim().to_owned(),
        NameSource::None => String::new(),
    };
    let second = from(shop.name2_source);
    let name = Some(from(shop.name_source)).filter(|name| !name.is_empty()).unwrap_or_else(|| second.clone());
    let name2 = if second == name { String::new() } else { second };
    Names { name, name2, contact: from(shop.contact_source) }
}

impl Names {
    /// The same for a customer, which has a name where anything tells one: then the contact is the name, and nobody is asked
    /// for besides.
    pub(crate) fn of_customer(self) -> Self {
        if self.name.is_empty() { Self { name: self.contact, contact: String::new(), ..self } } else { self }
    }
}

/// The first and the last name of a person: from the contact, else from the second name, else from the name, whichever the
/// shop card says holds those of a person. Both are blank where none does.
pub(crate) fn split<'a>(shop: &shops::Model, name: &'a str, name2: &'a str, contact: &'a str) -> (&'a str, &'a str) {
    let held = [(contact, shop.contact_source), (name2, shop.name2_source), (name, shop.name_source)];
    let of_person = held.into_iter().find_map(|(text, source)| {
        let is_of_person = matches!(source, NameSource::FirstAndLastName | NameSource::LastAndFirstName);
        (is_of_person && !text.trim().is_empty()).then_some((text.trim(), source))
    });
    match of_person {
        Some((text, NameSource::LastAndFirstName)) => match text.rsplit_once(char::is_whitespace) {
            Some((last, first)) => (first, last.trim()),
            None => (text, ""),
        },
        Some((text, _)) => match text.split_once(char::is_whitespace) {
            Some((first, last)) => (first, last.trim()),
            None => (text, ""),
        },
        None => ("", ""),
    }
}

#[cfg(test)]
mod tests {
    use values::Code;

    use super::*;

    fn shop() -> shops::Model {
        shops::Model::new(uuid::Uuid::nil(), Code::cut("DEMO"), "demo.myshopify.com".into(), String::new())
    }

    fn names(name: &str, name2: &str, contact: &str) -> Names {
        Names { name: name.into(), name2: name2.into(), contact: contact.into() }
    }

    #[test]
    fn a_person_without_a_company_is_named_once() {
        assert_eq!(compose(&shop(), "", "Claudia", "Lawson"), names("Claudia Lawson", "", "Claudia Lawson"));
    }

    #[test]
    fn a_company_comes_first_and_its_person_second() {
        assert_eq!(
            compose(&shop(), " Fjord AS ", "Kari", "Nordmann"),
            names("Fjord AS", "Kari Nordmann", "Kari Nordmann")
        );
    }

    #[test]
    fn last_names_may_come_first() {
        let mut shop = shop();
        shop.name_source = NameSource::LastAndFirstName;
        shop.name2_source = NameSource::None;
        assert_eq!(compose(&shop, "", "Kari", "Nordmann").name, "Nordmann Kari");
    }

    #[test]
    fn a_contact_is_the_name_where_nothing_else_is() {
        let mut shop = shop();
        (shop.name_source, shop.name2_source) = (NameSource::None, NameSource::None);
        let composed = compose(&shop, "Fjord AS", "Claudia", "Lawson");
        assert_eq!(composed, names("", "", "Claudia Lawson"));
        assert_eq!(composed.of_customer(), names("Claudia Lawson", "", ""));
    }

    #[test]
    fn a_name_is_split_as_the_shop_card_puts_it_together() {
        let mut shop = shop();
        shop.contact_source = NameSource::FirstAndLastName;
        assert_eq!(split(&shop, "", "", "Firstname Last name"), ("Firstname", "Last name"));
        shop.contact_source = NameSource::LastAndFirstName;
        assert_eq!(split(&shop, "", "", "Last name Firstname"), ("Firstname", "Last name"));
        assert_eq!(split(&shop, "", "", "Cher"), ("Cher", ""));
    }

    #[test]
    fn only_what_holds_a_person_is_split() {
        let mut shop = shop();
        shop.contact_source = NameSource::None;
        assert_eq!(split(&shop, "Fjord AS", "Kari Nordmann", "Ola Hansen"), ("Kari", "Nordmann"));
        assert_eq!(split(&shop, "Fjord AS", "", "Ola Hansen"), ("", ""), "a company is no person");
    }
}
