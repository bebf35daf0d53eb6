use std::collections::HashMap;

use chrono::SecondsFormat;
use database::{Tx, search};
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::Error;
use crate::orders::import::cut;
use crate::orders::mapping::Ground;
use crate::orders::staged::order;
use crate::skipped::{self, Skipped};

/// How long the message on the order may be.
const MESSAGE: usize = 2048;

/// An order whose document could not be made.
#[derive(Debug)]
pub(super) struct Refused<'a> {
    order: &'a order::Model,
    /// One sentence.
    why: String,
    /// Another.
    remedy: &'static str,
}

impl<'a> Refused<'a> {
    /// The order is refused for this error.
    ///
    /// # Errors
    /// The error itself when it concerns more than the order.
    pub(super) fn of(order: &'a order::Model, error: Error) -> Result<Self, Error> {
        let remedy = match &error {
            Error::NothingSold => {
                "Set the order aside, or add something to it in Shopify; the next run takes it up by itself."
            }
            _ => "Correct what the back office refuses; the next run takes the order up by itself.",
        };
        if error.is_of_the_record() { Ok(Self { order, why: error.to_string(), remedy }) } else { Err(error) }
    }
}

/// Writes on each order whose document stays open, though it was to be released, what keeps it so.
pub(super) async fn say_why_open(
    tx: &Tx,
    ground: &Ground,
    made: &mut [order::Model],
    kept_open: &HashMap<Uuid, back_office::Error>,
) -> Result<(), Error> {
    if kept_open.is_empty() {
        return Ok(());
    }
    let at = ground.now.to_rfc3339_opts(SecondsFormat::Secs, true);
    let (mut messages, mut open) = (CaseStatement::new(), Vec::with_capacity(kept_open.len()));
    for order in made {
        let Some(why) = kept_open.get(&order.id) else { continue };
        let text = format!("{at} {} was made and is not released: {why}. Then release it.", order.document_number());
        order.error_message = cut(&text, MESSAGE);
        messages = messages.case(order::Column::Id.eq(order.id), Expr::val(order.error_message.clone()));
        open.push(order.id);
    }
    order::Entity::update_many()
        .col_expr(order::Column::ErrorMessage, messages.into())
        .filter(order::Column::Id.is_in(open))
        .exec(tx)
        .await?;
    Ok(())
}

/// Writes on each order, and among the skipped records, why its document could not be made.
pub(super) async fn fail(tx: &Tx, ground: &Ground, object: i32, refused: &[Refused<'_>]) -> Result<(), Error> {
    let at = ground.now.to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut written = Vec::with_capacity(refused.len());
    for Refused { order, why, .. } in refused {
        let error_message = cut(&format!("{at} {why}"), MESSAGE);
        let failed = order::ActiveModel {
            has_error: Set(true),
            error_message: Set(error_message.clone()),
            ..Default::default()
        };
        order::Entity::update_many().set(failed).filter(order::Column::Id.eq(order.id)).exec(tx).await?;
        written.push(order::Model { error_message, ..(*order).clone() });
    }
    search::keep::<order::Entity>(tx, &written).await?;
    tx.changed::<order::Entity>(&refused.iter().map(|one| one.order.id).collect::<Vec<_>>()).await?;
    let skipped =
        refused.iter().map(|one| Skipped::order_failed(one.order, one.why.clone(), one.remedy.to_owned(), object));
    skipped::record(tx, &ground.seen(), skipped.collect()).await
}
