//! The companies that orders name for the first time.

use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::orders::{Order, PurchasingEntity};

use super::fetch::Fetched;
use crate::companies::sync_companies;
use crate::orders::import;
use crate::orders::mapping::Ground;

/// Reads those of the orders' companies that are not known yet, so that the orders find their customers.
pub(super) async fn meet(cx: &Context, client: &Client, ground: &Ground, orders: &[Fetched]) -> Result<(), JobError> {
    let buyers = orders.iter().filter_map(|fetched| company(fetched.order.as_ref().ok()?));
    sync_companies::meet(cx, client, ground, buyers.collect()).await
}

fn company(order: &Order) -> Option<i64> {
    match order.purchasing_entity.as_ref()? {
        PurchasingEntity::PurchasingCompany(buyer) => Some(import::number(&buyer.company.id)).filter(|id| *id != 0),
        PurchasingEntity::Person => None,
    }
}
