use access::Principal;
use database::{Notice, Tx};
use job_queue::{Queue, entry};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};

use super::act::Done;
use super::receive::cards_of;
use super::received::Model;
use super::subscription;
use crate::shops::{self, Connection, credential};
use crate::{Connector, Error};

const REASON: &str = "The app was removed from the store. Install it again, then connect the shop.";

/// The app was removed: nothing can be asked of the store any more, so none of its jobs need try.
pub(super) async fn uninstalled(connector: &Connector, queue: &Queue, tx: &Tx, webhook: &Model) -> Result<Done, Error> {
    let happened = webhook.triggered_at.unwrap_or(webhook.received_at);
    let mut disconnected = Vec::new();
    for shop in cards_of(tx, &webhook.store).await? {
        let credential = credential::Entity::find_by_id(shop.id).one(tx).await?;
        // It may come late: the app may be in the store again.
        if credential.is_some_and(|credential| credential.updated_at > happened) {
            continue;
        }
        hold_jobs(queue, tx, shop.code.as_str()).await?;
        disconnect(connector, tx, &shop).await?;
        disconnected.push(shop.code.to_string());
    }
    if disconnected.is_empty() {
        return Ok(Done::ignored("The shop was connected again after the app was removed."));
    }
    // The store has deleted them with the app.
    subscription::Entity::delete_many().filter(subscription::Column::Store.eq(&webhook.store)).exec(tx).await?;
    Ok(Done::at_once(format!("{REASON} Its jobs are on hold: {}.", disconnected.join(", "))))
}

/// Everything that is to run for the shop waits for a person.
pub(crate) async fn hold_jobs(queue: &Queue, tx: &Tx, scope: &str) -> Result<(), Error> {
    let of_shop = entry::Entity::find()
        .filter(entry::Column::Scope.eq(scope))
        .filter(entry::Column::Status.is_in([entry::Status::Ready, entry::Status::InProcess, entry::Status::Waiting]))
        .order_by_asc(entry::Column::Id);
    for entry in of_shop.all(tx).await? {
        queue.hold(tx, entry.id).await?;
    }
    Ok(())
}

/// The card says that nothing can be asked of the store, and none of its tasks runs.
async fn disconnect(connector: &Connector, tx: &Tx, shop: &shops::Model) -> Result<(), Error> {
    let mut row = shop.clone().into_active_model();
    row.enabled = Set(false);
    (row.connection, row.connection_message) = (Set(Connection::NotConnected), Set(REASON.to_owned()));
    row.update(tx).await?;
    let detail = serde_json::json!({ "reason": REASON });
    connector.audit().record_about(tx, &Principal::system(), "shop disconnected", shop.about(), detail).await?;
    Ok(tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?)
}
