use rust_decimal::Decimal;
use serde::Deserialize;
use shopify_schema::gid::Gid;

use super::Staged;
use super::apply::calculated;
use super::begin::{line_number, open, price};
use crate::mutate::order_input::MoneyInput;
use crate::mutate::part::{refuse, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::discount::{Discount, DiscountValue, GivenBy};
use crate::store::edit::Change;

/// `OrderEditAppliedDiscountInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct AppliedDiscountInput {
    pub description: Option<String>,
    pub fixed_value: Option<MoneyInput>,
    pub percent_value: Option<Decimal>,
}

/// `orderEditAddLineItemDiscount`: a share of a line's price, or an amount on each of its pieces.
pub(crate) fn order_edit_add_line_item_discount(
    state: &mut State,
    id: &str,
    line: &str,
    input: AppliedDiscountInput,
) -> Result<Staged, Vec<UserError>> {
    let (edit, order) = open(state, id)?;
    let after = calculated(&order, &edit);
    let line_id = line_number(line).filter(|id| after.lines.iter().any(|line| line.id == *id));
    let Some(line_id) = line_id else {
        return refuse(&["lineItemId"], "The line item does not exist on the order.");
    };
    let value = match (input.percent_value, &input.fixed_value) {
        (Some(percent), None) if percent > Decimal::ZERO && percent <= Decimal::ONE_HUNDRED => {
            DiscountValue::Percentage(percent)
        }
        (Some(_), None) => return refuse(&["discount", "percentValue"], "must be between 0 and 100"),
        (None, Some(each)) if each.amount <= Decimal::ZERO => {
            return refuse(&["discount", "fixedValue"], "must be greater than 0");
        }
        (None, Some(each)) => DiscountValue::Amount(price(&order, each, &["discount", "fixedValue"])?),
        _ => return refuse(&["discount"], "Exactly one of fixedValue and percentValue must be given."),
    };
    let discount = Discount { id: state.ids.next(), given_by: GivenBy::Person(input.description), value };
    let part = discount.id;
    state.stage(edit.id, |changes| changes.push(Change::AddDiscount { line_id, discount }));
    Ok(Staged { edit: edit.id, part })
}

/// `orderEditRemoveDiscount`: takes a discount away from the lines that bear it.
pub(crate) fn order_edit_remove_discount(
    state: &mut State,
    id: &str,
    discount: &str,
) -> Result<Staged, Vec<UserError>> {
    let with_code = |errors: Vec<UserError>| -> Vec<UserError> {
        errors.into_iter().map(|error| error.with_code("INVALID")).collect()
    };
    let (edit, order) = open(state, id).map_err(with_code)?;
    let after = calculated(&order, &edit);
    let number = discount.parse::<Gid>().ok().filter(|gid| gid.kind().ends_with("DiscountApplication"));
    let borne = |index: usize| {
        let lines = after.lines.iter().flat_map(|line| &line.allocations);
        let shipping = after.shipping_lines.iter().flat_map(|line| &line.allocations);
        lines.chain(shipping).any(|allocation| allocation.discount == index)
    };
    let found = after
        .discounts
        .iter()
        .enumerate()
        .find(|(index, discount)| number.as_ref().is_some_and(|gid| gid.number() == discount.id) && borne(*index));
    let Some((_, discount)) = found else {
        let message = "The discount application does not exist on the order.";
        return refuse_with("INVALID", &["discountApplicationId"], message);
    };
    let discount_id = discount.id;
    let adds = |change: &Change| matches!(change, Change::AddDiscount { discount, .. } if discount.id == discount_id);
    state.stage(edit.id, |changes| {
        if changes.iter().any(adds) {
            changes.retain(|change| !adds(change));
        } else {
            changes.push(Change::RemoveDiscount { discount_id });
        }
    });
    Ok(Staged { edit: edit.id, part: discount_id })
}
