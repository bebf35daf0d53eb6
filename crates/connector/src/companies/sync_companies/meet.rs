//! The companies that orders name for the first time: they are read before the orders are mapped, so that an order of a
//! company whose customer can be found, or made, need not wait.

use std::collections::HashSet;

use job_queue::{Context, JobError};
use shopify::Client;

use super::by_id;
use crate::companies::{customers, staged};
use crate::orders::mapping::Ground;
use crate::shops::options::CompanyImport;

/// Reads those of these companies that have never been read, and finds or makes their customers, as the shop card says: a
/// call for a hundred of them, and none where all are known. Where no companies are imported nothing is done.
pub(crate) async fn meet(cx: &Context, client: &Client, ground: &Ground, named: HashSet<i64>) -> Result<(), JobError> {
    if named.is_empty() || ground.shop.company_import_from_shopify == CompanyImport::None {
        return Ok(());
    }
    let (store, ids) = (ground.shop.domain.as_str(), &named);
    let known = cx.db().read(|r| async move { staged::known(&r, store, ids).await }).await?;
    let mut new: Vec<i64> = named.difference(&known).copied().collect();
    if new.is_empty() {
        return Ok(());
    }
    new.sort_unstable();
    by_id::read(cx, client, ground, &new).await?;
    customers::run(cx, ground, Some(&new)).await?;
    Ok(())
}
