//! What people say of posted shipments that they chose: send them now, send them again, leave them out.

use std::collections::BTreeSet;

use access::{About, Action, Area, Principal};
use back_office::sales::posted::{Kind as Posted, header, say_deliveries};
use database::{Record, Tx};
use job_queue::Queue;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde_json::{Value, json};
use uuid::Uuid;
use values::Code;

use super::number::{FAILED, LEFT_OUT, READY};
use super::staged::shipped;
use super::{SHIPMENT_NUMBER, SYNC_SHIPMENTS};
use crate::orders::staged::order;
use crate::orders::{SOURCE_KIND, chosen_ids};
use crate::skipped::{Kind, solve_named};
use crate::sync::exactly;
use crate::{Connector, Error, Started, Sync, sync};

/// Sends posted shipments of one shop to Shopify, in the background or at once as the shop card says. Those that failed or
/// were left out are passed over.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, they are of several shops, or none is to be sent; and
/// as [`sync()`].
pub async fn send_now(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let chosen = chosen_ids(ids, SHIPMENTS)?;
    let read = |r| {
        let chosen = &chosen;
        async move {
            let shipments = there(chosen, of_chosen(chosen).all(&r).await?)?;
            let shop = shop_of(&r, &shipments).await?;
            Ok::<_, Error>((shipments, shop))
        }
    };
    let (shipments, shop) = connector.db().read(read).await?;
    let due = shipments.iter().filter(|shipment| shipment.source_delivery_id == READY);
    let numbers: Vec<String> = due.map(|shipment| exactly(shipment.number.as_str())).collect();
    if numbers.is_empty() {
        return Err(Error::Chosen(
            "none of these shipments is to be sent to Shopify: choose Send Again for those that were not sent"
                .to_owned(),
        ));
    }
    let task = Sync {
        shop,
        object: SYNC_SHIPMENTS,
        options: Value::Null,
        filters: job_queue::Filters::new().with(SHIPMENT_NUMBER, numbers.join("|")),
        time_zone,
    };
    sync(connector, queue, by, &task).await
}

/// Has posted shipments sent again that failed or were left out: their Shopify Fulfillment ID becomes 0. Gives how many. What of
/// them is in Shopify already is not sent twice.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, or one is in Shopify already, or may be.
pub async fn send_again(connector: &Connector, by: &Principal, ids: &[Uuid]) -> Result<u64, Error> {
    say(connector, by, ids, READY).await
}

/// Leaves posted shipments out: nothing of them is sent to Shopify. Gives how many.
///
/// # Errors
/// As [`send_again`].
pub async fn leave_out(connector: &Connector, by: &Principal, ids: &[Uuid]) -> Result<u64, Error> {
    say(connector, by, ids, LEFT_OUT).await
}

/// What is chosen here.
const SHIPMENTS: &str = "posted shipments";

async fn say(connector: &Connector, by: &Principal, ids: &[Uuid], number: i64) -> Result<u64, Error> {
    let chosen = &chosen_ids(ids, SHIPMENTS)?;
    connector.db().write(|tx| async move { set_number(connector, &tx, by, chosen, number).await }).await
}

/// Says how posted shipments of Shopify orders stand that are not there: [`READY`], [`FAILED`] or [`LEFT_OUT`]. Gives how many
/// stood otherwise. What was told of them is taken back.
///
/// # Errors
/// [`Error::Given`] for another number; [`Error::Chosen`] when one is not there, is in Shopify already, or may be.
pub async fn set_number(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    chosen: &BTreeSet<Uuid>,
    number: i64,
) -> Result<u64, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    if ![READY, FAILED, LEFT_OUT].contains(&number) {
        let reason = format!(
            "shopifyFulfillmentId can't be {number}: it is set to 0 (to be sent), -1 (not sent) or -2 (left out) by hand"
        );
        return Err(Error::Given { name: "shopifyFulfillmentId", reason });
    }
    let shipments = there(chosen, of_chosen(chosen).lock_exclusive().all(tx).await?)?;
    if let Some(sent) = shipments.iter().find(|shipment| shipment.source_delivery_id > READY) {
        return Err(Error::Chosen(format!(
            "the posted sales shipment {} is fulfillment {} in Shopify: only one that is not there is sent again or left out",
            sent.number, sent.source_delivery_id
        )));
    }
    if let Some(number) = unanswered(tx, chosen).await? {
        return Err(Error::Chosen(format!(
            "what became of the posted sales shipment {number} in Shopify is not known yet: run Sync Shipments to Shopify \
             first, or say it on the page Changes in Shopify"
        )));
    }
    let changed: Vec<&header::Model> =
        shipments.iter().filter(|shipment| shipment.source_delivery_id != number).collect();
    let said: Vec<(Uuid, i64)> = changed.iter().map(|shipment| (shipment.id, number)).collect();
    say_deliveries(tx, &said).await?;
    let shops: BTreeSet<Code<20>> = orders_of(tx, &shipments).await?.into_iter().map(|order| order.shop_code).collect();
    let numbers: Vec<String> = shipments.iter().map(|shipment| shipment.number.to_string()).collect();
    for shop in shops {
        solve_named(tx, &shop, Kind::Shipment, &numbers).await?;
    }
    for shipment in &changed {
        let detail = json!({ "shopifyFulfillmentId": { "old": shipment.source_delivery_id, "new": number } });
        let about = About { entity: header::Entity::NAME, id: shipment.id, subject: shipment.number.as_str() };
        connector.audit().record_about(tx, by, "shipment to Shopify", about, detail).await?;
    }
    Ok(changed.len() as u64)
}

/// Those that were chosen, each of a Shopify order.
fn of_chosen(chosen: &BTreeSet<Uuid>) -> Select<header::Entity> {
    use header::{Column, Entity};
    Entity::find()
        .filter(Column::Id.is_in(chosen.iter().copied()))
        .filter(Column::Kind.eq(Posted::Shipment))
        .filter(Column::SourceKind.eq(SOURCE_KIND))
        .order_by_asc(Column::Number)
}

/// Checks that each is there.
fn there(chosen: &BTreeSet<Uuid>, found: Vec<header::Model>) -> Result<Vec<header::Model>, Error> {
    match chosen.iter().find(|id| found.iter().all(|shipment| shipment.id != **id)) {
        Some(id) => Err(Error::Chosen(format!("there is no posted shipment of a Shopify order with the id {id}"))),
        None => Ok(found),
    }
}

/// One of these of which something was asked for in Shopify and nobody knows yet whether it is there: it would be lost if it was
/// said now that nothing of the shipment is sent.
async fn unanswered(c: &impl ConnectionTrait, chosen: &BTreeSet<Uuid>) -> Result<Option<Code<20>>, Error> {
    let open = shipped::Entity::find()
        .filter(shipped::Column::ShipmentId.is_in(chosen.iter().copied()))
        .filter(shipped::Column::ShopifyFulfillmentId.eq(0));
    Ok(open.one(c).await?.map(|row| row.shipment_number))
}

async fn orders_of(c: &impl ConnectionTrait, of: &[header::Model]) -> Result<Vec<order::Model>, Error> {
    let ids: BTreeSet<i64> = of.iter().filter_map(|shipment| shipment.source_id.parse().ok()).collect();
    Ok(order::Entity::find().filter(order::Column::ShopifyOrderId.is_in(ids)).all(c).await?)
}

/// The one shop of shipments.
async fn shop_of(c: &impl ConnectionTrait, of: &[header::Model]) -> Result<String, Error> {
    let shops: BTreeSet<String> =
        orders_of(c, of).await?.into_iter().map(|order| order.shop_code.to_string()).collect();
    let mut all = shops.iter();
    match (all.next(), all.next()) {
        (Some(shop), None) => Ok(shop.clone()),
        (None, _) => {
            Err(Error::Chosen("the orders of these shipments are not known here: import them again".to_owned()))
        }
        _ => {
            let shops = shops.into_iter().collect::<Vec<_>>().join(", ");
            Err(Error::Chosen(format!("these shipments are of the shops {shops}: choose shipments of one shop")))
        }
    }
}
