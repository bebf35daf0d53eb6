use serde::Deserialize;

use super::Staged;
use super::begin::{open, price};
use super::tax::{shipping_rates, taxes_on};
use crate::mutate::order_input::MoneyInput;
use crate::mutate::part::{coded, number, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::edit::Change;
use crate::store::order::ShippingLine;

/// `OrderEditAddShippingLineInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewShippingInput {
    pub price: MoneyInput,
    pub title: String,
}

/// `OrderEditUpdateShippingLineInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ShippingChangeInput {
    pub price: Option<MoneyInput>,
    pub title: Option<String>,
}

/// `orderEditAddShippingLine`.
pub(crate) fn order_edit_add_shipping_line(
    state: &mut State,
    id: &str,
    input: NewShippingInput,
) -> Result<Staged, Vec<UserError>> {
    let (edit, order) = open(state, id).map_err(coded("INVALID"))?;
    if input.title.trim().is_empty() {
        return refuse_with("INVALID", &["shippingLine", "title"], "can't be blank");
    }
    let price = price(&order, &input.price, &["shippingLine", "price"]).map_err(coded("INVALID"))?;
    let line = ShippingLine {
        id: state.ids.next(),
        code: Some(input.title.clone()),
        title: input.title,
        source: None,
        price,
        allocations: Vec::new(),
        taxes: taxes_on(&order, price, &shipping_rates(&order)),
        removed: false,
    };
    let part = line.id;
    state.stage(edit.id, |changes| changes.push(Change::AddShipping(line)));
    Ok(Staged { edit: edit.id, part })
}

/// `orderEditUpdateShippingLine`: another title or price of a shipping line that this edit adds.
pub(crate) fn order_edit_update_shipping_line(
    state: &mut State,
    id: &str,
    line: &str,
    input: ShippingChangeInput,
) -> Result<Staged, Vec<UserError>> {
    let (edit, order) = open(state, id).map_err(coded("INVALID"))?;
    let Some(line_id) = line_number(line).filter(|id| edit.adds_shipping(*id)) else { return missing() };
    let price = input.price.map(|money| price(&order, &money, &["shippingLine", "price"])).transpose();
    let price = price.map_err(coded("INVALID"))?;
    let rates = shipping_rates(&order);
    state.stage(edit.id, |changes| {
        for change in changes.iter_mut() {
            if let Change::AddShipping(line) = change
                && line.id == line_id
            {
                line.title = input.title.clone().unwrap_or_else(|| line.title.clone());
                line.price = price.unwrap_or(line.price);
                line.taxes = taxes_on(&order, line.price, &rates);
            }
        }
    });
    Ok(Staged { edit: edit.id, part: line_id })
}

/// `orderEditRemoveShippingLine`: one that the order has, or one that this edit adds.
pub(crate) fn order_edit_remove_shipping_line(
    state: &mut State,
    id: &str,
    line: &str,
) -> Result<Staged, Vec<UserError>> {
    let (edit, order) = open(state, id).map_err(coded("INVALID"))?;
    let Some(line_id) = line_number(line) else { return missing() };
    let removed = |change: &Change| matches!(change, Change::RemoveShipping { id } if *id == line_id);
    if edit.adds_shipping(line_id) {
        state.stage(edit.id, |changes| {
            changes.retain(|change| !matches!(change, Change::AddShipping(added) if added.id == line_id));
        });
    } else if order.shipping_lines.iter().any(|line| line.id == line_id && !line.removed)
        && !edit.changes.iter().any(removed)
    {
        state.stage(edit.id, |changes| changes.push(Change::RemoveShipping { id: line_id }));
    } else {
        return missing();
    }
    Ok(Staged { edit: edit.id, part: line_id })
}

fn line_number(id: &str) -> Option<u64> {
    number(id, "CalculatedShippingLine").or_else(|| number(id, "ShippingLine"))
}

fn missing<T>() -> Result<T, Vec<UserError>> {
    refuse_with("INVALID", &["shippingLineId"], "The shipping line does not exist on the order.")
}
