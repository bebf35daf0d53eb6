use std::fmt::Write;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::MANY;
use super::payload::{Added, told};
use crate::cost::{MUTATION, connection};
use crate::{Client, Document, Error, Kind};

/// Adds a picture to each of many products. Shopify does not recognise it when it is sent twice.
#[derive(Clone, Debug)]
pub struct ProductsAddMedia;

/// A picture that a product is to have.
#[derive(Clone, Debug)]
pub struct Add {
    /// The product's id.
    pub product: String,
    /// What the uploaded picture is named by.
    pub source: String,
}

/// What each of many products is given, by its name in the call.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct AddVariables(Map<String, Value>);

/// What came of it, by the same names.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Answer(Map<String, Value>);

impl AddVariables {
    /// The first [`MANY`] of them. A name that is not asked for has to have a value all the same.
    fn of(all: &[Add]) -> Self {
        let mut variables = Map::new();
        for at in 0..MANY {
            if let Some(add) = all.get(at).or_else(|| all.first()) {
                variables.insert(format!("p{at}"), add.product.as_str().into());
                variables.insert(format!("s{at}"), add.source.as_str().into());
            }
            variables.insert(format!("i{at}"), (at < all.len()).into());
        }
        Self(variables)
    }

    pub(crate) fn largest() -> Self {
        let add = Add { product: "gid://shopify/Product/1".to_owned(), source: String::new() };
        Self::of(&vec![add; MANY])
    }
}

impl Document for ProductsAddMedia {
    const NAME: &'static str = "ProductsAddMedia";
    const KIND: Kind = Kind::Mutation;
    const EACH: Option<char> = Some('o');
    type Variables = AddVariables;
    type Answer = Answer;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(text);
        &TEXT
    }

    fn cost(variables: &AddVariables) -> u32 {
        const ONE: u32 = MUTATION + connection(1, 1);
        let asked = variables.0.iter().filter(|(name, value)| name.starts_with('i') && value.as_bool() == Some(true));
        ONE * u32::try_from(asked.count()).unwrap_or(u32::MAX)
    }
}

fn text() -> String {
    let (mut declared, mut said) = (String::new(), String::new());
    for at in 0..MANY {
        let comma = if at == 0 { "" } else { ", " };
        // Writing to a text never fails.
        let _ = write!(declared, "{comma}$p{at}: ID!, $s{at}: String!, $i{at}: Boolean!");
        let _ = writeln!(
            said,
            "  o{at}: productUpdate(product: {{ id: $p{at} }}, media: [{{ originalSource: $s{at}, mediaContentType: IMAGE }}]) @include(if: $i{at}) {{ product {{ media(first: 1, sortKey: ID, reverse: true) {{ nodes {{ id }} }} }} userErrors {{ field message }} }}"
        );
    }
    format!("mutation {}({declared}) {{\n{said}}}\n", ProductsAddMedia::NAME)
}

/// Adds pictures, at most [`MANY`], one after the other; what came of each, in their order. None where that is not known.
///
/// # Errors
/// Why there is no answer. [`Error::Unclear`] when it is not known whether they were added.
pub async fn add(client: &Client, all: &[Add]) -> Result<Vec<Option<Added>>, Error> {
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let Answer(mut answer) = client.run::<ProductsAddMedia>(AddVariables::of(all)).await?;
    Ok((0..all.len().min(MANY)).map(|at| told(&mut answer, at)).collect())
}
