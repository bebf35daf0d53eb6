use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::address_input::AddressInput;
use crate::store::money::Bag;
use crate::store::product::Weight;

/// `OrderCreateOrderInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct OrderInput {
    pub billing_address: Option<AddressInput>,
    pub closed_at: Option<DateTime<Utc>>,
    pub currency: Option<String>,
    pub custom_attributes: Option<Vec<AttributeInput>>,
    pub customer: Option<OrderCustomerInput>,
    pub customer_id: Option<String>,
    pub discount_code: Option<DiscountCodeInput>,
    pub email: Option<String>,
    pub financial_status: Option<String>,
    pub fulfillment_status: Option<String>,
    pub line_items: Option<Vec<LineInput>>,
    pub name: Option<String>,
    pub note: Option<String>,
    pub phone: Option<String>,
    pub po_number: Option<String>,
    pub presentment_currency: Option<String>,
    pub processed_at: Option<DateTime<Utc>>,
    pub shipping_address: Option<AddressInput>,
    pub shipping_lines: Option<Vec<ShippingLineInput>>,
    pub source_identifier: Option<String>,
    pub source_name: Option<String>,
    pub tags: Option<Vec<String>>,
    pub tax_lines: Option<Vec<TaxLineInput>>,
    pub taxes_included: bool,
    pub test: bool,
    pub transactions: Option<Vec<TransactionInput>>,
    /// The location that everything is sent from, when the buyer was promised one.
    #[serde(skip)]
    pub sends_from: Option<u64>,
}

/// `OrderCreateCustomAttributeInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AttributeInput {
    pub key: String,
    pub value: String,
}

/// `OrderCreateCustomerInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct OrderCustomerInput {
    pub to_associate: Option<AssociateInput>,
    pub to_upsert: Option<UpsertInput>,
}

/// `OrderCreateAssociateCustomerAttributesInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AssociateInput {
    pub email: Option<String>,
    pub id: Option<String>,
}

/// `OrderCreateUpsertCustomerAttributesInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct UpsertInput {
    pub addresses: Option<Vec<AddressInput>>,
    pub email: Option<String>,
    pub first_name: Option<String>,
    pub id: Option<String>,
    pub last_name: Option<String>,
    pub note: Option<String>,
    pub phone: Option<String>,
    pub tags: Option<Vec<String>>,
    pub tax_exempt: Option<bool>,
}

/// `OrderCreateDiscountCodeInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct DiscountCodeInput {
    pub free_shipping_discount_code: Option<FreeShippingInput>,
    pub item_fixed_discount_code: Option<FixedDiscountInput>,
    pub item_percentage_discount_code: Option<PercentageDiscountInput>,
}

/// `OrderCreateFreeShippingDiscountCodeAttributesInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FreeShippingInput {
    pub code: String,
}

/// `OrderCreateFixedDiscountCodeAttributesInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct FixedDiscountInput {
    pub amount_set: Option<BagInput>,
    pub code: String,
}

/// `OrderCreatePercentageDiscountCodeAttributesInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PercentageDiscountInput {
    pub code: String,
    pub percentage: Option<Decimal>,
}

/// `OrderCreateLineItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct LineInput {
    pub gift_card: bool,
    pub price_set: Option<BagInput>,
    pub product_id: Option<String>,
    pub properties: Option<Vec<PropertyInput>>,
    pub quantity: i64,
    pub requires_shipping: Option<bool>,
    pub sku: Option<String>,
    pub tax_lines: Option<Vec<TaxLineInput>>,
    pub taxable: Option<bool>,
    pub title: Option<String>,
    pub variant_id: Option<String>,
    pub variant_title: Option<String>,
    pub vendor: Option<String>,
    pub weight: Option<Weight>,
}

/// `OrderCreateLineItemPropertyInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PropertyInput {
    pub name: String,
    pub value: String,
}

/// `OrderCreateShippingLineInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ShippingLineInput {
    pub code: Option<String>,
    pub price_set: BagInput,
    pub source: Option<String>,
    pub tax_lines: Option<Vec<TaxLineInput>>,
    pub title: String,
}

/// `OrderCreateTaxLineInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct TaxLineInput {
    pub channel_liable: Option<bool>,
    pub price_set: Option<BagInput>,
    pub rate: Decimal,
    pub title: String,
}

/// `OrderCreateOrderTransactionInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct TransactionInput {
    pub amount_set: BagInput,
    pub authorization_code: Option<String>,
    pub gateway: Option<String>,
    pub kind: Option<String>,
    pub processed_at: Option<DateTime<Utc>>,
    pub receipt_json: Option<serde_json::Value>,
    pub status: Option<String>,
    pub test: bool,
    /// Pays what the order costs, whatever the amount says: for the seed, which has no checkout to ask.
    #[serde(skip)]
    pub whole_order: bool,
}

/// `MoneyBagInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct BagInput {
    pub presentment_money: Option<MoneyInput>,
    pub shop_money: MoneyInput,
}

impl BagInput {
    /// Both amounts; the buyer's is the shop's when it is not given.
    pub(crate) fn bag(&self) -> Bag {
        Bag {
            shop: self.shop_money.amount,
            presentment: self.presentment_money.as_ref().map_or(self.shop_money.amount, |money| money.amount),
        }
    }
}

impl From<Decimal> for BagInput {
    fn from(amount: Decimal) -> Self {
        Self { presentment_money: None, shop_money: MoneyInput { amount, currency_code: String::new() } }
    }
}

/// `MoneyInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct MoneyInput {
    pub amount: Decimal,
    pub currency_code: String,
}
