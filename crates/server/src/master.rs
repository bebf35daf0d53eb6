//! Records that people make and mend through the API in one and the same way: items and customers.

use std::future::Future;

use access::{Action, Area};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::upkeep::check_names;
use chrono::{DateTime, Utc};
use database::{Record, Tx};
use runtime::Random;
use sea_orm::ModelTrait;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, record, refused, versioned};
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
}

/// An entity whose records are made and changed by a body of one form: what is left out has its default in a new one, and
/// stays as it is in a change.
pub(crate) trait Master: Record {
    /// The form.
    type Body: DeserializeOwned + ToSchema + PartialSchema + Sync + Send;

    /// What people call one, as `an item`.
    const ONE: &'static str;
    /// The fields of the form that are for a new record alone.
    const KEPT: &'static [&'static str];

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
pub(crate) fn serve<E>(api: &mut Api)
where
    E: Master,
    E::Model: ModelTrait<Entity = E> + Send + Sync,
{
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

/// Makes a record of what is given of it, in the form that the body has.
///
/// # Errors
/// Those of the form, of the record, and [`back_office::Error::Field`] for a code that is not there.
pub(crate) async fn take<E>(at: &Making, tx: &Tx, given: &Map<String, Value>) -> Result<Uuid, Error>
where
    E: Master,
    E::Model: ModelTrait<Entity = E> + Send + Sync,
{
    let id = E::make(at, tx, &read::<E>(given)?).await?;
    check_names::<E>(tx, &load::<E>(tx, id).await?, |name| given.contains_key(name)).await?;
    Ok(id)
}

fn read<E: Master>(given: &Map<String, Value>) -> Result<E::Body, Error> {
    let body = serde_json::from_value(Value::Object(given.clone()));
    body.map_err(|error| Error::Body(format!("the body can't be read: {error}")))
}

async fn make<E>(State(app): State<App>, Body(given): Body<Map<String, Value>>) -> Result<Response, Error>
where
    E: Master,
    E::Model: ModelTrait<Entity = E> + Send + Sync,
{
    let (at, given) = (&Making::here(&app), &given);
    let write = |tx: Tx| async move { take::<E>(at, &tx, given).await };
    let id = app.db.write(write).await?;
    shown::<E>(&app, StatusCode::CREATED, id).await
}

async fn mend<E>(
    State(app): State<App>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(given): Body<Map<String, Value>>,
) -> Result<Response, Error>
where
    E: Master,
    E::Model: ModelTrait<Entity = E> + Send + Sync,
{
    if let Some(name) = E::KEPT.iter().find(|name| given.contains_key(**name)) {
        let message = format!("{} keeps its {name}: make another one", E::ONE);
        return Err(Error::invalid(name, message));
    }
    let change = read::<E>(&given)?;
    let (at, version, change, given) = (&Making::here(&app), &version, &change, &given);
    let write = |tx: Tx| async move {
        let record = hold::<E>(&tx, id).await?;
        version.check::<E>(&record)?;
        E::mend(at, &tx, record, change).await?;
        let mended = load::<E>(&tx, id).await?;
        Ok::<_, Error>(check_names::<E>(&tx, &mended, |name| given.contains_key(name)).await?)
    };
    app.db.write(write).await?;
    shown::<E>(&app, StatusCode::OK, id).await
}
