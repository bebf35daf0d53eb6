//! What comes with some orders only.

use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::money::bag;
use super::session::{Resolved, not_served};
use super::tax_line::taxes;
use crate::store::order::Order;
use crate::store::special::{Card, Channel, Fee};

/// `AdditionalFee`.
struct FeeObject<'o> {
    order: &'o Arc<Order>,
    fee: &'o Fee,
}

/// The additional fees of an order.
pub(super) fn fees<'a>(order: &'a Arc<Order>) -> Resolved<'a> {
    let objects = order.special.fees.iter().map(|fee| ResolvedValue::object(FeeObject { order, fee }));
    Ok(ResolvedValue::list(objects))
}

impl ObjectValue for FeeObject<'_> {
    fn type_name(&self) -> &str {
        "AdditionalFee"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("AdditionalFee", self.fee.id),
            "name" => leaf::text(&self.fee.name),
            "price" => bag(self.order, self.fee.price),
            "taxLines" => taxes(self.order, &self.fee.taxes),
            _ => not_served(self, info),
        }
    }
}

/// `OrderAttribution`.
pub(super) struct Attribution<'o>(pub &'o Channel);

impl ObjectValue for Attribution<'_> {
    fn type_name(&self) -> &str {
        "OrderAttribution"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "displayName" => leaf::text(&self.0.name),
            "handle" => leaf::text(&self.0.handle),
            _ => not_served(self, info),
        }
    }
}

/// `CardPaymentDetails`.
pub(super) struct CardDetails<'o>(pub &'o Card);

impl ObjectValue for CardDetails<'_> {
    fn type_name(&self) -> &str {
        "CardPaymentDetails"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "company" => leaf::text(&self.0.company),
            "number" => leaf::text(&self.0.number),
            "bin" => leaf::text(&self.0.bin),
            "avsResultCode" | "cvvResultCode" => leaf::text("M"),
            _ => not_served(self, info),
        }
    }
}
