use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::leaf;
use super::super::money::bag;
use super::super::session::{Resolved, not_served};
use crate::store::order::{Order, ShippingLine};

/// `CalculatedShippingLine`.
pub(crate) struct CalculatedShipping {
    pub order: Arc<Order>,
    pub line: ShippingLine,
    /// Whether the edit adds it.
    pub added: bool,
}

impl ObjectValue for CalculatedShipping {
    fn type_name(&self) -> &str {
        "CalculatedShippingLine"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("CalculatedShippingLine", self.line.id),
            "title" => leaf::text(&self.line.title),
            "price" => bag(&self.order, self.line.price),
            "stagedStatus" => leaf::text(match (self.added, self.line.removed) {
                (true, _) => "ADDED",
                (false, true) => "REMOVED",
                (false, false) => "NONE",
            }),
            _ => not_served(self, info),
        }
    }
}
