use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::connection::of_places;
use super::super::leaf;
use super::super::order::OrderObject;
use super::super::refund::refunds_of_return;
use super::super::session::{Resolved, Session, not_served};
use super::exchange_line::ExchangeLineObject;
use super::return_line::ReturnLineObject;
use super::reverse_order::ReverseOrder;
use crate::store::order::Order;

/// `Return`.
pub(crate) struct ReturnObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    pub place: usize,
}

/// The connection of the returns of an order.
pub(crate) fn returns<'a>(session: &'a Session, order: &'a Arc<Order>, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let ids = order.returns.iter().map(|other| other.id);
    of_places("ReturnConnection", "ReturnEdge", ids, info, move |place| ReturnObject {
        session,
        order: Arc::clone(order),
        place,
    })
}

impl<'s> ReturnObject<'s> {
    /// The one with this id.
    pub(crate) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let order = session.order_of(id)?;
        let place = order.returns.iter().position(|other| other.id == id)?;
        Some(Self { session, order, place })
    }
}

impl ObjectValue for ReturnObject<'_> {
    fn type_name(&self) -> &str {
        "Return"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, order) = (self.session, &self.order);
        let Some(back) = order.returns.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("Return", back.id),
            "name" => leaf::text(&back.name),
            "status" => leaf::text(back.status.name()),
            "createdAt" => leaf::time(back.created_at),
            "closedAt" => leaf::optional_time(back.closed_at),
            "requestApprovedAt" => leaf::optional_time(back.approved_at),
            "totalQuantity" => leaf::number(back.lines.iter().map(|line| line.quantity).sum::<u32>()),
            "decline" => Ok(ResolvedValue::nullable_object(
                back.decline.as_ref().map(|(reason, note)| Decline { reason, note: note.as_deref() }),
            )),
            "order" => Ok(ResolvedValue::object(OrderObject { session, order: Arc::clone(order) })),
            "returnLineItems" => {
                let ids = back.lines.iter().map(|line| line.id);
                of_places("ReturnLineItemTypeConnection", "ReturnLineItemTypeEdge", ids, info, move |place| {
                    ReturnLineObject { session, order: Arc::clone(order), line: back.lines.get(place) }
                })
            }
            "exchangeLineItems" => {
                let ids = back.exchange_lines.iter().map(|line| line.id);
                of_places("ExchangeLineItemConnection", "ExchangeLineItemEdge", ids, info, move |place| {
                    ExchangeLineObject { session, order: Arc::clone(order), line: back.exchange_lines.get(place) }
                })
            }
            "refunds" => refunds_of_return(session, order, back.id, info),
            "reverseFulfillmentOrders" => {
                let ids = back.approved_at.map(|_| back.reverse_order_id);
                of_places("ReverseFulfillmentOrderConnection", "ReverseFulfillmentOrderEdge", ids, info, move |_| {
                    ReverseOrder { session, order: Arc::clone(order), place: self.place }
                })
            }
            _ => not_served(self, info),
        }
    }
}

/// `ReturnDecline`.
struct Decline<'r> {
    reason: &'r str,
    note: Option<&'r str>,
}

impl ObjectValue for Decline<'_> {
    fn type_name(&self) -> &str {
        "ReturnDecline"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "reason" => leaf::text(self.reason),
            "note" => leaf::optional(self.note),
            _ => not_served(self, info),
        }
    }
}
