//! Lists that people keep through the API: the routes that make, change and delete one of their records.

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::company;
use back_office::upkeep::{self, Given, Upkeep, fields};
use database::{Record, Tx};
use sea_orm::ModelTrait;
use serde_json::Map;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::{RefOr, Schema};
use values::field::{Kind, Value};

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body_like, empty, error, record, refused, versioned};
use crate::records::{self, MustMatch, RecordId, shown};
use crate::{App, Error};

/// The values of a body.
type Json = Map<String, serde_json::Value>;

/// The name of the schema of what a record of `E` is made of.
fn form_name<E: Upkeep>() -> String {
    format!("{}Body", E::NAME)
}

/// What a record of `E` is made of.
pub(crate) fn form<E: Upkeep>() -> (String, RefOr<Schema>) {
    let names: Vec<_> = fields::<E>(true).map(|field| field.name).collect();
    let schema = crate::sets::of(E::NAME).map(|set| records::form(&*set, &names));
    (form_name::<E>(), RefOr::T(schema.unwrap_or_default()))
}

/// Adds the routes: those that make and delete where there are several records, the one that changes where a record has
/// more than its key.
pub(crate) fn serve<E: Upkeep>(api: &mut Api, area: Area) {
    let (guard, set, form) = ((area, Action::Change), E::NAME, form_name::<E>());
    if fields::<E>(false).next().is_some() {
        let document = OperationBuilder::new()
            .tag(set)
            .summary(Some(format!("Change a {}", E::ONE)))
            .request_body(Some(body_like(&form, "What is to be changed.")))
            .response("200", record("The record.", set))
            .response("400", refused("BadRequest"));
        api.route(Method::PATCH, &format!("/{set}/{{id}}"), guard, versioned(document), change::<E>);
    }
    if E::KEY.is_empty() {
        return;
    }
    let document = OperationBuilder::new()
        .tag(set)
        .summary(Some(format!("Make a {}", E::ONE)))
        .request_body(Some(body_like(&form, "The record.")))
        .response("201", record("The record.", set))
        .response("400", refused("BadRequest"))
        .response("409", error("There is one of that key."));
    api.route(Method::POST, &format!("/{set}"), guard, document, make::<E>);

    let document = OperationBuilder::new()
        .tag(set)
        .summary(Some(format!("Delete a {}", E::ONE)))
        .response("204", empty("It is gone."))
        .response("409", error("Other records name it."));
    api.route(Method::DELETE, &format!("/{set}/{{id}}"), guard, versioned(document), remove::<E>);
}

async fn make<E: Upkeep>(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(body): Body<Json>,
) -> Result<Response, Error>
where
    E::Model: ModelTrait<Entity = E>,
{
    let given = &given::<E>(&body)?;
    let (app, caller, now) = (&app, &caller, app.clock.now());
    let write = |tx| async move {
        let made = upkeep::make::<E>(&tx, given, now, &app.random).await?;
        audited::<E>(app, &tx, caller, None, Some(&made)).await?;
        Ok::<_, Error>(made)
    };
    let made = app.db.write(write).await?;
    match E::field("id").map(|field| E::value(&made, field.column)) {
        Some(Value::Id(id)) => shown::<E>(app, StatusCode::CREATED, id).await,
        _ => Err(Error::NoSuchRoute(E::NAME.to_owned())),
    }
}

async fn change<E: Upkeep>(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(body): Body<Json>,
) -> Result<Response, Error>
where
    E::Model: ModelTrait<Entity = E> + Clone,
{
    let given = &given::<E>(&body)?;
    let (app, caller, version, now) = (&app, &caller, &version, app.clock.now());
    let write = |tx| async move {
        let before = version.hold::<E>(&tx, id).await?;
        let after = upkeep::change::<E>(&tx, before.clone(), given, now, &app.random).await?;
        audited::<E>(app, &tx, caller, Some(&before), Some(&after)).await
    };
    app.db.write(write).await?;
    if E::NAME == company::Entity::NAME {
        let company = app.db.read(|read| async move { company::read(&read).await }).await?;
        app.zone.set(company.zone());
    }
    shown::<E>(app, StatusCode::OK, id).await
}

async fn remove<E: Upkeep>(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error>
where
    E::Model: ModelTrait<Entity = E> + Clone,
{
    let (app, caller, version) = (&app, &caller, &version);
    let write = |tx| async move {
        let record = version.hold::<E>(&tx, id).await?;
        upkeep::remove::<E>(&tx, record.clone()).await?;
        audited::<E>(app, &tx, caller, Some(&record), None).await
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Writes down what the caller changed of a record, by its key.
async fn audited<E: Upkeep>(
    app: &App,
    tx: &Tx,
    by: &Principal,
    before: Option<&E::Model>,
    after: Option<&E::Model>,
) -> Result<(), Error>
where
    E::Model: ModelTrait<Entity = E>,
{
    let key = after.or(before).map(upkeep::key_of::<E>).filter(|key| !key.is_empty());
    let subject = key.unwrap_or_else(|| E::CAPTION.to_owned());
    Ok(app.access.audit().changed::<E>(tx, by, &subject, before, after).await?)
}

/// The values of a body, each of the kind of its field. A name that no field has stays, and is refused by the list.
fn given<E: Upkeep>(body: &Json) -> Result<Given, Error> {
    let value = |(name, json): (&String, &serde_json::Value)| {
        let kind = E::field(name).map_or(Kind::Text, |field| field.kind);
        let value = Value::from_json(kind, json).map_err(|unreadable| {
            let caption = E::field(name).map_or(name.as_str(), |field| field.caption);
            Error::invalid(name, format!("{caption}: {unreadable}"))
        });
        Ok((name.clone(), value?))
    };
    body.iter().map(value).collect()
}
