use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::platform;
use super::super::session::{Resolved, Session};
use super::area::Area;
use super::{
    catalogs, companies, company_roles, customers, drafts, files, fulfilment, inventory, locations, money, options,
    order_edits, orders, price_lists, products, publications, returns, variants,
};

/// Who answers which mutations.
const AREAS: &[Area] = &[
    catalogs::answer,
    companies::answer,
    company_roles::answer,
    customers::answer,
    drafts::answer,
    files::answer,
    fulfilment::answer,
    inventory::answer,
    locations::answer,
    money::answer,
    options::answer,
    order_edits::answer,
    orders::answer,
    price_lists::answer,
    products::answer,
    publications::answer,
    returns::answer,
    variants::answer,
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
