//! What comes of mutations that are sent under many names, as [`super::add`] and [`super::attach`] send them.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What came of adding a picture to one of many products.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Added {
    product: Option<Gallery>,
    /// What Shopify has against it.
    #[serde(default)]
    pub user_errors: Vec<Complaint>,
}

/// What came of giving variants of one of many products their pictures.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Taken {
    /// What Shopify has against it.
    #[serde(default)]
    pub user_errors: Vec<Complaint>,
}

/// What Shopify has against a change.
#[derive(Clone, Debug, Deserialize)]
pub struct Complaint {
    /// Where in the input.
    #[serde(default)]
    pub field: Option<Vec<String>>,
    /// In a sentence.
    pub message: String,
}

impl Complaint {
    /// Which one of a list that is called `list` in the input it is about.
    pub fn index(&self, list: &str) -> Option<usize> {
        index(self.field.as_deref(), list)
    }
}

#[derive(Clone, Debug, Deserialize)]
struct Gallery {
    media: Nodes,
}

#[derive(Clone, Debug, Deserialize)]
struct Nodes {
    nodes: Vec<Named>,
}

#[derive(Clone, Debug, Deserialize)]
struct Named {
    id: cynic::Id,
}

impl Added {
    /// The picture that was added: the newest of the product.
    pub fn media(&self) -> Option<&cynic::Id> {
        self.product.as_ref()?.media.nodes.first().map(|media| &media.id)
    }
}

/// The place behind `list` in the path of a field.
pub(super) fn index(field: Option<&[String]>, list: &str) -> Option<usize> {
    let mut path = field?.iter().skip_while(|part| *part != list);
    path.next()?;
    path.next()?.parse().ok()
}

/// The value of a name in the answer to a mutation that was sent under many names; `None` where it can't be read: then
/// nobody knows what came of it.
pub(super) fn told<T: DeserializeOwned>(answer: &mut serde_json::Map<String, Value>, at: usize) -> Option<T> {
    serde_json::from_value::<Option<T>>(answer.remove(&format!("o{at}"))?).ok().flatten()
}
