//! What is set up for the customers of a shop: their countries, read once per run, since the lists are short.

use std::collections::HashMap;

use back_office::customers::template;
use back_office::vat::oss;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use values::Code;

use super::countries;
use crate::Error;

/// The countries of a shop, and what countries are called here and in Shopify.
#[derive(Debug, Default)]
pub(crate) struct Setup {
    countries: HashMap<Code<20>, countries::Model>,
    codes: HashMap<Code<2>, Code<10>>,
    iso_codes: HashMap<Code<10>, Code<2>>,
    own_country: Code<20>,
    /// The template of businesses in other states of the EU; blank where there is none.
    of_businesses: Code<20>,
}

impl Setup {
    /// That of a shop.
    pub(crate) async fn read(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Self, Error> {
        use back_office::countries::{Column, Entity};
        let of_shop = countries::Entity::find().filter(countries::Column::ShopCode.eq(shop.clone()));
        let of_shop = of_shop.all(c).await?.into_iter().map(|row| (row.country_region_code.clone(), row));
        let mut setup = Self { countries: of_shop.collect(), ..Self::default() };
        for country in Entity::find().order_by_asc(Column::Code).all(c).await? {
            if !country.iso_code.is_blank() {
                setup.codes.entry(country.iso_code.clone()).or_insert_with(|| country.code.clone());
            }
            setup.iso_codes.insert(country.code, country.iso_code);
        }
        setup.own_country = back_office::company::read(c).await?.country_region_code;
        let of_businesses = template::Entity::find().filter(template::Column::Code.eq(oss::of_registered()));
        setup.of_businesses = of_businesses.one(c).await?.map(|template| template.code).unwrap_or_default();
        Ok(setup)
    }

    /// What is said of a country, by its ISO code.
    pub(crate) fn of(&self, country: &Code<20>) -> Option<&countries::Model> {
        self.countries.get(country)
    }

    /// The template of whoever is registered for VAT in a country, by its ISO code: a state of the EU, and not our own.
    pub(crate) fn template_of_businesses(&self, country: &Code<20>) -> Option<&Code<20>> {
        let is_own = self.iso_code(&Code::blank()).is_some_and(|own| own == *country);
        self.of_businesses.non_blank().filter(|_| !is_own && oss::is_member_state(country.as_str()))
    }

    /// The countries to which the store sends, by their ISO codes, for which nobody has chosen a template or a customer.
    pub(crate) fn without_set_up(&self) -> impl Iterator<Item = &Code<20>> {
        let is_open =
            |row: &&countries::Model| row.customer_template_code.is_blank() && row.default_customer_number.is_blank();
        self.countries.values().filter(is_open).map(|row| &row.country_region_code)
    }

    /// The customers who stand for all buyers of a country.
    pub(crate) fn default_customers(&self) -> impl Iterator<Item = &Code<20>> {
        self.countries.values().map(|row| &row.default_customer_number)
    }

    /// A country as the back office writes it, by its ISO code: the first with that one, else the ISO code itself.
    pub(crate) fn code(&self, iso: &Code<20>) -> Code<20> {
        let known = self.codes.get(&Code::<2>::cut(iso.as_str())).filter(|_| iso.as_str().len() == 2);
        known.map_or_else(|| iso.clone(), |code| Code::cut(code.as_str()))
    }

    /// The country of a document, as Shopify has said it: the one with that code, else the first with that ISO code. Where
    /// there is neither it stays as it is: without a country it would be taxed as at home.
    pub(crate) fn of_document(&self, country: &Code<20>) -> Code<20> {
        if self.iso_codes.contains_key(&Code::<10>::cut(country.as_str())) {
            return country.clone();
        }
        self.code(country)
    }

    /// The country of the back office that is meant: a blank one is that of the company.
    pub(crate) fn or_own<'a>(&'a self, country: &'a Code<20>) -> &'a Code<20> {
        country.non_blank().unwrap_or(&self.own_country)
    }

    /// The ISO code of a country of the back office; of a blank one, that of the company. None where it has none.
    pub(crate) fn iso_code(&self, country: &Code<20>) -> Option<Code<20>> {
        let country = self.or_own(country);
        match self.iso_codes.get(&Code::<10>::cut(country.as_str())) {
            Some(iso) if iso.is_blank() => None,
            Some(iso) => Some(Code::cut(iso.as_str())),
            // One that is no record is what Shopify has said.
            None => Some(country.clone()).filter(|code| code.as_str().len() == 2),
        }
    }
}
