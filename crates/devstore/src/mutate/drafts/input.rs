use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::mutate::address_input::AddressInput;
use crate::mutate::order_input::{AttributeInput, MoneyInput};
use crate::mutate::part::refuse;
use crate::mutate::user_error::UserError;
use crate::store::product::Weight;

/// An input as it was given, with its nulls.
pub(crate) type Given = Map<String, Value>;

/// `DraftOrderInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct DraftInput {
    pub accept_automatic_discounts: Option<bool>,
    pub allow_discount_codes_in_checkout: bool,
    pub applied_discount: Option<DiscountInput>,
    pub billing_address: Option<AddressInput>,
    pub custom_attributes: Vec<AttributeInput>,
    pub customer_id: Option<String>,
    pub email: Option<String>,
    pub line_items: Vec<LineInput>,
    pub note: Option<String>,
    pub payment_terms: Option<TermsInput>,
    pub phone: Option<String>,
    pub po_number: Option<String>,
    pub presentment_currency_code: Option<String>,
    pub purchasing_entity: Option<BuyerInput>,
    pub reserve_inventory_until: Option<DateTime<Utc>>,
    pub shipping_address: Option<AddressInput>,
    pub shipping_line: Option<ShippingInput>,
    pub source_name: Option<String>,
    pub tags: Vec<String>,
    pub tax_exempt: Option<bool>,
    pub use_customer_default_address: bool,
    pub visible_to_customer: Option<bool>,
}

/// `DraftOrderLineItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct LineInput {
    pub applied_discount: Option<DiscountInput>,
    pub custom_attributes: Vec<AttributeInput>,
    pub original_unit_price: Option<Decimal>,
    pub original_unit_price_with_currency: Option<MoneyInput>,
    pub price_override: Option<MoneyInput>,
    pub quantity: i64,
    pub requires_shipping: Option<bool>,
    pub sku: Option<String>,
    pub taxable: Option<bool>,
    pub title: Option<String>,
    pub uuid: Option<String>,
    pub variant_id: Option<String>,
    pub weight: Option<Weight>,
}

/// `DraftOrderAppliedDiscountInput`. Its amount follows from its value, whatever is given.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct DiscountInput {
    pub description: Option<String>,
    pub title: Option<String>,
    pub value: Decimal,
    pub value_type: String,
}

/// `PurchasingEntityInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct BuyerInput {
    pub customer_id: Option<String>,
    pub purchasing_company: Option<Value>,
}

/// `ShippingLineInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct ShippingInput {
    pub price: Option<Decimal>,
    pub price_with_currency: Option<MoneyInput>,
    pub title: Option<String>,
}

/// `PaymentTermsInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct TermsInput {
    pub payment_schedules: Vec<ScheduleInput>,
    pub payment_terms_template_id: Option<String>,
}

/// `PaymentScheduleInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct ScheduleInput {
    pub due_at: Option<DateTime<Utc>>,
    pub issued_at: Option<DateTime<Utc>>,
}

impl DraftInput {
    /// Reads what has passed every check of the schema. A null is the same as nothing.
    pub(super) fn read(given: &Given) -> Result<Self, Vec<UserError>> {
        let given = without_nulls(Value::Object(given.clone()));
        serde_json::from_value(given).or_else(|error| refuse(&["input"], error.to_string()))
    }
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let known = object.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(known.map(|(key, value)| (key, without_nulls(value))).collect())
        }
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        other => other,
    }
}
