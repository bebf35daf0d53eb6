use std::sync::LazyLock;

use cynic::Id;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::documents::slots::{Argument, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, cost};

/// So many SKUs and bar codes are looked for at once.
pub const MOST_SOUGHT: usize = 50;
/// So many handles are looked up at once.
pub const MOST_HANDLES: usize = 50;

/// So many variants are found at once.
pub const MOST_FOUND: usize = 250;
const PAGE: u32 = 250;

const TEXT: &str = "query VariantSearch($first: Int!, $query: String!) { \
    productVariants(first: $first, query: $query) { nodes { id sku barcode product { id handle } } } }";

const ARGUMENTS: [Argument; 1] =
    [Argument { name: "identifier", of_type: "ProductIdentifierInput!", nothing: "{\"handle\": \"nothing\"}" }];

/// A search for variants by their SKUs and bar codes.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VariantSearch {
    product_variants: Found,
}

#[derive(Clone, Debug, Deserialize)]
struct Found {
    nodes: Vec<FoundVariant>,
}

/// A variant that was found.
#[derive(Clone, Debug, Deserialize)]
pub struct FoundVariant {
    /// Its id.
    pub id: Id,
    /// Its SKU.
    #[serde(default)]
    pub sku: Option<String>,
    /// Its bar code.
    #[serde(default)]
    pub barcode: Option<String>,
    /// Its product.
    pub product: Handled,
}

/// A product that is there.
#[derive(Clone, Debug, Deserialize)]
pub struct Handled {
    /// Its id.
    pub id: Id,
    /// Its handle, where it was asked for.
    #[serde(default)]
    pub handle: Option<String>,
}

/// A query for products by their handles: directly, since a search may not know yet what was just made.
#[derive(Clone, Debug)]
pub struct ProductHandles;

impl VariantSearch {
    pub(crate) fn largest() -> Value {
        json!({ "first": PAGE, "query": "sku:'1000'" })
    }
}

impl Document for VariantSearch {
    const NAME: &'static str = "VariantSearch";
    type Variables = Value;
    type Answer = Self;

    fn text() -> &'static str {
        TEXT
    }

    fn cost(_: &Value) -> u32 {
        const VARIANT_AND_PRODUCT: u32 = 2;
        cost::connection(PAGE, VARIANT_AND_PRODUCT)
    }
}

impl ProductHandles {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "query",
        field: "productByIdentifier",
        arguments: &ARGUMENTS,
        fixed: "",
        declared: "",
        selection: "id",
        most: MOST_HANDLES,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&ARGUMENTS, &vec![Value::Null; MOST_HANDLES], MOST_HANDLES)
    }
}

impl Document for ProductHandles {
    const NAME: &'static str = "ProductHandles";
    type Variables = Slots;
    type Answer = SlotsAnswer<Handled>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| ProductHandles::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        variables.count()
    }
}

/// The variants with one of these SKUs or bar codes, at most [`MOST_SOUGHT`] of both together. A search finds more than what
/// is the same to the letter: whoever asks has to compare.
///
/// # Errors
/// Why there is no answer.
pub async fn search_variants(
    client: &Client,
    skus: &[String],
    barcodes: &[String],
) -> Result<Vec<FoundVariant>, Error> {
    let quoted = |field: &str, text: &String| format!("{field}:'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
    let terms: Vec<String> = skus
        .iter()
        .map(|sku| quoted("sku", sku))
        .chain(barcodes.iter().map(|barcode| quoted("barcode", barcode)))
        .collect();
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let variables = json!({ "first": PAGE, "query": terms.join(" OR ") });
    Ok(client.run::<VariantSearch>(variables).await?.product_variants.nodes)
}

/// The product of each of these handles, at most [`MOST_HANDLES`], in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn by_handles(client: &Client, handles: &[String]) -> Result<Vec<Option<Handled>>, Error> {
    if handles.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = handles.iter().map(|handle| json!({ "identifier": { "handle": handle } })).collect();
    ask::<ProductHandles, _>(client, Slots::of(&ARGUMENTS, &inputs, MOST_HANDLES), handles.len()).await
}
