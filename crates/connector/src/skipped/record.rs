use chrono::{DateTime, Utc};
use database::{Notice, Record, Tx};
use runtime::Random;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{EntityTrait, ExprTrait, IntoActiveModel};
use uuid::Uuid;
use values::Code;

use super::Cause;
use super::entity::{ActiveModel, Column, Entity, Kind, Model};
use super::tell::tell;
use crate::Error;
use crate::orders::staged::order;

/// A record that is left out now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The shop.
    pub shop_code: Code<20>,
    /// What kind of record.
    pub kind: Kind,
    /// Its id in Shopify; 0 for what is not there yet, which is known by what people call it.
    pub shopify_id: i64,
    /// What people call it.
    pub document_name: String,
    /// Why.
    pub cause: String,
    /// What to do.
    pub remedy: String,
    /// The object that takes it up again.
    pub retry_object_id: i32,
}

/// Who leaves records out, and when.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The log entry of the run.
    pub run: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// For ids.
    pub random: &'a Random,
}

impl Skipped {
    /// An order that is left out for these causes: each is told, with its remedy.
    pub fn order(order: &order::Model, causes: &[Cause], retry_object_id: i32) -> Self {
        let sentences = |of: &dyn Fn(&Cause) -> String| {
            let mut told: Vec<String> = causes.iter().map(of).collect();
            let mut once = std::collections::HashSet::new();
            told.retain(|sentence| once.insert(sentence.clone()));
            told.join(" ")
        };
        Self::order_failed(order, sentences(&Cause::to_string), sentences(&Cause::remedy), retry_object_id)
    }

    /// An order that failed.
    pub fn order_failed(order: &order::Model, cause: String, remedy: String, retry_object_id: i32) -> Self {
        Self {
            shop_code: order.shop_code.clone(),
            kind: Kind::Order,
            shopify_id: order.shopify_order_id,
            document_name: order.shopify_order_number.clone(),
            cause,
            remedy,
            retry_object_id,
        }
    }

    /// What tells it apart where it has no id in Shopify.
    pub(super) fn number(&self) -> String {
        if self.shopify_id == 0 { self.document_name.clone() } else { String::new() }
    }

    fn into_row(self, seen: &Seen<'_>) -> ActiveModel {
        let (now, number) = (seen.at, self.number());
        Model {
            id: seen.random.id(now),
            shop_code: self.shop_code,
            kind: self.kind,
            shopify_id: self.shopify_id,
            number,
            document_name: self.document_name,
            cause: self.cause,
            remedy: self.remedy,
            first_seen_at: now,
            last_seen_at: now,
            job_queue_log_entry_id: seen.run,
            retries: 0,
            retry_object_id: self.retry_object_id,
        }
        .into_active_model()
    }
}

/// How many rows go into one statement.
const CHUNK: usize = 500;

/// Writes down what is left out. What was left out before is counted up, with its newest cause.
pub async fn record(tx: &Tx, seen: &Seen<'_>, skipped: Vec<Skipped>) -> Result<(), Error> {
    tell(tx, seen, &skipped).await?;
    let rows: Vec<ActiveModel> = skipped.into_iter().map(|one| one.into_row(seen)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    for chunk in rows.chunks(CHUNK) {
        let again = OnConflict::columns([Column::ShopCode, Column::Kind, Column::ShopifyId, Column::Number])
            .update_columns([
                Column::DocumentName,
                Column::Cause,
                Column::Remedy,
                Column::LastSeenAt,
                Column::JobQueueLogEntryId,
                Column::RetryObjectId,
            ])
            .value(Column::Retries, Expr::col((Entity, Column::Retries)).add(1))
            .to_owned();
        Entity::insert_many(chunk.to_vec()).on_conflict(again).exec_without_returning(tx).await?;
    }
    // A record that was there already has kept its id, so none is told.
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(())
}
