use chrono::{DateTime, Utc};

use super::input::RefundInput;
use super::pay_back::{BackInput, checked, pay_back};
use super::suggest::{pieces, reckon, shipping_amount};
use super::take_out::{restock, take_out};
use crate::mutate::currency::in_buyers_currency;
use crate::mutate::part::{order, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::money::Bag;

/// `refundCreate`: takes pieces and shipping out of an order and pays back by the transactions that are given. Without
/// them no money moves. Gives the id of the refund.
pub(crate) fn refund_create(state: &mut State, input: &RefundInput, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    let Some(mut order) = order(state, &input.order_id) else { return refuse(&["orderId"], "Order does not exist") };
    if input.processed_at.is_some_and(|processed| processed > now) {
        return refuse(&["processedAt"], "Processed at must not be in the future");
    }
    let currency = input.currency.as_deref();
    in_buyers_currency(&order, currency, &["currency"])?;
    let pieces = pieces(&order, input.refund_line_items.as_deref().unwrap_or_default())?;
    for (index, piece) in pieces.iter().enumerate() {
        let restocks = piece.restock_type != "NO_RESTOCK";
        let field = ["refundLineItems", &index.to_string(), "locationId"];
        match piece.location_id {
            None if restocks => return refuse(&field, "Refund line items location can't be blank when restocking"),
            Some(location) if !state.has_location(location) => return refuse(&field, "Location does not exist"),
            _ => {}
        }
    }
    let shipping = shipping_amount(&order, input.shipping.as_ref(), currency)?;
    let given = input.transactions.as_deref().unwrap_or_default();
    if let Some(index) = given.iter().position(|transaction| transaction.kind != "REFUND") {
        return refuse(&["transactions", &index.to_string(), "kind"], "Kind must be refund");
    }
    let inputs: Vec<BackInput<'_>> = given
        .iter()
        .map(|input| BackInput { parent: input.parent_id.as_deref(), amount: input.amount, currency })
        .collect();
    let payments = checked(&order, &inputs, input.allow_over_refunding, (&["transactions"], "amount"))?;
    if pieces.is_empty() && shipping == Bag::ZERO && payments.is_empty() {
        return refuse(&[], "Refund must have at least one line item, shipping or transaction");
    }
    let expected = reckon(&order, &pieces, shipping).amount;
    take_out(&mut order, &pieces, shipping, now, &mut || state.ids.next());
    pay_back(state, &mut order, &payments, expected, input.discrepancy_reason.as_deref(), now);
    let mut id = 0;
    if let Some(refund) = order.refunds.last_mut() {
        refund.note.clone_from(&input.note);
        refund.processed_at = input.processed_at.unwrap_or(now);
        id = refund.id;
    }
    restock(state, &order, now);
    state.put_changed_order(order, now);
    Ok(id)
}
