use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use shopify_schema::gid::ProductVariantId;

use super::customer_create::filled;
use super::discounts;
use super::order_customer;
use super::order_input::{LineInput, OrderInput, ShippingLineInput, TransactionInput};
use super::order_place::{confirmation_number, place};
use super::taxes;
use super::user_error::UserError;
use crate::store::State;
use crate::store::order::{Line, Order, ShippingLine};
use crate::store::transaction::Transaction;

/// `orderCreate`: an order that was placed somewhere else. Prices, discounts and taxes are as the input gives them;
/// totals and the status of the payment follow.
pub(crate) fn order_create(
    state: &mut State,
    input: OrderInput,
    inventory: InventoryBehaviour,
    now: DateTime<Utc>,
) -> Result<Arc<Order>, Vec<UserError>> {
    let errors = check(&input, now);
    if !errors.is_empty() {
        return Err(errors);
    }
    let lines = lines(state, &input)?;
    check_stock(state, &lines, inventory)?;
    let customer_id = order_customer::find_or_create(state, &input, now)?;
    let customer = customer_id.and_then(|id| state.customers.get(&id)).map(Arc::clone);
    let id = state.ids.next();
    let number = state.next_order_number;
    state.next_order_number += 1;
    let currency = input
        .currency
        .clone()
        .or_else(|| first_currency(&input, |bag| Some(&bag.shop_money.currency_code)))
        .unwrap_or_else(|| state.shop.currency.clone());
    let presentment_currency = input
        .presentment_currency
        .clone()
        .or_else(|| first_currency(&input, |bag| bag.presentment_money.as_ref().map(|money| &money.currency_code)))
        .unwrap_or_else(|| currency.clone());
    let shipping_lines = input.shipping_lines.iter().flatten().map(|line| shipping_line(state, line)).collect();
    let mut address =
        |input: Option<_>| input.map(|input: super::address_input::AddressInput| input.into_address(state.ids.next()));
    let billing_address = address(input.billing_address.clone());
    let shipping_address = address(input.shipping_address.clone());
    let mut order = Order {
        id,
        number,
        name: input.name.clone().unwrap_or_else(|| format!("#{number}")),
        confirmation_number: confirmation_number(id),
        created_at: now,
        updated_at: now,
        processed_at: input.processed_at.unwrap_or(now),
        closed_at: input.closed_at,
        currency,
        presentment_currency,
        customer_id,
        email: filled(input.email.clone()).or_else(|| customer.as_ref().and_then(|customer| customer.email.clone())),
        phone: filled(input.phone.clone()),
        note: input.note.clone(),
        po_number: input.po_number.clone(),
        source_name: input.source_name.clone(),
        source_identifier: input.source_identifier.clone(),
        tags: input.tags.clone().unwrap_or_default(),
        custom_attributes: pairs(input.custom_attributes.iter().flatten().map(|a| (&a.key, &a.value))),
        billing_address,
        shipping_address,
        taxes_included: input.taxes_included,
        sends_from: input.sends_from,
        tax_exempt: customer.as_ref().is_some_and(|customer| customer.tax_exempt),
        test: input.test,
        lines,
        shipping_lines,
        discounts: discounts::given(state, input.discount_code.as_ref()),
        given_fulfillment_status: match input.fulfillment_status.as_deref() {
            Some("PARTIAL") => Some("PARTIALLY_FULFILLED".to_owned()),
            Some("RESTOCKED") => Some("RESTOCKED".to_owned()),
            _ => None,
        },
        ..Order::default()
    };
    discounts::allocate(&mut order);
    taxes::charge(&mut order, &input);
    let sent = input.fulfillment_status.as_deref() == Some("FULFILLED");
    let pay = |state: &mut State, order: &mut Order| pay(state, order, &input, now);
    Ok(place(state, order, sent, inventory, now, pay))
}

/// What an order does to the stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InventoryBehaviour {
    Bypass,
    DecrementIgnoringPolicy,
    DecrementObeyingPolicy,
}

fn check(input: &OrderInput, now: DateTime<Utc>) -> Vec<UserError> {
    let mut errors = Vec::new();
    let lines = input.line_items.as_deref().unwrap_or_default();
    if lines.is_empty() {
        let message = "Line items must have at least one line item";
        errors.push(UserError::new(&["order", "lineItems"], message).with_code("INVALID"));
    }
    if input.customer.is_some() && input.customer_id.is_some() {
        let message = "Only one of customerId and customer can be provided";
        errors.push(UserError::new(&["order"], message).with_code("REDUNDANT_CUSTOMER_FIELDS"));
    }
    if input.processed_at.is_some_and(|processed| processed > now) {
        let message = "Processed at must not be in the future";
        errors.push(UserError::new(&["order", "processedAt"], message).with_code("PROCESSED_AT_INVALID"));
    }
    if taxes::given_twice(input) {
        let message = "Tax lines must be associated with either order or line item but not both";
        errors.push(UserError::new(&["order", "taxLines"], message).with_code("INVALID"));
    }
    errors
}

/// Codes of the first bag of the order that has one.
fn first_currency<'a>(
    input: &'a OrderInput,
    code: impl Fn(&'a super::order_input::BagInput) -> Option<&'a String>,
) -> Option<String> {
    let lines = input.line_items.iter().flatten().filter_map(|line| line.price_set.as_ref());
    let shipping = input.shipping_lines.iter().flatten().map(|line| &line.price_set);
    let transactions = input.transactions.iter().flatten().map(|transaction| &transaction.amount_set);
    lines.chain(shipping).chain(transactions).filter_map(code).find(|code| !code.is_empty()).cloned()
}

fn lines(state: &mut State, input: &OrderInput) -> Result<Vec<Line>, Vec<UserError>> {
    let mut lines = Vec::new();
    let mut errors = Vec::new();
    for (index, given) in input.line_items.iter().flatten().enumerate() {
        match line(state, given) {
            Ok(line) => lines.push(line),
            Err((field, message)) => {
                let place = index.to_string();
                errors.push(UserError::new(&["order", "lineItems", &place, field], message).with_code("INVALID"));
            }
        }
    }
    if errors.is_empty() { Ok(lines) } else { Err(errors) }
}

fn line(state: &mut State, input: &LineInput) -> Result<Line, (&'static str, String)> {
    let quantity = u32::try_from(input.quantity)
        .ok()
        .filter(|quantity| *quantity > 0)
        .ok_or(("quantity", "Quantity must be greater than 0".to_owned()))?;
    let variant = match &input.variant_id {
        None => None,
        Some(id) => {
            let number = id.parse::<ProductVariantId>().ok().map(ProductVariantId::number);
            let found = number.and_then(|number| state.variant(number));
            let (product, variant) =
                found.ok_or(("variantId", "The variant does not exist in the shop.".to_owned()))?;
            Some((Arc::clone(product), variant.clone()))
        }
    };
    let (product, variant) = match &variant {
        Some((product, variant)) => (Some(product.as_ref()), Some(variant)),
        None => (None, None),
    };
    let title = filled(input.title.clone()).or_else(|| product.map(|product| product.title.clone()));
    let title = title.ok_or(("title", "Title can't be blank".to_owned()))?;
    let price = input
        .price_set
        .as_ref()
        .map(super::order_input::BagInput::bag)
        .or_else(|| variant.map(|variant| crate::store::money::Bag::both(variant.price)))
        .ok_or(("priceSet", "Price can't be blank".to_owned()))?;
    if price.shop < Decimal::ZERO {
        return Err(("priceSet", "Price must be greater than or equal to 0".to_owned()));
    }
    let default = product.is_some_and(|product| product.has_only_default_variant());
    Ok(Line {
        id: state.ids.next(),
        product_id: product.map(|product| product.id),
        variant_id: variant.map(|variant| variant.id),
        title,
        variant_title: input.variant_title.clone().or_else(|| variant.filter(|_| !default).map(|v| v.title())),
        sku: input.sku.clone().or_else(|| variant.and_then(|variant| variant.sku.clone())),
        vendor: input.vendor.clone().or_else(|| product.map(|product| product.vendor.clone())),
        quantity,
        unit_price: price,
        taxable: input.taxable.unwrap_or(true),
        requires_shipping: match variant {
            Some(variant) => variant.requires_shipping,
            None => input.requires_shipping.unwrap_or_default(),
        },
        gift_card: input.gift_card || product.is_some_and(|product| product.gift_card),
        weight: input.weight.clone().or_else(|| variant.and_then(|variant| variant.weight.clone())),
        custom_attributes: pairs(input.properties.iter().flatten().map(|p| (&p.name, &p.value))),
        allocations: Vec::new(),
        taxes: Vec::new(),
    })
}

fn shipping_line(state: &mut State, input: &ShippingLineInput) -> ShippingLine {
    ShippingLine {
        id: state.ids.next(),
        title: input.title.clone(),
        code: input.code.clone(),
        source: input.source.clone(),
        price: input.price_set.bag(),
        allocations: Vec::new(),
        taxes: Vec::new(),
        removed: false,
    }
}

fn pairs<'a>(pairs: impl Iterator<Item = (&'a String, &'a String)>) -> Vec<(String, String)> {
    pairs.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// The payments, and the status that was given. An order given as paid without a payment has a manual one of its total.
fn pay(state: &mut State, order: &mut Order, input: &OrderInput, now: DateTime<Utc>) {
    for given in input.transactions.iter().flatten() {
        let mut transaction = transaction(state, given, now);
        if given.whole_order {
            transaction.amount = order.totals.placed.total;
        }
        follow(order, &mut transaction);
        order.transactions.push(transaction);
    }
    match input.financial_status.as_deref() {
        Some("PAID") if order.transactions.is_empty() => {
            order.transactions.push(super::order_mark_as_paid::manual_payment(state, order.totals.placed.total, now));
        }
        Some(status) => order.given_financial_status = Some(status.to_owned()),
        None => {}
    }
}

/// A capture that the input gives belongs to the authorisation before it.
fn follow(order: &mut Order, transaction: &mut Transaction) {
    if !transaction.succeeded(&["CAPTURE", "VOID"]) {
        return;
    }
    let authorization = order.transactions.iter_mut().rev().find(|other| other.succeeded(&["AUTHORIZATION"]));
    if let Some(authorization) = authorization {
        transaction.parent_id = Some(authorization.id);
        authorization.released = (authorization.released + transaction.amount).at_most(authorization.amount);
    }
}

fn transaction(state: &mut State, input: &TransactionInput, now: DateTime<Utc>) -> Transaction {
    let kind = input.kind.as_deref().unwrap_or("SALE");
    let gateway = input.gateway.as_deref().unwrap_or("manual");
    let mut transaction = Transaction::made(state.ids.next(), kind, gateway, input.amount_set.bag(), now);
    transaction.processed_at = input.processed_at.unwrap_or(now);
    transaction.receipt.clone_from(&input.receipt_json);
    transaction.test = input.test;
    if let Some(status) = &input.status {
        transaction.status.clone_from(status);
    }
    if let Some(code) = &input.authorization_code {
        transaction.payment_id = Some(code.clone());
    }
    transaction
}

fn check_stock(state: &State, lines: &[Line], behaviour: InventoryBehaviour) -> Result<(), Vec<UserError>> {
    let short =
        lines.iter().filter_map(|line| Some((state.variant(line.variant_id?)?.1, line))).any(|(variant, line)| {
            let denied = variant.tracked && variant.inventory_policy == "DENY";
            denied && variant.inventory_quantity() < i64::from(line.quantity)
        });
    if short && behaviour == InventoryBehaviour::DecrementObeyingPolicy {
        let message = "Unable to claim inventory for the line items";
        let error = UserError::new(&["order", "lineItems"], message).with_code("INVENTORY_CLAIM_FAILED");
        return Err(vec![error]);
    }
    Ok(())
}
