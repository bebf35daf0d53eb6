use access::{Action, Area, Principal};
use database::{Notice, Tx};
use job_queue::presence;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use super::connection::Connection;
use super::entity::{Column, Entity, Model};
use super::find::hold;
use crate::{Connector, Error};

/// Makes this installation the one that syncs the shop. It is enabled by its own step.
///
/// # Errors
/// [`Error::NoShop`].
pub async fn bind(connector: &Connector, by: &Principal, code: &str) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let installation = connector.installation();
    let write = |tx| async move {
        let shop = hold(&tx, code).await?;
        let was = shop.installation_id;
        let mut row = shop.into_active_model();
        row.installation_id = Set(installation);
        (row.connection, row.connection_message) = (Set(Connection::NotTested), Set(String::new()));
        let shop = row.update(&tx).await?;
        let detail = serde_json::json!({ "was": was, "is": installation });
        connector.audit().record_about(&tx, by, "shop bound", shop.about(), detail).await?;
        tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
        Ok(shop)
    };
    connector.db().write(write).await
}

/// Unbinds every shop of a database that was restored: nobody knows whether what it was a backup of goes on.
///
/// # Errors
/// What the database says.
pub async fn unbind_all(tx: &Tx) -> Result<(), Error> {
    for shop in Entity::find().all(tx).await? {
        let message = Error::OtherInstallation(shop.code.to_string()).to_string();
        let mut row = shop.into_active_model();
        row.installation_id = Set(Uuid::nil());
        row.enabled = Set(false);
        (row.connection, row.connection_message) = (Set(Connection::OtherInstallation), Set(message));
        row.update(tx).await?;
    }
    Ok(())
}

/// Disables the shops that another installation syncs: this database is a copy of its own, or was restored. Two that sync
/// one store would each push its own stock and prices. Says which shops. While others work on this very database the cards
/// are left as they are: then it is no copy, and this process lacks the others' id; it is refused all the same.
///
/// # Errors
/// What the database says.
pub async fn disable_others(connector: &Connector) -> Result<Vec<String>, Error> {
    let (installation, now) = (connector.installation(), connector.clock().now());
    let write = |tx: Tx| async move {
        let is_shared = !presence::live(&tx, now).await?.is_empty();
        let others = Entity::find().filter(Column::InstallationId.ne(installation)).order_by_asc(Column::Code);
        let mut codes = Vec::new();
        for shop in others.all(&tx).await? {
            let code = shop.code.to_string();
            if !is_shared && (shop.enabled || shop.connection != Connection::OtherInstallation) {
                let id = shop.id.to_string();
                let mut row = shop.into_active_model();
                row.enabled = Set(false);
                row.connection = Set(Connection::OtherInstallation);
                row.connection_message = Set(Error::OtherInstallation(code.clone()).to_string());
                row.update(&tx).await?;
                tx.notify(Notice::new("shopifyShops", id)).await?;
            }
            codes.push(code);
        }
        Ok::<_, Error>(codes)
    };
    let codes = connector.db().write(write).await?;
    for code in &codes {
        tracing::warn!(shop = code, "another installation syncs the shop: nothing is exchanged with its store");
    }
    Ok(codes)
}
