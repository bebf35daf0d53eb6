//! Permission sets: what each allows.

use access::{Action, Area, Permission};
use axum::Json;
use axum::http::Method;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::{Api, Guard};
use crate::openapi::json;

const TAG: &str = "permissionSets";

/// Every permission set.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PermissionSetsBody {
    /// From the one that allows most to the one that allows least.
    value: Vec<PermissionSetBody>,
}

/// A permission set.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PermissionSetBody {
    /// Its name.
    name: &'static str,
    /// All that it allows, as `JobQueue.Change`.
    permissions: Vec<String>,
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("What each permission set allows"))
        .response("200", json("The permission sets.", Ref::from_schema_name(PermissionSetsBody::name())));
    api.route(Method::GET, "/permissionSets", Guard::Anyone, document, list);
}

async fn list() -> Json<PermissionSetsBody> {
    let of = |permission: &Permission| PermissionSetBody {
        name: permission.caption(),
        permissions: permission.allowed().map(in_short).collect(),
    };
    Json(PermissionSetsBody { value: Permission::ALL.iter().map(of).collect() })
}

/// What is allowed, as programs know it.
pub(crate) fn in_short((area, action): (Area, Action)) -> String {
    format!("{}.{}", area.name(), action.name())
}
