//! Cues: how many records wait for a person, and in which list they are.

use std::borrow::Cow;

use access::{Action, Principal};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::Method;
use axum::{Extension, Json};
use connector::cues::{self, BusinessCentral, Cue, Group, Style};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

use crate::api::{Api, Guard};
use crate::openapi::{json, parameter};
use crate::{App, Error, question, sets};

/// Every cue that the caller may see.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CuesBody {
    /// In the order in which they are shown.
    value: Vec<CueBody>,
}

/// How many records wait.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CueBody {
    /// Its name.
    name: &'static str,
    /// Among which it stands: `shopifyActivities` or `jobQueue`.
    #[schema(value_type = String)]
    group: Group,
    /// How many records there are.
    count: u64,
    /// How that is to be taken: `favorable`, `ambiguous`, `unfavorable` or `subordinate`.
    #[schema(value_type = String)]
    style: Style,
    /// The list that shows them.
    #[schema(schema_with = found_in)]
    entity: &'static str,
    /// With this `$filter`; blank: all of its records.
    filter: Cow<'static, str>,
    /// What Business Central counts under this name, where that is something else.
    business_central: Option<BusinessCentralBody>,
}

/// What Business Central counts.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CueInBusinessCentral)]
pub(crate) struct BusinessCentralBody {
    /// How many records.
    count: u64,
    /// With this `$filter` of the same list.
    filter: Cow<'static, str>,
}

/// The lists in which cues are found.
fn found_in() -> Object {
    let list = ObjectBuilder::new().schema_type(Type::String).description(Some("The list that shows them."));
    list.enum_values(Some(cues::FOUND_IN)).build()
}

/// Of which shop.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Asked {
    shop: Option<String>,
}

impl From<Cue> for CueBody {
    fn from(cue: Cue) -> Self {
        let Cue { name, group, count, style, entity, filter, business_central } = cue;
        let business_central =
            business_central.map(|BusinessCentral { count, filter }| BusinessCentralBody { count, filter });
        Self { name, group, count, style, entity, filter, business_central }
    }
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag("cues")
        .summary(Some("How many records wait for a person"))
        .parameter(parameter(
            "shop",
            ParameterIn::Query,
            Type::String,
            "The code of a shop, of which alone is counted; left out: of all. What is of no shop is left out then.",
        ))
        .response("200", json("The cues.", Ref::from_schema_name(CuesBody::name())));
    api.route(Method::GET, "/cues", Guard::Anyone, document, list);
}

async fn list(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<CuesBody>, Error> {
    let asked = question::read(asked)?;
    let shop = asked.shop.as_deref().filter(|code| !code.is_empty());
    let user = caller.user_name.as_str();
    let now = app.clock.now();
    let counted = app.db.read(|read| async move { cues::cues(&read, user, now, shop).await }).await?;
    let is_seen = |cue: &Cue| sets::of(cue.entity).is_some_and(|set| caller.can(set.area(), Action::Read));
    Ok(Json(CuesBody { value: counted.into_iter().filter(is_seen).map(CueBody::from).collect() }))
}
