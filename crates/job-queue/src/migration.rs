use database::{Migrations, create_table};
use sea_orm::sea_query::{ConditionalStatement, Index, IndexCreateStatement};
use sea_orm::{ColumnTrait, DbErr};
use sea_orm_migration::prelude::async_trait;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use crate::object::Outcome;
use crate::{category, entry, housekeeping, log, notification, presence, run};

/// The tables of the job queue.
pub fn migrations() -> Migrations {
    vec![Box::new(Initial)]
}

struct Initial;

impl MigrationName for Initial {
    fn name(&self) -> &str {
        "m0001_job_queue_initial"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Initial {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_table::<category::Entity>(manager).await?;
        create_table::<category::key::Entity>(manager).await?;
        create_table::<entry::Entity>(manager).await?;
        create_table::<run::Entity>(manager).await?;
        create_table::<log::Entity>(manager).await?;
        create_table::<presence::Entity>(manager).await?;
        create_table::<housekeeping::Duty>(manager).await?;
        create_table::<notification::Entity>(manager).await?;
        create_table::<notification::participant::Entity>(manager).await?;
        create_table::<notification::setup::Entity>(manager).await?;
        let runnable = || Index::create().table(entry::Entity).cond_where(entry::runnable()).take();
        let line = runnable()
            .name("ix_job_queue_entry_line")
            .col(entry::Column::ExclusionKey)
            .col(entry::Column::Turn)
            .col(entry::Column::EntryNumber)
            .cond_where(entry::in_line())
            .take();
        manager.create_index(line).await?;
        let alone = runnable()
            .name("ix_job_queue_entry_alone")
            .col(entry::Column::Turn)
            .col(entry::Column::EntryNumber)
            .cond_where(entry::alone())
            .take();
        manager.create_index(alone).await?;
        let blockable = runnable()
            .name("ix_job_queue_entry_blockable")
            .col(entry::Column::ExclusionKey)
            .col(entry::Column::EarliestStartDateTime)
            .cond_where(entry::ready())
            .take();
        manager.create_index(blockable).await?;
        let due = runnable().name("ix_job_queue_entry_due").col(entry::Column::EarliestStartDateTime).take();
        manager.create_index(due).await?;
        manager.create_index(failed_runs()).await?;
        manager.create_index(latest_runs()).await
    }
}

/// Of each task one run says how it stands: the cue of those that failed, and the next run, look at these alone.
fn latest_runs() -> IndexCreateStatement {
    Index::create()
        .name("ix_job_queue_log_entry_latest")
        .table(log::Entity)
        .col(log::Column::Task)
        .cond_where(log::Column::LatestRun.eq(true))
        .to_owned()
}

/// The runs that failed are few among many, and a cue counts them.
fn failed_runs() -> IndexCreateStatement {
    Index::create()
        .name("ix_job_queue_log_entry_error")
        .table(log::Entity)
        .col(log::Column::ObjectIdToRun)
        .cond_where(log::Column::Result.eq(Outcome::Error))
        .to_owned()
}
