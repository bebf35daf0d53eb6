use chrono::{DateTime, Utc};

use super::input::{ProcessInput, ProcessLineInput, ProcessShippingInput};
use crate::mutate::currency::in_buyers_currency;
use crate::mutate::fulfilment::assign;
use crate::mutate::order_edit::variant_line;
use crate::mutate::part::{coded, number, owner, refuse_with};
use crate::mutate::refunds::{
    BackInput, Pieces, ShippingRefundInput, checked, pay_back, restock, shipping_amount, take_out, too_much,
};
use crate::mutate::user_error::UserError;
use crate::store::money::Bag;
use crate::store::order::Order;
use crate::store::returns::{Disposition, Return, ReturnStatus};
use crate::store::{State, Topic};

/// Where the input says what is paid back.
const PAID_BACK: [&str; 4] = ["input", "financialTransfer", "issueRefund", "orderTransactions"];

/// `returnProcess`: pieces have come back. They leave the order, go into the stock as their dispositions say, what the
/// buyer gets instead is added, and money goes back where a refund is asked for.
pub(crate) fn return_process(
    state: &mut State,
    input: &ProcessInput,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let missing = || refuse_with("NOT_FOUND", &["input", "returnId"], "Return not found.");
    let Some((mut order, id)) = owner(state, &input.return_id, "Return") else { return missing() };
    let Some(mut back) = order.returns.iter().find(|other| other.id == id).cloned() else { return missing() };
    if back.status != ReturnStatus::Open {
        return refuse_with("INVALID_STATE", &["input", "returnId"], "Return is not open.");
    }
    let mut pieces: Vec<Pieces> = Vec::new();
    for (index, line) in input.return_line_items.iter().enumerate() {
        come_back(state, &order, &mut back, &mut pieces, (index, line), now)?;
    }
    let exchanged = exchanged(&mut back, input)?;
    let shipping = shipping(&order, input.refund_shipping.as_ref())?;
    let refund = input.financial_transfer.as_ref().and_then(|transfer| transfer.issue_refund.as_ref());
    let inputs: Vec<BackInput<'_>> = refund
        .iter()
        .flat_map(|refund| &refund.order_transactions)
        .map(|transaction| BackInput {
            parent: Some(&transaction.parent_id),
            amount: transaction.transaction_amount.amount,
            currency: Some(&transaction.transaction_amount.currency_code),
        })
        .collect();
    for (index, input) in inputs.iter().enumerate() {
        let index = index.to_string();
        let field = [PAID_BACK.as_slice(), &[index.as_str(), "transactionAmount"]].concat();
        in_buyers_currency(&order, input.currency, &field).map_err(coded("INVALID"))?;
    }
    let more = refund.is_some_and(|refund| refund.allow_over_refunding);
    let payments = checked(&order, &inputs, more, (&PAID_BACK, "transactionAmount")).map_err(coded("INVALID"))?;
    if pieces.is_empty() && exchanged.is_empty() {
        return refuse_with("BLANK", &["input", "returnLineItems"], "Return line items can't be blank.");
    }
    let before = order.clone();
    take_out(&mut order, &pieces, shipping, now, &mut || state.ids.next());
    for (place, quantity) in exchanged {
        add_exchange(state, &mut order, &mut back, place, quantity);
    }
    assign(state, &mut order, &before.lines, true, now);
    order.total();
    let expected = too_much(&before, &order);
    pay_back(state, &mut order, &payments, expected, None, now);
    if let Some(refund) = order.refunds.last_mut() {
        refund.note.clone_from(&input.note);
        refund.return_id = Some(id);
    }
    restock(state, &order, now);
    for other in order.returns.iter_mut().filter(|other| other.id == id) {
        *other = back.clone();
    }
    state.put_changed_order(order, now);
    state.note(Topic::ReturnsProcess, id);
    Ok(id)
}

/// Adds the pieces of one line that have come back, by what becomes of them, to those of the lines before it.
fn come_back(
    state: &mut State,
    order: &Order,
    back: &mut Return,
    pieces: &mut Vec<Pieces>,
    (index, input): (usize, &ProcessLineInput),
    now: DateTime<Utc>,
) -> Result<(), Vec<UserError>> {
    let index = index.to_string();
    let field = |name| ["input", "returnLineItems", index.as_str(), name];
    let wanted = number(&input.id, "ReturnLineItem");
    let Some(line) = back.lines.iter_mut().find(|line| Some(line.id) == wanted) else {
        return refuse_with("NOT_FOUND", &field("id"), "Return line item not found.");
    };
    let found = order.lines.iter().enumerate().find(|(_, other)| other.id == line.line_id);
    let Some((place, sold)) = found else { return Ok(()) };
    let named: u32 = pieces.iter().filter(|other| other.place == place).map(|other| other.quantity).sum();
    // What was refunded meanwhile has left the order already.
    let left = (line.quantity - line.processed).min(order.kept(sold).saturating_sub(named));
    let Some(quantity) = u32::try_from(input.quantity).ok().filter(|quantity| *quantity > 0 && *quantity <= left)
    else {
        return refuse_with("INVALID", &field("quantity"), "Return line item has an invalid quantity.");
    };
    let mut rest = quantity;
    for disposition in input.dispositions.iter().flatten() {
        let reverse = number(&disposition.reverse_fulfillment_order_line_item_id, "ReverseFulfillmentOrderLineItem");
        if reverse != Some(line.reverse_line_id) {
            let message = "Reverse fulfillment order line item not found.";
            return refuse_with("NOT_FOUND", &field("dispositions"), message);
        }
        let Some(disposed) = u32::try_from(disposition.quantity).ok().filter(|count| *count > 0 && *count <= rest)
        else {
            return refuse_with("INVALID", &field("dispositions"), "Disposition has an invalid quantity.");
        };
        let location_id = disposition.location_id.as_deref().and_then(|id| number(id, "Location"));
        let restocked = disposition.disposition_type == "RESTOCKED";
        if restocked && !location_id.is_some_and(|id| state.has_location(id)) {
            return refuse_with("NOT_FOUND", &field("dispositions"), "Location not found.");
        }
        rest -= disposed;
        line.dispositions.push(Disposition {
            id: state.ids.next(),
            kind: disposition.disposition_type.clone(),
            quantity: disposed,
            location_id,
            created_at: now,
        });
        let restock_type = if restocked { "RETURN" } else { "NO_RESTOCK" }.to_owned();
        pieces.push(Pieces { place, quantity: disposed, restock_type, location_id, came_back: true });
    }
    if rest > 0 {
        let restock_type = "NO_RESTOCK".to_owned();
        pieces.push(Pieces { place, quantity: rest, restock_type, location_id: None, came_back: true });
    }
    line.processed += quantity;
    Ok(())
}

/// The exchange lines that are processed: their places, and how many pieces.
fn exchanged(back: &mut Return, input: &ProcessInput) -> Result<Vec<(usize, u32)>, Vec<UserError>> {
    let mut exchanged = Vec::new();
    for (index, input) in input.exchange_line_items.iter().enumerate() {
        let index = index.to_string();
        let field = |name| ["input", "exchangeLineItems", index.as_str(), name];
        let wanted = number(&input.id, "ExchangeLineItem");
        let found = back.exchange_lines.iter_mut().enumerate().find(|(_, line)| Some(line.id) == wanted);
        let Some((place, line)) = found else {
            return refuse_with("NOT_FOUND", &field("id"), "Exchange line item not found.");
        };
        let left = line.quantity - line.processed;
        let quantity = u32::try_from(input.quantity).ok().filter(|quantity| *quantity > 0 && *quantity <= left);
        let Some(quantity) = quantity else {
            return refuse_with("INVALID", &field("quantity"), "Exchange line item has an invalid quantity.");
        };
        line.processed += quantity;
        exchanged.push((place, quantity));
    }
    Ok(exchanged)
}

fn add_exchange(state: &mut State, order: &mut Order, back: &mut Return, place: usize, quantity: u32) {
    let Some(exchange) = back.exchange_lines.get_mut(place) else { return };
    let line = variant_line(state, order, exchange.variant_id, quantity, Some(exchange.price));
    let Some(line) = line else { return };
    exchange.line_ids.push(line.id);
    order.lines.push(line);
}

fn shipping(order: &Order, input: Option<&ProcessShippingInput>) -> Result<Bag, Vec<UserError>> {
    let Some(input) = input else { return Ok(Bag::ZERO) };
    let money = input.shipping_refund_amount.as_ref();
    if let Some(money) = money {
        let field = ["input", "refundShipping", "shippingRefundAmount"];
        in_buyers_currency(order, Some(&money.currency_code), &field).map_err(coded("INVALID"))?;
    }
    let wish = ShippingRefundInput { amount: money.map(|money| money.amount), full_refund: input.full_refund };
    shipping_amount(order, Some(&wish), money.map(|money| money.currency_code.as_str())).map_err(coded("INVALID"))
}
