use back_office::sales::{header, line};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::new_order::SOURCE_KIND;
use crate::Error;

/// The document that was made of an order, with its lines, as long as something of it is not posted.
pub(in crate::orders) async fn open_document(
    c: &impl ConnectionTrait,
    shopify_order_id: i64,
) -> Result<Option<(header::Model, Vec<line::Model>)>, Error> {
    let header = header::Entity::find()
        .filter(header::Column::SourceKind.eq(SOURCE_KIND))
        .filter(header::Column::SourceId.eq(shopify_order_id.to_string()))
        .one(c)
        .await?;
    let Some(header) = header else { return Ok(None) };
    let lines = line::Entity::find().filter(line::Column::DocumentId.eq(header.id));
    let lines = lines.order_by_asc(line::Column::LineNumber).all(c).await?;
    Ok(Some((header, lines)))
}
