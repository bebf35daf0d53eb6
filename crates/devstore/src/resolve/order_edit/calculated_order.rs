use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::connection::of_places;
use super::super::leaf;
use super::super::money::bag;
use super::super::order::OrderObject;
use super::super::session::{Resolved, Session, not_served};
use super::super::tax_line::taxes;
use super::calculated_line::CalculatedLine;
use super::calculated_shipping::CalculatedShipping;
use crate::mutate::calculated;
use crate::store::edit::Edit;
use crate::store::order::Order;

/// `CalculatedOrder`.
pub(crate) struct CalculatedOrder<'s> {
    pub session: &'s Session,
    pub edit: Arc<Edit>,
    pub before: Arc<Order>,
    pub after: Arc<Order>,
}

impl<'s> CalculatedOrder<'s> {
    /// The one of the edit with this number.
    pub(crate) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let edit = session.read(|state| state.edits.get(&id).map(Arc::clone))?;
        let before = session.order(edit.order_id)?;
        let after = Arc::new(calculated(&before, &edit));
        Some(Self { session, edit, before, after })
    }

    /// The line with this number.
    pub(crate) fn line(self, id: u64) -> Option<CalculatedLine<'s>> {
        let place = self.after.lines.iter().position(|line| line.id == id)?;
        Some(self.line_at(place))
    }

    fn line_at(&self, place: usize) -> CalculatedLine<'s> {
        CalculatedLine {
            session: self.session,
            edit: Arc::clone(&self.edit),
            before: Arc::clone(&self.before),
            after: Arc::clone(&self.after),
            place,
        }
    }
}

impl ObjectValue for CalculatedOrder<'_> {
    fn type_name(&self) -> &str {
        "CalculatedOrder"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let after = &self.after;
        match info.field_name() {
            "id" => leaf::gid("CalculatedOrder", self.edit.id),
            "originalOrder" => {
                Ok(ResolvedValue::object(OrderObject { session: self.session, order: Arc::clone(&self.before) }))
            }
            "subtotalLineItemsQuantity" => leaf::number(after.remaining_quantity()),
            "subtotalPriceSet" => bag(after, after.totals.current.subtotal),
            "totalPriceSet" => bag(after, after.totals.current.total),
            "totalOutstandingSet" => bag(after, after.totals.outstanding),
            "taxLines" => taxes(after, &after.totals.current.taxes),
            "lineItems" => {
                let ids = after.lines.iter().map(|line| line.id);
                of_places("CalculatedLineItemConnection", "CalculatedLineItemEdge", ids, info, move |place| {
                    self.line_at(place)
                })
            }
            "addedLineItems" => {
                let added = after.lines.iter().enumerate().filter(|(_, line)| self.edit.added(line.id).is_some());
                let (places, ids): (Vec<usize>, Vec<u64>) = added.map(|(place, line)| (place, line.id)).unzip();
                of_places("CalculatedLineItemConnection", "CalculatedLineItemEdge", ids, info, move |place| {
                    self.line_at(places.get(place).copied().unwrap_or(usize::MAX))
                })
            }
            "shippingLines" => Ok(ResolvedValue::list(after.shipping_lines.iter().map(move |line| {
                let added = self.edit.adds_shipping(line.id);
                ResolvedValue::object(CalculatedShipping { order: Arc::clone(after), line: line.clone(), added })
            }))),
            _ => not_served(self, info),
        }
    }
}
