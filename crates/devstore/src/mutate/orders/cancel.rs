use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::mutate::job::begin_job;
use crate::mutate::part::{order, refuse_with};
use crate::mutate::refunds::{Pieces, pay_back, restock, take_out, whole_payments};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::fulfilment::FulfillmentOrderStatus;
use crate::store::order::{Cancellation, Order};
use crate::store::returns::ReturnStatus;

/// The arguments of `orderCancel`.
#[derive(Clone, Debug, Default)]
pub(crate) struct CancelInput {
    pub order_id: String,
    pub reason: String,
    pub restock: bool,
    pub refund: bool,
    pub refund_method: Option<RefundMethod>,
    pub staff_note: Option<String>,
}

/// `OrderCancelRefundMethodInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RefundMethod {
    pub original_payment_methods_refund: bool,
    pub store_credit_refund: Option<serde_json::Value>,
}

/// `orderCancel`: calls an order off of which nothing was sent. What was authorised is let go, and what was paid goes
/// back when that is asked for. Gives the number of the job.
///
/// The order is cancelled at once; only the job says that it is done a second later, so that a client has to ask again.
pub(crate) fn order_cancel(state: &mut State, input: CancelInput, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    let Some(mut order) = order(state, &input.order_id) else {
        return refuse_with("NOT_FOUND", &["orderId"], "Order not found");
    };
    check(&order, &input)?;
    let pays_back =
        input.refund || input.refund_method.as_ref().is_some_and(|method| method.original_payment_methods_refund);
    let paid = order.totals.received - order.totals.refunded;
    let payments = if pays_back { whole_payments(&order, paid) } else { Vec::new() };
    for place in 0..order.transactions.len() {
        let Some(transaction) = order.transactions.get_mut(place) else { continue };
        if transaction.capturable() != crate::store::money::Bag::ZERO {
            let void = state.voided(transaction, now);
            order.transactions.push(void);
        }
    }
    let restock_type = if input.restock { "CANCEL" } else { "NO_RESTOCK" };
    let pieces: Vec<Pieces> = order
        .lines
        .iter()
        .enumerate()
        .map(|(place, line)| Pieces {
            place,
            quantity: order.current_quantity(line),
            restock_type: restock_type.to_owned(),
            location_id: None,
            came_back: false,
        })
        .filter(|pieces| pieces.quantity > 0)
        .collect();
    let shipping = order.totals.current.shipping;
    take_out(&mut order, &pieces, shipping, now, &mut || state.ids.next());
    pay_back(state, &mut order, &payments, paid, None, now);
    if let Some(refund) = order.refunds.last_mut() {
        refund.note = Some("Order cancelled".to_owned());
    }
    restock(state, &order, now);
    for waiting in
        order.fulfillment_orders.iter_mut().filter(|waiting| waiting.status != FulfillmentOrderStatus::Cancelled)
    {
        waiting.status = FulfillmentOrderStatus::Cancelled;
        waiting.updated_at = now;
    }
    order.given_financial_status = None;
    order.given_fulfillment_status = None;
    order.cancellation = Some(Cancellation { at: now, reason: input.reason, staff_note: input.staff_note });
    order.closed_at = order.closed_at.or(Some(now));
    state.put_changed_order(order, now);
    Ok(begin_job(state, now))
}

fn check(order: &Order, input: &CancelInput) -> Result<(), Vec<UserError>> {
    let refuse = |message: &str| refuse_with("INVALID", &["orderId"], message);
    if order.cancellation.is_some() {
        return refuse("Order has already been cancelled");
    }
    if order.returns.iter().any(|other| matches!(other.status, ReturnStatus::Open | ReturnStatus::Requested)) {
        return refuse("Cannot cancel an order that has returns");
    }
    if order.fulfillments.iter().any(|parcel| !parcel.cancelled) {
        return refuse("Cannot cancel an order that has outstanding fulfillments");
    }
    if input.refund && input.refund_method.is_some() {
        return refuse_with("INVALID", &["refundMethod"], "Only one of refund and refundMethod can be provided");
    }
    if input.refund_method.as_ref().is_some_and(|method| method.store_credit_refund.is_some()) {
        if order.customer_id.is_none() {
            let message = "Order must have a customer to be refunded to store credit";
            return refuse_with("STORE_CREDIT_REFUND_MISSING_CUSTOMER", &["refundMethod"], message);
        }
        let message = "The devstore keeps no store credit";
        return refuse_with("NO_REFUND_TO_STORE_CREDIT_PERMISSION", &["refundMethod"], message);
    }
    Ok(())
}
