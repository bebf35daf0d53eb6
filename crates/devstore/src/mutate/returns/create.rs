use chrono::{DateTime, Utc};

use super::input::{ExchangeInput, RequestInput, ReturnInput, ReturnLineInput};
use crate::mutate::part::{number, order, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::order::Order;
use crate::store::returns::{ExchangeLine, Return, ReturnLine, ReturnStatus};
use crate::store::{RETURN_REASONS, State, Topic};

/// `returnCreate`: a return that the shop agrees on at once. Gives its id.
pub(crate) fn return_create(state: &mut State, input: ReturnInput, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    let root = "returnInput";
    let (mut order, mut new) = begin(state, root, &input.order_id, input.return_line_items, now)?;
    new.status = ReturnStatus::Open;
    new.approved_at = Some(now);
    for (index, input) in input.exchange_line_items.iter().flatten().enumerate() {
        new.exchange_lines.push(exchange_line(state, &order, root, index, input)?);
    }
    let id = new.id;
    order.returns.push(new);
    state.put_changed_order(order, now);
    state.note(Topic::ReturnsApprove, id);
    Ok(id)
}

/// `returnRequest`: a return that the buyer asks for.
pub(crate) fn return_request(
    state: &mut State,
    input: RequestInput,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let (mut order, new) = begin(state, "input", &input.order_id, input.return_line_items, now)?;
    let id = new.id;
    order.returns.push(new);
    state.put_changed_order(order, now);
    state.note(Topic::ReturnsRequest, id);
    Ok(id)
}

fn begin(
    state: &mut State,
    root: &str,
    order_id: &str,
    inputs: Vec<ReturnLineInput>,
    now: DateTime<Utc>,
) -> Result<(Order, Return), Vec<UserError>> {
    let Some(order) = order(state, order_id) else {
        return refuse_with("NOT_FOUND", &[root, "orderId"], "Order not found.");
    };
    if inputs.is_empty() {
        return refuse_with("BLANK", &[root, "returnLineItems"], "Return line items can't be blank.");
    }
    let mut lines: Vec<ReturnLine> = Vec::new();
    for (index, input) in inputs.into_iter().enumerate() {
        let line = line(state, &order, root, index, input, &lines)?;
        lines.push(line);
    }
    let new = Return {
        id: state.ids.next(),
        name: format!("{}-R{}", order.name, order.returns.len() + 1),
        status: ReturnStatus::Requested,
        created_at: now,
        approved_at: None,
        closed_at: None,
        decline: None,
        lines,
        exchange_lines: Vec::new(),
        reverse_order_id: state.ids.next(),
    };
    Ok((order, new))
}

fn line(
    state: &mut State,
    order: &Order,
    root: &str,
    index: usize,
    input: ReturnLineInput,
    others: &[ReturnLine],
) -> Result<ReturnLine, Vec<UserError>> {
    let index = index.to_string();
    let wanted = number(&input.fulfillment_line_item_id, "FulfillmentLineItem");
    let sent = order.fulfillments.iter().filter(|parcel| !parcel.cancelled).flat_map(|parcel| &parcel.lines);
    let Some(sent) = sent.into_iter().find(|sent| Some(sent.id) == wanted) else {
        let field = [root, "returnLineItems", &index, "fulfillmentLineItemId"];
        return refuse_with("NOT_FOUND", &field, "Fulfillment line item not found.");
    };
    let named = |same: &dyn Fn(&ReturnLine) -> bool| -> u32 {
        others.iter().filter(|other| same(other)).map(|other| other.quantity).sum()
    };
    let in_parcel = order.returning(sent.id) + named(&|other| other.fulfillment_line_id == sent.id);
    // What was refunded without a return can't come back any more, nor twice what already does.
    let line = order.lines.iter().find(|line| line.id == sent.line_id);
    let kept = line.map(|line| order.kept(line)).unwrap_or_default();
    let coming = order.coming_back(sent.line_id) + named(&|other| other.line_id == sent.line_id);
    let left = sent.quantity.saturating_sub(in_parcel).min(kept.saturating_sub(coming));
    let quantity = u32::try_from(input.quantity).ok().filter(|quantity| *quantity > 0 && *quantity <= left);
    let Some(quantity) = quantity else {
        let field = [root, "returnLineItems", &index, "quantity"];
        return refuse_with("INVALID", &field, "Return line item has an invalid quantity.");
    };
    let reason = match &input.return_reason_definition_id {
        None => input.return_reason.unwrap_or_else(|| "UNKNOWN".to_owned()),
        Some(id) => {
            let wanted = number(id, "ReturnReasonDefinition");
            let Some(reason) = RETURN_REASONS.iter().find(|reason| Some(reason.id) == wanted) else {
                let field = [root, "returnLineItems", &index, "returnReasonDefinitionId"];
                return refuse_with("NOT_FOUND", &field, "Return reason definition not found.");
            };
            reason.value.to_owned()
        }
    };
    Ok(ReturnLine {
        id: state.ids.next(),
        line_id: sent.line_id,
        fulfillment_line_id: sent.id,
        quantity,
        processed: 0,
        reason,
        reason_note: input.return_reason_note.unwrap_or_default(),
        customer_note: input.customer_note,
        reverse_line_id: state.ids.next(),
        dispositions: Vec::new(),
        unverified: false,
    })
}

fn exchange_line(
    state: &mut State,
    order: &Order,
    root: &str,
    index: usize,
    input: &ExchangeInput,
) -> Result<ExchangeLine, Vec<UserError>> {
    let index = index.to_string();
    let variant = input.variant_id.as_deref().and_then(|id| number(id, "ProductVariant"));
    let price = variant.and_then(|id| state.variant(id)).map(|(_, variant)| variant.price);
    let (Some(variant_id), Some(price)) = (variant, price) else {
        let field = [root, "exchangeLineItems", &index, "variantId"];
        return refuse_with("NOT_FOUND", &field, "Variant not found.");
    };
    let Some(quantity) = u32::try_from(input.quantity).ok().filter(|quantity| *quantity > 0) else {
        let field = [root, "exchangeLineItems", &index, "quantity"];
        return refuse_with("GREATER_THAN", &field, "Quantity must be greater than 0.");
    };
    Ok(ExchangeLine {
        id: state.ids.next(),
        variant_id,
        quantity,
        processed: 0,
        price: order.in_both(price, Some(&order.currency)),
        line_ids: Vec::new(),
    })
}
