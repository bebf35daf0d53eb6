use access::{Action, Area, Principal};
use database::Tx;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use shopify::bulk::look;
use shopify_schema::gid::Gid;

use super::entity::{ActiveModel, Column, Entity, Model, Status};
use crate::{Connector, Error, shops};

/// As many operations are looked at at most; a store runs five at a time.
const MOST: u64 = 100;

/// Asks the stores how the operations stand that are under way, a point each. Gives how many were looked at. A store that
/// can't be asked keeps no other from being asked.
///
/// # Errors
/// Why the first store that can't be asked can't be.
pub async fn refresh(connector: &Connector, by: &Principal) -> Result<u64, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    connector.write_calls().await?;
    let open = connector.db().read(|r| async move { under_way(&r).await }).await?;
    let (mut looked, mut ends) = (0, Ok(()));
    for of_shop in open.chunk_by(|one, next| one.shop_code == next.shop_code) {
        ends = ends.and(ask(connector, of_shop, &mut looked).await);
    }
    connector.write_calls().await?;
    ends.map(|()| looked)
}

/// Asks the store of one shop how these of its operations stand.
async fn ask(connector: &Connector, of_shop: &[Model], looked: &mut u64) -> Result<(), Error> {
    let Some(first) = of_shop.first() else { return Ok(()) };
    let code = first.shop_code.as_str();
    let shop = connector.db().read(|r| async move { shops::find(&r, code).await }).await?;
    let client = connector.client(&shop).await?.urgent();
    for operation in of_shop {
        let number = u64::try_from(operation.bulk_operation_id).unwrap_or_default();
        match look(&client, &Gid::new("BulkOperation", number).to_string().into()).await {
            Ok(_) => {}
            // The store keeps them for a while only.
            Err(shopify::Error::Rejected { .. }) => forgotten(connector, operation).await?,
            Err(error) => return Err(error.into()),
        }
        *looked += 1;
    }
    Ok(())
}

async fn under_way(connection: &impl ConnectionTrait) -> Result<Vec<Model>, Error> {
    let query = Entity::find().filter(Column::CompletedAt.is_null()).order_by_asc(Column::ShopCode);
    Ok(query.order_by_asc(Column::BulkOperationId).limit(MOST).all(connection).await?)
}

/// What the store does not know any more is over, and its result is gone.
async fn forgotten(connector: &Connector, operation: &Model) -> Result<(), Error> {
    let over = ActiveModel {
        status: Set(Status::Expired),
        completed_at: Set(Some(connector.clock().now())),
        processed: Set(true),
        ..Default::default()
    };
    let update = &Entity::update_many().set(over).filter(Column::Id.eq(operation.id));
    let write = |tx: Tx| async move {
        update.clone().exec(&tx).await?;
        Ok::<_, Error>(tx.changed::<Entity>(&[operation.id]).await?)
    };
    connector.db().write(write).await
}
