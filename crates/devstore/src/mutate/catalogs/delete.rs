use super::super::part::refuse_with;
use super::super::user_error::UserError;
use super::create::{catalog, tie};
use crate::store::State;
use crate::store::catalog::Context;

/// `catalogDelete`: takes a catalog away, and with `dependents` its price list and its publication as well.
pub(crate) fn catalog_delete(state: &mut State, id: &str, dependents: bool) -> Result<String, Vec<UserError>> {
    let Some(catalog) = catalog(state, id).cloned() else {
        return refuse_with("CATALOG_NOT_FOUND", &["id"], "Catalog does not exist");
    };
    if matches!(catalog.context, Context::App(_)) {
        return refuse_with("CANNOT_DELETE_APP_CATALOG", &["id"], "Cannot delete a catalog for an app.");
    }
    tie(state, catalog.id, None, None);
    if dependents {
        state.price_lists.retain(|id, _| Some(*id) != catalog.price_list);
        state.publications.retain(|id, _| Some(*id) != catalog.publication);
    }
    state.catalogs.remove(&catalog.id);
    Ok(format!("gid://shopify/{}/{}", catalog.context.type_name(), catalog.id))
}
