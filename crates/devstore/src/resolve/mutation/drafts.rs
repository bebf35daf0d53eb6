use apollo_compiler::resolvers::ResolveInfo;
use serde::Deserialize;

use super::super::arguments::{flag, given, input, string};
use super::super::draft::{CalculatedDraft, DraftObject};
use super::super::payload::{Part, Payload};
use super::super::session::{Resolved, Session};
use crate::mutate::{
    Answered, CompleteInput, draft_order_calculate, draft_order_complete, draft_order_create, draft_order_delete,
    draft_order_invoice_send, draft_order_update,
};

/// The mutations of drafts of orders.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "draftOrderCreate" => create(session, info),
        "draftOrderUpdate" => update(session, info),
        "draftOrderCalculate" => calculate(session, info),
        "draftOrderComplete" => complete(session, info),
        "draftOrderDelete" => delete(session, info),
        "draftOrderInvoiceSend" => send_invoice(session, info),
        _ => return None,
    })
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let result = session.change(|state| draft_order_create(state, given(info, "input"), session.now));
    Payload::of("DraftOrderCreatePayload", result)
        .object("draftOrder", move |draft| DraftObject { session, draft: draft.clone() })
        .answer()
}

fn update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "id").unwrap_or_default();
    let answered = session.change(|state| draft_order_update(state, &id, given(info, "input"), session.now));
    told(session, "DraftOrderUpdatePayload", answered)
}

fn calculate<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let result = session.read(|state| draft_order_calculate(state, &given(info, "input"), session.now));
    Payload::of("DraftOrderCalculatePayload", result)
        .object("calculatedDraftOrder", move |offer| CalculatedDraft { session, offer: offer.clone() })
        .answer()
}

fn complete<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let input = CompleteInput {
        id: string(info, "id").unwrap_or_default(),
        payment_gateway_id: string(info, "paymentGatewayId"),
        payment_pending: flag(info, "paymentPending"),
        source_name: string(info, "sourceName"),
    };
    let answered = session.change(|state| draft_order_complete(state, input, session.now));
    told(session, "DraftOrderCompletePayload", answered)
}

/// `DraftOrderDeleteInput`.
#[derive(Default, Deserialize)]
#[serde(default)]
struct OnlyId {
    id: String,
}

fn delete<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let OnlyId { id } = input(info, "input")?;
    let result = session.change(|state| draft_order_delete(state, &id));
    Payload::of("DraftOrderDeletePayload", result)
        .part("deletedId", |id| Part::Text(format!("gid://shopify/DraftOrder/{id}")))
        .answer()
}

/// `EmailInput`, as far as it says where the invoice goes.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Mail {
    to: Option<String>,
}

fn send_invoice<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "id").unwrap_or_default();
    let Mail { to } = input(info, "email")?;
    let answered = session.change(|state| draft_order_invoice_send(state, &id, to.as_deref(), session.now));
    told(session, "DraftOrderInvoiceSendPayload", answered)
}

/// A payload of a draft that may be told with errors beside it.
fn told<'a>(session: &'a Session, type_name: &'static str, (draft, errors): Answered) -> Resolved<'a> {
    Payload::with(type_name, draft, errors)
        .object("draftOrder", move |draft| DraftObject { session, draft: draft.clone() })
        .answer()
}
