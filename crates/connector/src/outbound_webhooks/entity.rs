//! Who is told, and of what.

use database::Record;
use sea_orm::entity::prelude::*;

/// A program that wants to be told.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "outbound_webhook")]
#[record(name = "outboundWebhooks", caption = "Outbound Webhook")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it is for.
    pub description: String,
    /// Where events are sent.
    #[record(caption = "URL")]
    pub url: String,
    /// Whether it is told. While it is not, nothing new is kept for it, and what waits stays.
    pub enabled: bool,
    /// Whether it is told of orders that are staged.
    pub order_staged: bool,
    /// Whether it is told of sales documents that are made.
    pub document_created: bool,
    /// Whether it is told of sales documents that are posted.
    pub document_posted: bool,
    /// Whether it is told of jobs that fail.
    pub job_failed: bool,
    /// Whether it is told of records that are skipped.
    pub record_skipped: bool,
    /// When it was made.
    pub created_at: ChronoDateTimeUtc,
    /// When it was changed last.
    pub last_modified_at: ChronoDateTimeUtc,
}

/// None in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
