use apollo_compiler::resolvers::ResolveInfo;
use serde::Deserialize;

use super::super::arguments::{input, string};
use super::super::payload::Payload;
use super::super::returns::ReturnObject;
use super::super::session::{Resolved, Session};
use crate::mutate::{
    ProcessInput, UserError, return_approve, return_cancel, return_close, return_create, return_decline,
    return_process, return_reopen, return_request,
};

/// The mutations of returns.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    let id = || string(info, "id").unwrap_or_default();
    let now = session.now;
    Some(match info.field_name() {
        "returnCreate" => create(session, info),
        "returnRequest" => request(session, info),
        "returnApproveRequest" => approve(session, info),
        "returnDeclineRequest" => decline(session, info),
        "returnProcess" => process(session, info),
        "returnClose" => {
            changed(session, "ReturnClosePayload", session.change(|state| return_close(state, &id(), now)))
        }
        "returnReopen" => {
            changed(session, "ReturnReopenPayload", session.change(|state| return_reopen(state, &id(), now)))
        }
        "returnCancel" => {
            changed(session, "ReturnCancelPayload", session.change(|state| return_cancel(state, &id(), now)))
        }
        _ => return None,
    })
}

/// `ReturnApproveRequestInput` and `ReturnDeclineRequestInput`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Decision {
    id: String,
    decline_reason: String,
    decline_note: Option<String>,
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let new = input(info, "returnInput")?;
    changed(session, "ReturnCreatePayload", session.change(|state| return_create(state, new, session.now)))
}

fn request<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let new = input(info, "input")?;
    changed(session, "ReturnRequestPayload", session.change(|state| return_request(state, new, session.now)))
}

fn approve<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let Decision { id, .. } = input(info, "input")?;
    changed(session, "ReturnApproveRequestPayload", session.change(|state| return_approve(state, &id, session.now)))
}

fn decline<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let Decision { id, decline_reason, decline_note } = input(info, "input")?;
    let result = session.change(|state| return_decline(state, &id, &decline_reason, decline_note, session.now));
    changed(session, "ReturnDeclineRequestPayload", result)
}

fn process<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let back: ProcessInput = input(info, "input")?;
    changed(session, "ReturnProcessPayload", session.change(|state| return_process(state, &back, session.now)))
}

/// A payload of the return with this id.
fn changed<'a>(session: &'a Session, type_name: &'static str, result: Result<u64, Vec<UserError>>) -> Resolved<'a> {
    Payload::of(type_name, result)
        .errors_are("ReturnUserError")
        .nullable("return", move |id| ReturnObject::find(session, *id))
        .answer()
}
