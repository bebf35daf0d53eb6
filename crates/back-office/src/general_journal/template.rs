//! The general journal template (table 80).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

values::options! {
    /// What a journal is for.
    pub enum TemplateType {
        /// Anything.
        #[default]
        General => "General",
        /// What customers pay.
        CashReceipts => "Cash Receipts",
    }
}

/// A kind of journal.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "general_journal_template")]
#[record(name = "generalJournalTemplates", caption = "Gen. Journal Template")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its name.
    #[sea_orm(unique)]
    #[record(sort)]
    pub name: Code<10>,
    /// What it is for.
    pub description: String,
    /// What kind of journal it is.
    #[record(name = "type", caption = "Type")]
    pub template_type: TemplateType,
    /// What its registers are marked with.
    pub source_code: Code<10>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
