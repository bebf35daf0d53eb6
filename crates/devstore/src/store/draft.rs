use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::discount::GivenBy;
use super::money::Bag;
use super::order::{Allocation, Order};

/// A draft of an order: what a buyer is offered, until it becomes an order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Draft {
    pub id: u64,
    pub number: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub invoice_sent_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
    /// The order that became of it.
    pub order_id: Option<u64>,
    /// The input that it was made of, with every change.
    pub input: serde_json::Value,
    pub offer: Arc<Offer>,
}

/// What a draft comes to: an order that is not placed, and beside it what an order does not keep.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Offer {
    pub order: Arc<Order>,
    /// On all lines together.
    pub discount: Option<AppliedDiscount>,
    /// One for each line of the order.
    pub lines: Vec<OfferLine>,
    pub reserve_inventory_until: Option<DateTime<Utc>>,
    pub accept_automatic_discounts: Option<bool>,
    pub allow_discount_codes: bool,
    pub visible_to_customer: bool,
}

/// What a line of a draft has that one of an order has not.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct OfferLine {
    pub uuid: String,
    pub discount: Option<AppliedDiscount>,
    /// The price that was given instead of the variant's.
    pub price_override: Option<Decimal>,
}

/// A discount that a person gives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AppliedDiscount {
    pub title: Option<String>,
    pub description: Option<String>,
    /// A percentage, or an amount: on a line of each piece.
    pub value: Decimal,
    pub is_percentage: bool,
}

impl Draft {
    /// `#D1`.
    pub(crate) fn name(&self) -> String {
        format!("#D{}", self.number)
    }

    /// Gives it these tags.
    pub(crate) fn tag(&mut self, tags: Vec<String>) {
        if let Some(input) = self.input.as_object_mut() {
            input.insert("tags".to_owned(), tags.clone().into());
        }
        Arc::make_mut(&mut Arc::make_mut(&mut self.offer).order).tags = tags;
    }

    /// How far it has come, as the schema names it.
    pub(crate) const fn status(&self) -> &'static str {
        match (self.completed_at, self.invoice_sent_at) {
            (Some(_), _) => "COMPLETED",
            (None, Some(_)) => "INVOICE_SENT",
            (None, None) => "OPEN",
        }
    }
}

impl Offer {
    /// What the discount of the line itself takes away, without its part of that on all lines.
    pub(crate) fn own_discount(&self, place: usize) -> Bag {
        let Some(line) = self.order.lines.get(place) else { return Bag::ZERO };
        self.amount_of(&line.allocations, |given_by| matches!(given_by, GivenBy::Person(_)))
    }

    /// What the discount on all lines takes away.
    pub(crate) fn common_discount(&self) -> Bag {
        let lines = self.order.lines.iter();
        lines.map(|line| self.amount_of(&line.allocations, |by| matches!(by, GivenBy::Seller(_)))).sum()
    }

    /// What the lines come to, after their own discounts.
    pub(crate) fn lines_subtotal(&self) -> Bag {
        let lines = self.order.lines.iter().enumerate();
        lines.map(|(place, line)| line.original_total() - self.own_discount(place)).sum()
    }

    fn amount_of(&self, allocations: &[Allocation], wanted: impl Fn(&GivenBy) -> bool) -> Bag {
        let of = |allocation: &&Allocation| {
            self.order.discounts.get(allocation.discount).is_some_and(|discount| wanted(&discount.given_by))
        };
        allocations.iter().filter(of).map(|allocation| allocation.amount).sum()
    }
}
