use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::mutate::part::{number, refuse};
use crate::mutate::user_error::UserError;
use crate::mutate::variants::{Asked, InventoryItemInput, VariantInput, broken, change};
use crate::store::State;
use crate::store::product::Product;

/// `inventoryItemUpdate`: whether it is counted, what it costs, and where it comes from. Gives the item's number.
pub(crate) fn inventory_item_update(
    state: &mut State,
    id: &str,
    input: InventoryItemInput,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let found = number(id, "InventoryItem").and_then(|item| Some((item, state.variant_of_item(item)?)));
    let Some((item, (product, variant))) = found else {
        return refuse(&["id"], "The product couldn't be updated because it does not exist.");
    };
    let (variant, before) = (variant.id, Arc::clone(product));
    let input = VariantInput { inventory_item: Some(input), ..VariantInput::default() };
    let mut errors = broken(state, &input, &["input"], Asked::Update);
    if !errors.is_empty() {
        errors.iter_mut().for_each(|error| error.field.retain(|step| step != "inventoryItem"));
        return Err(errors);
    }
    let mut product = Product::clone(&before);
    if let Some(variant) = product.variants.iter_mut().find(|other| other.id == variant) {
        change(variant, input, now);
    }
    if product != *before {
        product.updated_at = now;
        state.put_product(product);
    }
    Ok(item)
}
