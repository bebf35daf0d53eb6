use access::{Action, Area, Principal};
use database::{Notice, Tx};
use job_queue::Queue;
use sea_orm::{ColumnTrait, EntityTrait, ModelTrait, QueryFilter};

use super::credential;
use super::entity::Model;
use crate::webhooks::{Secret, SecretColumn, hold_jobs};
use crate::{Connector, Error, setup_guide, watermark};

/// Deletes a shop card that was read in the caller's transaction, with its credentials. What was read from its store stays,
/// and so do the documents; its job queue entries are on hold.
///
/// # Errors
/// [`Error::StillEnabled`]; a missing permission.
pub async fn delete(connector: &Connector, queue: &Queue, tx: &Tx, by: &Principal, shop: Model) -> Result<(), Error> {
    by.require(Area::Shops, Action::Change)?;
    // While it is enabled its store sends webhooks, and only a card with its credentials can end them.
    if shop.enabled {
        return Err(Error::StillEnabled(shop.code.to_string()));
    }
    let (id, code) = (shop.id, shop.code.clone());
    hold_jobs(queue, tx, code.as_str()).await?;
    credential::Entity::delete_by_id(id).exec(tx).await?;
    setup_guide::Entity::delete_by_id(id).exec(tx).await?;
    // A card of that code may come again, of another store: how far this one was read says nothing of that.
    watermark::Entity::delete_many().filter(watermark::Column::Store.eq(code.as_str())).exec(tx).await?;
    Secret::delete_many().filter(SecretColumn::ShopId.eq(id)).exec(tx).await?;
    let detail = serde_json::json!({ "domain": shop.domain });
    connector.audit().record_about(tx, by, "shop deleted", shop.about(), detail).await?;
    shop.delete(tx).await?;
    tx.notify(Notice::new("shopifyShops", id.to_string())).await?;
    Ok(())
}
