//! Who looks after the job queue (table 9067): is told of every job that fails, not only of their own.

use database::Record;
use sea_orm::entity::prelude::*;

/// A job queue administrator.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "job_queue_administrator")]
#[record(name = "jobQueueAdministrators", caption = "Job Queue Administrator")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The user.
    #[sea_orm(unique)]
    #[record(sort)]
    pub user_name: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
