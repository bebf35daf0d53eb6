use std::sync::LazyLock;

use chrono::{DateTime, Utc};

use super::AT_ONCE;
use super::status::Stage;
use crate::cost::connection;
use crate::documents::query;
use crate::{Client, Document, Error, Url, schema};

/// A query for the first picture of products and variants.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "ShownVariables")]
pub struct MediaShown {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

/// Of which products and variants.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ShownVariables {
    ids: Vec<cynic::Id>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Node")]
enum Node {
    Product(OfProduct),
    ProductVariant(OfVariant),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Product")]
struct OfProduct {
    id: cynic::Id,
    #[arguments(first: 1)]
    media: MediaConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ProductVariant")]
struct OfVariant {
    id: cynic::Id,
    #[arguments(first: 1)]
    media: MediaConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct MediaConnection {
    nodes: Vec<Media>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
enum Media {
    MediaImage(MediaImage),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct MediaImage {
    id: cynic::Id,
    status: Stage,
    updated_at: DateTime<Utc>,
    image: Option<Address>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Image")]
struct Address {
    url: Url,
}

/// A product or a variant, and the picture that it shows.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its id.
    pub id: cynic::Id,
    /// Its first picture; none where it has none, or something else is in its place.
    pub image: Option<Image>,
}

/// A picture that can be read.
#[derive(Clone, Debug)]
pub struct Image {
    /// Its id.
    pub id: cynic::Id,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Where it is, in full resolution; none as long as Shopify is not done with it.
    pub url: Option<String>,
}

impl ShownVariables {
    pub(crate) fn example() -> Self {
        Self { ids: vec![cynic::Id::new("gid://shopify/Product/1")] }
    }
}

impl Document for MediaShown {
    const NAME: &'static str = "MediaShown";
    type Variables = ShownVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<MediaShown, _>(MediaShown::NAME, ShownVariables::example()));
        &TEXT
    }

    fn cost(_: &ShownVariables) -> u32 {
        const OWNER: u32 = 1;
        const PICTURE_AND_ADDRESS: u32 = 2;
        OWNER + connection(1, PICTURE_AND_ADDRESS)
    }
}

/// What those of these products and variants show that are there, at most [`AT_ONCE`].
///
/// # Errors
/// Why there is no answer.
pub async fn shown(client: &Client, ids: &[String]) -> Result<Vec<Shown>, Error> {
    let ids = ids.iter().take(AT_ONCE).map(cynic::Id::new).collect();
    let answer = client.run::<MediaShown>(ShownVariables { ids }).await?;
    let shown = answer.nodes.into_iter().flatten().filter_map(|node| match node {
        Node::Product(OfProduct { id, media }) | Node::ProductVariant(OfVariant { id, media }) => {
            Some(Shown { id, image: first(media) })
        }
        Node::Other => None,
    });
    Ok(shown.collect())
}

fn first(media: MediaConnection) -> Option<Image> {
    match media.nodes.into_iter().next()? {
        Media::MediaImage(MediaImage { id, status, updated_at, image }) => {
            let url = image.filter(|_| status == Stage::Ready).map(|image| image.url.0);
            Some(Image { id, updated_at, url })
        }
        Media::Other => None,
    }
}
