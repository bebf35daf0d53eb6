use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::cost::MUTATION;
use crate::documents::mutation;
use crate::documents::orders::CurrencyCode;
use crate::{Client, Document, Error, Kind, schema};

/// As many prices go into a call.
pub const MANY: usize = 250;

/// Which prices are fixed in which price list.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct FixVariables {
    /// The price list.
    pub id: cynic::Id,
    /// The prices that are fixed.
    pub prices: Vec<PriceInput>,
    /// The variants whose prices are fixed no more.
    pub variants: Vec<cynic::Id>,
}

/// What one variant is to cost.
#[derive(cynic::InputObject, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "PriceListPriceInput")]
pub struct PriceInput {
    /// The variant.
    pub variant_id: cynic::Id,
    /// Its price.
    pub price: MoneyInput,
    /// What it is said to have cost before; none takes that away.
    pub compare_at_price: Option<MoneyInput>,
}

/// An amount of a currency.
#[derive(cynic::InputObject, Clone, Debug, PartialEq, Eq)]
pub struct MoneyInput {
    /// How much.
    pub amount: Decimal,
    /// Of which currency.
    pub currency_code: CurrencyCode,
}

impl FixVariables {
    pub(crate) fn example() -> Self {
        Self { id: cynic::Id::new("gid://shopify/PriceList/1"), prices: Vec::new(), variants: Vec::new() }
    }
}

/// Fixes prices in a price list.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "FixVariables")]
pub struct PriceListFixedPricesUpdate {
    #[arguments(priceListId: $id, pricesToAdd: $prices, variantIdsToDelete: $variants)]
    price_list_fixed_prices_update: Option<FixPayload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PriceListFixedPricesUpdatePayload")]
struct FixPayload {
    user_errors: Vec<FixError>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PriceListPriceUserError")]
struct FixError {
    field: Option<Vec<String>>,
    message: String,
}

impl Document for PriceListFixedPricesUpdate {
    const NAME: &'static str = "PriceListFixedPricesUpdate";
    /// A price that is fixed already is fixed again, and nothing comes of it.
    const KIND: Kind = Kind::IdempotentMutation;
    type Variables = FixVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| {
            mutation::<PriceListFixedPricesUpdate, _>(PriceListFixedPricesUpdate::NAME, FixVariables::example())
        });
        &TEXT
    }

    fn cost(_: &FixVariables) -> u32 {
        MUTATION
    }
}

/// What Shopify has against what it was asked to fix. Nothing of it was fixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which of the prices, counted from 0; `None`: the whole.
    pub at: Option<usize>,
    /// Why, in a sentence without a full stop.
    pub why: String,
}

/// Fixes prices of a price list, at most [`MANY`]: all of them, or none where Shopify has something against one.
///
/// # Errors
/// Why there is no answer.
pub async fn fix(client: &Client, price_list: &str, prices: Vec<PriceInput>) -> Result<Vec<Refused>, Error> {
    run(client, FixVariables { id: cynic::Id::new(price_list), prices, variants: Vec::new() }).await
}

/// Takes the fixed prices of these variants out of a price list, at most [`MANY`]: all of them, or none where Shopify has
/// something against one. In its answer the variants are counted from 0.
///
/// # Errors
/// Why there is no answer.
pub async fn unfix(client: &Client, price_list: &str, variants: Vec<cynic::Id>) -> Result<Vec<Refused>, Error> {
    run(client, FixVariables { id: cynic::Id::new(price_list), prices: Vec::new(), variants }).await
}

async fn run(client: &Client, variables: FixVariables) -> Result<Vec<Refused>, Error> {
    let Some(payload) = client.run::<PriceListFixedPricesUpdate>(variables).await?.price_list_fixed_prices_update
    else {
        return Ok(vec![Refused { at: None, why: "the store says nothing of it".to_owned() }]);
    };
    Ok(payload.user_errors.iter().map(refused).collect())
}

/// The place of a price stands in the path of its input, as `pricesToAdd, 3, price`.
fn refused(error: &FixError) -> Refused {
    let path = error.field.iter().flatten();
    let at = path.flat_map(|step| step.split('.')).find_map(|step| step.parse().ok());
    Refused { at, why: error.message.trim().trim_end_matches('.').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_price_is_found_in_the_path_of_its_input() {
        let error = |path: &[&str]| FixError {
            field: Some(path.iter().map(|step| (*step).to_owned()).collect()),
            message: "Variant not found.".into(),
        };
        let at = |path: &[&str]| refused(&error(path)).at;
        assert_eq!(at(&["pricesToAdd", "3", "variantId"]), Some(3));
        assert_eq!(at(&["prices.0.price.currencyCode"]), Some(0));
        assert_eq!(at(&["priceListId"]), None);
        assert_eq!(refused(&error(&[])).why, "Variant not found");
    }
}
