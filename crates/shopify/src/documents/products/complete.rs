use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::more_variants::{MoreVariants, Variants};
use super::product::{MoreVariantsAhead, Product};
use super::products_variants::{AT_ONCE, ProductsVariants, ProductsVariantsVariables};
use crate::{Client, Document, Error, Kept};

/// What says whether a product is whole.
#[derive(Deserialize)]
struct Glance {
    id: cynic::Id,
    variants: Ahead,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ahead {
    page_info: MoreVariantsAhead,
}

impl Glance {
    /// What a product that lacks variants says; a product that can't be read lacks none, for its reader to find.
    fn of_part(product: &Kept<Product>) -> Option<Self> {
        product.glance::<Self>().ok().filter(|glance| glance.variants.page_info.has_next_page)
    }
}

/// Reads the variants that did not come with their products, and puts them in as if they had: a call for ten such
/// products, and one more for each 250 variants of a product beyond the first. One that was deleted while it was read is
/// left out.
///
/// # Errors
/// Why there is no answer.
pub async fn complete(client: &Client, products: Vec<Kept<Product>>) -> Result<Vec<Kept<Product>>, Error> {
    let parts: Vec<_> = products.iter().filter_map(Glance::of_part).map(|glance| glance.id).collect();
    let mut variants: HashMap<String, Variants> = HashMap::with_capacity(parts.len());
    for ids in parts.chunks(AT_ONCE) {
        let answer = client.run::<ProductsVariants>(ProductsVariantsVariables { ids: ids.to_vec() }).await?;
        variants.extend(answer.products().map(|product| (product.id.inner().to_owned(), product.variants)));
    }
    let mut whole = Vec::with_capacity(products.len());
    for product in products {
        match Glance::of_part(&product) {
            None => whole.push(product),
            Some(glance) => match variants.remove(glance.id.inner()) {
                Some(variants) => whole.extend(with_variants(client, product, &glance.id, variants).await?),
                None => left_out(&glance.id),
            },
        }
    }
    Ok(whole)
}

fn left_out(id: &cynic::Id) {
    tracing::info!(product = id.inner(), "a product was deleted while it was read: it is left out");
}

/// The product with every variant from the first on, in the form in which they come with it; none when it was deleted.
async fn with_variants(
    client: &Client,
    product: Kept<Product>,
    id: &cynic::Id,
    mut variants: Variants,
) -> Result<Option<Kept<Product>>, Error> {
    let Ok(mut whole) = product.glance::<Map<String, Value>>() else { return Ok(Some(product)) };
    let mut nodes = Vec::<Value>::new();
    loop {
        let unreadable = |error: serde_json::Error| Error::Malformed {
            store: client.store().domain().to_owned(),
            document: MoreVariants::NAME,
            reason: error.to_string(),
        };
        for node in &variants.nodes {
            nodes.push(node.glance().map_err(unreadable)?);
        }
        let Some(next) = variants.page_info.next() else { break };
        match client.run::<MoreVariants>(MoreVariants::after(id.clone(), next)).await?.variants() {
            Some(more) => variants = more,
            None => {
                left_out(id);
                return Ok(None);
            }
        }
    }
    whole.insert("variants".to_owned(), json!({"nodes": nodes, "pageInfo": {"hasNextPage": false}}));
    Ok(Some(Kept::new(Value::Object(whole).to_string())))
}
