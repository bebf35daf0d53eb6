//! The objects that can be run, each with its request page, and how many records its filters let through.

use std::collections::BTreeMap;

use access::{Action, Area, Principal};
use axum::extract::{Path, State};
use axum::http::Method;
use axum::{Extension, Json};
use connector::shops::runs_for_shops;
use job_queue::{Described, FilterField, FilterTable, Filters};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json as value};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::schema::Type;
use values::field::{self, Kind};
use values::filter::{Filter, Test, Words};

use crate::api::Api;
use crate::body::Body;
use crate::entries::filters;
use crate::openapi::{body, error, json, parameter};
use crate::records::{Query, Resource, Snapshot};
use crate::{App, Error, sets};

const TAG: &str = "jobQueueObjects";
const READ: (Area, Action) = (Area::JobQueue, Action::Read);
/// The fields by which records belong to a shop; shops themselves by their code.
const SHOP_FIELDS: [&str; 2] = ["shopCode", "code"];

/// Every object that can be run.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ObjectsBody {
    /// `objectId`, `caption`, `category`, `perShop`; `schema`, the JSON schema of the options; and `tables` with `name`,
    /// `caption` and `fields`, each with `name`, `caption`, `kind`, `offered` and the `values` of an option.
    #[schema(value_type = Vec<Object>)]
    value: Vec<Value>,
}

/// What is to be counted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CountBody {
    /// The code of the shop; every shop's records are counted when nothing is said.
    shop: Option<String>,
    /// The filters of the request page, as an entry has them.
    #[serde(default)]
    filters: BTreeMap<String, String>,
}

/// How many records the filters let through.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CountsBody {
    /// A count for each table of the request page.
    tables: Vec<TableCount>,
}

/// How many records of a table the filters let through.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TableCount {
    /// The name of the table.
    name: &'static str,
    /// How many. Filters on what is computed at the run are left out.
    count: u64,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("The objects that can be run, with their request pages"))
        .response("200", json("The objects.", Ref::from_schema_name(ObjectsBody::name())));
    api.route(Method::GET, "/jobQueueObjects", READ, document, list);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("How many records the filters of a request page let through"))
        .parameter(parameter("objectId", ParameterIn::Path, Type::Integer, "The object, as 30104."))
        .request_body(Some(body::<CountBody>("The filters.")))
        .response("200", json("The counts.", Ref::from_schema_name(CountsBody::name())))
        .response("400", error("There is no such object, or a filter can't be read: the target names it."));
    api.route(Method::POST, "/jobQueueObjects/{objectId}/Kobling.count", READ, document, count);
}

async fn list(State(app): State<App>) -> Json<ObjectsBody> {
    Json(ObjectsBody { value: app.queue.registry().iter().map(|object| page(&object)).collect() })
}

fn page(object: &Described) -> Value {
    let tables = object.tables.iter().map(|table| {
        let fields: Vec<_> = table.fields.iter().map(described).collect();
        value!({ "name": table.name, "caption": table.caption, "fields": fields })
    });
    value!({
        "objectId": object.id,
        "caption": object.caption,
        "category": object.category,
        "perShop": runs_for_shops(object),
        "schema": object.schema,
        "tables": tables.collect::<Vec<_>>(),
    })
}

fn described(field: &FilterField) -> Value {
    let (kind, values) = match field.kind {
        Kind::Option(captions) => ("Option".to_owned(), Some(captions)),
        kind => (format!("{kind:?}"), None),
    };
    value!({
        "name": field.name, "caption": field.caption, "kind": kind, "offered": field.offered, "values": values,
    })
}

async fn count(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Path(object): Path<i32>,
    Body(asked): Body<CountBody>,
) -> Result<Json<CountsBody>, Error> {
    let Some(described) = app.queue.registry().get(object) else {
        return Err(Error::invalid(
            "objectId",
            format!("there is no object {object}: GET /jobQueueObjects lists them"),
        ));
    };
    let (words, given) = (&app.words(&caller), &filters(asked.filters));
    readable(given, &described.tables, words)?;
    let mut tables = Vec::new();
    for table in &described.tables {
        let Some(set) = sets::of(table.set) else { continue };
        let (resource, filter) = (set.as_ref(), filter(set.as_ref(), table, given, asked.shop.as_deref(), words)?);
        let query = &Query::of_list(resource, "$top=1&$count=true", None, words)?;
        let read = |read| async move { resource.list(&Snapshot { read, now: words.now }, query, filter).await };
        tables.push(TableCount { name: table.name, count: app.db.read(read).await?.count.unwrap_or_default() });
    }
    Ok(Json(CountsBody { tables }))
}

/// Refuses a filter that can't be read; the target is its name.
fn readable(given: &Filters, tables: &[FilterTable], words: &Words) -> Result<(), Error> {
    given.check(tables, words).map_err(|error| match &error {
        job_queue::Error::Filter { field, .. } | job_queue::Error::UnknownFilter { field, .. } => {
            Error::invalid(field, error.to_string())
        }
        _ => error.into(),
    })
}

/// The filters on the stored fields of a table, and on the shop where its records have one.
fn filter(
    set: &dyn Resource,
    table: &FilterTable,
    given: &Filters,
    shop: Option<&str>,
    words: &Words,
) -> Result<Filter, Error> {
    let is_stored = |name: &str| name.split_once('.').is_some_and(|(_, field)| set.field(field).is_some());
    let mut parts = vec![given.only(is_stored).resolve(table, words)?];
    if let (Some(shop), Some(field)) = (shop, SHOP_FIELDS.into_iter().find(|field| set.field(field).is_some())) {
        parts.push(Filter::field(field, Test::Equal(field::Value::Text(shop.to_uppercase()))));
    }
    Ok(Filter::All(parts))
}
