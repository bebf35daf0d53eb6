//! The settings of a store that the shop card shows and the tasks need.

use std::sync::LazyLock;

use super::query;
use crate::documents::orders::CurrencyCode;
use crate::{Client, Document, Error, schema};

/// A query for the store's settings.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot")]
pub struct ShopSettings {
    /// The store.
    pub shop: Shop,
}

/// A store, as it describes itself.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct Shop {
    /// Its id.
    pub id: cynic::Id,
    /// Its name, as customers see it.
    pub name: String,
    /// Its internal address.
    pub myshopify_domain: String,
    /// Its currency.
    pub currency_code: CurrencyCode,
    /// Its time zone, as `Europe/Oslo`.
    pub iana_timezone: String,
    /// The unit of weights.
    pub weight_unit: WeightUnit,
    /// Whether its prices contain taxes.
    pub taxes_included: bool,
    /// Whether it taxes shipping.
    pub tax_shipping: bool,
    /// What it pays Shopify for.
    pub plan: ShopPlan,
}

/// A plan.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct ShopPlan {
    /// Its name, as `Basic`.
    pub public_display_name: String,
    /// Whether it is Shopify Plus.
    pub shopify_plus: bool,
    /// Whether it is a store for trying things out.
    pub partner_development: bool,
}

/// A unit of weights.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(non_exhaustive)]
pub enum WeightUnit {
    /// Grams.
    Grams,
    /// Kilograms.
    Kilograms,
    /// Ounces.
    Ounces,
    /// Pounds.
    Pounds,
    /// One that this version does not know.
    #[cynic(fallback)]
    Other(String),
}

impl Document for ShopSettings {
    const NAME: &'static str = "ShopSettings";
    type Variables = ();
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| query::<ShopSettings, ()>(ShopSettings::NAME, ()));
        &TEXT
    }

    fn cost((): &()) -> u32 {
        const SHOP_AND_PLAN: u32 = 2;
        SHOP_AND_PLAN
    }
}

/// Asks the store for its settings.
///
/// # Errors
/// Why there is no answer.
pub async fn settings(client: &Client) -> Result<ShopSettings, Error> {
    client.run::<ShopSettings>(()).await
}
