use std::sync::Arc;

use database::{Notice, Record, Tx};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use shopify::bulk::{Beginning, Heard, Reading};
use shopify::documents::bulk as said;
use shopify_schema::gid;

use super::entity::{ActiveModel, Column, Entity, Kind, Model, Status};
use super::hear::Told;
use super::{content, lines};
use crate::{Connector, Error};

/// So much is written in one transaction.
const AT_ONCE: usize = 50;

impl Connector {
    /// Writes down what was heard of bulk operations. What can't be written stays, for the next time.
    ///
    /// # Errors
    /// What the database says.
    pub(crate) async fn write_bulk_operations(&self) -> Result<(), Error> {
        loop {
            let told = &self.bulk_operations().first(AT_ONCE);
            if told.is_empty() {
                return Ok(());
            }
            self.db().write(|tx| async move { write(self, &tx, told).await }).await?;
            self.bulk_operations().forget(told.len());
        }
    }
}

async fn write(connector: &Connector, tx: &Tx, told: &[Arc<Told>]) -> Result<(), Error> {
    for one in told {
        match &one.heard {
            Heard::Started(beginning) => begin(connector, tx, one, beginning).await?,
            Heard::Looked(operation) => look(tx, one, operation).await?,
            Heard::Read(reading) => read(tx, one, reading).await?,
        }
    }
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}

async fn begin(connector: &Connector, tx: &Tx, told: &Told, beginning: &Beginning) -> Result<(), Error> {
    let id = connector.random().id(told.at);
    let row = Model {
        id,
        shop_code: told.shop_code.clone(),
        bulk_operation_id: number(&beginning.id),
        kind: if beginning.kind == said::Type::Mutation { Kind::Mutation } else { Kind::Query },
        name: beginning.name.clone(),
        status: status(&beginning.status),
        created_at: told.at,
        completed_at: None,
        error_code: String::new(),
        object_count: 0,
        sent_size: i64::try_from(beginning.sent.len()).unwrap_or(i64::MAX),
        received_size: 0,
        processed: false,
        job_queue_log_entry_id: told.run,
    };
    let new = OnConflict::columns([Column::ShopCode, Column::BulkOperationId]).do_nothing().to_owned();
    let inserted = Entity::insert(row.into_active_model()).on_conflict(new).exec_without_returning(tx).await?;
    if inserted == 1 && told.keeps_lines {
        let sent = lines::kept(&beginning.sent, told.keeps_personal);
        let lines = content::Model { bulk_operation_id: id, sent, received: String::new() };
        lines.into_active_model().reset_all().insert(tx).await?;
    }
    Ok(())
}

/// How an operation stands. One that has ended without a result is done with; a result is to be read first. What was seen
/// of it while it was under way says nothing of one that is known to have ended.
async fn look(tx: &Tx, told: &Told, operation: &said::Operation) -> Result<(), Error> {
    let status = status(&operation.status);
    let has_result = operation.url.is_some() || operation.partial_data_url.is_some();
    let completed_at = operation.completed_at.or_else(|| status.is_final().then_some(told.at));
    let mut row = ActiveModel {
        created_at: Set(operation.created_at),
        completed_at: Set(completed_at),
        error_code: Set(operation.error_code.as_ref().map(code).unwrap_or_default()),
        object_count: Set(i64::try_from(operation.object_count.0).unwrap_or(i64::MAX)),
        ..Default::default()
    };
    if let Some(size) = &operation.file_size {
        row.received_size = Set(i64::try_from(size.0).unwrap_or(i64::MAX));
    }
    if status.is_final() && !has_result {
        row.processed = Set(true);
    }
    let only_open = !status.is_final();
    row.status = Set(status);
    update(tx, told, &operation.id, row, only_open).await
}

/// What was read of a result: to its end, it is done with. Only who has seen the operation end reads a result.
async fn read(tx: &Tx, told: &Told, reading: &Reading) -> Result<(), Error> {
    let find = Entity::find()
        .filter(Column::ShopCode.eq(told.shop_code.clone()))
        .filter(Column::BulkOperationId.eq(number(&reading.id)));
    let Some(found) = find.one(tx).await? else { return Ok(()) };
    if reading.is_whole {
        let row = ActiveModel {
            received_size: Set(i64::try_from(reading.size).unwrap_or(i64::MAX)),
            processed: Set(found.processed || found.status.is_final()),
            ..Default::default()
        };
        update(tx, told, &reading.id, row, false).await?;
    }
    if told.keeps_lines {
        let received = lines::kept(&reading.beginning, told.keeps_personal);
        let row = content::Model { bulk_operation_id: found.id, sent: String::new(), received };
        let again =
            OnConflict::column(content::Column::BulkOperationId).update_column(content::Column::Received).to_owned();
        content::Entity::insert(row.into_active_model()).on_conflict(again).exec_without_returning(tx).await?;
    }
    Ok(())
}

async fn update(tx: &Tx, told: &Told, id: &shopify::Id, row: ActiveModel, only_open: bool) -> Result<(), Error> {
    let mut update = Entity::update_many()
        .set(row)
        .filter(Column::ShopCode.eq(told.shop_code.clone()))
        .filter(Column::BulkOperationId.eq(number(id)));
    if only_open {
        update = update.filter(Column::CompletedAt.is_null());
    }
    update.exec(tx).await?;
    Ok(())
}

/// The number of an operation in Shopify.
pub(super) fn number(id: &shopify::Id) -> i64 {
    gid::number(id.inner())
}

fn status(status: &said::Status) -> Status {
    match status {
        said::Status::Created => Status::Created,
        said::Status::Running => Status::Running,
        said::Status::Canceling => Status::Canceling,
        said::Status::Canceled => Status::Canceled,
        said::Status::Completed => Status::Completed,
        said::Status::Expired => Status::Expired,
        said::Status::Failed => Status::Failed,
        said::Status::Other(other) => Status::Other(other.clone()),
    }
}

fn code(failure: &said::Failure) -> String {
    match failure {
        said::Failure::AccessDenied => "ACCESS_DENIED".to_owned(),
        said::Failure::InternalServerError => "INTERNAL_SERVER_ERROR".to_owned(),
        said::Failure::Timeout => "TIMEOUT".to_owned(),
        said::Failure::Other(other) => other.clone(),
    }
}
