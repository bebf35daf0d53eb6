//! Records that people make and mend through the API in one and the same way: items and customers, lines of journals,
//! price lists, expected receipts.

use std::future::Future;

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::sales::Context;
use back_office::upkeep::check_names;
use chrono::{DateTime, Utc};
use database::{Record, Tx};
use runtime::Random;
use sea_orm::ModelTrait;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer};
use serde_json::{Map, Value};
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;
use values::field::Kind;

use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body, empty, error, record, refused, versioned};
use crate::records::{MustMatch, RecordId, hold, load, shown};
use crate::{App, Error};

const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);

/// When records are made, and from where their ids come.
#[derive(Debug)]
pub(crate) struct Making {
    /// Now.
    pub(crate) now: DateTime<Utc>,
    /// For their ids.
    pub(crate) random: Random,
}

impl Making {
    /// Now, here.
    fn here(app: &App) -> Self {
        Self { now: app.clock.now(), random: app.random.clone() }
    }

    /// The same for the back office. By whom such a record is made is not kept.
    pub(crate) fn context(&self) -> Context {
        Context { now: self.now, random: self.random.clone(), user: String::new() }
    }
}

/// An entity whose records are made and changed by a body of one form: what is left out has its default in a new one, and
/// stays as it is in a change.
pub(crate) trait Master:
    Record<Model: ModelTrait<Entity = Self> + Clone + Send + Sync, Column: Send + Sync>
{
    /// The form.
    type Body: DeserializeOwned + ToSchema + PartialSchema + Sync + Send;

    /// What people call one, as `an item`.
    const ONE: &'static str;
    /// The fields of the form that are for a new record alone.
    const KEPT: &'static [&'static str];
    /// Which fields are meant where the back office refuses something by what it is, as an `item`, or by its caption.
    const MEANT: &'static [(&'static str, &'static str)] = &[];
    /// Whether the audit log says who changed what of a record; not of what is only prepared, as the lines of a journal.
    const AUDITED: bool = true;

    /// The record of that id, for this transaction alone.
    fn hold(tx: &Tx, id: Uuid) -> impl Future<Output = Result<Self::Model, Error>> + Send {
        hold::<Self>(tx, id)
    }

    /// Makes a record.
    fn make<'a>(
        at: &'a Making,
        tx: &'a Tx,
        body: &'a Self::Body,
    ) -> impl Future<Output = Result<Uuid, Error>> + Send + 'a;

    /// Changes a record.
    fn mend<'a>(
        at: &'a Making,
        tx: &'a Tx,
        record: Self::Model,
        body: &'a Self::Body,
    ) -> impl Future<Output = Result<(), Error>> + Send + 'a;
}

/// An entity whose records are taken away, too.
pub(crate) trait Removed: Master {
    /// Takes a record away.
    fn remove<'a>(
        at: &'a Making,
        tx: &'a Tx,
        record: &'a Self::Model,
    ) -> impl Future<Output = Result<(), Error>> + Send + 'a;
}

/// A field that may be blank: left out, it stays as it is; `null` makes it blank.
///
/// # Errors
/// Those of the value.
pub(crate) fn or_blank<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

/// The fields of the form of `E`.
pub(crate) fn form_fields<E: Master>() -> Vec<String> {
    let RefOr::T(Schema::Object(form)) = E::Body::schema() else { return Vec::new() };
    form.properties.keys().cloned().collect()
}

/// The fields of `E` that can be changed.
pub(crate) fn changeable<E: Master>() -> Vec<String> {
    form_fields::<E>().into_iter().filter(|name| !E::KEPT.contains(&name.as_str())).collect()
}

/// Adds the routes that make and change the records of `E`.
pub(crate) fn serve<E: Master>(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(E::NAME)
        .summary(Some(format!("Make {}", E::ONE)))
        .request_body(Some(body::<E::Body>("The record.")))
        .response("201", record("The record.", E::NAME))
        .response("400", refused("BadRequest"))
        .response("409", error("There is one of that number."));
    api.route(Method::POST, &format!("/{}", E::NAME), CHANGE, document, make::<E>);

    let document = OperationBuilder::new()
        .tag(E::NAME)
        .summary(Some(format!("Change {}", E::ONE)))
        .request_body(Some(body::<E::Body>("What is to be changed.")))
        .response("200", record("The record.", E::NAME))
        .response("400", refused("BadRequest"));
    api.route(Method::PATCH, &format!("/{}/{{id}}", E::NAME), CHANGE, versioned(document), mend::<E>);
}

/// Adds the route that takes a record of `E` away.
pub(crate) fn serve_removal<E: Removed>(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(E::NAME)
        .summary(Some(format!("Take {} away", E::ONE)))
        .response("204", empty("It is gone."));
    api.route(Method::DELETE, &format!("/{}/{{id}}", E::NAME), CHANGE, versioned(document), remove::<E>);
}

/// Makes a record of what is given of it, in the form that the body has.
///
/// # Errors
/// Those of the form, of the record, and [`back_office::Error::Field`] for a code that is not there.
pub(crate) async fn take<E: Master>(at: &Making, tx: &Tx, given: &Map<String, Value>) -> Result<Uuid, Error> {
    let id = E::make(at, tx, &read::<E>(given)?).await.map_err(|error| meant::<E>(error, given))?;
    check_names::<E>(tx, &load::<E>(tx, id).await?, |name| given.contains_key(name)).await?;
    Ok(id)
}

fn read<E: Master>(given: &Map<String, Value>) -> Result<E::Body, Error> {
    let filled = given.iter().map(|(name, value)| (name.clone(), filled::<E>(name, value)));
    let body = serde_json::from_value(Value::Object(filled.collect()));
    body.map_err(|error| Error::Body(format!("the body can't be read: {error}")))
}

/// A field that has always something is given nothing by what stands for nothing there, so that it does not stay as it is.
fn filled<E: Master>(name: &str, value: &Value) -> Value {
    match E::field(name).filter(|field| value.is_null() && !field.nullable).map(|field| field.kind) {
        Some(Kind::Text | Kind::Code) => Value::from(""),
        Some(Kind::Integer | Kind::Decimal) => Value::from(0),
        Some(Kind::Boolean) => Value::from(false),
        _ => value.clone(),
    }
}

/// What the back office refuses, with the field that is meant: of several, the one that was given, or given what is not
/// there.
fn meant<E: Master>(error: Error, given: &Map<String, Value>) -> Error {
    use back_office::Error as Refused;
    let Error::BackOffice(refused) = &error else { return error };
    let (what, code) = match refused {
        Refused::Unknown { kind, code } | Refused::Blocked { kind, code } => (*kind, code.as_str()),
        Refused::NotPositive { field, .. } | Refused::HasEntries { field, .. } => (*field, ""),
        Refused::NotCounted { .. } => ("item", ""),
        Refused::NegativeCost(_) => ("cost", ""),
        _ => return error,
    };
    let names: Vec<&str> = E::MEANT.iter().filter(|(of, _)| *of == what).map(|(_, name)| *name).collect();
    let has = |name: &&&str| given.get(**name).is_some_and(|value| code.is_empty() || is_code(value, code));
    match names.iter().find(has).or(names.first()) {
        Some(name) => Error::invalid(name, error.to_string()),
        None => error,
    }
}

/// Whether what was given is that code.
fn is_code(value: &Value, code: &str) -> bool {
    value.as_str().is_some_and(|text| text.trim().to_uppercase() == code)
}

async fn make<E: Master>(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(given): Body<Map<String, Value>>,
) -> Result<Response, Error> {
    let (app, caller, at, given) = (&app, &caller, &Making::here(&app), &given);
    let write = |tx: Tx| async move {
        let id = take::<E>(at, &tx, given).await?;
        if E::AUDITED {
            audited::<E>(app, &tx, caller, None, Some(&load::<E>(&tx, id).await?)).await?;
        }
        Ok::<_, Error>(id)
    };
    let id = app.db.write(write).await?;
    shown::<E>(app, StatusCode::CREATED, id).await
}

async fn mend<E: Master>(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(given): Body<Map<String, Value>>,
) -> Result<Response, Error> {
    if let Some(name) = E::KEPT.iter().find(|name| given.contains_key(**name)) {
        let message = format!("{} keeps its {name}: make another one", E::ONE);
        return Err(Error::invalid(name, message));
    }
    let change = read::<E>(&given)?;
    let (app, caller, at) = (&app, &caller, &Making::here(&app));
    let (version, change, given) = (&version, &change, &given);
    let write = |tx: Tx| async move {
        let record = E::hold(&tx, id).await?;
        version.check::<E>(&record)?;
        E::mend(at, &tx, record.clone(), change).await.map_err(|error| meant::<E>(error, given))?;
        let mended = load::<E>(&tx, id).await?;
        check_names::<E>(&tx, &mended, |name| given.contains_key(name)).await?;
        if E::AUDITED {
            audited::<E>(app, &tx, caller, Some(&record), Some(&mended)).await?;
        }
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    shown::<E>(app, StatusCode::OK, id).await
}

async fn remove<E: Removed>(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error> {
    let (app, caller, at, version) = (&app, &caller, &Making::here(&app), &version);
    let write = |tx| async move {
        let record = E::hold(&tx, id).await?;
        version.check::<E>(&record)?;
        E::remove(at, &tx, &record).await?;
        if E::AUDITED {
            audited::<E>(app, &tx, caller, Some(&record), None).await?;
        }
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}
