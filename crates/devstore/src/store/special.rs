use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::Bag;
use super::order::{Order, TaxLine};

/// What some orders have besides goods and shipping, and which no mutation gives them: their channel does.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Special {
    /// What of the lines is a tip.
    pub tips: Bag,
    /// The duties, where the store charges any.
    pub duties: Option<Bag>,
    pub fees: Vec<Fee>,
    /// What rounding to whole coins has added to payments, and to refunds.
    pub payments_rounded: Bag,
    pub refunds_rounded: Bag,
    /// The location at which a retail order was taken.
    pub retail_location: Option<u64>,
    /// Who of the staff took it.
    pub staff_member: Option<u64>,
    /// The channel that it came through.
    pub channel: Option<Channel>,
    /// The company that buys.
    pub company: Option<BuyingCompany>,
}

/// A fee that a store charges beside goods and shipping.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Fee {
    pub id: u64,
    pub name: String,
    pub price: Bag,
    pub taxes: Vec<TaxLine>,
}

/// A sales channel.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Channel {
    pub name: String,
    pub handle: String,
}

/// A company that buys, at one of its locations. The customer of the order speaks for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct BuyingCompany {
    pub id: u64,
    pub name: String,
    pub external_id: Option<String>,
    pub contact_id: u64,
    pub location_id: u64,
    pub location_name: String,
}

/// The card by which a payment was made.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Card {
    pub company: String,
    /// All but the last digits are masked.
    pub number: String,
    pub bin: String,
}

impl Special {
    /// The additional fees together, where the store charges any.
    pub(crate) fn all_fees(&self) -> Option<Bag> {
        (!self.fees.is_empty()).then(|| self.fees.iter().map(|fee| fee.price).sum())
    }

    /// What it adds to what the order costs, its taxes aside. A tip is a line.
    pub(super) fn charged(&self) -> Bag {
        self.duties.unwrap_or(Bag::ZERO) + self.all_fees().unwrap_or(Bag::ZERO)
    }
}

impl Order {
    /// What a transaction was rounded by: the rounding is that of the first payment and of the first refund.
    pub(crate) fn rounded(&self, id: u64) -> Option<Bag> {
        let first = |kinds: &[&str]| self.transactions.iter().find(|one| one.succeeded(kinds)).map(|one| one.id);
        let rounding = |of: Bag| (of.shop != Decimal::ZERO).then_some(of);
        if first(&["SALE", "CAPTURE"]) == Some(id) {
            rounding(self.special.payments_rounded)
        } else if first(&["REFUND"]) == Some(id) {
            rounding(self.special.refunds_rounded)
        } else {
            None
        }
    }
}
