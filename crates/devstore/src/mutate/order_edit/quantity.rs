use super::Staged;
use super::begin::{line_number, open};
use super::tax::{line_rates, taxes_on};
use crate::mutate::part::refuse;
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::edit::Change;

/// `orderEditSetQuantity`: how many pieces the line has from now on. What was sent can't be taken away.
pub(crate) fn order_edit_set_quantity(
    state: &mut State,
    id: &str,
    line: &str,
    quantity: i64,
    restock: bool,
) -> Result<Staged, Vec<UserError>> {
    let (edit, order) = open(state, id)?;
    let missing = || refuse(&["lineItemId"], "The line item does not exist on the order.");
    let Some(line_id) = line_number(line) else { return missing() };
    let Ok(quantity) = u32::try_from(quantity) else {
        return refuse(&["quantity"], "must be greater than or equal to 0");
    };
    let staged = Staged { edit: edit.id, part: line_id };
    if let Some(added) = edit.added(line_id) {
        let mut line = added.clone();
        line.quantity = quantity;
        if line.taxable {
            line.taxes = taxes_on(&order, line.original_total(), &line_rates(&order));
        }
        state.stage(edit.id, |changes| {
            for change in changes.iter_mut() {
                match change {
                    Change::AddLine(added) if added.id == line_id => **added = line.clone(),
                    _ => {}
                }
            }
        });
        return Ok(staged);
    }
    let Some(line) = order.lines.iter().find(|line| line.id == line_id) else { return missing() };
    if quantity < order.kept(line) {
        return refuse(&["quantity"], "The quantity cannot be less than the fulfilled quantity.");
    }
    state.stage(edit.id, |changes| {
        changes.retain(|change| !matches!(change, Change::SetQuantity { line_id: other, .. } if *other == line_id));
        changes.push(Change::SetQuantity { line_id, quantity, restock });
    });
    Ok(staged)
}
