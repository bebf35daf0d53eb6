//! The table of the audit log. Its entries are never changed, but for personal data that is taken out of them.

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
    /// The public id.
    #[sea_orm(unique)]
    pub id: Uuid,
    /// When it was done.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// Who did it.
    #[sea_orm(indexed)]
    pub user_name: String,
    /// How that user came in.
    pub via: String,
    /// What was done.
    pub action: String,
    /// To what.
    #[sea_orm(indexed)]
    pub subject: String,
    /// The entity set of the one record that it was done to, as `shopifyShops`; blank where it was none, or several.
    pub entity: String,
    /// The id of that record.
    #[sea_orm(indexed)]
    #[record(caption = "Record ID")]
    pub record_id: Option<Uuid>,
    /// More, as JSON: of a record that was changed, each field with its `old` and its `new` value.
    #[sea_orm(column_type = "Text")]
    #[record(nofilter)]
    pub detail: String,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
