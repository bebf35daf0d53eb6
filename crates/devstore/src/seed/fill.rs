use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;

use super::catalog::{CatalogItem, catalog};
use super::chance::Chance;
use super::order::order;
use super::people::{DemoCustomer, customers, customers_for};
use super::staff::staff;
use crate::mutate::{
    AddressInput, CustomerInput, InventoryBehaviour, InventoryInput, InventoryItemInput, MeasurementInput, Moment,
    OptionInput, OptionValueInput, ProductInput, Texts, UserError, VariantInput, VariantOptionInput, customer_create,
    order_create, order_mark_as_paid, product_set,
};
use crate::store::State;
use crate::store::payments::{Dispute, TIME_FOR_EVIDENCE};
use crate::store::product::Weight;

/// How much a seeded shop holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Seeded {
    /// Products.
    pub products: usize,
    /// Variants of all products.
    pub variants: usize,
    /// Customers.
    pub customers: usize,
    /// Orders.
    pub orders: usize,
}

impl Seeded {
    pub(crate) fn of(state: &State) -> Self {
        Self {
            products: state.products.len(),
            variants: state.products.values().map(|product| product.variants.len()).sum(),
            customers: state.customers.len(),
            orders: state.orders.len(),
        }
    }
}

/// The orders of a seeded shop were placed within this time.
const DAYS_OF_ORDERS: i64 = 30;

/// Fills an empty store: the whole catalogue, its staff, and `orders` orders with the customers who placed them. The last
/// order was placed shortly before `now`.
///
/// # Errors
/// A rule that the seed itself breaks, which would be a mistake in it.
pub(crate) fn fill(state: &mut State, orders: usize, seed: u64, now: DateTime<Utc>) -> Result<(), Vec<UserError>> {
    let opened = now - TimeDelta::days(400);
    state.shop.created_at = opened;
    stock(state, opened)?;
    welcome(state, &customers(customers_for(orders), seed), opened)?;
    let mut chance = Chance::new(seed);
    let first = now - TimeDelta::days(DAYS_OF_ORDERS);
    let span = TimeDelta::days(DAYS_OF_ORDERS).num_seconds();
    state.payments.settled_at = opened;
    let mut disputed = None;
    for index in 1..=orders {
        let share = i64::try_from(index.saturating_mul(usize::try_from(span).unwrap_or_default()) / orders.max(1));
        let placed = first + TimeDelta::seconds(share.unwrap_or(span) - 60);
        state.settle_payments(placed);
        if now - placed < DISPUTED {
            dispute(state, &mut disputed, placed);
        }
        place(state, &mut chance, placed, now)?;
    }
    state.settle_payments(now);
    staff(state);
    Ok(())
}

/// A buyer has wanted money back so long ago.
const DISPUTED: TimeDelta = TimeDelta::days(6);

/// Disputes the first payment that came by Shopify Payments, once: its evidence is due four days from now.
fn dispute(state: &mut State, disputed: &mut Option<u64>, at: DateTime<Utc>) {
    let charge = || state.payments.transactions.values().find(|one| one.kind == "CHARGE").cloned();
    let Some(charge) = disputed.is_none().then(charge).flatten() else { return };
    let dispute = Dispute {
        id: state.payments.ids.next(),
        order: charge.order,
        order_transaction: charge.order_transaction,
        amount: charge.amount,
        currency: charge.currency.clone(),
        reason: "PRODUCT_NOT_RECEIVED".to_owned(),
        network_reason_code: Some("4855".to_owned()),
        status: "NEEDS_RESPONSE".to_owned(),
        kind: "CHARGEBACK".to_owned(),
        initiated_as: "CHARGEBACK".to_owned(),
        initiated_at: at,
        evidence_due_by: Some(at + TIME_FOR_EVIDENCE),
        evidence_sent_on: None,
        finalized_on: None,
        withdrawn: Decimal::ZERO,
        fee: Decimal::ZERO,
    };
    *disputed = Some(state.put_dispute(dispute, at).id);
}

/// Places one order like those of a seeded shop. Orders that are paid later are paid before `now`.
pub(crate) fn place(
    state: &mut State,
    chance: &mut Chance,
    placed: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let Some(input) = order(state, chance) else {
        return Err(vec![UserError::new(&[], "the store has no products or no customers to make an order of")]);
    };
    let order = order_create(state, input, InventoryBehaviour::DecrementIgnoringPolicy, placed)?;
    let paid = placed + TimeDelta::hours(5);
    if order.financial_status() == "PENDING" && paid < now && chance.percent(40) {
        order_mark_as_paid(state, &format!("gid://shopify/Order/{}", order.id), paid)?;
    }
    Ok(order.id)
}

/// Puts every product of the catalogue into the store.
pub(crate) fn stock(state: &mut State, now: DateTime<Utc>) -> Result<(), Vec<UserError>> {
    let location = format!("gid://shopify/Location/{}", state.shop.location_id);
    for items in catalog().chunk_by(|a, b| a.product == b.product) {
        let product = product_set(state, None, product_input(items, &location), Moment::still(now))?;
        state.publish_to_channels(product.id, now);
    }
    Ok(())
}

/// Registers these customers.
pub(crate) fn welcome(state: &mut State, customers: &[DemoCustomer], now: DateTime<Utc>) -> Result<(), Vec<UserError>> {
    for customer in customers {
        customer_create(state, customer_input(customer), now)?;
    }
    Ok(())
}

fn product_input(items: &[CatalogItem], location: &str) -> ProductInput {
    let mut options: Vec<(&str, Vec<&str>)> = Vec::new();
    for (name, value) in items.iter().flat_map(|item| item.options.iter()) {
        match options.iter_mut().find(|(known, _)| known == name) {
            Some((_, values)) if values.contains(value) => {}
            Some((_, values)) => values.push(value),
            None => options.push((name, vec![value])),
        }
    }
    if options.is_empty() {
        options.push(("Title", vec!["Default Title"]));
    }
    let first = items.first();
    ProductInput {
        texts: Texts {
            title: first.map(|item| item.title.clone()),
            vendor: first.map(|item| item.vendor.to_owned()),
            product_type: first.map(|item| item.product_type.to_owned()),
            description_html: first.map(|item| format!("<p>{} fra {}.</p>", item.title, item.vendor)),
            ..Texts::default()
        },
        product_options: Some(options.iter().map(|(name, values)| option_input(name, values)).collect()),
        variants: Some(items.iter().map(|item| variant_input(item, location)).collect()),
        ..ProductInput::default()
    }
}

fn option_input(name: &str, values: &[&str]) -> OptionInput {
    let value = |name: &&str| OptionValueInput { id: None, name: Some((*name).to_owned()) };
    OptionInput {
        id: None,
        name: Some(name.to_owned()),
        position: None,
        values: Some(values.iter().map(value).collect()),
    }
}

fn variant_input(item: &CatalogItem, location: &str) -> VariantInput {
    let chosen = |name: &str, value: &str| VariantOptionInput {
        name: Some(value.to_owned()),
        option_name: Some(name.to_owned()),
        ..VariantOptionInput::default()
    };
    let mut option_values: Vec<_> = item.options.iter().map(|(name, value)| chosen(name, value)).collect();
    if option_values.is_empty() {
        option_values.push(chosen("Title", "Default Title"));
    }
    VariantInput {
        barcode: Some(item.gtin.clone()).into(),
        price: Some(item.price),
        sku: Some(item.number.clone()).into(),
        option_values: Some(option_values),
        inventory_item: Some(InventoryItemInput {
            cost: Some(item.cost).into(),
            tracked: Some(true),
            requires_shipping: Some(true),
            measurement: Some(MeasurementInput {
                weight: Some(Weight { value: f64::from(item.weight), unit: "GRAMS".to_owned() }),
            }),
            ..InventoryItemInput::default()
        }),
        inventory_quantities: Some(vec![InventoryInput {
            location_id: location.to_owned(),
            name: None,
            quantity: 500,
        }]),
        ..VariantInput::default()
    }
}

fn customer_input(customer: &DemoCustomer) -> CustomerInput {
    CustomerInput {
        email: Some(customer.email.clone()),
        first_name: Some(customer.first_name.clone()),
        last_name: Some(customer.last_name.clone()),
        phone: Some(customer.phone.clone()),
        addresses: Some(vec![AddressInput {
            first_name: Some(customer.first_name.clone()),
            last_name: Some(customer.last_name.clone()),
            address1: Some(customer.address.clone()),
            zip: Some(customer.post_code.clone()),
            city: Some(customer.city.clone()),
            country_code: Some(customer.country_code.clone()),
            phone: Some(customer.phone.clone()),
            ..AddressInput::default()
        }]),
        ..CustomerInput::default()
    }
}
