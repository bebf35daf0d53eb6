//! The general journal batch (table 232).

use database::Record;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use values::Code;

use super::AccountType;
use crate::Result;

/// A journal: lines that are posted together.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "general_journal_batch")]
#[record(name = "journals", caption = "Gen. Journal Batch")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The kind of journal.
    #[sea_orm(unique_key = "code")]
    #[record(name = "templateDisplayName", caption = "Journal Template Name")]
    pub template_name: Code<10>,
    /// Its name.
    #[sea_orm(unique_key = "code")]
    #[record(name = "code", caption = "Name", sort)]
    pub name: Code<10>,
    /// What it is for.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// What kind of account lines are balanced with that name none.
    #[record(caption = "Bal. Account Type")]
    pub balancing_account_type: AccountType,
    /// Which one; blank: such lines balance each other.
    #[record(caption = "Bal. Account No.")]
    pub balancing_account_number: Code<20>,
    /// Where the numbers come from of lines that have none.
    #[record(caption = "No. Series")]
    pub number_series: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The journal of that template and name, if there is one.
///
/// # Errors
/// When the database fails.
pub async fn named(c: &impl ConnectionTrait, template: &Code<10>, name: &Code<10>) -> Result<Option<Model>> {
    let of_template = Entity::find().filter(Column::TemplateName.eq(template.clone()));
    Ok(of_template.filter(Column::Name.eq(name.clone())).one(c).await?)
}
