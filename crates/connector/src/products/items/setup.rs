use std::collections::{BTreeMap, HashMap, HashSet};

use back_office::currencies::{self, Rate};
use back_office::{company, countries, item_categories, tariff_numbers};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use values::Code;

use super::units::Units;
use crate::products::mapping::{Vendors, folded};
use crate::{Error, shops};

/// What items take their values from, read once per run.
#[derive(Clone, Debug)]
pub(super) struct Setup {
    pub vendors: Vendors,
    pub units: Units,
    categories: HashMap<String, Code<20>>,
    tariffs: HashSet<Code<20>>,
    /// By their digits alone.
    tariffs_by_digits: BTreeMap<String, Code<20>>,
    countries: HashSet<Code<20>>,
    countries_by_iso: HashMap<String, Code<20>>,
    /// What the store's currency is worth, or why that is not known.
    rate: Result<Rate, String>,
}

impl Setup {
    /// Reads it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(c: &impl ConnectionTrait, shop: &shops::Model, now: DateTime<Utc>) -> Result<Self, Error> {
        let mut categories = HashMap::new();
        for one in item_categories::Entity::find().order_by_asc(item_categories::Column::Code).all(c).await? {
            categories.entry(folded(&one.description)).or_insert(one.code);
        }
        let tariffs = tariff_numbers::Entity::find().order_by_asc(tariff_numbers::Column::Number).all(c).await?;
        let mut tariffs_by_digits = BTreeMap::new();
        for one in &tariffs {
            tariffs_by_digits.entry(digits(one.number.as_str())).or_insert_with(|| one.number.clone());
        }
        let countries = countries::Entity::find().order_by_asc(countries::Column::Code).all(c).await?;
        let mut countries_by_iso = HashMap::new();
        for one in &countries {
            countries_by_iso.entry(one.iso_code.to_string()).or_insert_with(|| Code::cut(one.code.as_str()));
        }
        let today = company::read(c).await?.today(now);
        let rate = match currencies::factor(c, &Code::cut(shop.currency_code.as_str()), today).await {
            Err(back_office::Error::Database(error)) => return Err(error.into()),
            other => other.map_err(|why| why.to_string()),
        };
        Ok(Self {
            vendors: Vendors::read(c).await?,
            units: Units::read(c).await?,
            categories,
            tariffs: tariffs.into_iter().map(|one| one.number).collect(),
            tariffs_by_digits,
            countries: countries.iter().map(|one| Code::cut(one.code.as_str())).collect(),
            countries_by_iso,
            rate,
        })
    }

    /// The item category whose description is the type of a product.
    pub fn category(&self, product_type: &str) -> Option<&Code<20>> {
        self.categories.get(&folded(product_type)).filter(|_| !product_type.trim().is_empty())
    }

    /// The tariff number that Shopify means: exactly that one, else the first with the same digits.
    pub fn tariff(&self, told: &str) -> Option<&Code<20>> {
        let exactly = Code::new(told).ok().filter(|code: &Code<20>| !code.is_blank());
        let exactly = exactly.and_then(|code| self.tariffs.get(&code));
        let digits = digits(told);
        exactly.or_else(|| self.tariffs_by_digits.get(&digits).filter(|_| !digits.is_empty()))
    }

    /// The country that Shopify means by an ISO code.
    pub fn country(&self, iso: &Code<10>) -> Option<&Code<20>> {
        let iso = iso.non_blank()?;
        let exactly = self.countries.get(&Code::cut(iso.as_str()));
        exactly.or_else(|| self.countries_by_iso.get(iso.as_str()))
    }

    /// What the store's currency is worth.
    ///
    /// # Errors
    /// That there is no rate.
    pub fn rate(&self) -> Result<Rate, Error> {
        self.rate.clone().map_err(Error::Product)
    }
}

/// What a tariff number is without the dots and spaces with which people write it.
fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setup() -> Setup {
        let code = |text: &str| Code::<20>::cut(text);
        Setup {
            vendors: Vendors::default(),
            units: Units::default(),
            categories: [("shirts".to_owned(), code("SHIRTS"))].into(),
            tariffs: [code("6104.43"), code("6104.44")].into(),
            tariffs_by_digits: [("610443".to_owned(), code("6104.43")), ("610444".to_owned(), code("6104.44"))].into(),
            countries: [code("NO"), code("EL")].into(),
            countries_by_iso: [("GR".to_owned(), code("EL"))].into(),
            rate: Ok(Rate::ONE),
        }
    }

    /// The import of example 16 of the worked examples.
    #[test]
    fn a_tariff_number_is_found_whatever_stands_between_its_digits() {
        let setup = setup();
        let tariff = |told: &str| setup.tariff(told).map(ToString::to_string);
        assert_eq!(tariff("610443").as_deref(), Some("6104.43"));
        assert_eq!(tariff("6104.44").as_deref(), Some("6104.44"));
        assert_eq!(tariff("6104 44").as_deref(), Some("6104.44"));
        assert_eq!(tariff("999999"), None);
        assert_eq!(tariff(""), None);
    }

    #[test]
    fn a_country_is_found_by_its_code_and_else_by_its_iso_code() {
        let setup = setup();
        let country = |iso: &str| setup.country(&Code::cut(iso)).map(ToString::to_string);
        assert_eq!(country("NO").as_deref(), Some("NO"));
        assert_eq!(country("GR").as_deref(), Some("EL"));
        assert_eq!(country("SE"), None);
        assert_eq!(country(""), None);
    }

    #[test]
    fn a_category_is_found_by_its_description() {
        assert_eq!(setup().category("Shirts"), Some(&Code::cut("SHIRTS")));
        assert_eq!(setup().category(""), None);
    }
}
