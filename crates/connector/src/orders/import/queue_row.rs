//! The row of an order that has been reported.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Serialize;
use shopify::documents::orders::{MailingAddress, MoneyBag, Order, PurchasingEntity as Entity, RiskLevel};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::{Invalid, amount, text};
use crate::orders::options::{ImportAction, PurchasingEntity, SetAside, words};
use crate::orders::to_import;

/// What is known of an order before it is read.
#[derive(Clone, Debug)]
pub struct Reported<'a> {
    /// The store.
    pub store: &'a str,
    /// Its digest.
    pub content_hash: String,
    /// Whether it is staged already.
    pub action: ImportAction,
}

/// The queue row of an order, without what Shopify said: that is added to the rows that are kept.
///
/// # Errors
/// [`Invalid`] says which field can't be read.
pub fn queue_row(id: Uuid, order: &Order, reported: &Reported<'_>) -> Result<to_import::Model, Invalid> {
    let entity = match &order.purchasing_entity {
        None => PurchasingEntity::Blank,
        Some(Entity::PurchasingCompany(_)) => PurchasingEntity::Company,
        Some(Entity::Person) => PurchasingEntity::Customer,
    };
    let taxes = order.total_tax_set.as_ref();
    let tax = |pick: fn(&MoneyBag) -> Decimal| amount("totalTaxSet", taxes.map_or(Decimal::ZERO, pick));
    Ok(to_import::Model {
        id,
        store: reported.store.to_owned(),
        shopify_order_id: text::number(&order.id),
        shop_code: Code::blank(),
        order_number: text::cut(&order.name, 50),
        created_at: order.created_at,
        updated_at: order.updated_at,
        test: order.test,
        confirmed: order.confirmed,
        fully_paid: order.fully_paid,
        unpaid: order.unpaid,
        financial_status: order.display_financial_status.as_ref().map(option).unwrap_or_default(),
        fulfillment_status: option(&order.display_fulfillment_status),
        order_amount: amount("totalPriceSet", order.total_price_set.shop_money.amount)?,
        currency_code: Code::cut(&order.currency_code.0),
        total_quantity_of_items: order.subtotal_line_items_quantity,
        number_of_order_lines: i32::try_from(order.line_items.nodes.len()).unwrap_or(i32::MAX),
        tags: text::tags(&order.tags),
        channel_name: text::cut(channel(order), 100),
        purchasing_entity: entity,
        high_risk: is_high_risk(order),
        sell_to_country_region_code: country(order.display_address.as_ref()),
        ship_to_country_region_code: country(order.shipping_address.as_ref()),
        bill_to_country_region_code: country(order.billing_address.as_ref()),
        vat_amount: tax(|taxes| taxes.shop_money.amount)?,
        presentment_vat_amount: tax(|taxes| taxes.presentment_money.amount)?,
        channel_liable_taxes: is_channel_liable(order),
        import_action: reported.action,
        has_error: false,
        error_message: String::new(),
        set_aside: SetAside::Blank,
        set_aside_reason: String::new(),
        attribute_keys: keys(order),
        content: String::new(),
        content_hash: reported.content_hash.clone(),
    })
}

/// A row for an order that can't even be read.
pub fn unreadable(id: Uuid, shopify_order_id: i64, now: DateTime<Utc>, reported: &Reported<'_>) -> to_import::Model {
    to_import::Model {
        id,
        store: reported.store.to_owned(),
        shopify_order_id,
        shop_code: Code::blank(),
        order_number: String::new(),
        created_at: now,
        updated_at: now,
        test: false,
        confirmed: false,
        fully_paid: false,
        unpaid: false,
        financial_status: Default::default(),
        fulfillment_status: Default::default(),
        order_amount: Amount::ZERO,
        currency_code: Code::blank(),
        total_quantity_of_items: 0,
        number_of_order_lines: 0,
        tags: String::new(),
        channel_name: String::new(),
        purchasing_entity: PurchasingEntity::Blank,
        high_risk: false,
        sell_to_country_region_code: Code::blank(),
        ship_to_country_region_code: Code::blank(),
        bill_to_country_region_code: Code::blank(),
        vat_amount: Amount::ZERO,
        presentment_vat_amount: Amount::ZERO,
        channel_liable_taxes: false,
        import_action: reported.action,
        has_error: true,
        error_message: String::new(),
        set_aside: SetAside::Blank,
        set_aside_reason: String::new(),
        attribute_keys: String::new(),
        content: String::new(),
        content_hash: reported.content_hash.clone(),
    }
}

/// Where an order was sold.
pub fn channel(order: &Order) -> &str {
    order.attribution.as_ref().map(|channel| channel.display_name.as_str()).unwrap_or_default()
}

/// The code of a country.
pub fn country(address: Option<&MailingAddress>) -> Code<20> {
    let code = address.and_then(|address| address.country_code.as_ref());
    code.map(|code| Code::cut(&code.0)).unwrap_or_default()
}

/// Whether the channel pays any of the order's taxes.
pub fn is_channel_liable(order: &Order) -> bool {
    order.tax_lines.iter().any(|tax| tax.channel_liable == Some(true))
}

/// Whether any assessment says that the risk is high.
pub fn is_high_risk(order: &Order) -> bool {
    order.risk.assessments.iter().any(|assessment| assessment.risk_level == RiskLevel::High)
}

/// An option of Shopify as ours; what is unknown is kept.
pub fn option<S: Serialize, T: std::str::FromStr + Default>(shopify: &S) -> T {
    match serde_json::to_value(shopify) {
        Ok(serde_json::Value::String(value)) => words(&value).parse().unwrap_or_default(),
        _ => T::default(),
    }
}

fn keys(order: &Order) -> String {
    let keys: Vec<&str> = order.custom_attributes.iter().map(|attribute| attribute.key.as_str()).collect();
    text::cut(&keys.join("\n"), usize::MAX)
}
