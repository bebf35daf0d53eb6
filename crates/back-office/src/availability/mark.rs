use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use database::{Tx, upsert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;

use super::change::{Column, Model};
use crate::Result;
use crate::item_ledger::Place;
use crate::sales::Context;

/// Marks what is available at places as changed, in the transaction that changes it.
///
/// # Errors
/// When the database fails.
pub async fn mark(tx: &Tx, places: impl IntoIterator<Item = Place>, cx: &Context) -> Result<()> {
    // In one order, so that two who mark the same places do not wait for each other in a circle.
    let places: BTreeSet<Place> = places.into_iter().collect();
    let rows = places.into_iter().map(|place| Model {
        id: cx.random.id(cx.now),
        item_number: place.item_number,
        variant_code: place.variant_code,
        location_code: place.location_code,
        version: cx.random.id(cx.now),
        changed_at: cx.now,
    });
    let rows = rows.map(|row| row.into_active_model().reset_all()).collect();
    let place = [Column::ItemNumber, Column::VariantCode, Column::LocationCode];
    upsert_many(tx, rows, &place, &[Column::Version, Column::ChangedAt]).await?;
    Ok(())
}

/// Marks an item whose units have changed: as many as before are there, but whoever tells them in units tells others.
///
/// # Errors
/// When the database fails.
pub async fn mark_units(tx: &Tx, item_number: &Code<20>, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let cx = Context { now, random: random.clone(), user: String::new() };
    mark(tx, [Place { item_number: item_number.clone(), ..Place::default() }], &cx).await
}
