//! The companies and persons that orders name.

use std::collections::{BTreeSet, HashMap, HashSet};

use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::orders::{Order, PurchasingEntity};

use super::fetch::Fetched;
use crate::companies::sync_companies::{self, Buyer};
use crate::customers::staged::{Whole, by_ids};
use crate::orders::mapping::Ground;
use crate::orders::{import, staged};
use crate::shops::options::CustomerMapping;
use crate::{Error, customers};

/// Reads those of the orders' companies that are not known yet, and looks up those that are no customer, so that the orders
/// find theirs.
pub(super) async fn meet(cx: &Context, client: &Client, ground: &Ground, orders: &[Fetched]) -> Result<(), JobError> {
    let buyers: HashSet<Buyer> = orders.iter().filter_map(|fetched| company(fetched.order.as_ref().ok()?)).collect();
    sync_companies::meet(cx, client, ground, &buyers).await?;
    if ground.shop.customer_mapping_type == CustomerMapping::ByBillToInfo {
        meet_persons(cx, client, ground, orders).await?;
    }
    Ok(())
}

/// Reads the persons of orders that are new, or that nobody pays yet, where what is known of them is older than the order:
/// one of their addresses may tell who pays it. A call for a hundred of them.
async fn meet_persons(cx: &Context, client: &Client, ground: &Ground, orders: &[Fetched]) -> Result<(), JobError> {
    let store = ground.shop.domain.as_str();
    let (ids, persons): (&Vec<i64>, &Vec<i64>) = (
        &orders.iter().map(|fetched| fetched.shopify_order_id).collect(),
        &orders.iter().filter_map(|fetched| person(fetched.order.as_ref().ok()?)).collect(),
    );
    let known =
        |r| async move { Ok::<_, Error>((staged::read(&r, store, ids).await?, by_ids(&r, store, persons).await?)) };
    let (staged, known) = cx.db().read(known).await?;
    let known: HashMap<i64, Whole> =
        known.into_iter().map(|whole| (whole.customer.shopify_customer_id, whole)).collect();
    let is_unpaid = |fetched: &&Fetched| {
        let order = staged.get(&fetched.shopify_order_id);
        order.is_none_or(|order| order.bill_to_customer_number.is_blank())
    };
    let unknown = |fetched: &Fetched| {
        let order = fetched.order.as_ref().ok()?;
        let is_old = |whole: &Whole| !whole.customer.is_read() || whole.customer.updated_at < Some(order.created_at);
        person(order).filter(|id| known.get(id).is_none_or(is_old))
    };
    let unknown: BTreeSet<i64> = orders.iter().filter(is_unpaid).filter_map(unknown).collect();
    customers::read(cx, client, ground, &unknown.into_iter().collect::<Vec<_>>()).await?;
    Ok(())
}

fn person(order: &Order) -> Option<i64> {
    let is_company = matches!(order.purchasing_entity, Some(PurchasingEntity::PurchasingCompany(_)));
    let id = import::number(&order.customer.as_ref()?.id);
    Some(id).filter(|id| *id != 0 && !is_company)
}

fn company(order: &Order) -> Option<Buyer> {
    match order.purchasing_entity.as_ref()? {
        PurchasingEntity::PurchasingCompany(buyer) => {
            let ids = (import::number(&buyer.company.id), import::number(&buyer.location.id));
            Some(ids).filter(|(company, _)| *company != 0)
        }
        PurchasingEntity::Person => None,
    }
}
