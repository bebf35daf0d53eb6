use std::collections::HashSet;
use std::sync::Arc;

use serde::Deserialize;

use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::super::variants::cents;
use super::fixed_prices::Amount;
use crate::store::State;
use crate::store::price_list::{FixedPrice, PriceList};
use crate::store::product::Product;

/// `PriceListProductPriceInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ProductPriceInput {
    pub compare_at_price: Option<Amount>,
    pub price: Amount,
    pub product_id: String,
}

/// The most fixed prices of a price list.
const MOST_FIXED: usize = 10_000;

const ADD: &str = "pricesToAdd";
const DELETE: &str = "pricesToDeleteByProductIds";

/// What has changed: the products of which every variant has a fixed price now, and those of which none has.
type Changed = (Arc<PriceList>, Vec<Arc<Product>>, Vec<Arc<Product>>);

/// `priceListFixedPricesByProductUpdate`: fixes the same price for every variant of a product, or lets all of them follow
/// the shop's again; all of the products or none.
pub(crate) fn price_list_fixed_prices_by_product(
    state: &mut State,
    list: &str,
    prices: &[ProductPriceInput],
    delete: &[String],
) -> Result<Changed, Vec<UserError>> {
    let Some(known) = number(list, "PriceList").and_then(|id| state.price_lists.get(&id)) else {
        return refuse_with("PRICE_LIST_DOES_NOT_EXIST", &["priceListId"], "Price list does not exist.");
    };
    if prices.is_empty() && delete.is_empty() {
        return refuse_with("NO_UPDATE_OPERATIONS_SPECIFIED", &[], "No update operations specified.");
    }
    let mut errors = check(known, prices, delete);
    let find = |id: &str| number(id, "Product").and_then(|id| state.products.get(&id)).cloned();
    let (mut added, mut deleted) = (Vec::new(), Vec::new());
    for (place, input) in prices.iter().enumerate() {
        match find(&input.product_id) {
            Some(product) => added.push((product, input)),
            None => errors.push(unknown(&[ADD, &place.to_string(), "productId"])),
        }
    }
    for (place, id) in delete.iter().enumerate() {
        match find(id) {
            Some(product) => deleted.push(product),
            None => errors.push(unknown(&[DELETE, &place.to_string()])),
        }
    }
    let mut list = PriceList::clone(known);
    for variant in deleted.iter().flat_map(|product| &product.variants) {
        list.unfix(variant.id);
    }
    for (product, input) in &added {
        let compare_at = input.compare_at_price.as_ref().map(|amount| cents(amount.amount));
        let price = FixedPrice { price: cents(input.price.amount), compare_at };
        list.fixed.extend(product.variants.iter().map(|variant| (variant.id, price)));
    }
    if !added.is_empty() && list.fixed.len() > MOST_FIXED {
        let message = "The maximum number of fixed prices allowed for the price list has been exceeded.";
        errors.push(UserError::new(&[ADD], message).with_code("PRICE_LIMIT_EXCEEDED"));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let added = added.into_iter().map(|(product, _)| product).collect();
    Ok((state.put_price_list(list), added, deleted))
}

/// What is wrong with the inputs, whatever the store has.
fn check(list: &PriceList, prices: &[ProductPriceInput], delete: &[String]) -> Vec<UserError> {
    let mut errors = Vec::new();
    for (place, input) in prices.iter().enumerate() {
        for (name, amount) in [("price", Some(&input.price)), ("compareAtPrice", input.compare_at_price.as_ref())] {
            if amount.is_some_and(|amount| amount.currency_code != list.currency) {
                let message = "The specified currency does not match the price list's currency.";
                let error = UserError::new(&[ADD, &place.to_string(), name, "currencyCode"], message);
                errors.push(error.with_code("PRICES_TO_ADD_CURRENCY_MISMATCH"));
            }
        }
    }
    let added: Vec<&str> = prices.iter().map(|input| input.product_id.as_str()).collect();
    let deleted: Vec<&str> = delete.iter().map(String::as_str).collect();
    for (field, ids) in [(ADD, &added), (DELETE, &deleted)] {
        if ids.iter().collect::<HashSet<_>>().len() < ids.len() {
            let message = format!("Duplicate ID exists in `{field}`.");
            errors.push(UserError::new(&[field], message).with_code("DUPLICATE_ID_IN_INPUT"));
        }
    }
    if added.iter().any(|id| deleted.contains(id)) {
        let message = format!("IDs specified in `{ADD}` and `{DELETE}` must be mutually exclusive.");
        errors.push(UserError::new(&[], message).with_code("ID_MUST_BE_MUTUALLY_EXCLUSIVE"));
    }
    errors
}

fn unknown(field: &[&str]) -> UserError {
    UserError::new(field, "Product does not exist.").with_code("PRODUCT_DOES_NOT_EXIST")
}
