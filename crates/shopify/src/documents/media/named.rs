use std::collections::HashMap;
use std::sync::LazyLock;

use super::AT_ONCE;
use super::status::Stage;
use crate::documents::query;
use crate::{Client, Document, Error, Url, schema};

/// A query for the names of the files that pictures were made of.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "NamedVariables")]
pub struct MediaNamed {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

/// Of which pictures.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct NamedVariables {
    ids: Vec<cynic::Id>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Node")]
enum Node {
    MediaImage(MediaImage),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct MediaImage {
    id: cynic::Id,
    status: Stage,
    image: Option<Address>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Image")]
struct Address {
    url: Url,
}

/// A picture, and the file that it was made of.
#[derive(Clone, Debug)]
pub struct Named {
    /// How far it is.
    pub stage: Stage,
    /// The name of the file, as it is in its address; none as long as there is no picture.
    pub name: Option<String>,
}

impl NamedVariables {
    pub(crate) fn example() -> Self {
        Self { ids: vec![cynic::Id::new("gid://shopify/MediaImage/1")] }
    }
}

impl Document for MediaNamed {
    const NAME: &'static str = "MediaNamed";
    type Variables = NamedVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<MediaNamed, _>(MediaNamed::NAME, NamedVariables::example()));
        &TEXT
    }

    fn cost(_: &NamedVariables) -> u32 {
        const PICTURE_AND_ADDRESS: u32 = 2;
        PICTURE_AND_ADDRESS
    }
}

/// What those of these media are made of that are pictures and there.
///
/// # Errors
/// Why there is no answer.
pub async fn named(client: &Client, ids: &[String]) -> Result<HashMap<cynic::Id, Named>, Error> {
    let mut found = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let ids = some.iter().map(cynic::Id::new).collect();
        let answer = client.run::<MediaNamed>(NamedVariables { ids }).await?;
        found.extend(answer.nodes.into_iter().flatten().filter_map(|node| match node {
            Node::MediaImage(MediaImage { id, status, image }) => {
                Some((id, Named { stage: status, name: image.as_ref().map(|image| file_of(&image.url.0)) }))
            }
            Node::Other => None,
        }));
    }
    Ok(found)
}

/// The last part of an address, without what is behind a question mark.
fn file_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::file_of;

    #[test]
    fn a_file_is_called_as_the_end_of_its_address() {
        assert_eq!(file_of("https://cdn.shopify.com/s/files/1/a1b2.png?v=17"), "a1b2.png");
        assert_eq!((file_of("a1b2.png"), file_of("")), ("a1b2.png".to_owned(), String::new()));
    }
}
