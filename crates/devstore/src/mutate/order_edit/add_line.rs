use std::sync::Arc;

use super::Staged;
use super::apply::calculated;
use super::begin::{open, price};
use super::tax::{line_rates, taxes_on};
use crate::mutate::order_input::MoneyInput;
use crate::mutate::part::{number, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::edit::Change;
use crate::store::money::Bag;
use crate::store::order::{Line, Order};

/// The arguments of `orderEditAddVariant`.
#[derive(Clone, Debug, Default)]
pub(crate) struct VariantItemInput {
    pub variant_id: String,
    pub quantity: i64,
    pub allow_duplicates: bool,
    pub location_id: Option<String>,
}

/// The arguments of `orderEditAddCustomItem`.
#[derive(Clone, Debug, Default)]
pub(crate) struct CustomItemInput {
    pub title: String,
    pub price: MoneyInput,
    pub quantity: i64,
    pub requires_shipping: bool,
    pub taxable: bool,
    pub location_id: Option<String>,
}

/// `orderEditAddVariant`: pieces of a variant at its price of today.
pub(crate) fn order_edit_add_variant(
    state: &mut State,
    id: &str,
    input: &VariantItemInput,
) -> Result<Staged, Vec<UserError>> {
    let (edit, order) = open(state, id)?;
    check_location(state, input.location_id.as_deref())?;
    let quantity = counted(input.quantity)?;
    let variant_id = number(&input.variant_id, "ProductVariant");
    let known = variant_id.filter(|id| state.variant(*id).is_some());
    let Some(variant_id) = known else {
        return refuse(&["variantId"], "The variant does not exist in the shop.");
    };
    let after = calculated(&order, &edit);
    let there = after.lines.iter().any(|line| line.variant_id == known && after.current_quantity(line) > 0);
    if there && !input.allow_duplicates {
        return refuse(&["variantId"], "The variant already exists on the order.");
    }
    let Some(line) = variant_line(state, &order, variant_id, quantity, None) else {
        return refuse(&["variantId"], "The variant does not exist in the shop.");
    };
    Ok(stage(state, edit.id, line))
}

/// `orderEditAddCustomItem`: pieces of something that is not in the catalogue.
pub(crate) fn order_edit_add_custom_item(
    state: &mut State,
    id: &str,
    input: CustomItemInput,
) -> Result<Staged, Vec<UserError>> {
    let (edit, order) = open(state, id)?;
    check_location(state, input.location_id.as_deref())?;
    let quantity = counted(input.quantity)?;
    if input.title.trim().is_empty() {
        return refuse(&["title"], "can't be blank");
    }
    let unit_price = price(&order, &input.price, &["price"])?;
    let mut line = Line {
        id: state.ids.next(),
        product_id: None,
        variant_id: None,
        title: input.title,
        variant_title: None,
        sku: None,
        vendor: None,
        quantity,
        unit_price,
        taxable: input.taxable,
        requires_shipping: input.requires_shipping,
        gift_card: false,
        weight: None,
        custom_attributes: Vec::new(),
        allocations: Vec::new(),
        taxes: Vec::new(),
    };
    tax(&order, &mut line);
    Ok(stage(state, edit.id, line))
}

/// A new line of pieces of a variant, at `price` or else at the variant's, with the taxes that the order's lines bear.
pub(in crate::mutate) fn variant_line(
    state: &mut State,
    order: &Order,
    variant: u64,
    quantity: u32,
    price: Option<Bag>,
) -> Option<Line> {
    let (product, variant) = state.variant(variant).map(|(product, variant)| (Arc::clone(product), variant.clone()))?;
    let default = product.has_only_default_variant();
    let mut line = Line {
        id: state.ids.next(),
        product_id: Some(product.id),
        variant_id: Some(variant.id),
        title: product.title.clone(),
        variant_title: (!default).then(|| variant.title()),
        sku: variant.sku.clone(),
        vendor: Some(product.vendor.clone()),
        quantity,
        unit_price: price.unwrap_or_else(|| order.in_both(variant.price, Some(&order.currency))),
        taxable: variant.taxable,
        requires_shipping: variant.requires_shipping,
        gift_card: product.gift_card,
        weight: variant.weight.clone(),
        custom_attributes: Vec::new(),
        allocations: Vec::new(),
        taxes: Vec::new(),
    };
    tax(order, &mut line);
    Some(line)
}

fn tax(order: &Order, line: &mut Line) {
    if line.taxable {
        line.taxes = taxes_on(order, line.original_total(), &line_rates(order));
    }
}

fn stage(state: &mut State, edit: u64, line: Line) -> Staged {
    let part = line.id;
    state.stage(edit, |changes| changes.push(Change::AddLine(Box::new(line))));
    Staged { edit, part }
}

fn counted(quantity: i64) -> Result<u32, Vec<UserError>> {
    match u32::try_from(quantity) {
        Ok(quantity) if quantity > 0 => Ok(quantity),
        _ => refuse(&["quantity"], "must be greater than 0"),
    }
}

fn check_location(state: &State, location: Option<&str>) -> Result<(), Vec<UserError>> {
    match location {
        Some(id) if !number(id, "Location").is_some_and(|id| state.has_location(id)) => {
            refuse(&["locationId"], "The location does not exist.")
        }
        _ => Ok(()),
    }
}
