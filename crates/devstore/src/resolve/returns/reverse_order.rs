use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::connection::of_places;
use super::super::fulfilment::parcel_line;
use super::super::leaf;
use super::super::order::OrderObject;
use super::super::session::{Resolved, Session, not_served};
use super::disposition::DispositionObject;
use crate::store::order::Order;
use crate::store::returns::{ReturnLine, ReturnStatus};

/// `ReverseFulfillmentOrder`: what a location is to receive from a return.
pub(crate) struct ReverseOrder<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    /// The place of the return in the order.
    pub place: usize,
}

impl<'s> ReverseOrder<'s> {
    /// The one with this id.
    pub(crate) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let order = session.order_of(id)?;
        let place = order.returns.iter().position(|other| other.reverse_order_id == id)?;
        Some(Self { session, order, place })
    }
}

impl ObjectValue for ReverseOrder<'_> {
    fn type_name(&self) -> &str {
        "ReverseFulfillmentOrder"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, order) = (self.session, &self.order);
        let Some(back) = order.returns.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("ReverseFulfillmentOrder", back.reverse_order_id),
            "status" => leaf::text(match back.status {
                ReturnStatus::Canceled | ReturnStatus::Declined => "CANCELED",
                ReturnStatus::Closed => "CLOSED",
                ReturnStatus::Open | ReturnStatus::Requested => {
                    let done = back.lines.iter().all(|line| line.processed == line.quantity);
                    if done { "CLOSED" } else { "OPEN" }
                }
            }),
            "order" => Ok(ResolvedValue::object(OrderObject { session, order: Arc::clone(order) })),
            "lineItems" => {
                let ids = back.lines.iter().map(|line| line.reverse_line_id);
                let (name, edge) = ("ReverseFulfillmentOrderLineItemConnection", "ReverseFulfillmentOrderLineItemEdge");
                of_places(name, edge, ids, info, move |place| ReverseLine {
                    session,
                    order: Arc::clone(order),
                    line: back.lines.get(place),
                })
            }
            _ => not_served(self, info),
        }
    }
}

/// `ReverseFulfillmentOrderLineItem`.
struct ReverseLine<'s> {
    session: &'s Session,
    order: Arc<Order>,
    line: Option<&'s ReturnLine>,
}

impl ObjectValue for ReverseLine<'_> {
    fn type_name(&self) -> &str {
        "ReverseFulfillmentOrderLineItem"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.session;
        let Some(back) = self.line else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("ReverseFulfillmentOrderLineItem", back.reverse_line_id),
            "totalQuantity" => leaf::number(back.quantity),
            "fulfillmentLineItem" => {
                Ok(ResolvedValue::nullable_object(parcel_line(session, &self.order, back.fulfillment_line_id)))
            }
            "dispositions" => Ok(ResolvedValue::list(
                back.dispositions
                    .iter()
                    .map(move |disposition| ResolvedValue::object(DispositionObject { session, disposition })),
            )),
            _ => not_served(self, info),
        }
    }
}
