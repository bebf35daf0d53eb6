use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{input, string};
use super::super::fulfilment::{EventObject, HoldObject, ParcelObject, WaitingObject};
use super::super::payload::Payload;
use super::super::session::{Resolved, Session};
use crate::mutate::{
    EventInput, FulfillmentInput, PiecesInput, UserError, fulfillment_cancel, fulfillment_create,
    fulfillment_event_create, fulfillment_order_hold, fulfillment_order_move, fulfillment_order_open,
    fulfillment_order_release_hold, fulfillment_tracking_info_update,
};

/// The mutations of what is to be sent and what was.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "fulfillmentCreate" => create(session, info),
        "fulfillmentCancel" => {
            let id = string(info, "id").unwrap_or_default();
            let result = session.change(|state| fulfillment_cancel(state, &id, session.now));
            parcel(session, "FulfillmentCancelPayload", result).answer()
        }
        "fulfillmentTrackingInfoUpdate" => track(session, info),
        "fulfillmentOrderHold" => hold(session, info),
        "fulfillmentOrderReleaseHold" => release_hold(session, info),
        "fulfillmentOrderMove" => move_to(session, info),
        "fulfillmentOrderOpen" => {
            let id = string(info, "id").unwrap_or_default();
            let result = session.change(|state| fulfillment_order_open(state, &id, may_send(session), session.now));
            waiting(session, "FulfillmentOrderOpenPayload", result).answer()
        }
        "fulfillmentEventCreate" => event(session, info),
        _ => return None,
    })
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let fulfillment: FulfillmentInput = input(info, "fulfillment")?;
    let result = session.change(|state| fulfillment_create(state, fulfillment, may_send(session), session.now));
    parcel(session, "FulfillmentCreatePayload", result).answer()
}

/// Whether the token of the request may send what services have, and what the shop has itself.
fn may_send(session: &Session) -> impl Fn(bool) -> bool {
    move |of_service| {
        let scope = if of_service {
            "write_third_party_fulfillment_orders"
        } else {
            "write_merchant_managed_fulfillment_orders"
        };
        session.scopes.allow(scope)
    }
}

fn track<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "fulfillmentId").unwrap_or_default();
    let tracking = input(info, "trackingInfoInput")?;
    let result = session.change(|state| fulfillment_tracking_info_update(state, &id, tracking, session.now));
    parcel(session, "FulfillmentTrackingInfoUpdatePayload", result).answer()
}

fn hold<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "id").unwrap_or_default();
    let hold = input(info, "fulfillmentHold")?;
    let result = session.change(|state| fulfillment_order_hold(state, &id, hold, may_send(session), session.now));
    Payload::of("FulfillmentOrderHoldPayload", result)
        .errors_are("FulfillmentOrderHoldUserError")
        .object("fulfillmentHold", move |held| HoldObject(held.hold.clone()))
        .nullable("fulfillmentOrder", move |held| WaitingObject::find(session, held.fulfillment_order))
        .nullable("remainingFulfillmentOrder", move |held| WaitingObject::find(session, held.rest?))
        .answer()
}

fn release_hold<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "id").unwrap_or_default();
    let external_id = string(info, "externalId");
    let holds: Option<Vec<String>> = input(info, "holdIds")?;
    let (holds, external_id, may_send) = (holds.as_deref(), external_id.as_deref(), may_send(session));
    let result =
        session.change(|state| fulfillment_order_release_hold(state, &id, holds, external_id, may_send, session.now));
    waiting(session, "FulfillmentOrderReleaseHoldPayload", result)
        .errors_are("FulfillmentOrderReleaseHoldUserError")
        .answer()
}

fn move_to<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "id").unwrap_or_default();
    let location = string(info, "newLocationId").unwrap_or_default();
    let pieces: Option<Vec<PiecesInput>> = input(info, "fulfillmentOrderLineItems")?;
    let (pieces, may_send) = (pieces.as_deref(), may_send(session));
    let result = session.change(|state| fulfillment_order_move(state, &id, &location, pieces, may_send, session.now));
    Payload::of("FulfillmentOrderMovePayload", result)
        .errors_are("FulfillmentOrderMoveFulfillmentOrderMoveUserError")
        .nullable("movedFulfillmentOrder", move |moved| WaitingObject::find(session, moved.moved))
        .nullable("originalFulfillmentOrder", move |moved| WaitingObject::find(session, moved.original))
        .nullable("remainingFulfillmentOrder", move |moved| WaitingObject::find(session, moved.rest?))
        .answer()
}

fn event<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let event: EventInput = input(info, "fulfillmentEvent")?;
    let result = session.change(|state| fulfillment_event_create(state, event, session.now));
    Payload::of("FulfillmentEventCreatePayload", result)
        .object("fulfillmentEvent", |event| EventObject(Some(event.clone())))
        .answer()
}

/// A payload of the parcel with this id.
fn parcel<'a>(session: &'a Session, type_name: &'static str, result: Result<u64, Vec<UserError>>) -> Payload<'a, u64> {
    Payload::of(type_name, result).nullable("fulfillment", move |id| ParcelObject::find(session, *id))
}

/// A payload of the fulfilment order with this id.
fn waiting<'a>(session: &'a Session, type_name: &'static str, result: Result<u64, Vec<UserError>>) -> Payload<'a, u64> {
    Payload::of(type_name, result).nullable("fulfillmentOrder", move |id| WaitingObject::find(session, *id))
}
