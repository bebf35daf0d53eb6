use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::address::Address;
use super::money::{Bag, Decimals};
use super::product::Weight;
use super::totals::Totals;

/// An order as it was placed, with its totals.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Order {
    pub id: u64,
    pub number: u64,
    pub name: String,
    pub confirmation_number: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub processed_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub currency: String,
    pub presentment_currency: String,
    pub customer_id: Option<u64>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub note: Option<String>,
    pub po_number: Option<String>,
    pub source_name: Option<String>,
    pub source_identifier: Option<String>,
    pub tags: Vec<String>,
    pub custom_attributes: Vec<(String, String)>,
    pub billing_address: Option<Address>,
    pub shipping_address: Option<Address>,
    pub taxes_included: bool,
    pub tax_exempt: bool,
    pub test: bool,
    pub lines: Vec<Line>,
    pub shipping_lines: Vec<ShippingLine>,
    pub discounts: Vec<Discount>,
    /// Taxes given for the order as a whole, instead of for its lines.
    pub order_taxes: Vec<TaxLine>,
    pub transactions: Vec<Transaction>,
    /// The status that was given when the order was created, until a payment changes it.
    pub given_financial_status: Option<String>,
    pub fulfillment_status: String,
    pub totals: Totals,
}

impl Order {
    /// How many decimals the amounts have.
    pub(crate) fn decimals(&self) -> Decimals {
        Decimals::of(&self.currency, &self.presentment_currency)
    }

    /// Computes the totals anew: call it after every change.
    pub(crate) fn total(&mut self) {
        self.totals = Totals::of(self);
    }

    /// Where the order is sent, else where its invoice is sent.
    pub(crate) const fn display_address(&self) -> Option<&Address> {
        match &self.shipping_address {
            Some(address) => Some(address),
            None => self.billing_address.as_ref(),
        }
    }

    /// How it stands with the payment.
    pub(crate) fn financial_status(&self) -> &str {
        if let Some(given) = &self.given_financial_status {
            return given;
        }
        let totals = &self.totals;
        let received = totals.received.shop;
        if totals.refunded.shop > Decimal::ZERO {
            return if totals.refunded.shop >= received { "REFUNDED" } else { "PARTIALLY_REFUNDED" };
        }
        if received >= totals.total.shop {
            "PAID"
        } else if received > Decimal::ZERO {
            "PARTIALLY_PAID"
        } else if totals.capturable.shop > Decimal::ZERO {
            "AUTHORIZED"
        } else {
            "PENDING"
        }
    }

    /// Whether everything was paid.
    pub(crate) fn fully_paid(&self) -> bool {
        matches!(self.financial_status(), "PAID" | "PARTIALLY_REFUNDED" | "REFUNDED")
    }

    /// How many pieces were ordered.
    pub(crate) fn quantity(&self) -> u32 {
        self.lines.iter().map(|line| line.quantity).sum()
    }

    /// The weight in grams.
    pub(crate) fn weight(&self) -> u64 {
        let grams: f64 = self
            .lines
            .iter()
            .filter_map(|line| line.weight.as_ref().map(|weight| weight.grams() * f64::from(line.quantity)))
            .sum();
        // Weights are never negative, and far from the limits of the type.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a weight in grams is small")]
        let grams = grams.round() as u64;
        grams
    }
}

/// A line of an order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Line {
    pub id: u64,
    pub product_id: Option<u64>,
    pub variant_id: Option<u64>,
    pub title: String,
    pub variant_title: Option<String>,
    pub sku: Option<String>,
    pub vendor: Option<String>,
    pub quantity: u32,
    pub unit_price: Bag,
    pub taxable: bool,
    pub requires_shipping: bool,
    pub gift_card: bool,
    pub weight: Option<Weight>,
    pub custom_attributes: Vec<(String, String)>,
    pub allocations: Vec<Allocation>,
    pub taxes: Vec<TaxLine>,
}

impl Line {
    /// Price times quantity.
    pub(crate) fn original_total(&self) -> Bag {
        self.unit_price.times(Decimal::from(self.quantity))
    }

    /// What the discounts take away.
    pub(crate) fn discount(&self) -> Bag {
        self.allocations.iter().map(|allocation| allocation.amount).sum()
    }

    /// What is left to pay, taxes aside when they are not included.
    pub(crate) fn discounted_total(&self) -> Bag {
        self.original_total() - self.discount()
    }

    /// `Title - Variant`.
    pub(crate) fn name(&self) -> String {
        match &self.variant_title {
            Some(variant) => format!("{} - {variant}", self.title),
            None => self.title.clone(),
        }
    }
}

/// What is charged for bringing the order to the buyer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ShippingLine {
    pub id: u64,
    pub title: String,
    pub code: Option<String>,
    pub source: Option<String>,
    pub price: Bag,
    pub allocations: Vec<Allocation>,
    pub taxes: Vec<TaxLine>,
}

impl ShippingLine {
    /// What the discounts take away.
    pub(crate) fn discount(&self) -> Bag {
        self.allocations.iter().map(|allocation| allocation.amount).sum()
    }

    /// What is left to pay.
    pub(crate) fn discounted_price(&self) -> Bag {
        self.price - self.discount()
    }
}

/// A discount code that was applied.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Discount {
    pub code: String,
    pub value: DiscountValue,
}

/// What a discount code gives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum DiscountValue {
    /// A part of the lines' prices: 10 means 10 %.
    Percentage(Decimal),
    /// An amount, spread over the lines.
    Amount(Bag),
    /// All of the shipping.
    FreeShipping,
}

/// The part of a discount that a line bears.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Allocation {
    /// The place of the discount in the order's list.
    pub discount: usize,
    pub amount: Bag,
}

/// A tax on a line, on shipping or on the whole order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct TaxLine {
    pub title: String,
    /// 0.25 means 25 %.
    pub rate: Decimal,
    pub amount: Bag,
    pub channel_liable: Option<bool>,
}

/// A movement of money.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Transaction {
    pub id: u64,
    pub kind: String,
    pub status: String,
    pub gateway: String,
    pub amount: Bag,
    pub created_at: DateTime<Utc>,
    pub processed_at: DateTime<Utc>,
    pub payment_id: Option<String>,
    pub receipt: Option<serde_json::Value>,
    pub test: bool,
}

impl Transaction {
    /// Whether the money really moved, and in this way.
    pub(crate) fn succeeded(&self, kinds: &[&str]) -> bool {
        self.status == "SUCCESS" && kinds.contains(&self.kind.as_str())
    }
}
