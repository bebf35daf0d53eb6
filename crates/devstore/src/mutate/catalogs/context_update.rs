use std::sync::Arc;

use super::super::part::refuse_with;
use super::super::user_error::UserError;
use super::context::{ContextInput, read};
use super::create::{catalog, sells_in};
use crate::store::State;
use crate::store::catalog::{Catalog, Context};

/// `catalogContextUpdate`: gives a catalog to more company locations or markets, and takes it from others.
pub(crate) fn catalog_context_update(
    state: &mut State,
    id: &str,
    added: Option<&ContextInput>,
    removed: Option<&ContextInput>,
) -> Result<Arc<Catalog>, Vec<UserError>> {
    let Some(old) = catalog(state, id) else {
        return refuse_with("CATALOG_NOT_FOUND", &["catalogId"], "Catalog does not exist");
    };
    if matches!(old.context, Context::App(_)) {
        return refuse_with("CANNOT_MODIFY_APP_CATALOG", &["catalogId"], "Cannot modify a catalog for an app.");
    }
    if added.is_none() && removed.is_none() {
        let message = "Must have `contexts_to_add` or `contexts_to_remove` argument.";
        return refuse_with("REQUIRES_CONTEXTS_TO_ADD_OR_REMOVE", &["contextsToAdd"], message);
    }
    let added = members(state, old, "contextsToAdd", added)?;
    let removed = members(state, old, "contextsToRemove", removed)?;
    let known = old.context.members().to_vec();
    let mut changed = Catalog::clone(old);
    if let Context::CompanyLocations(ids) | Context::Markets(ids) = &mut changed.context {
        ids.extend(added.into_iter().filter(|id| !known.contains(id)));
        ids.retain(|id| !removed.contains(id));
    }
    let list = changed.price_list.and_then(|id| state.price_lists.get(&id));
    if list.is_some_and(|list| !sells_in(state, &changed.context, &list.currency)) {
        let message = "The catalog's market and price list currencies do not match.";
        return refuse_with("MARKET_AND_PRICE_LIST_CURRENCY_MISMATCH", &["contextsToAdd", "marketIds"], message);
    }
    Ok(state.put_catalog(changed))
}

/// Those whom an argument names, who are of the kind that the catalog is for.
fn members(
    state: &State,
    catalog: &Catalog,
    argument: &str,
    input: Option<&ContextInput>,
) -> Result<Vec<u64>, Vec<UserError>> {
    let Some(input) = input else { return Ok(Vec::new()) };
    let context = read(state, input, &[argument]).map_err(|error| vec![error])?;
    if context.kind() != catalog.context.kind() {
        let message = "The arguments must match existing catalog context type.";
        return refuse_with("CONTEXT_DRIVER_MISMATCH", &[argument], message);
    }
    Ok(context.members().to_vec())
}
