//! How the numbers of cues are taken: by the caller, and by everyone who says nothing else.

use access::{Action, Area, Principal};
use axum::extract::{Path, State};
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::cues::{self, CueSetup, Group, Ranges, Style, Whose};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::schema::Type;

use crate::api::{Api, Guard};
use crate::body::Body;
use crate::openapi::{body, empty, json, parameter, refused};
use crate::{App, Error};

const TAG: &str = "cueSetup";
const OWN: &str = "/cueSetup/{cue}";
const SHARED: &str = "/cueSetup/{cue}/Kobling.shared";
const SET_UP: (Area, Action) = (Area::Setup, Action::Change);

/// How the numbers of every cue are taken.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CueSetupsBody {
    /// In the order in which the cues are shown.
    value: Vec<CueSetupBody>,
}

/// How the numbers of a cue are taken.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CueSetupBody {
    /// The cue.
    name: &'static str,
    /// Among which it stands: `shopifyActivities` or `jobQueue`.
    #[schema(value_type = String)]
    group: Group,
    /// How the caller's numbers are taken.
    ranges: RangesBody,
    /// Whose that is: `personal`, `shared` or `standard`.
    #[schema(value_type = String)]
    whose: Whose,
    /// How those of everyone are taken who says nothing else.
    shared: RangesBody,
}

/// Three ranges, each with its style: `favorable`, `ambiguous`, `unfavorable` or `subordinate`.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CueRanges)]
pub(crate) struct RangesBody {
    /// Below this number the low style holds.
    threshold1: u32,
    /// Above this number the high style holds; from the one to the other, the middle style.
    threshold2: u32,
    /// For few.
    #[schema(value_type = String)]
    low_range_style: Style,
    /// For some.
    #[schema(value_type = String)]
    middle_range_style: Style,
    /// For many.
    #[schema(value_type = String)]
    high_range_style: Style,
}

impl From<Ranges> for RangesBody {
    fn from(ranges: Ranges) -> Self {
        let Ranges { threshold1, threshold2, low_range_style, middle_range_style, high_range_style } = ranges;
        Self { threshold1, threshold2, low_range_style, middle_range_style, high_range_style }
    }
}

impl From<RangesBody> for Ranges {
    fn from(ranges: RangesBody) -> Self {
        let RangesBody { threshold1, threshold2, low_range_style, middle_range_style, high_range_style } = ranges;
        Self { threshold1, threshold2, low_range_style, middle_range_style, high_range_style }
    }
}

impl From<CueSetup> for CueSetupBody {
    fn from(setup: CueSetup) -> Self {
        let CueSetup { name, group, ranges, whose, shared } = setup;
        Self { name, group, ranges: ranges.into(), whose, shared: shared.into() }
    }
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let cue = || parameter("cue", ParameterIn::Path, Type::String, "The cue's name, as `unprocessedOrders`.");
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("How the numbers of cues are taken"))
        .response("200", json("A row for each cue.", Ref::from_schema_name(CueSetupsBody::name())));
    api.route(Method::GET, "/cueSetup", Guard::Anyone, document, list);

    let says = |summary| {
        OperationBuilder::new()
            .tag(TAG)
            .summary(Some(summary))
            .parameter(cue())
            .request_body(Some(body::<RangesBody>("The ranges; the second threshold is above the first.")))
            .response("204", empty("It is set."))
            .response("400", refused("BadRequest"))
    };
    let forgets = |summary| OperationBuilder::new().tag(TAG).summary(Some(summary)).parameter(cue());
    api.route(Method::PUT, OWN, Guard::Anyone, says("Say how the caller's numbers of a cue are taken"), set_own);
    let document = forgets("Take the caller's numbers of a cue as everyone does")
        .response("204", empty("It is forgotten."))
        .response("400", refused("BadRequest"));
    api.route(Method::DELETE, OWN, Guard::Anyone, document, forget_own);
    let document = says("Say how the numbers of a cue are taken by everyone who says nothing else");
    api.route(Method::PUT, SHARED, SET_UP, document, set_shared);
    let document = forgets("Take the numbers of a cue as Kobling does by itself")
        .response("204", empty("It is forgotten."))
        .response("400", refused("BadRequest"));
    api.route(Method::DELETE, SHARED, SET_UP, document, forget_shared);
}

async fn list(State(app): State<App>, Extension(caller): Extension<Principal>) -> Result<Json<CueSetupsBody>, Error> {
    let user = caller.user_name.as_str();
    let rows = app.db.read(|read| async move { cues::setup(&read, user).await }).await?;
    Ok(Json(CueSetupsBody { value: rows.into_iter().map(CueSetupBody::from).collect() }))
}

async fn set(app: &App, caller: &Principal, cue: (&str, bool), ranges: Option<Ranges>) -> Result<StatusCode, Error> {
    let connector = &app.connector;
    app.db.write(|tx| async move { cues::set_up(connector, &tx, caller, cue, ranges).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn set_own(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Path(cue): Path<String>,
    Body(ranges): Body<RangesBody>,
) -> Result<StatusCode, Error> {
    set(&app, &caller, (&cue, false), Some(ranges.into())).await
}

async fn forget_own(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Path(cue): Path<String>,
) -> Result<StatusCode, Error> {
    set(&app, &caller, (&cue, false), None).await
}

async fn set_shared(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Path(cue): Path<String>,
    Body(ranges): Body<RangesBody>,
) -> Result<StatusCode, Error> {
    set(&app, &caller, (&cue, true), Some(ranges.into())).await
}

async fn forget_shared(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Path(cue): Path<String>,
) -> Result<StatusCode, Error> {
    set(&app, &caller, (&cue, true), None).await
}
