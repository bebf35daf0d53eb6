use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::super::part::{number, refuse};
use super::super::user_error::UserError;
use crate::store::State;

/// `PublicationInput`, as `publishablePublish` and `publishableUnpublish` take it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct PublishInput {
    pub publication_id: Option<String>,
    pub publish_date: Option<DateTime<Utc>>,
}

/// `publishablePublish`: gives a product to publications, all of them or none, whatever its status is. Gives its number.
pub(crate) fn publishable_publish(
    state: &mut State,
    id: &str,
    inputs: &[PublishInput],
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let (product, publications) = read(state, id, inputs)?;
    for (publication, input) in publications.into_iter().zip(inputs) {
        state.publish(product, publication, input.publish_date.unwrap_or(now));
    }
    Ok(product)
}

/// `publishableUnpublish`: takes a product from publications, all of them or none. Gives its number.
pub(crate) fn publishable_unpublish(
    state: &mut State,
    id: &str,
    inputs: &[PublishInput],
) -> Result<u64, Vec<UserError>> {
    let (product, publications) = read(state, id, inputs)?;
    for publication in publications {
        state.unpublish(product, publication);
    }
    Ok(product)
}

/// The product, and the publications in their order.
fn read(state: &State, id: &str, inputs: &[PublishInput]) -> Result<(u64, Vec<u64>), Vec<UserError>> {
    let Some(product) = number(id, "Product").filter(|id| state.products.contains_key(id)) else {
        return refuse(&["id"], "Resource does not exist");
    };
    let mut publications = Vec::new();
    for (place, input) in inputs.iter().enumerate() {
        let known = input.publication_id.as_deref().and_then(|id| number(id, "Publication"));
        let Some(known) = known.filter(|id| state.publications.contains_key(id)) else {
            let field = ["input", &place.to_string(), "publicationId"];
            return refuse(&field, "Publication does not exist or is not publishable");
        };
        publications.push(known);
    }
    Ok((product, publications))
}
