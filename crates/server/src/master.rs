//! Records that people make and mend through the API in one and the same way: items and customers.

use std::future::Future;

use access::{Action, Area};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use database::{Record, Tx};
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
use crate::records::{MustMatch, RecordId, load, shown};
use crate::{App, Error};

const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);

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
        app: &'a App,
        tx: &'a Tx,
        body: &'a Self::Body,
    ) -> impl Future<Output = Result<Uuid, Error>> + Send + 'a;

    /// Changes a record.
    fn mend<'a>(
        app: &'a App,
        tx: &'a Tx,
        record: Self::Model,
        body: &'a Self::Body,
    ) -> impl Future<Output = Result<(), Error>> + Send + 'a;
}

/// The fields of `E` that can be changed.
pub(crate) fn changeable<E: Master>() -> Vec<String> {
    let RefOr::T(Schema::Object(form)) = E::Body::schema() else { return Vec::new() };
    form.properties.keys().filter(|name| !E::KEPT.contains(&name.as_str())).cloned().collect()
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

async fn make<E>(State(app): State<App>, Body(new): Body<E::Body>) -> Result<Response, Error>
where
    E: Master,
    E::Model: ModelTrait<Entity = E>,
{
    let (app, new) = (&app, &new);
    let write = |tx: Tx| async move { E::make(app, &tx, new).await };
    let id = app.db.write(write).await?;
    shown::<E>(app, StatusCode::CREATED, id).await
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
    let change: E::Body = serde_json::from_value(Value::Object(given))
        .map_err(|error| Error::Body(format!("the body can't be read: {error}")))?;
    let (app, version, change) = (&app, &version, &change);
    let write = |tx: Tx| async move {
        let record = load::<E>(&tx, id).await?;
        version.check::<E>(&record)?;
        E::mend(app, &tx, record, change).await
    };
    app.db.write(write).await?;
    shown::<E>(app, StatusCode::OK, id).await
}
