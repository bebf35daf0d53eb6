use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use connector::setup_guide::propose::{Proposal, propose};
use connector::setup_guide::{self, Step};
use connector::shops::Entity;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, json};
use crate::records::{IfMatch, RecordId, found};
use crate::shops::{CHANGE, TAG};
use crate::{App, Error};

const READ: (Area, Action) = (Area::Shops, Action::Read);

/// How far a shop has come in the guided set-up, and what is proposed for blank fields of its card.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GuideBody {
    /// The step at which a person is: `Sync`, `Accounts`, `Import`, `VAT`, `Schedules` or `Live`; nothing: it was not begun.
    step: Option<&'static str>,
    /// When it was begun.
    #[schema(value_type = Option<String>, format = DateTime)]
    begun_at: Option<DateTime<Utc>>,
    /// When the shop went live.
    #[schema(value_type = Option<String>, format = DateTime)]
    live_at: Option<DateTime<Utc>>,
    /// Who let it.
    live_by: String,
    /// Accounts and templates for what is blank on the shop card.
    proposals: Vec<ProposalBody>,
}

/// A value for a blank field of the shop card.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProposalBody {
    /// The field.
    field: &'static str,
    /// The value.
    value: String,
    /// What it is called.
    name: String,
}

impl From<Proposal> for ProposalBody {
    fn from(Proposal { field, value, name }: Proposal) -> Self {
        Self { field, value, name }
    }
}

/// Where a person is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepBody {
    /// The step: `Sync`, `Accounts`, `Import`, `VAT`, `Schedules` or `Live`.
    step: String,
}

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    let guide = || json("How far it has come.", Ref::from_schema_name(GuideBody::name()));
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("How far a shop has come in the guided set-up"))
        .response("200", guide());
    api.route(Method::GET, "/shopifyShops/{id}/Kobling.setupGuide", READ, document, read);
    let about = "A shop that is not enabled yet may change nothing in its store from now on, until it goes live.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Begin the guided set-up of a shop, or go on with it"))
        .description(Some(about))
        .response("200", guide());
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.beginSetupGuide", CHANGE, document, begin);
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Keep the step of the guided set-up at which a person is"))
        .request_body(Some(body::<StepBody>("The step.")))
        .response("200", guide())
        .response("400", error("There is no such step, or the guide was not begun."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.setupGuideStep", CHANGE, document, come_to);
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Let a shop change its store"))
        .description(Some("*Allow Data Sync to Shopify* is turned on."))
        .response("200", guide())
        .response("409", error("Something on its checklist is open."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.goLive", CHANGE, document, go_live);
}

async fn shown(app: &App, shop: &str, state: Option<setup_guide::State>) -> Result<Json<GuideBody>, Error> {
    let proposals = propose(&app.connector, shop).await?.into_iter().map(ProposalBody::from).collect();
    Ok(Json(GuideBody {
        step: state.as_ref().map(|state| state.step.caption()),
        begun_at: state.as_ref().map(|state| state.begun_at),
        live_at: state.as_ref().and_then(|state| state.live_at),
        live_by: state.map(|state| state.live_by).unwrap_or_default(),
        proposals,
    }))
}

async fn read(State(app): State<App>, RecordId(id): RecordId) -> Result<Json<GuideBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let code = shop.code.as_str();
    let state = setup_guide::state(&app.connector, code).await?;
    shown(&app, code, state).await
}

async fn begin(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<GuideBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let code = shop.code.as_str();
    let state = setup_guide::begin(&app.connector, &caller, code).await?;
    shown(&app, code, Some(state)).await
}

async fn come_to(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    Body(body): Body<StepBody>,
) -> Result<Json<GuideBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let code = shop.code.as_str();
    let step: Step = body
        .step
        .parse()
        .map_err(|unknown: values::field::UnknownOption| Error::invalid("step", unknown.to_string()))?;
    let state = setup_guide::come_to(&app.connector, &caller, code, step).await?;
    shown(&app, code, Some(state)).await
}

async fn go_live(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<GuideBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let code = shop.code.as_str();
    let state = setup_guide::go_live(&app.connector, &app.queue, &caller, code).await?;
    shown(&app, code, Some(state)).await
}
