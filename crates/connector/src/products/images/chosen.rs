use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::entity::{Column, Entity};
use crate::{Connector, Error, skipped};

/// The product whose picture, or that of one of its variants, was left out.
///
/// # Errors
/// What the database says.
pub(crate) async fn product_of(connector: &Connector, skipped: &skipped::Model) -> Result<i64, Error> {
    let query = Entity::find()
        .select_only()
        .column(Column::ShopifyProductId)
        .filter(Column::ShopCode.eq(skipped.shop_code.clone()))
        .filter(Column::ShopifyVariantId.eq(skipped.shopify_id));
    let read = |r| async move { Ok::<_, Error>(query.into_tuple().one(&r).await?) };
    let found: Option<i64> = connector.db().read(read).await?;
    Ok(found.unwrap_or(skipped.shopify_id))
}
