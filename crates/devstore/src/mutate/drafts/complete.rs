use chrono::{DateTime, Utc};

use super::answered::Answered;
use super::update::{PAID, found, missing};
use crate::mutate::order_create::InventoryBehaviour;
use crate::mutate::order_mark_as_paid::manual_payment;
use crate::mutate::order_place::{confirmation_number, place};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::draft::Draft;
use crate::store::money::Bag;
use crate::store::order::Order;

/// The arguments of `draftOrderComplete`.
#[derive(Clone, Debug, Default)]
pub(crate) struct CompleteInput {
    pub id: String,
    pub payment_gateway_id: Option<String>,
    pub payment_pending: bool,
    pub source_name: Option<String>,
}

/// `draftOrderComplete`: an order becomes of a draft, once. It is paid by hand, or waits to be paid when that was asked
/// for or the draft has payment terms. What it needs leaves the stock, even if there is not enough.
pub(crate) fn draft_order_complete(state: &mut State, input: CompleteInput, now: DateTime<Utc>) -> Answered {
    let Some(draft) = found(state, &input.id) else { return missing() };
    if draft.completed_at.is_some() {
        return (Some(draft), vec![UserError::new(&[], PAID)]);
    }
    if input.payment_gateway_id.is_some() {
        // The store has no gateway that could be named.
        return (Some(draft), vec![UserError::new(&[], "Invalid payment gateway")]);
    }
    let waits = input.payment_pending || draft.offer.order.payment_terms.is_some();
    let order = drawn_up(state, &draft, input.source_name, now);
    let pay = |state: &mut State, order: &mut Order| {
        let amount = order.totals.placed.total;
        if amount != Bag::ZERO {
            let mut payment = manual_payment(state, amount, now);
            if waits {
                payment.status = "PENDING".to_owned();
            }
            order.transactions.push(payment);
        }
    };
    let order = place(state, order, false, InventoryBehaviour::DecrementIgnoringPolicy, now, pay);
    let mut draft = (*draft).clone();
    draft.completed_at = Some(now);
    draft.updated_at = now;
    draft.order_id = Some(order.id);
    (Some(state.put_draft(draft)), Vec::new())
}

/// The order, as the draft says, with ids of its own.
fn drawn_up(state: &mut State, draft: &Draft, source_name: Option<String>, now: DateTime<Utc>) -> Order {
    let mut order = Order::clone(&draft.offer.order);
    order.id = state.ids.next();
    order.number = state.next_order_number;
    state.next_order_number += 1;
    order.name = format!("#{}", order.number);
    order.confirmation_number = confirmation_number(order.id);
    order.created_at = now;
    order.updated_at = now;
    order.processed_at = now;
    order.source_name = source_name.or(order.source_name).or_else(|| Some("shopify_draft_order".to_owned()));
    for line in &mut order.lines {
        line.id = state.ids.next();
    }
    for line in &mut order.shipping_lines {
        line.id = state.ids.next();
    }
    order
}
