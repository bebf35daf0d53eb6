use access::{Action, Area, Principal};
use database::Tx;
use job_queue::Queue;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::State;
use super::recurring::create_for;
use super::state::begun;
use crate::checklist::{self, Check};
use crate::{Connector, Error, shops};

/// Lets a shop change its store: *Allow Data Sync to Shopify* is on from now on, and the jobs that only change the store recur,
/// too. Not while anything on the checklist is open.
///
/// # Errors
/// [`Error::NotReady`] names what is open; [`Error::NoShop`], a missing permission; [`Error::Given`] when the guide was not
/// begun.
pub async fn go_live(connector: &Connector, queue: &Queue, by: &Principal, shop: &str) -> Result<State, Error> {
    by.require(Area::Shops, Action::Change)?;
    let checks = checklist::run(connector, queue, shop).await?;
    let open: Vec<&Check> = checks.iter().filter(|check| check.state == checklist::State::Open).collect();
    if !open.is_empty() {
        let open = open.iter().map(|check| check.caption).collect::<Vec<_>>().join(", ");
        return Err(Error::NotReady { shop: shop.to_owned(), open });
    }
    let now = connector.clock().now();
    let write = |tx: Tx| async move {
        let shop = shops::hold(&tx, shop).await?;
        // The checklist was looked at before: of the card this alone may not have changed since.
        if !shop.enabled {
            return Err(Error::NotEnabled(shop.code.to_string()));
        }
        let state = begun(&tx, &shop).await?;
        if state.live_at.is_some() && shop.allow_outgoing_requests {
            return Ok(state);
        }
        let mut row = state.into_active_model();
        (row.live_at, row.live_by) = (Set(Some(now)), Set(by.user_name.clone()));
        let state = row.update(&tx).await?;
        connector.audit().record_about(&tx, by, "shop live", shop.about(), serde_json::json!({})).await?;
        let changes = [("allowOutgoingRequests".to_owned(), true.to_string())];
        let shop = shops::change(connector, &tx, by, shop, &changes).await?;
        let zone = back_office::company::read(&tx).await?.zone();
        create_for(&tx, queue, by, &shop, zone).await?;
        Ok::<_, Error>(state)
    };
    connector.db().write(write).await
}
