use access::{Action, Area};
use axum::Json;
use axum::extract::State;
use axum::http::Method;
use connector::checklist::{self, Check};
use connector::shops::Entity;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::openapi::json;
use crate::records::{IfMatch, RecordId, found};
use crate::shops::TAG;
use crate::{App, Error};

const READ: (Area, Action) = (Area::Shops, Action::Read);

/// The checklist of going live.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChecklistBody {
    /// Whether nothing is open.
    ready: bool,
    /// What was looked at.
    value: Vec<CheckBody>,
}

/// One thing that was looked at.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckBody {
    /// What it is, for programs.
    name: &'static str,
    /// What it is, for people.
    caption: &'static str,
    /// How it stands: `Done`, `Attention` or `Open`.
    state: &'static str,
    /// What was found, by a name that stays: for those who say it in another language.
    code: &'static str,
    /// What the sentence names: numbers, texts, and lists of them.
    #[schema(value_type = Object)]
    parameters: Map<String, Value>,
    /// What was found, and what mends it.
    message: String,
    /// The page where it is mended.
    route: String,
}

impl From<Check> for CheckBody {
    fn from(check: Check) -> Self {
        let Check { name, caption, state, code, parameters, sentence, route } = check;
        Self { name, caption, state: state.caption(), code, parameters, message: sentence, route }
    }
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Whether a shop is ready to go live"))
        .description(Some("Nothing is asked of the store. `kobling doctor --shop` says the same."))
        .response("200", json("The checklist.", Ref::from_schema_name(ChecklistBody::name())));
    api.route(Method::GET, "/shopifyShops/{id}/Kobling.checklist", READ, document, read);
}

async fn read(State(app): State<App>, RecordId(id): RecordId) -> Result<Json<ChecklistBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let checks = checklist::run(&app.connector, &app.queue, shop.code.as_str()).await?;
    let ready = checks.iter().all(|check| check.state != checklist::State::Open);
    Ok(Json(ChecklistBody { ready, value: checks.into_iter().map(CheckBody::from).collect() }))
}
