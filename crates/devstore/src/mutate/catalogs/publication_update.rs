use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::catalog::Context;
use crate::store::publication::Publication;

/// `PublicationUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct PublicationChange {
    pub auto_publish: Option<bool>,
    pub publishables_to_add: Option<Vec<String>>,
    pub publishables_to_remove: Option<Vec<String>>,
}

/// The most products that come to a publication at once, and the most that leave it.
const MOST_PUBLISHABLES: usize = 50;

/// `publicationUpdate`: gives products to the publication of a catalog and takes others from it, all of them or none.
/// Gives its number.
pub(crate) fn publication_update(
    state: &mut State,
    id: &str,
    input: &PublicationChange,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let Some(known) = number(id, "Publication").and_then(|id| state.publications.get(&id)) else {
        return refuse_with("PUBLICATION_NOT_FOUND", &["id"], "Publication not found.");
    };
    let catalog = known.catalog.and_then(|id| state.catalogs.get(&id));
    if catalog.is_some_and(|catalog| matches!(catalog.context, Context::App(_))) {
        let message = "Cannot modify a publication for an app catalog.";
        return refuse_with("CANNOT_MODIFY_APP_CATALOG_PUBLICATION", &["id"], message);
    }
    let added = products(state, "publishablesToAdd", input.publishables_to_add.as_deref())?;
    let removed = products(state, "publishablesToRemove", input.publishables_to_remove.as_deref())?;
    let mut publication = Publication::clone(known);
    publication.auto_publish = input.auto_publish.unwrap_or(publication.auto_publish);
    for product in added {
        publication.products.entry(product).or_insert(now);
    }
    publication.products.retain(|product, _| !removed.contains(product));
    let id = publication.id;
    state.put_publication(publication);
    Ok(id)
}

fn products(state: &State, field: &str, ids: Option<&[String]>) -> Result<Vec<u64>, Vec<UserError>> {
    let ids = ids.unwrap_or_default();
    if ids.len() > MOST_PUBLISHABLES {
        let message = "The limit for simultaneous publication updates has been exceeded.";
        return refuse_with("PUBLICATION_UPDATE_LIMIT_EXCEEDED", &["input", field], message);
    }
    let mut found = Vec::new();
    for (place, id) in ids.iter().enumerate() {
        let Some(product) = number(id, "Product").filter(|id| state.products.contains_key(id)) else {
            let field = ["input", field, &place.to_string()];
            return refuse_with("INVALID_PUBLISHABLE_ID", &field, "The publishable ID is invalid.");
        };
        found.push(product);
    }
    Ok(found)
}
