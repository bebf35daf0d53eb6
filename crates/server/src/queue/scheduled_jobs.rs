//! Business Central's automation API: what has become of jobs that were started, by their ids or their category.

use std::collections::HashSet;

use access::Principal;
use axum::extract::{RawQuery, State};
use axum::http::Method;
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use database::Read;
use job_queue::entry::Status;
use job_queue::{entry, log};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::field::{FieldType, Kind, Value};
use values::filter::{Filter, Test, parse_odata};

use super::READ;
use crate::api::Api;
use crate::openapi::{json, refused, shared};
use crate::{App, Error};

const FILTER: &str = "$filter";
const FIELDS: &[(&str, Kind)] = &[
    ("id", Kind::Id),
    ("category", Kind::Code),
    ("startDateTime", Kind::DateTime),
    ("status", Status::KIND),
    ("description", Kind::Text),
    ("errorMessage", Kind::Text),
];
/// As many are shown.
const MOST: u64 = 1_000;

/// Jobs that were started.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ScheduledJobsBody {
    /// Those that are still there, then those that have ended.
    value: Vec<ScheduledJob>,
}

/// A job that was started.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScheduledJob {
    /// Its entry.
    id: Uuid,
    /// Its category.
    category: String,
    /// When it runs, or ran last.
    start_date_time: Option<DateTime<Utc>>,
    /// The state of its entry; `Finished` when that is gone.
    #[schema(value_type = String)]
    status: Status,
    /// What it does, in words.
    description: String,
    /// Why its last run failed.
    error_message: String,
}

impl ScheduledJob {
    fn value(&self, field: &str) -> Value {
        match field {
            "id" => Value::Id(self.id),
            "category" => Value::Text(self.category.clone()),
            "startDateTime" => self.start_date_time.map_or(Value::Null, Value::DateTime),
            "status" => self.status.value(),
            "description" => Value::Text(self.description.clone()),
            "errorMessage" => Value::Text(self.error_message.clone()),
            _ => Value::Null,
        }
    }
}

impl From<entry::Model> for ScheduledJob {
    fn from(entry: entry::Model) -> Self {
        Self {
            id: entry.id,
            category: entry.job_queue_category_code.to_string(),
            start_date_time: entry.earliest_start_date_time,
            status: entry.status,
            description: entry.description,
            error_message: entry.error_message,
        }
    }
}

impl From<log::Model> for ScheduledJob {
    fn from(log: log::Model) -> Self {
        Self {
            id: log.job_queue_entry_id,
            category: log.job_queue_category_code.to_string(),
            start_date_time: Some(log.start_date_time),
            status: Status::Finished,
            description: log.description,
            error_message: log.error_message,
        }
    }
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag("jobQueueEntries")
        .summary(Some("What has become of jobs"))
        .description(Some("`$filter` has to name them by `id` or by `category`: `category eq 'SHPFY'`."))
        .parameter_ref(shared(FILTER))
        .response("200", json("The jobs.", Ref::from_schema_name(ScheduledJobsBody::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::GET, "/scheduledJobs", READ, document, list);
}

async fn list(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RawQuery(query): RawQuery,
) -> Result<Json<ScheduledJobsBody>, Error> {
    let query = query.unwrap_or_default();
    let mut filter = None;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if name != FILTER {
            return Err(Error::invalid(&name, format!("'{name}' is no query option here: there is {FILTER}")));
        }
        filter = Some(value.into_owned());
    }
    let kind_of = |name: &str| FIELDS.iter().find(|(field, _)| *field == name).map(|(_, kind)| *kind);
    let filter = parse_odata(filter.as_deref().unwrap_or_default(), &kind_of, &app.words(&caller))
        .map_err(|error| Error::invalid(FILTER, error.to_string()))?;
    let Some(of_entries) = narrowed(&filter, entry::Column::Id, entry::Column::JobQueueCategoryCode) else {
        let message = "say which jobs, by their id or their category: $filter=id eq … or $filter=category eq 'CODE'";
        return Err(Error::invalid(FILTER, message));
    };
    let of_logs = narrowed(&filter, log::Column::JobQueueEntryId, log::Column::JobQueueCategoryCode);
    let jobs = app.db.read(|read| async move { jobs(&read, of_entries, of_logs.unwrap_or_else(Condition::all)).await });
    let is_asked_for = |job: &ScheduledJob| filter.matches(&|field| job.value(field));
    Ok(Json(ScheduledJobsBody { value: jobs.await?.into_iter().filter(is_asked_for).collect() }))
}

/// The part of the filter that names jobs, for a table that has id and category in these columns.
fn narrowed<C: ColumnTrait>(filter: &Filter, id: C, category: C) -> Option<Condition> {
    let of = |value: &Value| match value {
        Value::Id(value) => Some(id.eq(*value)),
        Value::Text(value) => Some(category.eq(value.as_str())),
        _ => None,
    };
    match filter {
        Filter::All(parts) => parts.iter().find_map(|part| narrowed(part, id, category)),
        Filter::Any(parts) if !parts.is_empty() => {
            let parts: Option<Vec<_>> = parts.iter().map(|part| narrowed(part, id, category)).collect();
            parts.map(|parts| parts.into_iter().fold(Condition::any(), Condition::add))
        }
        Filter::Field { name, test } if ["id", "category"].contains(&name.as_str()) => match test {
            Test::Equal(value) => of(value).map(|equal| Condition::all().add(equal)),
            Test::In(values) => {
                let equal: Option<Vec<_>> = values.iter().map(of).collect();
                equal.map(|equal| equal.into_iter().fold(Condition::any(), Condition::add))
            }
            _ => None,
        },
        _ => None,
    }
}

async fn jobs(read: &Read, of_entries: Condition, of_logs: Condition) -> Result<Vec<ScheduledJob>, Error> {
    let entries = entry::Entity::find().filter(of_entries).order_by_asc(entry::Column::EntryNumber).limit(MOST);
    let entries = entries.all(read).await?;
    let mut seen: HashSet<Uuid> = entries.iter().map(|entry| entry.id).collect();
    let logs =
        log::Entity::find().filter(of_logs).order_by_desc(log::Column::EntryNumber).limit(MOST).all(read).await?;
    let mut jobs: Vec<_> = entries.into_iter().map(ScheduledJob::from).collect();
    // The last run of an entry says how it ended.
    jobs.extend(logs.into_iter().filter(|log| seen.insert(log.job_queue_entry_id)).map(ScheduledJob::from));
    Ok(jobs)
}
