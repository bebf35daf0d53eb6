use std::collections::{BTreeSet, HashMap};

use back_office::customers;
use job_queue::{Context, JobError};
use shopify::Client;
use values::Code;

use crate::Error;
use crate::customers::import::read;
use crate::customers::staged::{self, Whole};
use crate::orders::mapping::Ground;

/// How many customers are looked at at a time.
const BATCH: u64 = 250;

/// Customers in Shopify, and which customers they are here.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The id after which the next page begins; none after the last page.
    pub last: Option<i64>,
    /// Both of each.
    pub pairs: Vec<(Whole, customers::Model)>,
}

/// The next customers of the store that are customers here, with `named` those of them alone. Those of which no more is known
/// than orders tell are read before.
pub(super) async fn page(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    named: Option<&[i64]>,
    after: i64,
) -> Result<Page, JobError> {
    let store = ground.shop.domain.as_str();
    let find = |r| async move {
        match named {
            Some(ids) => staged::by_ids(&r, store, ids).await,
            None => staged::linked(&r, store, after, BATCH).await,
        }
    };
    let found = cx.db().read(find).await?;
    let last = found.last().map(|whole| whole.customer.shopify_customer_id).filter(|_| named.is_none());
    let ids = &found.iter().map(|whole| whole.customer.shopify_customer_id).collect::<Vec<_>>();
    let is_unread = |whole: &&Whole| !whole.customer.is_read() && !whole.customer.gone;
    let unread: Vec<i64> = found.iter().filter(is_unread).map(id).collect();
    let found = if unread.is_empty() {
        found
    } else {
        read(cx, client, ground, &unread).await?;
        cx.db().read(|r| async move { staged::by_ids(&r, store, ids).await }).await?
    };
    let numbers: BTreeSet<Code<20>> = found.iter().map(|whole| whole.customer.customer_number.clone()).collect();
    let numbers = &numbers.into_iter().filter(|number| !number.is_blank()).collect::<Vec<_>>();
    let customers = |r| async move { Ok::<_, Error>(customers::by_numbers(&r, numbers).await?) };
    let customers: HashMap<Code<20>, customers::Model> =
        cx.db().read(customers).await?.into_iter().map(|customer| (customer.number.clone(), customer)).collect();
    let pair = |whole: Whole| {
        let customer = customers.get(&whole.customer.customer_number)?.clone();
        whole.customer.is_read().then_some((whole, customer))
    };
    Ok(Page { last, pairs: found.into_iter().filter_map(pair).collect() })
}

fn id(whole: &Whole) -> i64 {
    whole.customer.shopify_customer_id
}
