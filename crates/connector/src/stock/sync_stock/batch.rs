//! A call's worth of numbers: written down with its key before it is sent, and settled once the store has spoken.

use std::time::Duration;

use chrono::{DateTime, Utc};
use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::value::RawValue;
use shopify::Client;
use shopify::cost::MUTATION;
use shopify::documents::inventory::{Code, InventorySetQuantities, Quantity, REASON, Refused, SetInput, SetVariables};

use super::ground::Ground;
use super::plan::Line;
use super::record;
use crate::Error;
use crate::stock::staged::batch::{ActiveModel, Entity, Model, State};
use crate::stock::staged::inventory;

/// How long one waits before the same is sent again that the store is at.
const PAUSES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(2), Duration::from_secs(4)];

/// What the store says of a batch.
#[derive(Debug)]
pub(super) enum Told {
    /// It was set, then by the store's clock; none where there was nothing to change.
    Set(Option<DateTime<Utc>>),
    /// Nothing of it was set.
    Refused(Vec<Refused>),
    /// The store is still at it.
    UnderWay,
}

/// Writes down what is to be sent, with its key, before it is.
pub(super) async fn intend(cx: &Context, ground: &Ground, lines: &[Line]) -> Result<Model, JobError> {
    let now = cx.clock().now();
    let id = cx.random().id(now);
    let quantity = |line: &Line| Quantity {
        inventory_item_id: line.row.inventory_item_id,
        location_id: line.row.location_id,
        quantity: line.quantity,
        change_from: line.change_from,
    };
    let variables = SetVariables {
        key: id.to_string(),
        input: SetInput {
            name: ground.shop.stock_quantity_name.in_shopify().to_owned(),
            reason: REASON.to_owned(),
            reference_document_uri: format!("gid://kobling/StockSync/{}", ground.run),
            quantities: lines.iter().map(|line| (&quantity(line)).into()).collect(),
        },
    };
    let written = |value: Result<String, serde_json::Error>| value.map_err(|why| Error::Unwritable(why.to_string()));
    let places: Vec<_> = lines.iter().map(|line| line.clone().set()).map(|row| (row.id, row.shopify_stock)).collect();
    let batch = &Model {
        id,
        shop_code: ground.shop.code.clone(),
        state: State::Open,
        created_at: now,
        variables: written(serde_json::to_string(&variables))?,
        places: written(serde_json::to_string(&places))?,
    };
    let write = |tx: Tx| async move {
        batch.clone().into_active_model().insert(&tx).await?;
        Ok::<_, Error>(())
    };
    cx.write(write).await?;
    Ok(batch.clone())
}

/// Sends a batch as it is written, and once more while the store is at it.
pub(super) async fn attempt(cx: &Context, client: &Client, batch: &Model) -> Result<Told, JobError> {
    let variables: Box<RawValue> =
        serde_json::from_str(&batch.variables).map_err(|why| Error::Unwritable(why.to_string()))?;
    for at in 0..=PAUSES.len() {
        let answer = cx.send(client.run_as_written::<InventorySetQuantities>(&variables, MUTATION)).await?;
        match answer.map_err(Error::from)?.came() {
            Ok(at) => return Ok(Told::Set(at)),
            Err(refused) if refused.iter().any(|one| one.code == Code::UnderWay) => {}
            Err(refused) => return Ok(Told::Refused(refused)),
        }
        if let Some(pause) = PAUSES.get(at) {
            cx.wait(cx.clock().sleep(*pause)).await?;
        }
    }
    Ok(Told::UnderWay)
}

/// Writes down that the store has spoken, with what follows for the places.
pub(super) async fn settled(cx: &Context, batch: &Model, rows: Vec<inventory::Model>) -> Result<(), JobError> {
    let rows = &rows;
    Ok(cx.write(|tx| async move { settle(&tx, batch, rows).await }).await?)
}

/// The same in the caller's transaction.
pub(super) async fn settle(tx: &Tx, batch: &Model, rows: &[inventory::Model]) -> Result<(), Error> {
    record::put(tx, rows).await?;
    let settled = ActiveModel { id: Set(batch.id), state: Set(State::Settled), ..Default::default() };
    Entity::update(settled).exec(tx).await?;
    Ok(())
}
