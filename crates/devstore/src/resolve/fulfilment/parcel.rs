use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::arguments::int;
use super::super::connection::of_places;
use super::super::leaf;
use super::super::location::location;
use super::super::order::OrderObject;
use super::super::session::{Resolved, Session, not_served};
use super::event::EventObject;
use super::parcel_line::ParcelLineObject;
use super::service::ServiceObject;
use super::waiting::WaitingObject;
use crate::store::fulfilment::{Fulfillment, Tracking};
use crate::store::location::FulfillmentService;
use crate::store::order::Order;

/// `Fulfillment`.
pub(crate) struct ParcelObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    pub place: usize,
}

/// The list of the parcels of an order.
pub(crate) fn parcels<'a>(session: &'a Session, order: &'a Arc<Order>, first: Option<i64>) -> Resolved<'a> {
    let first = first.and_then(|first| usize::try_from(first).ok()).unwrap_or(250);
    Ok(ResolvedValue::list(
        (0..order.fulfillments.len().min(first))
            .map(move |place| ResolvedValue::object(ParcelObject { session, order: Arc::clone(order), place })),
    ))
}

/// The connection of the parcels of a fulfilment order.
pub(super) fn parcels_of<'a>(
    session: &'a Session,
    order: &'a Arc<Order>,
    waiting: u64,
    info: &'a ResolveInfo<'a>,
) -> Resolved<'a> {
    let holds = |parcel: &Fulfillment| parcel.lines.iter().any(|line| line.fulfillment_order_id == waiting);
    let places: Vec<usize> =
        order.fulfillments.iter().enumerate().filter(|(_, parcel)| holds(parcel)).map(|(place, _)| place).collect();
    let ids: Vec<u64> = order.fulfillments.iter().filter(|parcel| holds(parcel)).map(|parcel| parcel.id).collect();
    of_places("FulfillmentConnection", "FulfillmentEdge", ids, info, move |place| ParcelObject {
        session,
        order: Arc::clone(order),
        place: places.get(place).copied().unwrap_or(usize::MAX),
    })
}

impl<'s> ParcelObject<'s> {
    /// The one with this id.
    pub(crate) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let order = session.order_of(id)?;
        let place = order.fulfillments.iter().position(|parcel| parcel.id == id)?;
        Some(Self { session, order, place })
    }
}

impl ObjectValue for ParcelObject<'_> {
    fn type_name(&self) -> &str {
        "Fulfillment"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, order) = (self.session, &self.order);
        let Some(parcel) = order.fulfillments.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("Fulfillment", parcel.id),
            "legacyResourceId" => leaf::legacy(parcel.id),
            "name" => leaf::text(&parcel.name),
            "createdAt" => leaf::time(parcel.created_at),
            "updatedAt" => leaf::time(parcel.updated_at),
            "status" => leaf::text(if parcel.cancelled { "CANCELLED" } else { "SUCCESS" }),
            "displayStatus" => leaf::text(parcel.display_status()),
            "deliveredAt" => leaf::optional_time(parcel.seen("DELIVERED")),
            "inTransitAt" => leaf::optional_time(parcel.seen("IN_TRANSIT")),
            "estimatedDeliveryAt" => {
                leaf::optional_time(parcel.events.iter().rev().find_map(|event| event.estimated_delivery_at))
            }
            "events" => {
                let ids = parcel.events.iter().map(|event| event.id);
                of_places("FulfillmentEventConnection", "FulfillmentEventEdge", ids, info, move |place| {
                    EventObject(parcel.events.get(place).cloned())
                })
            }
            "service" => {
                let place = session.read(|state| state.location(parcel.location_id).cloned());
                let service = place.and_then(|place| place.service);
                let location = service.is_some().then_some(parcel.location_id);
                let service = service.unwrap_or_else(FulfillmentService::manual);
                Ok(ResolvedValue::object(ServiceObject { session, service, location }))
            }
            "totalQuantity" => leaf::number(parcel.lines.iter().map(|line| line.quantity).sum::<u32>()),
            "requiresShipping" => {
                let sent = |id: u64| parcel.lines.iter().any(|line| line.line_id == id);
                leaf::flag(order.lines.iter().any(|line| line.requires_shipping && sent(line.id)))
            }
            "trackingInfo" => {
                let first = int(info, "first").and_then(|first| usize::try_from(first).ok()).unwrap_or(250);
                let entries = parcel.tracking.iter().take(first);
                Ok(ResolvedValue::list(entries.map(|entry| ResolvedValue::object(TrackingInfo(entry)))))
            }
            "fulfillmentLineItems" => {
                let ids = parcel.lines.iter().map(|line| line.id);
                of_places("FulfillmentLineItemConnection", "FulfillmentLineItemEdge", ids, info, move |place| {
                    ParcelLineObject { session, order: Arc::clone(order), parcel: self.place, place }
                })
            }
            "fulfillmentOrders" => self.fulfillment_orders(parcel, info),
            "location" => location(session, Some(parcel.location_id)),
            "order" => Ok(ResolvedValue::object(OrderObject { session, order: Arc::clone(order) })),
            _ => not_served(self, info),
        }
    }
}

impl ParcelObject<'_> {
    fn fulfillment_orders<'a>(&'a self, parcel: &Fulfillment, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, order) = (self.session, &self.order);
        let all = order.fulfillment_orders.iter().enumerate();
        let (places, ids): (Vec<usize>, Vec<u64>) = all
            .filter(|(_, waiting)| parcel.lines.iter().any(|line| line.fulfillment_order_id == waiting.id))
            .map(|(place, waiting)| (place, waiting.id))
            .unzip();
        of_places("FulfillmentOrderConnection", "FulfillmentOrderEdge", ids, info, move |place| WaitingObject {
            session,
            order: Arc::clone(order),
            place: places.get(place).copied().unwrap_or(usize::MAX),
        })
    }
}

/// `FulfillmentTrackingInfo`.
struct TrackingInfo<'p>(&'p Tracking);

impl ObjectValue for TrackingInfo<'_> {
    fn type_name(&self) -> &str {
        "FulfillmentTrackingInfo"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "company" => leaf::optional(self.0.company.as_deref()),
            "number" => leaf::optional(self.0.number.as_deref()),
            "url" => leaf::optional(self.0.url.as_deref()),
            _ => not_served(self, info),
        }
    }
}
