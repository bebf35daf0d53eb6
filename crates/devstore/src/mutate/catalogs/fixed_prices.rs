use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::super::variants::cents;
use crate::store::State;
use crate::store::price_list::{FixedPrice, PriceList};

/// `PriceListPriceInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct PriceInput {
    pub compare_at_price: Option<Amount>,
    pub price: Amount,
    pub variant_id: String,
}

/// `MoneyInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Amount {
    pub amount: Decimal,
    pub currency_code: String,
}

/// What has changed in a price list: the variants that have a fixed price now, and those that have none any more.
type Changed = (Arc<PriceList>, Vec<u64>, Vec<u64>);

/// `priceListFixedPricesAdd`, `priceListFixedPricesDelete` and `priceListFixedPricesUpdate`: fixes prices, and lets
/// others follow the shop's again; all of them or none. Both lists come with the names of their arguments.
pub(crate) fn price_list_fixed_prices_change(
    state: &mut State,
    list: &str,
    (field, prices): (&str, Vec<PriceInput>),
    (argument, variants_to_delete): (&str, &[String]),
) -> Result<Changed, Vec<UserError>> {
    let Some(known) = number(list, "PriceList").and_then(|id| state.price_lists.get(&id)) else {
        return refuse_with("PRICE_LIST_NOT_FOUND", &["priceListId"], "Price list does not exist.");
    };
    let mut errors = check(state, known, field, &prices);
    let mut deleted = Vec::new();
    for (place, id) in variants_to_delete.iter().enumerate() {
        let place = place.to_string();
        let field = [argument, place.as_str()];
        match number(id, "ProductVariant").filter(|id| state.variant(*id).is_some()) {
            None => errors.push(not_found(&field)),
            Some(id) if !known.fixed.contains_key(&id) => {
                let message = "Only fixed prices can be deleted.";
                errors.push(UserError::new(&field, message).with_code("PRICE_NOT_FIXED"));
            }
            Some(id) => deleted.push(id),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut list = PriceList::clone(known);
    for variant in &deleted {
        list.unfix(*variant);
    }
    let mut added = Vec::new();
    for PriceInput { compare_at_price, price, variant_id } in prices {
        let Some(variant) = number(&variant_id, "ProductVariant") else { continue };
        let compare_at = compare_at_price.map(|amount| cents(amount.amount));
        list.fixed.insert(variant, FixedPrice { price: cents(price.amount), compare_at });
        added.push(variant);
    }
    Ok((state.put_price_list(list), added, deleted))
}

fn check(state: &State, list: &PriceList, field: &str, prices: &[PriceInput]) -> Vec<UserError> {
    let mut errors = Vec::new();
    for (place, input) in prices.iter().enumerate() {
        let place = place.to_string();
        if number(&input.variant_id, "ProductVariant").is_none_or(|id| state.variant(id).is_none()) {
            errors.push(not_found(&[field, &place, "variantId"]));
            continue;
        }
        for (name, amount) in [("price", Some(&input.price)), ("compareAtPrice", input.compare_at_price.as_ref())] {
            let Some(amount) = amount else { continue };
            if amount.currency_code != list.currency {
                let message = "The specified currency does not match the price list's currency.";
                let error = UserError::new(&[field, &place, name, "currencyCode"], message);
                errors.push(error.with_code("PRICE_LIST_CURRENCY_MISMATCH"));
            }
            if amount.amount < Decimal::ZERO {
                let message = "Amount must be greater than or equal to 0";
                errors.push(UserError::new(&[field, &place, name, "amount"], message).with_code("BLANK"));
            }
        }
    }
    errors
}

fn not_found(field: &[&str]) -> UserError {
    UserError::new(field, "Product variant ID does not exist.").with_code("VARIANT_NOT_FOUND")
}
