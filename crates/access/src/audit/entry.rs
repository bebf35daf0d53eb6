//! The table of the audit log. Its entries are never changed.

use database::Record;
use sea_orm::entity::prelude::*;

/// An entry of the audit log.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "audit_log_entry")]
#[record(name = "auditLogEntries", caption = "Audit Log Entry")]
pub struct Model {
    /// In the order in which the entries were made.
    #[sea_orm(primary_key)]
    #[record(caption = "Entry No.")]
    pub entry_number: i64,
    /// When it was done.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// Who did it.
    pub user_name: String,
    /// How that user came in.
    pub via: String,
    /// What was done.
    pub action: String,
    /// To what.
    #[sea_orm(indexed)]
    pub subject: String,
    /// More, as JSON.
    pub detail: String,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
