use chrono::SecondsFormat;
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use crate::Error;
use crate::orders::import::cut;
use crate::orders::mapping::Ground;
use crate::orders::staged::order;
use crate::skipped::{self, Skipped};

/// How long the message on the order may be.
const MESSAGE: usize = 2048;

/// Writes on the order, and among the skipped records, why its document could not be made.
pub(super) async fn fail(tx: &Tx, ground: &Ground, object: i32, order: &order::Model, why: &str) -> Result<(), Error> {
    let at = ground.now.to_rfc3339_opts(SecondsFormat::Secs, true);
    let failed = order::ActiveModel {
        has_error: Set(true),
        error_message: Set(cut(&format!("{at} {why}"), MESSAGE)),
        ..Default::default()
    };
    order::Entity::update_many().set(failed).filter(order::Column::Id.eq(order.id)).exec(tx).await?;
    let remedy = "Correct what the back office refuses; the next run takes the order up by itself.".to_owned();
    let skipped = Skipped::order_failed(order, why.to_owned(), remedy, object);
    skipped::record(tx, &ground.random, ground.now, vec![skipped]).await
}
