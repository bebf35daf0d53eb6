use rust_decimal::Decimal;
use serde::Deserialize;
use shopify_schema::gid::Gid;

use super::Staged;
use super::apply::{borne, calculated};
use super::begin::{line_number, open, price};
use crate::mutate::order_input::MoneyInput;
use crate::mutate::part::{coded, refuse, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::discount::{Discount, DiscountValue, GivenBy};
use crate::store::edit::Change;
use crate::store::money::Bag;

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
        (None, Some(each)) => {
            let field = ["discount", "fixedValue"];
            let each = price(&order, each, &field)?;
            // An amount below the smallest coin is none.
            if each.presentment.is_zero() {
                return refuse(&field, "must be greater than 0");
            }
            DiscountValue::Amount(each)
        }
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
    let (edit, order) = open(state, id).map_err(coded("INVALID"))?;
    let after = calculated(&order, &edit);
    let number = discount.parse::<Gid>().ok().filter(|gid| is_application(gid.kind())).map(|gid| gid.number());
    let is_borne = |index: usize| {
        let lines = after.lines.iter().enumerate();
        let of_lines: Bag =
            lines.map(|(place, line)| borne(&line.allocations, &after.current_line(place), index)).sum();
        let shipping = after.shipping_lines.iter();
        let of_shipping: Bag =
            shipping.map(|line| borne(&line.allocations, &after.current_shipping(line), index)).sum();
        of_lines + of_shipping != Bag::ZERO
    };
    let found =
        after.discounts.iter().enumerate().find(|(index, discount)| number == Some(discount.id) && is_borne(*index));
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

/// Whether the id is of a discount as an order or an edit knows it: of a code, or of a person.
fn is_application(kind: &str) -> bool {
    let kind = kind.strip_prefix("Calculated").unwrap_or(kind);
    matches!(kind, "DiscountCodeApplication" | "ManualDiscountApplication")
}
