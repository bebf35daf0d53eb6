use apollo_compiler::response::JsonMap;
use apollo_compiler::validation::Valid;

use super::lines::Lines;
use super::plan::Plan;
use super::whole::Page;
use crate::execute::{Setting, perform};
use crate::store::bulk::{BulkOperation, FailureCode, Place};

/// Some lines of a result, and where the next ones begin; nowhere when these are the last.
pub(super) struct Written {
    pub lines: Lines,
    pub next: Option<Place>,
}

/// Reads the next page of a bulk query, of at most `size` records without a parent.
pub(super) fn write(setting: &Setting<'_>, bulk: &BulkOperation, size: i32) -> Result<Written, FailureCode> {
    let prepared = setting.around.compiled.prepare(&bulk.text);
    let Ok(document) = prepared.as_ref() else { return Err(FailureCode::InternalServerError) };
    let Ok(operation) = document.operations.get(None) else { return Err(FailureCode::InternalServerError) };
    let plan = Plan::read(&setting.around.compiled.schema, document, operation);
    let mut lines = Lines::default();
    let Some(root) = plan.root(bulk.place.number) else { return Ok(Written { lines, next: None }) };
    let page = Page { size, after: bulk.place.after.as_deref() };
    let document = plan.document(root, &page).ok_or(FailureCode::InternalServerError)?;
    let operation = document.operations.get(None).map_err(|_| FailureCode::InternalServerError)?;
    let none = Valid::assume_valid(JsonMap::new());
    let performed = perform(setting, &document, operation, &none, None);
    if let Some(error) = performed.errors.first() {
        tracing::warn!(operation = bulk.gid(), %error, "a bulk operation fails");
        let denied = error.pointer("/extensions/code").is_some_and(|code| code == "ACCESS_DENIED");
        return Err(if denied { FailureCode::AccessDenied } else { FailureCode::InternalServerError });
    }
    let answer = performed.data.flatten().ok_or(FailureCode::InternalServerError)?;
    let after = if plan.is_paged(root) { next_page(&answer, root.response_key()) } else { None };
    lines.write(answer, &plan.shapes(root), bulk.grouped);
    let next_root = bulk.place.number + 1;
    let next = match after {
        Some(after) => Some(Place { after: Some(after), ..bulk.place.clone() }),
        None => plan.root(next_root).map(|_| Place { number: next_root, ..Place::default() }),
    };
    Ok(Written { lines, next })
}

/// The cursor of the page after this one.
fn next_page(answer: &JsonMap, key: &str) -> Option<String> {
    let info = answer.get(key)?.get("pageInfo")?;
    let more = info.get("hasNextPage")?.as_bool()?;
    let cursor = info.get("endCursor")?.as_str()?;
    more.then(|| cursor.to_owned())
}
