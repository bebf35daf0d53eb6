//! What the import reads of an order's JSON. What is not there is blank.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer};

/// `null` is the default value, as a field that is not there.
fn or_default<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

macro_rules! said {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Default, Deserialize)]
            #[serde(rename_all = "camelCase", default)]
            pub(crate) struct $name {
                $( #[serde(deserialize_with = "or_default")] pub(crate) $field: $type, )*
            }
        )*
    };
}

said! {
    Order {
        id: String, name: String, created_at: Option<DateTime<Utc>>, updated_at: String, processed_at: Option<DateTime<Utc>>,
        cancelled_at: Option<DateTime<Utc>>, cancel_reason: String, closed: bool, closed_at: Option<DateTime<Utc>>,
        test: bool, edited: bool, confirmed: bool, unpaid: bool, fully_paid: bool, refundable: bool,
        display_financial_status: String, display_fulfillment_status: String, return_status: String,
        email: String, phone: String, note: String, po_number: String, source_name: String, tags: Vec<String>,
        currency_code: String, presentment_currency_code: String, taxes_included: bool, tax_exempt: bool,
        total_weight: Decimal, subtotal_line_items_quantity: i32, current_subtotal_line_items_quantity: i32,
        discount_code: String, discount_codes: Vec<String>,
        app: Named, publication: Named, attribution: Attribution, retail_location: Location,
        customer: Option<Customer>, purchasing_entity: Option<PurchasingEntity>,
        display_address: Option<Address>, shipping_address: Option<Address>, billing_address: Option<Address>,
        total_price_set: Money, subtotal_price_set: Money, total_tax_set: Money, current_total_discounts_set: Money,
        total_shipping_price_set: Money, current_total_price_set: Money, total_tip_received_set: Money,
        total_cash_rounding_adjustment: CashRounding, payment_terms: Option<PaymentTerms>,
        custom_attributes: Vec<Attribute>, tax_lines: Vec<TaxLine>, risk: Risk,
        line_items: Connection<LineItem>, shipping_lines: Connection<ShippingLine>,
    }
    Named { name: String }
    Attribution { display_name: String, handle: String }
    Location { id: String, name: String }
    EmailAddress { email_address: String }
    PhoneNumber { phone_number: String }
    Customer {
        id: String, first_name: String, last_name: String, default_email_address: EmailAddress,
        default_phone_number: PhoneNumber, default_address: Option<Address>,
    }
    PurchasingEntity { company: Option<Company> }
    Company { id: String, name: String }
    Address {
        first_name: String, last_name: String, company: String, address1: String, address2: String, zip: String,
        city: String, province: String, province_code: String, country_code_v2: String, phone: String,
    }
    Money { shop_money: MoneyOf, presentment_money: MoneyOf }
    MoneyOf { amount: Decimal }
    CashRounding { payment_set: Money, refund_set: Money }
    PaymentTerms { payment_terms_type: String, payment_terms_name: String, payment_schedules: Connection<Schedule> }
    Schedule { due_at: Option<DateTime<Utc>> }
    Attribute { key: String, value: String }
    TaxLine { title: String, rate_percentage: Decimal, price_set: Money, channel_liable: bool }
    Risk { assessments: Vec<Assessment> }
    Assessment { risk_level: String }
    LineItem {
        id: String, name: String, title: String, variant_title: String, sku: String, quantity: i32,
        current_quantity: i32, is_gift_card: bool, taxable: bool, product: Option<Product>, variant: Option<Variant>,
        original_unit_price_set: Money, discount_allocations: Vec<Allocation>, tax_lines: Vec<TaxLine>,
    }
    Product { id: String }
    Variant { id: String, barcode: String }
    Allocation { allocated_amount_set: Money }
    ShippingLine {
        id: String, title: String, code: String, source: String, original_price_set: Money,
        discount_allocations: Vec<Allocation>, tax_lines: Vec<TaxLine>,
    }
}

/// A list that Shopify gives in pages.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Connection<T> {
    /// What is on the page.
    pub(crate) nodes: Vec<T>,
}

impl<T> Default for Connection<T> {
    fn default() -> Self {
        Self { nodes: Vec::new() }
    }
}
