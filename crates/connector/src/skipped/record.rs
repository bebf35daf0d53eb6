use chrono::{DateTime, Utc};
use database::Tx;
use runtime::Random;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{EntityTrait, ExprTrait, IntoActiveModel};
use values::Code;

use super::entity::{ActiveModel, Column, Entity, Kind, Model};
use crate::Error;

/// A record that is left out now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The shop.
    pub shop_code: Code<20>,
    /// What kind of record.
    pub kind: Kind,
    /// Its id in Shopify.
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

impl Skipped {
    fn into_row(self, random: &Random, now: DateTime<Utc>) -> ActiveModel {
        Model {
            id: random.id(now),
            shop_code: self.shop_code,
            kind: self.kind,
            shopify_id: self.shopify_id,
            document_name: self.document_name,
            cause: self.cause,
            remedy: self.remedy,
            first_seen_at: now,
            last_seen_at: now,
            retries: 0,
            retry_object_id: self.retry_object_id,
        }
        .into_active_model()
    }
}

/// How many rows go into one statement.
const CHUNK: usize = 500;

/// Writes down what is left out. What was left out before is counted up, with its newest cause.
pub async fn record(tx: &Tx, random: &Random, now: DateTime<Utc>, skipped: Vec<Skipped>) -> Result<(), Error> {
    let rows: Vec<ActiveModel> = skipped.into_iter().map(|one| one.into_row(random, now)).collect();
    for chunk in rows.chunks(CHUNK) {
        let again = OnConflict::columns([Column::ShopCode, Column::Kind, Column::ShopifyId])
            .update_columns([
                Column::DocumentName,
                Column::Cause,
                Column::Remedy,
                Column::LastSeenAt,
                Column::RetryObjectId,
            ])
            .value(Column::Retries, Expr::col((Entity, Column::Retries)).add(1))
            .to_owned();
        Entity::insert_many(chunk.to_vec()).on_conflict(again).exec_without_returning(tx).await?;
    }
    Ok(())
}
