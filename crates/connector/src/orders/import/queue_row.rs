//! The row of an order that has been reported.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::said::{Address, Order};
use super::{Invalid, amount, text};
use crate::orders::options::{ImportAction, PurchasingEntity, words};
use crate::orders::to_import;

/// What is known of an order before it is read.
#[derive(Clone, Debug)]
pub struct Reported<'a> {
    /// The store.
    pub store: &'a str,
    /// All that Shopify said.
    pub content: &'a str,
    /// Its digest.
    pub content_hash: String,
    /// Whether it is staged already.
    pub action: ImportAction,
}

/// The queue row of an order.
///
/// # Errors
/// [`Invalid`] says which field can't be read.
pub fn queue_row(id: Uuid, order: &Order, reported: &Reported<'_>) -> Result<to_import::Model, Invalid> {
    let country = |address: &Option<Address>| {
        Code::cut(address.as_ref().map(|address| address.country_code_v2.as_str()).unwrap_or_default())
    };
    let entity = match &order.purchasing_entity {
        None => PurchasingEntity::Blank,
        Some(entity) if entity.company.is_some() => PurchasingEntity::Company,
        Some(_) => PurchasingEntity::Customer,
    };
    Ok(to_import::Model {
        id,
        store: reported.store.to_owned(),
        shopify_order_id: text::number(&order.id),
        shop_code: Code::blank(),
        order_number: text::cut(&order.name, 50),
        created_at: order.created_at.ok_or(Invalid::Missing("createdAt"))?,
        updated_at: instant("updatedAt", &order.updated_at)?,
        test: order.test,
        confirmed: order.confirmed,
        fully_paid: order.fully_paid,
        unpaid: order.unpaid,
        financial_status: option(&order.display_financial_status),
        fulfillment_status: option(&order.display_fulfillment_status),
        order_amount: amount("totalPriceSet", order.total_price_set.shop_money.amount)?,
        currency_code: Code::cut(&order.currency_code),
        total_quantity_of_items: order.subtotal_line_items_quantity,
        number_of_order_lines: i32::try_from(order.line_items.nodes.len()).unwrap_or(i32::MAX),
        tags: text::tags(&order.tags),
        channel_name: text::cut(&channel(order), 100),
        purchasing_entity: entity,
        high_risk: is_high_risk(order),
        sell_to_country_region_code: country(&order.display_address),
        ship_to_country_region_code: country(&order.shipping_address),
        bill_to_country_region_code: country(&order.billing_address),
        vat_amount: amount("totalTaxSet", order.total_tax_set.shop_money.amount)?,
        presentment_vat_amount: amount("totalTaxSet", order.total_tax_set.presentment_money.amount)?,
        channel_liable_taxes: order.tax_lines.iter().any(|tax| tax.channel_liable),
        import_action: reported.action,
        has_error: false,
        error_message: String::new(),
        attribute_keys: keys(order),
        content: text::cut(reported.content, usize::MAX),
        content_hash: reported.content_hash.clone(),
    })
}

/// A row for an order that can't even be read: it says so, and keeps what was said.
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
        attribute_keys: String::new(),
        content: text::cut(reported.content, usize::MAX),
        content_hash: reported.content_hash.clone(),
    }
}

/// Where an order was sold.
pub fn channel(order: &Order) -> String {
    let named = [&order.publication.name, &order.attribution.display_name];
    named.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default()
}

/// Whether any assessment says that the risk is high.
pub fn is_high_risk(order: &Order) -> bool {
    order.risk.assessments.iter().any(|assessment| assessment.risk_level == "HIGH")
}

/// An option of Shopify as ours; what is unknown is kept.
pub fn option<T: std::str::FromStr + Default>(shopify: &str) -> T {
    words(shopify).parse().unwrap_or_default()
}

/// An instant of Shopify.
pub fn instant(field: &'static str, text: &str) -> Result<DateTime<Utc>, Invalid> {
    let parsed = DateTime::parse_from_rfc3339(text).map_err(|_| Invalid::Missing(field))?;
    Ok(parsed.with_timezone(&Utc))
}

fn keys(order: &Order) -> String {
    let keys: Vec<&str> = order.custom_attributes.iter().map(|attribute| attribute.key.as_str()).collect();
    text::cut(&keys.join("\n"), usize::MAX)
}
