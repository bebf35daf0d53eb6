use back_office::sales::{DocumentType, header, line};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::orders::MANY;

use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::options::FulfillmentStatus;
use crate::orders::process::SOURCE_KIND;
use crate::orders::staged::order::{Column, Entity, Model, has_document};
use crate::skipped::{self, Kind};

/// The next orders that can be archived: paid and fulfilled, with a document of which nothing is left to be sent. What was
/// refused waits for a person, and what Shopify changed for someone to look at it.
///
/// Gives where the next ones begin, too; none after the last.
pub(super) async fn due(
    connection: &impl ConnectionTrait,
    ground: &Ground,
    last: Option<i64>,
) -> Result<(Vec<Model>, Option<i64>), Error> {
    let source = Expr::col((Entity, Column::ShopifyOrderId)).cast_as(Alias::new("text"));
    let quantity = |column| Expr::col((line::Entity, column));
    let outstanding = Query::select()
        .expr(Expr::val(1))
        .from(header::Entity)
        .inner_join(
            line::Entity,
            Expr::col((line::Entity, line::Column::DocumentId)).equals((header::Entity, header::Column::Id)),
        )
        .and_where(header::Column::SourceKind.eq(SOURCE_KIND))
        .and_where(Expr::col((header::Entity, header::Column::SourceId)).eq(source))
        .and_where(header::Column::DocumentType.eq(DocumentType::Order))
        .and_where(quantity(line::Column::Quantity).ne(quantity(line::Column::QuantityShipped)))
        .to_owned();
    let mut query = Entity::find()
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::Processed.eq(true))
        .filter(Column::Closed.eq(false))
        .filter(Column::FullyPaid.eq(true))
        .filter(
            Column::FulfillmentStatus.is_in([FulfillmentStatus::Fulfilled, FulfillmentStatus::FulfillmentNotRequired]),
        )
        .filter(has_document())
        .filter(Column::HasOrderStateError.eq(false))
        .filter(Expr::exists(outstanding).not());
    if let Some(last) = last {
        query = query.filter(Column::ShopifyOrderId.gt(last));
    }
    let mut orders = query.order_by_asc(Column::ShopifyOrderId).limit(MANY as u64).all(connection).await?;
    let next = orders.last().map(|order| order.shopify_order_id);
    let ids: Vec<i64> = orders.iter().map(|order| order.shopify_order_id).collect();
    let refused = skipped::open(connection, &ground.shop.code, Kind::Change, &ids).await?;
    orders.retain(|order| !refused.contains(&order.shopify_order_id));
    Ok((orders, next))
}
