use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::leaf;
use super::session::{Resolved, not_served};
use crate::store::order::Cancellation;

/// `OrderCancellation`.
pub(super) struct CancellationObject<'o>(pub &'o Cancellation);

impl ObjectValue for CancellationObject<'_> {
    fn type_name(&self) -> &str {
        "OrderCancellation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "staffNote" => leaf::optional(self.0.staff_note.as_deref()),
            _ => not_served(self, info),
        }
    }
}
