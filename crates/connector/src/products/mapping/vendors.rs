use std::collections::{HashMap, HashSet};

use back_office::vendors;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use values::Code;

use super::folded;
use crate::Error;

/// Characters of a name that stand for any one: the back office can't look for them.
const ANY: [char; 7] = ['(', ')', '*', '.', '<', '>', '='];

/// The vendors of the back office, by what Shopify may call them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vendors {
    numbers: HashSet<Code<20>>,
    by_name: HashMap<String, Code<20>>,
    by_search_name: HashMap<String, Code<20>>,
}

impl Vendors {
    /// Reads them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(c: &impl ConnectionTrait) -> Result<Self, Error> {
        let mut all = Self::default();
        for vendor in vendors::Entity::find().order_by_asc(vendors::Column::Number).all(c).await? {
            let name = folded(&vendor.name);
            if !name.is_empty() {
                all.by_name.entry(name).or_insert_with(|| vendor.number.clone());
            }
            if !vendor.search_name.is_blank() {
                all.by_search_name.entry(folded(vendor.search_name.as_str())).or_insert_with(|| vendor.number.clone());
            }
            all.numbers.insert(vendor.number);
        }
        Ok(all)
    }

    /// The vendor of that name, whatever its case; a few signs stand for any one.
    pub fn named(&self, name: &str) -> Option<&Code<20>> {
        let name = folded(name);
        if name.is_empty() {
            return None;
        }
        let alike = || self.by_name.iter().filter(|(other, _)| is_alike(&name, other)).map(|(_, number)| number).min();
        self.by_name.get(&name).or_else(|| name.contains(ANY).then(alike).flatten())
    }

    /// The only vendor whose numbers count for a product of that vendor, if one is known: a short text is the number of
    /// one, a longer one its name.
    pub fn of_product(&self, vendor: &str) -> Option<Code<20>> {
        match Code::<20>::new(vendor) {
            Ok(number) if self.numbers.contains(&number) => Some(number),
            Ok(_) => None,
            Err(_) => self.named(vendor).or_else(|| self.by_search_name.get(&folded(vendor))).cloned(),
        }
    }
}

fn is_alike(pattern: &str, name: &str) -> bool {
    let (mut pattern, mut name) = (pattern.chars(), name.chars());
    loop {
        match (pattern.next(), name.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if one == other || ANY.contains(&one) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vendors() -> Vendors {
        let code = |text: &str| Code::<20>::cut(text);
        Vendors {
            numbers: [code("V10"), code("V20")].into(),
            by_name: [
                ("fjord & co. as".to_owned(), code("V10")),
                ("the very long name of a vendor".to_owned(), code("V20")),
            ]
            .into(),
            by_search_name: [("fjord and company of norway".to_owned(), code("V10"))].into(),
        }
    }

    #[test]
    fn a_vendor_is_found_by_its_name_whatever_the_case() {
        assert_eq!(vendors().named("Fjord & Co. AS"), Some(&Code::cut("V10")));
        assert_eq!(vendors().named("Fjord & Co* AS"), Some(&Code::cut("V10")), "a sign stands for any one");
        assert_eq!(vendors().named("Fjord"), None);
        assert_eq!(vendors().named(" "), None);
    }

    #[test]
    fn a_short_text_is_a_number_and_a_long_one_a_name() {
        let of = |vendor: &str| vendors().of_product(vendor).map(|number| number.to_string());
        assert_eq!(of("v10").as_deref(), Some("V10"));
        assert_eq!(of("Fjord & Co. AS"), None, "it is no number, and so every vendor counts");
        assert_eq!(of("The very long name of a vendor").as_deref(), Some("V20"));
        assert_eq!(of("Fjord and Company of Norway").as_deref(), Some("V10"));
    }
}
