use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::connection::of_places;
use super::super::leaf;
use super::super::order::OrderObject;
use super::super::session::{Resolved, Session, not_served};
use super::assigned_location::AssignedLocation;
use super::delivery_method::DeliveryMethod;
use super::destination::Destination;
use super::hold::HoldObject;
use super::parcel::parcels_of;
use super::waiting_line::WaitingLine;
use crate::store::fulfilment::FulfillmentOrder;
use crate::store::order::Order;

/// `FulfillmentOrder`.
pub(crate) struct WaitingObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    pub place: usize,
}

/// The connection of the fulfilment orders of an order.
pub(crate) fn waiting_orders<'a>(
    session: &'a Session,
    order: &'a Arc<Order>,
    info: &'a ResolveInfo<'a>,
) -> Resolved<'a> {
    let shown = order.fulfillment_orders.iter().enumerate().filter(|(_, waiting)| sees(session, waiting));
    let (places, ids): (Vec<usize>, Vec<u64>) = shown.map(|(place, waiting)| (place, waiting.id)).unzip();
    of_places("FulfillmentOrderConnection", "FulfillmentOrderEdge", ids, info, move |place| WaitingObject {
        session,
        order: Arc::clone(order),
        place: places.get(place).copied().unwrap_or(usize::MAX),
    })
}

/// Whether the token sees it: those of the shop's own locations and those of services take a scope each, and what it
/// does not see is not there.
pub(super) fn sees(session: &Session, waiting: &FulfillmentOrder) -> bool {
    let of_service = session.read(|state| state.is_of_service(waiting.location_id));
    let scope =
        if of_service { "read_third_party_fulfillment_orders" } else { "read_merchant_managed_fulfillment_orders" };
    session.scopes.allow(scope)
}

impl<'s> WaitingObject<'s> {
    /// The one with this id.
    pub(crate) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let order = session.order_of(id)?;
        let found = |waiting: &FulfillmentOrder| waiting.id == id && sees(session, waiting);
        let place = order.fulfillment_orders.iter().position(found)?;
        Some(Self { session, order, place })
    }
}

impl ObjectValue for WaitingObject<'_> {
    fn type_name(&self) -> &str {
        "FulfillmentOrder"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, order) = (self.session, &self.order);
        let Some(waiting) = order.fulfillment_orders.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("FulfillmentOrder", waiting.id),
            "orderId" => leaf::gid("Order", order.id),
            "orderName" => leaf::text(&order.name),
            "orderProcessedAt" => leaf::time(order.processed_at),
            "createdAt" => leaf::time(waiting.created_at),
            "updatedAt" => leaf::time(waiting.updated_at),
            "fulfillAt" => leaf::time(waiting.fulfill_at.unwrap_or(order.created_at)),
            "status" => leaf::text(waiting.status.name()),
            "requestStatus" => leaf::text(waiting.request.name()),
            "supportedActions" => {
                let of_service = session.read(|state| state.is_of_service(waiting.location_id));
                let actions = waiting.actions(of_service).iter();
                Ok(ResolvedValue::list(actions.map(|action| ResolvedValue::object(SupportedAction(action)))))
            }
            "assignedLocation" => {
                let location = session.read(|state| state.location(waiting.location_id).cloned());
                Ok(ResolvedValue::nullable_object(location.map(|location| AssignedLocation { session, location })))
            }
            "destination" => {
                Ok(ResolvedValue::nullable_object(order.shipping_address.as_ref().map(|address| Destination {
                    id: waiting.id,
                    order,
                    address,
                })))
            }
            "deliveryMethod" => {
                Ok(ResolvedValue::object(DeliveryMethod { id: waiting.id, method: waiting.method(), order }))
            }
            "fulfillmentHolds" => Ok(ResolvedValue::list(
                waiting.holds.iter().map(|hold| ResolvedValue::object(HoldObject(hold.clone()))),
            )),
            "lineItems" => {
                let ids = waiting.lines.iter().map(|line| line.id);
                of_places(
                    "FulfillmentOrderLineItemConnection",
                    "FulfillmentOrderLineItemEdge",
                    ids,
                    info,
                    move |place| WaitingLine { session, order: Arc::clone(order), waiting: self.place, place },
                )
            }
            "fulfillments" => parcels_of(session, order, waiting.id, info),
            "order" => Ok(ResolvedValue::object(OrderObject { session, order: Arc::clone(order) })),
            _ => not_served(self, info),
        }
    }
}

/// `FulfillmentOrderSupportedAction`.
struct SupportedAction(&'static str);

impl ObjectValue for SupportedAction {
    fn type_name(&self) -> &str {
        "FulfillmentOrderSupportedAction"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "action" => leaf::text(self.0),
            _ => not_served(self, info),
        }
    }
}
