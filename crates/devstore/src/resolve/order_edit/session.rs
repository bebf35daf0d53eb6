use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::leaf;
use super::super::session::{Resolved, not_served};

/// `OrderEditSession`.
pub(crate) struct EditSession(pub u64);

impl ObjectValue for EditSession {
    fn type_name(&self) -> &str {
        "OrderEditSession"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("OrderEditSession", self.0),
            _ => not_served(self, info),
        }
    }
}
