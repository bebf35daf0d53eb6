use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::connection::of_places;
use super::super::leaf;
use super::super::money::bag;
use super::super::order::OrderObject;
use super::super::returns::ReturnObject;
use super::super::session::{Resolved, Session, not_served};
use super::super::transaction::TransactionObject;
use super::adjustment::AdjustmentObject;
use super::line::RefundLineObject;
use super::shipping::RefundShippingObject;
use crate::store::order::Order;

/// `Refund`.
pub(crate) struct RefundObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    pub place: usize,
}

/// The list of the refunds of an order.
pub(crate) fn refunds<'a>(session: &'a Session, order: &'a Arc<Order>, first: Option<i64>) -> Resolved<'a> {
    let first = first.and_then(|first| usize::try_from(first).ok()).unwrap_or(250);
    Ok(ResolvedValue::list(
        (0..order.refunds.len().min(first))
            .map(move |place| ResolvedValue::object(RefundObject { session, order: Arc::clone(order), place })),
    ))
}

/// The connection of the refunds of a return.
pub(crate) fn refunds_of_return<'a>(
    session: &'a Session,
    order: &'a Arc<Order>,
    id: u64,
    info: &'a ResolveInfo<'a>,
) -> Resolved<'a> {
    let of_it = order.refunds.iter().enumerate().filter(|(_, refund)| refund.return_id == Some(id));
    let (places, ids): (Vec<usize>, Vec<u64>) = of_it.map(|(place, refund)| (place, refund.id)).unzip();
    of_places("RefundConnection", "RefundEdge", ids, info, move |place| RefundObject {
        session,
        order: Arc::clone(order),
        place: places.get(place).copied().unwrap_or(usize::MAX),
    })
}

impl<'s> RefundObject<'s> {
    /// The one with this id.
    pub(crate) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let order = session.order_of(id)?;
        let place = order.refunds.iter().position(|refund| refund.id == id)?;
        Some(Self { session, order, place })
    }
}

impl ObjectValue for RefundObject<'_> {
    fn type_name(&self) -> &str {
        "Refund"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, order) = (self.session, &self.order);
        let Some(refund) = order.refunds.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("Refund", refund.id),
            "legacyResourceId" => leaf::legacy(refund.id),
            "createdAt" => leaf::time(refund.created_at),
            "updatedAt" => leaf::time(refund.updated_at),
            "processedAt" => leaf::time(refund.processed_at),
            "note" => leaf::optional(refund.note.as_deref()),
            "order" => Ok(ResolvedValue::object(OrderObject { session, order: Arc::clone(order) })),
            "return" => {
                let object = refund.return_id.and_then(|id| ReturnObject::find(session, id));
                Ok(ResolvedValue::nullable_object(object))
            }
            "totalRefundedSet" => {
                let ids = refund.transactions.iter();
                let back = ids.filter_map(|id| order.transaction(*id)).filter(|back| back.succeeded(&["REFUND"]));
                bag(order, back.map(|back| back.amount).sum())
            }
            "refundLineItems" => {
                let ids = refund.lines.iter().map(|line| line.id);
                of_places("RefundLineItemConnection", "RefundLineItemEdge", ids, info, move |place| RefundLineObject {
                    session,
                    order: Arc::clone(order),
                    line: refund.lines.get(place),
                })
            }
            "refundShippingLines" => {
                let ids = refund.shipping.iter().map(|line| line.id);
                of_places("RefundShippingLineConnection", "RefundShippingLineEdge", ids, info, move |place| {
                    RefundShippingObject { order: Arc::clone(order), shipping: refund.shipping.get(place) }
                })
            }
            "orderAdjustments" => {
                let ids = refund.adjustments.iter().map(|adjustment| adjustment.id);
                of_places("OrderAdjustmentConnection", "OrderAdjustmentEdge", ids, info, move |place| {
                    AdjustmentObject { order: Arc::clone(order), adjustment: refund.adjustments.get(place) }
                })
            }
            "transactions" => {
                let ids = refund.transactions.iter().copied();
                let places: Vec<usize> = refund
                    .transactions
                    .iter()
                    .filter_map(|id| order.transactions.iter().position(|transaction| transaction.id == *id))
                    .collect();
                of_places("OrderTransactionConnection", "OrderTransactionEdge", ids, info, move |place| {
                    let place = places.get(place).copied().unwrap_or(usize::MAX);
                    TransactionObject { session, order: Arc::clone(order), place }
                })
            }
            _ => not_served(self, info),
        }
    }
}
