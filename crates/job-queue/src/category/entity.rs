//! The job queue category (table 471).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A job queue category.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "job_queue_category")]
#[record(name = "jobQueueCategories", caption = "Job Queue Category")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// What it is for.
    pub description: String,
    /// Whether entries of different scopes may run at the same time.
    pub excludes_by_scope: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
