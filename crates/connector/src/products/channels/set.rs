use access::{Action, Area, Principal};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::entity::{ActiveModel, Column, Entity, Model};
use crate::{Connector, Error};

/// Says whether products that are added from here are sold on a channel.
///
/// # Errors
/// [`Error::Chosen`] when it is not there.
pub async fn use_for_publication(
    connector: &Connector,
    by: &Principal,
    id: Uuid,
    is_used: bool,
) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let write = |tx: Tx| async move {
        let used = ActiveModel { use_for_publication: Set(is_used), ..Default::default() };
        Entity::update_many().set(used).filter(Column::Id.eq(id)).exec(&tx).await?;
        tx.changed::<Entity>(&[id]).await?;
        let found = Entity::find_by_id(id).one(&tx).await?;
        found.ok_or_else(|| Error::Chosen(format!("there is no sales channel with the id {id}")))
    };
    connector.db().write(write).await
}
