use std::collections::BTreeSet;

use access::{Action, Area, Principal};
use job_queue::{Filters, Queue};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

use super::SHOPIFY_REFUND_ID;
use super::staged::refund::{Column, Entity, Model};
use crate::orders::document_links::{self, ShopifyDocument};
use crate::orders::{CREATE_SALES_ORDERS, chosen};
use crate::{Connector, Error, Started, Sync, sync};

/// Creates the documents of these staged refunds of one shop: report 30103 runs for them alone, in the background or at once
/// as the shop card says, and whatever the shop card says of refunds. Refunds that have their document are passed over; one
/// whose document was deleted gets another.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, they are of several shops, or all have their
/// document; and as [`sync()`](crate::sync()).
pub async fn for_refunds(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let refused = |reason: String| Err(Error::Chosen(reason));
    let chosen = &chosen::ids(ids, "Shopify refunds")?;
    let (refunds, made) = connector.db().read(|r| async move { read(&r, chosen).await }).await?;
    if let Some(id) = chosen.iter().find(|id| refunds.iter().all(|refund| refund.id != **id)) {
        return refused(format!("there is no Shopify refund with the id {id}"));
    }
    let shops: BTreeSet<&str> = refunds.iter().map(|refund| refund.shop_code.as_str()).collect();
    let [shop] = shops.iter().collect::<Vec<_>>()[..] else {
        let shops = shops.into_iter().collect::<Vec<_>>().join(", ");
        return refused(format!("these refunds are of the shops {shops}: choose refunds of one shop"));
    };
    let waiting = refunds.iter().map(|refund| refund.shopify_refund_id.to_string());
    let waiting: Vec<String> = waiting.filter(|id| !made.contains(id)).collect();
    if waiting.is_empty() {
        return refused("these refunds have their sales documents already".to_owned());
    }
    let task = Sync {
        shop: (*shop).to_owned(),
        object: CREATE_SALES_ORDERS,
        options: Value::Null,
        filters: Filters::new().with(SHOPIFY_REFUND_ID, waiting.join("|")),
        time_zone,
    };
    sync(connector, queue, by, &task).await
}

/// The refunds, and the ids in Shopify of those that have a document, posted or not.
async fn read(
    connection: &impl ConnectionTrait,
    chosen: &BTreeSet<Uuid>,
) -> Result<(Vec<Model>, BTreeSet<String>), Error> {
    let of_them = Entity::find().filter(Column::Id.is_in(chosen.iter().copied()));
    let refunds = of_them.order_by_asc(Column::ShopifyRefundId).all(connection).await?;
    let ids = refunds.iter().map(|refund| refund.shopify_refund_id.to_string());
    let made: Vec<String> = document_links::Entity::find()
        .select_only()
        .column(document_links::Column::ShopifyDocumentId)
        .filter(document_links::Column::ShopifyDocumentType.eq(ShopifyDocument::Refund))
        .filter(document_links::Column::ShopifyDocumentId.is_in(ids))
        .into_tuple()
        .all(connection)
        .await?;
    Ok((refunds, made.into_iter().collect()))
}
