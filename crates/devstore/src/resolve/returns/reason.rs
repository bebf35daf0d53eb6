use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};
use shopify_schema::gid::Gid;

use super::super::arguments::input;
use super::super::connection::of_places;
use super::super::leaf;
use super::super::session::{Resolved, not_served};
use crate::store::{RETURN_REASONS, ReturnReason};

/// `ReturnReasonDefinition`.
pub(super) struct ReasonObject(ReturnReason);

impl ReasonObject {
    /// The one that has this value in the enum.
    pub(super) fn of(value: &str) -> Option<Self> {
        RETURN_REASONS.iter().find(|reason| reason.value == value).copied().map(Self)
    }
}

/// The connection of the reasons, of those with the handles or ids that are given.
pub(crate) fn return_reasons<'a>(info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let handles: Option<Vec<String>> = input(info, "handles")?;
    let ids: Option<Vec<Gid>> = input(info, "ids")?;
    let wanted: Vec<ReturnReason> = RETURN_REASONS
        .iter()
        .filter(|reason| handles.as_ref().is_none_or(|handles| handles.iter().any(|handle| handle == reason.handle)))
        .filter(|reason| ids.as_ref().is_none_or(|ids| ids.iter().any(|id| id.number() == reason.id)))
        .copied()
        .collect();
    let ids: Vec<u64> = wanted.iter().map(|reason| reason.id).collect();
    of_places("ReturnReasonDefinitionConnection", "ReturnReasonDefinitionEdge", ids, info, move |place| Row {
        reason: wanted.get(place).copied(),
    })
}

/// A reason of a page.
struct Row {
    reason: Option<ReturnReason>,
}

impl ObjectValue for Row {
    fn type_name(&self) -> &str {
        "ReturnReasonDefinition"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match self.reason {
            Some(reason) => field(&reason, self, info),
            None => not_served(self, info),
        }
    }
}

impl ObjectValue for ReasonObject {
    fn type_name(&self) -> &str {
        "ReturnReasonDefinition"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        field(&self.0, self, info)
    }
}

fn field<'a>(reason: &ReturnReason, object: &dyn ObjectValue, info: &ResolveInfo<'_>) -> Resolved<'a> {
    match info.field_name() {
        "id" => leaf::gid("ReturnReasonDefinition", reason.id),
        "handle" => leaf::text(reason.handle),
        "name" => leaf::text(reason.name),
        "deleted" => leaf::flag(false),
        _ => not_served(object, info),
    }
}
