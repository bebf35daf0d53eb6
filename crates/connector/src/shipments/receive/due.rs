//! The fulfilments that are to be posted: those of orders whose sales order is open, which no shipment has.

use std::collections::{HashMap, HashSet};

use back_office::sales::{DocumentType, header};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::Error;
use crate::orders::SOURCE_KIND;
use crate::orders::mapping::Ground;
use crate::orders::staged::fulfillment::{self, Status};
use crate::orders::staged::order;
use crate::shipments::staged::shipped::{self, Origin, Pieces};

/// So many open sales orders are looked at at a time.
const PAGE: u64 = 500;

/// A fulfilment that is to be posted.
#[derive(Clone, Debug)]
pub(super) struct Due {
    /// The fulfilment, as it is staged.
    pub fulfillment: fulfillment::Model,
    /// What people call its order.
    pub order_number: String,
    /// The sales order.
    pub document: Uuid,
    /// What of it belongs to shipments that were posted by themselves.
    pub taken: Pieces,
}

/// Those of the next open sales orders after one of this id, each order's in the order in which they were made; and the id
/// after which the next begin.
pub(super) async fn due(
    c: &impl ConnectionTrait,
    ground: &Ground,
    after: Option<Uuid>,
) -> Result<(Vec<Due>, Option<Uuid>), Error> {
    let mut open = header::Entity::find()
        .select_only()
        .columns([header::Column::Id, header::Column::SourceId])
        .filter(header::Column::DocumentType.eq(DocumentType::Order))
        .filter(header::Column::SourceKind.eq(SOURCE_KIND));
    if let Some(after) = after {
        open = open.filter(header::Column::Id.gt(after));
    }
    let open: Vec<(Uuid, String)> = open.order_by_asc(header::Column::Id).limit(PAGE).into_tuple().all(c).await?;
    let is_full = u64::try_from(open.len()).is_ok_and(|count| count == PAGE);
    let next = open.last().map(|(id, _)| *id).filter(|_| is_full);
    let documents: HashMap<i64, Uuid> =
        open.into_iter().filter_map(|(id, source)| Some((source.parse().ok()?, id))).collect();
    let orders = order::Entity::find()
        .filter(order::Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(order::Column::ShopifyOrderId.is_in(documents.keys().copied()))
        .all(c)
        .await?;
    let numbers: HashMap<Uuid, String> =
        orders.into_iter().map(|order| (order.id, order.shopify_order_number)).collect();
    let made = fulfillment::Entity::find()
        .filter(fulfillment::Column::OrderId.is_in(numbers.keys().copied()))
        .filter(fulfillment::Column::Status.eq(Status::Success))
        .order_by_asc(fulfillment::Column::ShopifyFulfillmentId)
        .all(c)
        .await?;
    let ids: Vec<i64> = made.iter().map(|one| one.shopify_fulfillment_id).collect();
    let rows = shipped::Entity::find().filter(shipped::Column::ShopifyFulfillmentId.is_in(ids)).all(c).await?;
    let mut taken: HashMap<i64, Pieces> = HashMap::new();
    let mut known: HashSet<i64> = HashSet::new();
    for row in rows {
        if row.origin != Origin::TakenOver {
            known.insert(row.shopify_fulfillment_id);
        }
        let of_it = taken.entry(row.shopify_fulfillment_id).or_default();
        row.pieces().into_iter().for_each(|(line, count)| *of_it.entry(line).or_default() += count);
    }
    let due = made.into_iter().filter(|one| !known.contains(&one.shopify_fulfillment_id)).filter_map(|one| {
        let order_number = numbers.get(&one.order_id)?.clone();
        let document = *documents.get(&one.shopify_order_id)?;
        let taken = taken.remove(&one.shopify_fulfillment_id).unwrap_or_default();
        let is_more = taken.values().sum::<i64>() < i64::from(one.total_quantity);
        is_more.then_some(Due { fulfillment: one, order_number, document, taken })
    });
    Ok((due.collect(), next))
}
