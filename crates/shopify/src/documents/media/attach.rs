use std::fmt::Write;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::MANY;
use super::payload::{Taken, told};
use crate::cost::MUTATION;
use crate::{Client, Document, Error, Kind};

/// Gives variants of each of many products pictures that these have. To give them the same once more changes nothing.
#[derive(Clone, Debug)]
pub struct VariantsTakeMedia;

/// What the variants of a product are to show.
#[derive(Clone, Debug)]
pub struct Attach {
    /// The product's id.
    pub product: String,
    /// Its variants, each with the id of a picture that is ready.
    pub variants: Vec<(String, String)>,
}

/// What each of many products is told, by its name in the call.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct AttachVariables(Map<String, Value>);

/// What came of it, by the same names.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Answer(Map<String, Value>);

impl AttachVariables {
    /// The first [`MANY`] of them. A name that is not asked for has to have a value all the same.
    fn of(all: &[Attach]) -> Self {
        let mut variables = Map::new();
        for at in 0..MANY {
            let is_asked = at < all.len();
            if let Some(attach) = all.get(at).or_else(|| all.first()) {
                let each = attach.variants.iter().map(|(id, media)| json!({ "id": id, "mediaId": media }));
                let each = if is_asked { each.collect() } else { Vec::new() };
                variables.insert(format!("p{at}"), attach.product.as_str().into());
                variables.insert(format!("v{at}"), Value::Array(each));
            }
            variables.insert(format!("i{at}"), is_asked.into());
        }
        Self(variables)
    }

    pub(crate) fn largest() -> Self {
        let variant = ("gid://shopify/ProductVariant/1".to_owned(), "gid://shopify/MediaImage/1".to_owned());
        Self::of(&vec![Attach { product: "gid://shopify/Product/1".to_owned(), variants: vec![variant] }; MANY])
    }
}

impl Document for VariantsTakeMedia {
    const NAME: &'static str = "VariantsTakeMedia";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = Some('o');
    type Variables = AttachVariables;
    type Answer = Answer;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(text);
        &TEXT
    }

    fn cost(variables: &AttachVariables) -> u32 {
        // In tenths of a point, in whole points for each product.
        const VARIANT_AND_ITS_PICTURE: usize = 2 + 6;
        let is_asked = |at: usize| variables.0.get(&format!("i{at}")).and_then(Value::as_bool) == Some(true);
        let variants = |at: usize| variables.0.get(&format!("v{at}")).and_then(Value::as_array).map_or(0, Vec::len);
        let input = |at| u32::try_from(variants(at) * VARIANT_AND_ITS_PICTURE / 10).unwrap_or(u32::MAX);
        (0..MANY).filter(|at| is_asked(*at)).map(|at| MUTATION.saturating_add(input(at))).sum()
    }
}

fn text() -> String {
    let (mut declared, mut said) = (String::new(), String::new());
    for at in 0..MANY {
        let comma = if at == 0 { "" } else { ", " };
        // Writing to a text never fails.
        let _ = write!(declared, "{comma}$p{at}: ID!, $v{at}: [ProductVariantsBulkInput!]!, $i{at}: Boolean!");
        let _ = writeln!(
            said,
            "  o{at}: productVariantsBulkUpdate(productId: $p{at}, variants: $v{at}, allowPartialUpdates: true) @include(if: $i{at}) {{ userErrors {{ field message }} }}"
        );
    }
    format!("mutation {}({declared}) {{\n{said}}}\n", VariantsTakeMedia::NAME)
}

/// Gives the variants of products their pictures, at most [`MANY`] products; what came of each, in their order. None where
/// that is not known.
///
/// # Errors
/// Why there is no answer.
pub async fn attach(client: &Client, all: &[Attach]) -> Result<Vec<Option<Taken>>, Error> {
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let Answer(mut answer) = client.run::<VariantsTakeMedia>(AttachVariables::of(all)).await?;
    Ok((0..all.len().min(MANY)).map(|at| told(&mut answer, at)).collect())
}
