//! What Shopify says of a price list: its fixed prices, and the products of its catalog.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use job_queue::{Context, JobError};
use rust_decimal::Decimal;
use shopify::Client;
use shopify::documents::catalogs::{self, FixedPrice, PriceListStand, PublicationStand};
use values::money::{Amount, DECIMALS};

use crate::Error;
use crate::catalogs::staged::catalog::Model;
use crate::orders::import::number;

/// For so long what was read of a price list is taken for what is there, as long as there is as much of it.
const KNOWN_FOR: TimeDelta = TimeDelta::hours(24);

/// What is to be read of a price list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Due {
    pub prices: bool,
    pub products: bool,
}

/// A fixed price, and what is said to have been asked before; 0 for nothing.
pub(super) type Fixed = (Amount, Amount);

/// What was read of it; `None` where it was not due.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    pub prices: Option<HashMap<i64, Fixed>>,
    pub products: Option<HashSet<i64>>,
}

/// What is to be read: everything that is not known, or not known well any more.
pub(super) fn due(catalog: &Model, list: &PriceListStand, now: DateTime<Utc>, compare: bool) -> Due {
    let is_known = !compare && catalog.prices_read_at.is_some_and(|read| now - read < KNOWN_FOR);
    let has_as_many = |publication: &PublicationStand| {
        publication.id.inner() == catalog.publication_id && publication.products() == catalog.published_products
    };
    let publication = publication(list);
    Due {
        prices: !(is_known && list.fixed_prices_count == catalog.fixed_prices),
        products: publication.is_some_and(|publication| !(is_known && has_as_many(publication))),
    }
}

/// The publication of the catalog of a price list; none: it has all products.
pub(super) fn publication(list: &PriceListStand) -> Option<&PublicationStand> {
    list.catalog.as_ref().and_then(|catalog| catalog.publication.as_ref())
}

/// Reads what is due, prices and products side by side; `None` when the price list is gone meanwhile. A price list without
/// fixed prices has none to be read.
pub(super) async fn read(
    cx: &Context,
    client: &Client,
    list: &PriceListStand,
    due: Due,
) -> Result<Option<Read>, JobError> {
    let mut read = Read { prices: due.prices.then(HashMap::new), products: due.products.then(HashSet::new) };
    let has_prices = due.prices && list.fixed_prices_count > 0;
    let begin = catalogs::begin(list.id.inner(), has_prices, due.products);
    let mut next = Some(begin).filter(|begin| begin.prices || begin.products);
    while let Some(wanted) = next {
        let page = cx.send(catalogs::prices(client, wanted)).await?.map_err(Error::Shopify)?;
        let Some(page) = page else { return Ok(None) };
        if let Some(prices) = &mut read.prices {
            prices.extend(page.prices.iter().map(fixed));
        }
        if let Some(products) = &mut read.products {
            products.extend(page.products.iter().map(number));
        }
        next = page.next;
    }
    Ok(Some(read))
}

fn fixed(price: &FixedPrice) -> (i64, Fixed) {
    let before = price.compare_at_price.map_or(Decimal::ZERO, |money| money.amount);
    (number(&price.variant.id), (amount(price.price.amount), amount(before)))
}

/// An amount as Shopify says it. It has no more decimals than its currency, and none is so large.
fn amount(told: Decimal) -> Amount {
    Amount::rounded(told, Decimal::new(1, DECIMALS)).unwrap_or_default()
}
