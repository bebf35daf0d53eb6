use std::sync::LazyLock;

use crate::documents::orders::CountryCode;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// A query for the countries to which a store sends goods.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot")]
pub struct ShipsTo {
    shop: OfShop,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Shop")]
struct OfShop {
    ships_to_countries: Vec<CountryCode>,
}

impl Document for ShipsTo {
    const NAME: &'static str = "ShipsTo";
    type Variables = ();
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| query::<ShipsTo, _>(ShipsTo::NAME, ()));
        &TEXT
    }

    fn cost((): &()) -> u32 {
        const SHOP: u32 = 1;
        SHOP
    }
}

/// The countries to which a store sends goods, by their ISO codes of two letters.
///
/// # Errors
/// Why there is no answer.
pub async fn ships_to(client: &Client) -> Result<Vec<CountryCode>, Error> {
    Ok(client.run::<ShipsTo>(()).await?.shop.ships_to_countries)
}
