use std::sync::Arc;

use access::{Action, Principal};
use axum::extract::{Path, RawQuery, State};
use axum::http::header::{ETAG, HOST};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use database::Record;
use sea_orm::ModelTrait;
use serde::Serialize;
use uuid::Uuid;
use values::field::Value;
use values::filter::{Filter, Test};

use super::csv;
use super::etag::IfMatch;
use super::filter::belonging_to;
use super::load::load;
use super::query::{Format, Query};
use super::resource::{Child, Page, Personal, Resource};
use super::schema::{document_list, document_record};
use super::{Row, Snapshot};
use crate::api::Api;
use crate::openapi::BASE;
use crate::{App, Error};

/// How a client says how large a page it wants.
const PREFER: &str = "prefer";
/// How it is told that it has been heard.
const PREFERENCE_APPLIED: &str = "preference-applied";
const MAX_PAGE_SIZE: &str = "maxpagesize=";

/// Adds the list of `resource`, its single records, and the lists of what belongs to one.
pub(crate) fn serve(api: &mut Api, resource: &Arc<dyn Resource>) {
    let guard = (resource.area(), Action::Read);
    let name = resource.name();

    let set = resource.clone();
    let all = move |State(app): State<App>, caller: Caller, RawQuery(query): RawQuery, headers: HeaderMap| async move {
        list(&app, &caller, &set, None, &query.unwrap_or_default(), &headers).await
    };
    api.route(Method::GET, &format!("/{name}"), guard, document_list(&**resource, None), all);

    let set = resource.clone();
    let one = move |State(app): State<App>, caller: Caller, id: Id, RawQuery(query): RawQuery| async move {
        let id = record_id(&*set, id)?;
        let query = Query::of_record(&*set, &query.unwrap_or_default())?;
        let row = read(&app, &*set, id, &query, Some(&caller)).await?;
        Ok::<_, Error>(answer(StatusCode::OK, row))
    };
    api.route(Method::GET, &format!("/{name}/{{id}}"), guard, document_record(&**resource), one);

    for child in resource.children() {
        let (set, child) = (resource.clone(), child.clone());
        let path = format!("/{name}/{{id}}/{}", child.resource.name());
        let document = document_list(&*child.resource, Some(&**resource));
        let of_one = move |State(app): State<App>,
                           caller: Caller,
                           id: Id,
                           RawQuery(query): RawQuery,
                           headers: HeaderMap| async move {
            let owner = Some((&*set, child.field, record_id(&*set, id)?));
            list(&app, &caller, &child.resource, owner, &query.unwrap_or_default(), &headers).await
        };
        api.route(Method::GET, &path, guard, document, of_one);
    }
}

type Caller = Extension<Principal>;
type Id = Path<String>;

/// A record that was read or changed, with its version.
pub(crate) fn answer(status: StatusCode, row: Row) -> Response {
    let etag = row.etag.as_str().to_owned();
    (status, [(ETAG, etag)], Json(row)).into_response()
}

#[derive(Serialize)]
struct List {
    #[serde(rename = "@odata.count", skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    value: Vec<Row>,
    #[serde(rename = "@odata.nextLink", skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// Answers with the record of `E` as it is now, after a change.
pub(crate) async fn shown<E: Record>(app: &App, status: StatusCode, id: Uuid) -> Result<Response, Error> {
    shown_in(app, status, E::NAME, id).await
}

/// The same for a record of the set `name`, where its entity has several.
pub(crate) async fn shown_in(app: &App, status: StatusCode, name: &str, id: Uuid) -> Result<Response, Error> {
    let set = crate::sets::of(name).ok_or_else(|| Error::NoSuchRoute(name.to_owned()))?;
    Ok(answer(status, read(app, &*set, id, &Query::of_record(&*set, "")?, None).await?))
}

/// The record of that id, in a version that was said, before something is done outside of a transaction.
///
/// # Errors
/// [`Error::NoSuchRecord`] when there is none, [`Error::Changed`] when it is of another version.
pub(crate) async fn found<E: Record>(app: &App, id: Uuid, version: &IfMatch) -> Result<E::Model, Error>
where
    E::Model: ModelTrait<Entity = E> + Send + Sync,
{
    let read = |read| async move {
        let record = load::<E>(&read, id).await?;
        version.check::<E>(&record)?;
        Ok::<_, Error>(record)
    };
    app.db.read(read).await
}

/// An id that is no id names no record.
fn record_id(resource: &dyn Resource, Path(id): Id) -> Result<Uuid, Error> {
    id.parse().map_err(|_| Error::NoSuchRecord { caption: resource.caption(), id })
}

/// The record of that id, as far as `caller` may see it.
async fn read(
    app: &App,
    resource: &dyn Resource,
    id: Uuid,
    query: &Query,
    caller: Option<&Principal>,
) -> Result<Row, Error> {
    let is_open = |row: &Row| match (resource.personal(), caller) {
        (Some(Personal { owner, .. }), Some(caller)) => {
            row.fields.iter().any(|(name, value)| *name == owner && *value == Value::Text(caller.user_name.clone()))
        }
        _ => true,
    };
    let now = app.clock.now();
    let row = app.db.read(|read| async move {
        let snapshot = Snapshot { read, now };
        let Some(row) = resource.get(&snapshot, id).await?.filter(is_open) else {
            return Err(Error::NoSuchRecord { caption: resource.caption(), id: id.to_string() });
        };
        let mut rows = vec![row];
        complete(&snapshot, resource, query, &mut rows).await?;
        Ok(rows.pop())
    });
    row.await?.ok_or_else(|| Error::NoSuchRecord { caption: resource.caption(), id: id.to_string() })
}

async fn list(
    app: &App,
    Extension(caller): &Caller,
    set: &Arc<dyn Resource>,
    owner: Option<(&dyn Resource, &str, Uuid)>,
    query: &str,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let resource = &**set;
    let (now, preferred) = (app.clock.now(), page_size(headers));
    let query = Query::of_list(resource, query, preferred, &app.words(caller))?;
    let query = if owner.is_some() { query.owned(resource) } else { query.personal(resource) };
    let mut filter = query.filter.clone();
    if let Some((owners, field, id)) = owner {
        let read = |read| async move { owners.get(&Snapshot { read, now }, id).await };
        if app.db.read(read).await?.is_none() {
            return Err(Error::NoSuchRecord { caption: owners.caption(), id: id.to_string() });
        }
        filter = filter.and(belonging_to(field, id));
    }
    if let Some(Personal { owner, .. }) = resource.personal() {
        filter = filter.and(Filter::field(owner, Test::Equal(Value::Text(caller.user_name.clone()))));
    }
    if query.format == Format::Csv {
        return csv::answer(app, set, query, filter).await;
    }
    let (query, filter) = (&query, &filter);
    let page = app.db.read(|read| async move {
        let snapshot = Snapshot { read, now };
        let mut page: Page = resource.list(&snapshot, query, filter.clone()).await?;
        complete(&snapshot, resource, query, &mut page.rows).await?;
        Ok::<_, Error>(page)
    });
    let page = page.await?;
    let shown = u64::try_from(page.rows.len()).unwrap_or(u64::MAX);
    let options = page.next.and_then(|token| query.next(shown, &token));
    let path = match owner {
        Some((owners, _, id)) => format!("{BASE}/{}/{id}/{}", owners.name(), resource.name()),
        None => format!("{BASE}/{}", resource.name()),
    };
    let next = options.map(|options| format!("{}{path}?{options}", address(app, headers)));
    let mut response = Json(List { count: page.count, value: page.rows, next }).into_response();
    if let Some(size) = preferred
        && let Ok(applied) = format!("odata.{MAX_PAGE_SIZE}{size}").parse()
    {
        response.headers_mut().insert(PREFERENCE_APPLIED, applied);
    }
    Ok(response)
}

/// Adds what is to be expanded, and takes away what was not selected.
async fn complete(snapshot: &Snapshot, resource: &dyn Resource, query: &Query, rows: &mut [Row]) -> Result<(), Error> {
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.id).collect();
    for child in query.expand.iter().filter_map(|name| resource.child(name)) {
        let Child { resource: of, field } = child;
        let mut belonging = std::collections::HashMap::<Uuid, Vec<Row>>::new();
        for (owner, row) in of.belonging(snapshot, field, &ids).await? {
            belonging.entry(owner).or_default().push(row);
        }
        for row in &mut *rows {
            let own = row.id.and_then(|id| belonging.remove(&id)).unwrap_or_default();
            row.expanded.push((of.name(), own));
        }
    }
    if let Some(names) = &query.select {
        rows.iter_mut().for_each(|row| row.select(names));
    }
    Ok(())
}

/// How large a page the client prefers.
fn page_size(headers: &HeaderMap) -> Option<u64> {
    let preferences = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok());
    let mut words = preferences.flat_map(|text| text.split([',', ';'])).map(str::trim);
    words.find_map(|word| word.trim_start_matches("odata.").strip_prefix(MAX_PAGE_SIZE)?.parse().ok())
}

/// The address by which the client knows this server.
fn address(app: &App, headers: &HeaderMap) -> String {
    let host = || headers.get(HOST).and_then(|host| host.to_str().ok()).map(|host| format!("http://{host}"));
    app.public_url.clone().or_else(host).unwrap_or_default().trim_end_matches('/').to_owned()
}
