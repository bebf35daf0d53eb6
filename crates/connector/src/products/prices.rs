//! What a store asks for goods (codeunit 30182): the back office's prices on terms that belong to a shop or a catalog.
//!
//! Terms are values. Each run makes its own, for the day on which it runs, so that no price is left over from another
//! shop, another catalog or yesterday.

use std::collections::HashMap;

use back_office::prices::{Quote, Terms, Wanted, quote_many};
use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use values::Code;
use values::money::Amount;

use crate::{Error, shops};

/// So many are priced at a time: as many items as a statement names.
const AT_ONCE: usize = 1_000;

/// What one unit of something is offered at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is asked for it.
    pub price: Amount,
    /// What was asked for it before; 0 unless that is more.
    pub compare_at_price: Amount,
    /// What it costs the merchant.
    pub unit_cost: Amount,
}

impl From<Quote> for Offer {
    fn from(quote: Quote) -> Self {
        let is_lower = quote.price < quote.list_price;
        Self {
            price: quote.price,
            compare_at_price: if is_lower { quote.list_price } else { Amount::ZERO },
            unit_cost: quote.unit_cost,
        }
    }
}

/// What is priced: an item, its variant, and the unit in which it is sold.
pub type Goods = (Code<20>, Code<10>, Code<10>);

/// What was found for goods, each with an offer or the reason why there is none.
#[derive(Clone, Debug, Default)]
pub struct Offers(HashMap<Goods, Result<Offer, String>>);

impl Offers {
    /// What is asked for goods.
    ///
    /// # Errors
    /// Why they have no price, without a full stop.
    pub fn of(&self, goods: &Goods) -> Result<Offer, String> {
        let unknown = || Err(format!("nobody has asked for the price of {}", goods.0));
        self.0.get(goods).cloned().unwrap_or_else(unknown)
    }
}

/// The terms on which a shop sells to those of whom nothing is known. A price list for a customer whose number is the code
/// of the shop holds for them.
pub fn terms(shop: &shops::Model, today: NaiveDate) -> Terms {
    Terms {
        customer_number: shop.code.clone(),
        customer_price_group: shop.customer_price_group.clone(),
        customer_discount_group: shop.customer_discount_group.clone(),
        currency_code: shop.currency_code.clone(),
        prices_including_vat: shop.prices_including_vat,
        vat_business_posting_group: shop.vat_bus_posting_group.clone(),
        allow_line_discount: shop.allow_line_disc,
        ..Terms::on(today)
    }
}

/// Prices goods on some terms, a thousand at a time.
///
/// # Errors
/// When the database fails, or the currency of the terms is not there.
pub async fn offers(
    c: &impl ConnectionTrait,
    terms: &Terms,
    goods: impl IntoIterator<Item = Goods>,
) -> Result<Offers, Error> {
    let mut found = HashMap::new();
    let mut goods = goods.into_iter();
    loop {
        let some: Vec<Goods> = goods.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return Ok(Offers(found));
        }
        let wanted: Vec<Wanted> = some.iter().map(wanted).collect();
        let quotes = quote_many(c, terms, &wanted).await?;
        let offer = |quote: back_office::Result<Quote>| quote.map(Offer::from).map_err(|error| error.to_string());
        found.extend(some.into_iter().zip(quotes.into_iter().map(offer)));
    }
}

fn wanted((item, variant, unit): &Goods) -> Wanted {
    Wanted {
        item_number: item.clone(),
        variant_code: variant.clone(),
        unit_of_measure_code: unit.clone(),
        quantity: 1.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_before_is_told_only_where_less_is_asked_now() {
        let offer = |list: i32, price: i32| {
            let quote = Quote { list_price: list.into(), price: price.into(), unit_cost: 7.into() };
            let offer = Offer::from(quote);
            (offer.price, offer.compare_at_price)
        };
        assert_eq!(offer(100, 80), (80.into(), 100.into()));
        assert_eq!(offer(100, 100), (100.into(), Amount::ZERO));
    }
}
