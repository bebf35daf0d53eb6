//! A page becomes rows, all of a table in one statement.

use std::collections::{HashMap, HashSet};

use database::Tx;
use job_queue::Summary;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::fetched::Fetched;
use super::tell::{row, tell};
use crate::Error;
use crate::customers::SYNC_CUSTOMERS;
use crate::customers::staged::{self, Whole, customer};
use crate::orders::mapping::Ground;
use crate::shops;
use crate::skipped::{self, Kind, Skipped};

/// Which customers are staged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Every one.
    All,
    /// Those that are staged already, since orders have named them.
    Known,
}

/// Stages the customers of a page, and writes down what failed: those are read again by their ids. Those that are not wanted
/// count as unchanged.
pub(crate) async fn stage(tx: &Tx, ground: &Ground, which: Which, page: &[Fetched]) -> Result<Summary, Error> {
    let ids: Vec<i64> = page.iter().map(|fetched| fetched.shopify_customer_id).collect();
    let stored = staged::by_ids(tx, &ground.shop.domain, &ids).await?;
    let stored: HashMap<i64, Whole> =
        stored.into_iter().map(|whole| (whole.customer.shopify_customer_id, whole)).collect();
    let follow = customers_follow(tx, &ground.shop).await?;
    let mut summary = Summary { fetched: page.len() as u64, ..Summary::default() };
    let mut seen = HashSet::new();
    let (mut staged, mut failed, mut gone) = (Vec::<Whole>::new(), Vec::new(), Vec::new());
    for fetched in page.iter().rev().filter(|fetched| seen.insert(fetched.shopify_customer_id)) {
        let before = stored.get(&fetched.shopify_customer_id);
        if before.is_none() && which == Which::Known {
            summary.unchanged += 1;
            continue;
        }
        if before.is_some_and(|before| before.customer.content_hash == fetched.content_hash) {
            summary.unchanged += 1;
            continue;
        }
        match &fetched.customer {
            // What was sent from here meanwhile is newer than what was read before.
            Ok(told) if before.is_some_and(|before| before.customer.updated_at > Some(told.updated_at)) => {
                summary.unchanged += 1;
            }
            Ok(told) => {
                let whole = tell(ground, before, told, (fetched.content_hash.as_str(), follow));
                let is_told = |id| whole.addresses.iter().any(|now| now.shopify_address_id == id);
                let before_it = before.iter().flat_map(|before| &before.addresses);
                gone.extend(before_it.filter(|one| !is_told(one.shopify_address_id)).map(|one| one.id));
                *(if before.is_some() { &mut summary.updated } else { &mut summary.created }) += 1;
                staged.push(whole);
            }
            Err(why) => {
                let row = row(ground, before, fetched.shopify_customer_id);
                let (has_error, error_message) = (true, why.clone());
                failed.push(customer::Model { has_error, error_message, content_hash: String::new(), ..row });
                summary.failed += 1;
            }
        }
    }
    let read: Vec<i64> = staged.iter().map(|whole| whole.customer.shopify_customer_id).collect();
    let addresses: Vec<_> = staged.iter().flat_map(|whole| whole.addresses.iter().cloned()).collect();
    let customers: Vec<_> = staged.into_iter().map(|whole| whole.customer).chain(failed.iter().cloned()).collect();
    staged::told_customers(tx, &customers).await?;
    // One that has come to another customer of the page keeps its id in Shopify, and would be taken away with the old one.
    staged::remove(tx, &gone).await?;
    staged::told_addresses(tx, &addresses).await?;
    skipped::solve_of_store(tx, &ground.shop.domain, Kind::Customer, &read).await?;
    skipped::record(tx, &ground.seen(), failed.iter().map(|row| unreadable(ground, row)).collect()).await?;
    Ok(summary)
}

/// Whether customers here take over what the store says of theirs. It is told once, to the card that reads it first, which
/// need not be the one that lets them.
async fn customers_follow(tx: &Tx, shop: &shops::Model) -> Result<bool, Error> {
    use shops::{Column, Entity};
    if shop.shopify_can_update_customers {
        return Ok(true);
    }
    let others = Entity::find()
        .filter(Column::Domain.eq(shop.domain.as_str()))
        .filter(Column::ShopifyCanUpdateCustomers.eq(true));
    Ok(others.one(tx).await?.is_some())
}

fn unreadable(ground: &Ground, row: &customer::Model) -> Skipped {
    Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::Customer,
        shopify_id: row.shopify_customer_id,
        document_name: row.name(),
        cause: row.error_message.clone(),
        remedy: "It is read again at each run; correct the customer in Shopify if it stays.".to_owned(),
        retry_object_id: SYNC_CUSTOMERS,
    }
}
