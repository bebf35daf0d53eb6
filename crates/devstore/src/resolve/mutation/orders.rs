use std::sync::Arc;

use apollo_compiler::resolvers::{ResolveInfo, ResolvedValue};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shopify_schema::gid::Gid;

use super::super::arguments::{flag, input, string};
use super::super::job::job;
use super::super::order::OrderObject;
use super::super::payload::{Part, Payload};
use super::super::query::node;
use super::super::risk::AssessmentObject;
use super::super::session::{Resolved, Session};
use crate::mutate::{
    CancelInput, InventoryBehaviour, UpdateInput, UserError, order_cancel, order_close, order_create,
    order_mark_as_paid, order_open, order_risk_assessment_create, order_update, tags_add, tags_remove,
};
use crate::store::State;
use crate::store::order::Order;

/// The mutations of orders as a whole.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "orderCreate" => create(session, info),
        "orderMarkAsPaid" => mark_as_paid(session, info),
        "orderUpdate" => update(session, info),
        "orderClose" => close(session, info),
        "orderOpen" => open(session, info),
        "orderCancel" => cancel(session, info),
        "orderRiskAssessmentCreate" => assess(session, info),
        "tagsAdd" => tag(session, info, "TagsAddPayload", tags_add),
        "tagsRemove" => tag(session, info, "TagsRemovePayload", tags_remove),
        _ => return None,
    })
}

/// Inputs that are only the id of an order.
#[derive(Default, Deserialize)]
#[serde(default)]
struct OnlyId {
    id: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Options {
    inventory_behaviour: Option<String>,
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let order = input(info, "order")?;
    let options: Options = input(info, "options")?;
    let inventory = match options.inventory_behaviour.as_deref() {
        Some("DECREMENT_IGNORING_POLICY") => InventoryBehaviour::DecrementIgnoringPolicy,
        Some("DECREMENT_OBEYING_POLICY") => InventoryBehaviour::DecrementObeyingPolicy,
        _ => InventoryBehaviour::Bypass,
    };
    let result = session.change(|state| order_create(state, order, inventory, session.now));
    changed(session, "OrderCreatePayload", result).errors_are("OrderCreateUserError").answer()
}

fn mark_as_paid<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let OnlyId { id } = input(info, "input")?;
    let result = session.change(|state| order_mark_as_paid(state, &id, session.now));
    changed(session, "OrderMarkAsPaidPayload", result).answer()
}

fn update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let order: UpdateInput = input(info, "input")?;
    let result = session.change(|state| order_update(state, order, session.now));
    changed(session, "OrderUpdatePayload", result).answer()
}

fn close<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let OnlyId { id } = input(info, "input")?;
    let result = session.change(|state| order_close(state, &id, session.now));
    changed(session, "OrderClosePayload", result).answer()
}

fn open<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let OnlyId { id } = input(info, "input")?;
    let result = session.change(|state| order_open(state, &id, session.now));
    changed(session, "OrderOpenPayload", result).answer()
}

fn cancel<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let cancel = CancelInput {
        order_id: string(info, "orderId").unwrap_or_default(),
        reason: string(info, "reason").unwrap_or_default(),
        restock: flag(info, "restock"),
        refund: flag(info, "refund"),
        refund_method: input(info, "refundMethod")?,
        staff_note: string(info, "staffNote"),
    };
    let result = session.change(|state| order_cancel(state, cancel, session.now));
    Payload::of("OrderCancelPayload", result)
        .errors_in("orderCancelUserErrors")
        .errors_are("OrderCancelUserError")
        .nullable("job", move |id| job(session, *id))
        .answer()
}

fn assess<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let assessment = input(info, "orderRiskAssessmentInput")?;
    let result = session.change(|state| order_risk_assessment_create(state, assessment, session.now));
    Payload::of("OrderRiskAssessmentCreatePayload", result)
        .errors_are("OrderRiskAssessmentCreateUserError")
        .object("orderRiskAssessment", move |assessment| AssessmentObject(assessment.clone()))
        .answer()
}

type Tag = fn(&mut State, &str, &[String], DateTime<Utc>) -> Result<Gid, Vec<UserError>>;

fn tag<'a>(session: &'a Session, info: &'a ResolveInfo<'a>, type_name: &'static str, tag: Tag) -> Resolved<'a> {
    let id = string(info, "id").unwrap_or_default();
    let tags: Vec<String> = input(info, "tags")?;
    let result = session.change(|state| tag(state, &id, &tags, session.now));
    Payload::of(type_name, result)
        .part("node", move |gid| match node(session, gid) {
            Ok(ResolvedValue::Object(object)) => Part::Object(Some(object)),
            _ => Part::Object(None),
        })
        .answer()
}

/// A payload of the order that was changed.
fn changed<'a>(
    session: &'a Session,
    type_name: &'static str,
    result: Result<Arc<Order>, Vec<UserError>>,
) -> Payload<'a, Arc<Order>> {
    Payload::of(type_name, result).object("order", move |order| OrderObject { session, order: Arc::clone(order) })
}
