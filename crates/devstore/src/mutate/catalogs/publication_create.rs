use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::super::part::refuse_with;
use super::super::user_error::UserError;
use super::create::catalog;
use crate::store::State;
use crate::store::catalog::{Catalog, Context};
use crate::store::publication::Publication;

/// `PublicationCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct PublicationInput {
    pub auto_publish: Option<bool>,
    pub catalog_id: Option<String>,
    pub default_state: Option<String>,
}

/// `publicationCreate`: every product, or none yet, for a catalog. Gives its number.
pub(crate) fn publication_create(
    state: &mut State,
    input: &PublicationInput,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let field = ["input", "catalogId"];
    let catalog = match input.catalog_id.as_deref().map(|id| catalog(state, id).cloned()) {
        None => None,
        Some(Some(catalog)) => Some(catalog),
        Some(None) => return refuse_with("CATALOG_NOT_FOUND", &field, "Catalog does not exist"),
    };
    if catalog.as_ref().is_some_and(|catalog| matches!(catalog.context, Context::App(_))) {
        return refuse_with("CANNOT_MODIFY_APP_CATALOG", &field, "Cannot modify an app catalog");
    }
    if catalog.as_ref().is_some_and(|catalog| catalog.publication.is_some()) {
        return refuse_with("TAKEN", &field, "Catalog has already been taken");
    }
    let id = state.ids.next();
    let products: BTreeMap<_, _> = match input.default_state.as_deref() {
        Some("ALL_PRODUCTS") => state.products.keys().map(|product| (*product, now)).collect(),
        _ => BTreeMap::new(),
    };
    state.put_publication(Publication {
        id,
        name: catalog.as_ref().map(|catalog| catalog.title.clone()).unwrap_or_default(),
        auto_publish: input.auto_publish.unwrap_or_default(),
        catalog: catalog.as_ref().map(|catalog| catalog.id),
        products,
    });
    if let Some(catalog) = catalog {
        state.put_catalog(Catalog { publication: Some(id), ..Catalog::clone(&catalog) });
    }
    Ok(id)
}
