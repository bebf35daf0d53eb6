//! The companies that orders name.

use std::collections::HashSet;

use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::orders::{Order, PurchasingEntity};

use super::fetch::Fetched;
use crate::companies::sync_companies::{self, Buyer};
use crate::orders::import;
use crate::orders::mapping::Ground;

/// Reads those of the orders' companies that are not known yet, and looks up those that are no customer, so that the orders
/// find theirs.
pub(super) async fn meet(cx: &Context, client: &Client, ground: &Ground, orders: &[Fetched]) -> Result<(), JobError> {
    let buyers: HashSet<Buyer> = orders.iter().filter_map(|fetched| company(fetched.order.as_ref().ok()?)).collect();
    sync_companies::meet(cx, client, ground, &buyers).await
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
