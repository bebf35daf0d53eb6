use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::buyer::customer;
use super::check::check;
use super::discount::{on_line, on_order};
use super::input::{DraftInput, ShippingInput};
use super::line::{amount, line};
use super::terms::terms;
use crate::mutate::customer_create::filled;
use crate::mutate::order_edit::taxes_on;
use crate::mutate::user_error::UserError;
use crate::store::draft::{Offer, OfferLine};
use crate::store::ids::Ids;
use crate::store::money::Bag;
use crate::store::order::{Line, Order, ShippingLine};
use crate::store::{Shop, State};

/// What an input comes to: an order that is not placed. Nothing in the store changes.
pub(super) fn offer(
    state: &State,
    ids: &mut Ids,
    input: &DraftInput,
    now: DateTime<Utc>,
) -> Result<Offer, Vec<UserError>> {
    let shop = &state.shop;
    let mut errors = check(input, &shop.currency, now);
    let (lines, mut offered) = lines(state, ids, input, &mut errors);
    let shipping = input.shipping_line.as_ref().map(|given| shipping_line(given, &shop.currency, ids)).transpose();
    let shipping = shipping.unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    if !errors.is_empty() {
        return Err(errors);
    }
    let customer = customer(state, input)?;
    let payment_terms = input.payment_terms.as_ref().map(|given| terms(given, ids, now)).transpose()?;
    let customer = customer.as_deref();
    let default =
        customer.and_then(|customer| customer.addresses.first()).filter(|_| input.use_customer_default_address);
    let mut address = |given: Option<&crate::mutate::AddressInput>| {
        given.map(|given| given.clone().into_address(ids.next())).or_else(|| default.cloned())
    };
    let (billing_address, shipping_address) =
        (address(input.billing_address.as_ref()), address(input.shipping_address.as_ref()));
    let mut order = Order {
        currency: shop.currency.clone(),
        presentment_currency: shop.currency.clone(),
        customer_id: customer.map(|customer| customer.id),
        email: filled(input.email.clone()).or_else(|| customer.and_then(|customer| customer.email.clone())),
        phone: filled(input.phone.clone()),
        note: filled(input.note.clone()),
        po_number: filled(input.po_number.clone()),
        source_name: filled(input.source_name.clone()),
        tags: tags(&input.tags),
        custom_attributes: input.custom_attributes.iter().map(|one| (one.key.clone(), one.value.clone())).collect(),
        billing_address,
        shipping_address,
        taxes_included: shop.taxes_included,
        tax_exempt: input.tax_exempt.unwrap_or_else(|| customer.is_some_and(|customer| customer.tax_exempt)),
        lines,
        shipping_lines: shipping.into_iter().collect(),
        payment_terms,
        ..Order::default()
    };
    for (place, (given, offered)) in input.line_items.iter().zip(&mut offered).enumerate() {
        offered.discount = given.applied_discount.as_ref().map(|given| on_line(&mut order, place, given, ids));
    }
    let discount = input.applied_discount.as_ref().map(|given| on_order(&mut order, given, ids));
    tax(&mut order);
    order.total();
    Ok(Offer {
        order: Arc::new(order),
        discount,
        lines: offered,
        reserve_inventory_until: input.reserve_inventory_until,
        accept_automatic_discounts: input.accept_automatic_discounts,
        allow_discount_codes: input.allow_discount_codes_in_checkout,
        visible_to_customer: input.visible_to_customer.unwrap_or(true),
    })
}

fn lines(state: &State, ids: &mut Ids, input: &DraftInput, errors: &mut Vec<UserError>) -> (Vec<Line>, Vec<OfferLine>) {
    let given = input.line_items.iter().enumerate();
    let read = given.filter_map(|(place, given)| {
        let read = line(state, ids, given, &["lineItems", &place.to_string()]);
        read.map_err(|error| errors.push(error)).ok()
    });
    read.unzip()
}

fn shipping_line(input: &ShippingInput, currency: &str, ids: &mut Ids) -> Result<ShippingLine, UserError> {
    let field = ["shippingLine"];
    let price = match (&input.price_with_currency, input.price) {
        (Some(money), _) => amount(money, currency, &field, "priceWithCurrency")?,
        (None, price) => price.unwrap_or_default(),
    };
    if price < Decimal::ZERO {
        return Err(UserError::new(&["shippingLine", "price"], "Price must be greater than or equal to 0"));
    }
    let title = filled(input.title.clone());
    let title = title.ok_or_else(|| UserError::new(&["shippingLine", "title"], "Title can't be blank"))?;
    Ok(ShippingLine {
        id: ids.next(),
        title,
        code: Some("custom".to_owned()),
        source: None,
        price: Bag::both(price),
        allocations: Vec::new(),
        taxes: Vec::new(),
        removed: false,
    })
}

/// Charges the taxes of the shop's settings, by where the goods go, on what is left after discounts.
fn tax(order: &mut Order) {
    if order.tax_exempt {
        return;
    }
    let rates = Shop::taxes(order.display_address().and_then(|address| address.country_code.as_deref()));
    let lines: Vec<_> = order.lines.iter().map(|line| taxes_on(order, line.discounted_total(), &rates)).collect();
    let shipping = order.shipping_lines.iter();
    let shipping: Vec<_> = shipping.map(|line| taxes_on(order, line.discounted_price(), &rates)).collect();
    for (line, taxes) in order.lines.iter_mut().zip(lines).filter(|(line, _)| line.taxable) {
        line.taxes = taxes;
    }
    for (line, taxes) in order.shipping_lines.iter_mut().zip(shipping) {
        line.taxes = taxes;
    }
}

/// Each tag once, in order.
pub(super) fn tags(given: &[String]) -> Vec<String> {
    let mut tags: Vec<String> = given.iter().map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
    tags.sort_by_key(|tag| tag.to_lowercase());
    tags.dedup_by_key(|tag| tag.to_lowercase());
    tags
}
