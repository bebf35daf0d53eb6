use std::collections::BTreeSet;

use super::super::super::part::{number, refuse_with};
use super::super::super::user_error::UserError;
use super::change::Change;
use super::input::QuantityPricingInput;
use crate::store::State;
use crate::store::price_list::PriceList;

/// `quantityPricingByVariantUpdate`: fixed prices, rules and price breaks of a list, all of them or none; what is to go
/// goes before the rest comes. Gives the numbers of the variants.
pub(crate) fn quantity_pricing_by_variant_update(
    state: &mut State,
    list: &str,
    input: &QuantityPricingInput,
) -> Result<Vec<u64>, Vec<UserError>> {
    let ids: Vec<u64> = input.quantity_price_breaks_to_add.iter().map(|_| state.ids.next()).collect();
    let Some(known) = number(list, "PriceList").and_then(|id| state.price_lists.get(&id)) else {
        return refuse_with("PRICE_LIST_NOT_FOUND", &["priceListId"], "Price list not found.");
    };
    let list = PriceList::clone(known);
    let mut change = Change { state, list, touched: BTreeSet::new(), errors: Vec::new() };
    change.delete_prices(&input.prices_to_delete_by_variant_id);
    change.delete_rules(&input.quantity_rules_to_delete_by_variant_id);
    change.delete_breaks(&input.quantity_price_breaks_to_delete);
    change.delete_breaks_of(input.quantity_price_breaks_to_delete_by_variant_id.as_deref().unwrap_or_default());
    change.add_prices(&input.prices_to_add);
    change.add_rules(&input.quantity_rules_to_add);
    change.add_breaks(&input.quantity_price_breaks_to_add, &ids);
    let Change { list, touched, errors, .. } = change;
    if !errors.is_empty() {
        return Err(errors);
    }
    state.put_price_list(list);
    Ok(touched.into_iter().collect())
}
