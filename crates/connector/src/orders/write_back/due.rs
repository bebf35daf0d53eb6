use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::orders::MANY;

use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::staged::order::{Column, Entity, Model, has_document};

/// The next orders whose documents were made while the shop card wanted their numbers in Shopify.
pub(super) async fn due(
    connection: &impl ConnectionTrait,
    ground: &Ground,
    last: Option<i64>,
) -> Result<Vec<Model>, Error> {
    let mut query = Entity::find()
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::SendDocumentNumber.eq(true))
        .filter(has_document());
    if let Some(last) = last {
        query = query.filter(Column::ShopifyOrderId.gt(last));
    }
    Ok(query.order_by_asc(Column::ShopifyOrderId).limit(MANY as u64).all(connection).await?)
}
