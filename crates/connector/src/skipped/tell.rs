use std::collections::{HashMap, HashSet};

use database::Tx;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;

use super::entity::{Column, Entity, Kind};
use super::record::{Seen, Skipped};
use crate::Error;
use crate::outbound_webhooks::{self, Event, record_skipped};

/// As many records are named in a statement: a database takes so many values, and not many more.
const AT_ONCE: usize = 500;

/// What tells skipped records apart.
type Key = (Code<20>, Kind, i64, String);

/// Tells who wants to know of what is skipped for the first time, or for another cause than before. What stays skipped run
/// after run is no news.
pub(super) async fn tell(tx: &Tx, seen: &Seen<'_>, skipped: &[Skipped]) -> Result<(), Error> {
    if skipped.is_empty() {
        return Ok(());
    }
    let listeners = outbound_webhooks::listeners(tx, Event::RecordSkipped).await?;
    if listeners.is_empty() {
        return Ok(());
    }
    let mut known = HashMap::new();
    for some in skipped.chunks(AT_ONCE) {
        known.extend(causes(tx, some).await?);
    }
    let news = skipped.iter().filter(|one| known.get(&key(one)) != Some(&one.cause));
    let told = news.map(record_skipped).collect();
    Ok(outbound_webhooks::tell(tx, (seen.at, seen.random), Event::RecordSkipped, &listeners, told).await?)
}

fn key(one: &Skipped) -> Key {
    (one.shop_code.clone(), one.kind, one.shopify_id, one.number())
}

/// Why those that are skipped already are.
async fn causes(connection: &impl ConnectionTrait, skipped: &[Skipped]) -> Result<HashMap<Key, String>, Error> {
    let shops: HashSet<&Code<20>> = skipped.iter().map(|one| &one.shop_code).collect();
    let ids: HashSet<i64> = skipped.iter().map(|one| one.shopify_id).filter(|id| *id != 0).collect();
    let numbers: HashSet<String> = skipped.iter().map(Skipped::number).filter(|number| !number.is_empty()).collect();
    let either = Condition::any().add(Column::ShopifyId.is_in(ids)).add(Column::Number.is_in(numbers));
    let rows: Vec<(Code<20>, Kind, i64, String, String)> = Entity::find()
        .select_only()
        .columns([Column::ShopCode, Column::Kind, Column::ShopifyId, Column::Number, Column::Cause])
        .filter(Column::ShopCode.is_in(shops.into_iter().cloned()))
        .filter(either)
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|(shop, kind, id, number, cause)| ((shop, kind, id, number), cause)).collect())
}
