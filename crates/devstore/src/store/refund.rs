use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::Bag;
use super::order::{Allocation, Line, Order, ShippingLine};

/// Pieces that were taken out of an order again, and the money that went back for them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Refund {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub processed_at: DateTime<Utc>,
    pub note: Option<String>,
    pub lines: Vec<RefundLine>,
    pub shipping: Vec<RefundShipping>,
    pub adjustments: Vec<Adjustment>,
    /// The transactions by which the money went.
    pub transactions: Vec<u64>,
    /// The return that it belongs to.
    pub return_id: Option<u64>,
}

/// Pieces of one line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RefundLine {
    pub id: u64,
    pub line_id: u64,
    pub quantity: u32,
    pub restock_type: String,
    pub restocked: bool,
    pub location_id: Option<u64>,
    pub share: Share,
}

/// What some pieces of a line, or a part of the shipping, come to.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Share {
    /// After discounts; with the tax where prices include it.
    pub subtotal: Bag,
    /// The discounts on it, one for each that the line bears.
    #[serde(default)]
    pub discounts: Vec<Bag>,
    /// The taxes on it, one for each tax of the line.
    pub taxes: Vec<Bag>,
}

impl Share {
    /// All discounts.
    pub(crate) fn discount(&self) -> Bag {
        self.discounts.iter().copied().sum()
    }

    /// All taxes.
    pub(crate) fn tax(&self) -> Bag {
        self.taxes.iter().copied().sum()
    }
}

/// A part of a shipping line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RefundShipping {
    pub id: u64,
    pub shipping_line_id: u64,
    pub share: Share,
}

/// The difference between what the pieces came to and what was paid back; below zero when more was paid back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Adjustment {
    pub id: u64,
    pub amount: Bag,
    pub reason: Option<String>,
}

impl Order {
    /// How many pieces of the line were taken out again.
    pub(crate) fn removed(&self, line: u64) -> u32 {
        self.removals(line).map(|removed| removed.quantity).sum()
    }

    /// How many pieces of the line are left.
    pub(crate) fn current_quantity(&self, line: &Line) -> u32 {
        line.quantity.saturating_sub(self.removed(line.id))
    }

    /// What is left of the line.
    pub(crate) fn current_line(&self, place: usize) -> Share {
        let Some(line) = self.lines.get(place) else { return Share::default() };
        let discounts = amounts(&line.allocations);
        let whole = Share { subtotal: line.discounted_total(), discounts, taxes: self.taxes_of_line(place) };
        without(whole, self.removals(line.id).map(|removed| &removed.share))
    }

    /// What `quantity` of the pieces that are left come to. The last of them take what rounding has left, so that all
    /// parts add up to the line.
    pub(crate) fn line_share(&self, place: usize, quantity: u32) -> Share {
        let Some(line) = self.lines.get(place) else { return Share::default() };
        self.part(self.current_line(place), Decimal::from(quantity), Decimal::from(self.current_quantity(line)))
    }

    /// What is left of the shipping line.
    pub(crate) fn current_shipping(&self, line: &ShippingLine) -> Share {
        let whole = Share {
            subtotal: line.discounted_price(),
            discounts: amounts(&line.allocations),
            taxes: line.taxes.iter().map(|tax| tax.amount).collect(),
        };
        if line.removed {
            let nothing = |of: &[Bag]| vec![Bag::ZERO; of.len()];
            return Share { subtotal: Bag::ZERO, discounts: nothing(&whole.discounts), taxes: nothing(&whole.taxes) };
        }
        let refunds = self.refunds.iter().flat_map(|refund| &refund.shipping);
        without(whole, refunds.filter(|refund| refund.shipping_line_id == line.id).map(|refund| &refund.share))
    }

    /// The part of the shipping line that costs `amount`.
    pub(crate) fn shipping_share(&self, line: &ShippingLine, amount: Bag) -> Share {
        let left = self.current_shipping(line);
        let whole = left.subtotal.shop;
        let mut share = self.part(left, amount.shop, whole);
        share.subtotal = amount;
        share
    }

    /// What the differences come to that refunds have left.
    pub(crate) fn adjusted(&self) -> Bag {
        self.refunds.iter().flat_map(|refund| &refund.adjustments).map(|adjustment| adjustment.amount).sum()
    }

    /// The taxes of a line. Taxes of the order as a whole are spread over the lines that bear them.
    pub(crate) fn taxes_of_line(&self, place: usize) -> Vec<Bag> {
        if self.order_taxes.is_empty() {
            return self.lines.get(place).map(|l| l.taxes.iter().map(|tax| tax.amount).collect()).unwrap_or_default();
        }
        let base = |line: &Line| if line.taxable { line.discounted_total() } else { Bag::ZERO };
        let bases: Vec<Bag> = self.lines.iter().map(base).collect();
        let decimals = self.decimals();
        let part = |tax: Bag| decimals.spread(tax, &bases).get(place).copied().unwrap_or_default();
        self.order_taxes.iter().map(|tax| part(tax.amount)).collect()
    }

    fn removals(&self, line: u64) -> impl Iterator<Item = &RefundLine> {
        self.refunds.iter().flat_map(|refund| &refund.lines).filter(move |removed| removed.line_id == line)
    }

    fn part(&self, left: Share, part: Decimal, whole: Decimal) -> Share {
        if part >= whole {
            return left;
        }
        let decimals = self.decimals();
        let of = |bag: Bag| decimals.round(bag.map(|amount| (amount * part).checked_div(whole).unwrap_or_default()));
        Share {
            subtotal: of(left.subtotal),
            discounts: left.discounts.into_iter().map(of).collect(),
            taxes: left.taxes.into_iter().map(of).collect(),
        }
    }
}

fn amounts(allocations: &[Allocation]) -> Vec<Bag> {
    allocations.iter().map(|allocation| allocation.amount).collect()
}

/// What parts have left. A discount or a tax that came after a part is not in it.
fn without<'s>(whole: Share, parts: impl Iterator<Item = &'s Share>) -> Share {
    let less = |left: &mut [Bag], taken: &[Bag]| {
        for (left, taken) in left.iter_mut().zip(taken) {
            *left = *left - *taken;
        }
    };
    parts.fold(whole, |mut left, part| {
        left.subtotal = left.subtotal - part.subtotal;
        less(&mut left.discounts, &part.discounts);
        less(&mut left.taxes, &part.taxes);
        left
    })
}
