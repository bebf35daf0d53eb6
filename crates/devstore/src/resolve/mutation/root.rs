use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::platform;
use super::super::session::{Resolved, Session};
use super::area::Area;
use super::{catalog, customers, drafts, fulfilment, inventory, money, order_edits, orders, returns};

/// Who answers which mutations.
const AREAS: &[Area] = &[
    catalog::answer,
    customers::answer,
    drafts::answer,
    fulfilment::answer,
    inventory::answer,
    money::answer,
    order_edits::answer,
    orders::answer,
    returns::answer,
];

/// `Mutation`.
pub(crate) struct MutationRoot<'s>(pub &'s Session);

impl ObjectValue for MutationRoot<'_> {
    fn type_name(&self) -> &str {
        "Mutation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        AREAS.iter().find_map(|area| area(self.0, info)).unwrap_or_else(|| platform::change(self.0, self, info))
    }
}
