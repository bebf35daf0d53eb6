use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::address::Address;
use super::discount::Discount;
use super::fulfilment::{Fulfillment, FulfillmentOrder};
use super::money::{Bag, Decimals};
use super::payment_terms::PaymentTerms;
use super::product::Weight;
use super::refund::Refund;
use super::returns::Return;
use super::risk::RiskAssessment;
use super::special::Special;
use super::totals::Totals;
use super::transaction::Transaction;

/// An order as it was placed, what became of it, and its totals.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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
    /// The same for the sending.
    pub given_fulfillment_status: Option<String>,
    pub fulfillment_orders: Vec<FulfillmentOrder>,
    pub fulfillments: Vec<Fulfillment>,
    pub refunds: Vec<Refund>,
    pub returns: Vec<Return>,
    /// The location that everything is sent from, when the buyer was promised one.
    #[serde(default)]
    pub sends_from: Option<u64>,
    pub risks: Vec<RiskAssessment>,
    pub cancellation: Option<Cancellation>,
    #[serde(default)]
    pub payment_terms: Option<PaymentTerms>,
    #[serde(default)]
    pub special: Special,
    pub edited: bool,
    /// What the order cost when it was placed.
    pub original_total: Bag,
    /// How far the sending has come, as [`Order::total`] found it.
    pub fulfillment_status: String,
    pub totals: Totals,
}

/// That an order was called off.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Cancellation {
    pub at: DateTime<Utc>,
    pub reason: String,
    pub staff_note: Option<String>,
}

impl Order {
    /// How many decimals the amounts have.
    pub(crate) fn decimals(&self) -> Decimals {
        Decimals::of(&self.currency, &self.presentment_currency)
    }

    /// Computes the totals and the status of the sending anew: call it after every change.
    pub(crate) fn total(&mut self) {
        self.totals = Totals::of(self);
        let given = self.given_fulfillment_status.clone();
        self.fulfillment_status = given.unwrap_or_else(|| self.sending_status().to_owned());
    }

    /// Where the order is sent, else where its invoice is sent.
    pub(crate) const fn display_address(&self) -> Option<&Address> {
        match &self.shipping_address {
            Some(address) => Some(address),
            None => self.billing_address.as_ref(),
        }
    }

    /// Whether goods and invoice go to the same place.
    pub(crate) fn has_one_address(&self) -> bool {
        match (&self.billing_address, &self.shipping_address) {
            (Some(billing), Some(shipping)) => billing.same_place(shipping),
            (billing, shipping) => billing.is_none() && shipping.is_none(),
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
        if totals.capturable.shop > Decimal::ZERO && received == Decimal::ZERO {
            return "AUTHORIZED";
        }
        let voided = || self.transactions.iter().any(|transaction| transaction.succeeded(&["VOID"]));
        if received == Decimal::ZERO && (self.cancellation.is_some() || voided()) {
            "VOIDED"
        } else if received >= totals.current.total.shop {
            "PAID"
        } else if received > Decimal::ZERO {
            "PARTIALLY_PAID"
        } else {
            "PENDING"
        }
    }

    /// Whether everything was paid.
    pub(crate) fn fully_paid(&self) -> bool {
        matches!(self.financial_status(), "PAID" | "PARTIALLY_REFUNDED" | "REFUNDED")
    }

    /// The ids of the parts that can be asked for by themselves.
    pub(super) fn part_ids(&self) -> impl Iterator<Item = u64> {
        let lines = self.lines.iter().map(|line| line.id);
        let money = self.transactions.iter().map(|part| part.id).chain(self.refunds.iter().map(|part| part.id));
        let sending = self.fulfillment_orders.iter().map(|part| part.id);
        let parcels = self.fulfillments.iter().map(|part| part.id);
        let returns = self.returns.iter().flat_map(|part| [part.id, part.reverse_order_id]);
        lines.chain(money).chain(sending).chain(parcels).chain(returns)
    }

    /// How many pieces were ordered.
    pub(crate) fn quantity(&self) -> u32 {
        self.lines.iter().map(|line| line.quantity).sum()
    }

    /// How many of them are left.
    pub(crate) fn remaining_quantity(&self) -> u32 {
        self.lines.iter().map(|line| self.current_quantity(line)).sum()
    }

    /// The weight in grams of as many pieces of each line as `quantity` says.
    pub(crate) fn weight(&self, quantity: impl Fn(&Line) -> u32) -> u64 {
        let grams: f64 = self
            .lines
            .iter()
            .filter_map(|line| line.weight.as_ref().map(|weight| weight.grams() * f64::from(quantity(line))))
            .sum();
        // Weights are never negative, and far from the limits of the type.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a weight in grams is small")]
        let grams = grams.round() as u64;
        grams
    }
}

/// A line of an order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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
    /// Taken away by an edit.
    pub removed: bool,
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
