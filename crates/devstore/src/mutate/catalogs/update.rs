use std::sync::Arc;

use serde::Deserialize;

use super::super::given::Given;
use super::super::part::refuse_with;
use super::super::user_error::UserError;
use super::context::{ContextInput, read};
use super::create::{catalog, check_status, check_title, free_price_list, free_publication, tie};
use crate::store::State;
use crate::store::catalog::{Catalog, Context};

/// `CatalogUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CatalogChange {
    pub context: Option<ContextInput>,
    pub price_list_id: Given<String>,
    pub publication_id: Given<String>,
    pub status: Option<String>,
    pub title: Option<String>,
}

/// `catalogUpdate`: changes what is given; a price list or a publication that is null is taken away.
pub(crate) fn catalog_update(
    state: &mut State,
    id: &str,
    input: CatalogChange,
) -> Result<Arc<Catalog>, Vec<UserError>> {
    let Some(old) = catalog(state, id) else {
        return refuse_with("CATALOG_NOT_FOUND", &["id"], "Catalog does not exist");
    };
    let mut changed = Catalog::clone(old);
    if matches!(changed.context, Context::App(_)) {
        return refuse_with("CANNOT_MODIFY_APP_CATALOG", &["id"], "Cannot modify a catalog for an app.");
    }
    if let Some(title) = input.title {
        check_title(&title)?;
        changed.title = title;
    }
    if let Some(context) = &input.context {
        let context = read(state, context, &["input", "context"]).map_err(|error| vec![error])?;
        if context.kind() != changed.context.kind() {
            let message = "The arguments must match existing catalog context type.";
            return refuse_with("CONTEXT_DRIVER_MISMATCH", &["input", "context"], message);
        }
        changed.context = context;
    }
    if let Some(status) = input.status {
        check_status(state, &changed.context, &status, Some(changed.id))?;
        changed.status = status;
    }
    match &input.price_list_id {
        Given::LeftOut => {}
        Given::Null => changed.price_list = None,
        Given::Value(list) => {
            changed.price_list = Some(free_price_list(state, list, Some(changed.id), &changed.context)?);
        }
    }
    match &input.publication_id {
        Given::LeftOut => {}
        Given::Null => changed.publication = None,
        Given::Value(known) => changed.publication = Some(free_publication(state, known, Some(changed.id))?),
    }
    tie(state, changed.id, changed.price_list, changed.publication);
    Ok(state.put_catalog(changed))
}
