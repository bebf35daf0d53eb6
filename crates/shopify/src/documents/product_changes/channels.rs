use cynic::Id;
use serde::Deserialize;

use crate::{Client, Document, Error, cost};

/// More sales channels than any store has.
const PAGE: u32 = 90;

const TEXT: &str = "query ProductChannels { publications(first: 90, catalogType: APP) { nodes { id catalog { title \
    ... on AppCatalog { apps(first: 1) { nodes { handle title } } } } } } }";

/// A query for a store's sales channels.
#[derive(Clone, Debug, Deserialize)]
pub struct ProductChannels {
    publications: Nodes<Publication>,
}

/// A sales channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// The id of its publication.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether it is the online store.
    pub is_online_store: bool,
}

#[derive(Clone, Debug, Deserialize)]
struct Nodes<T> {
    nodes: Vec<T>,
}

#[derive(Clone, Debug, Deserialize)]
struct Publication {
    id: Id,
    #[serde(default)]
    catalog: Option<Catalog>,
}

#[derive(Clone, Debug, Deserialize)]
struct Catalog {
    title: String,
    #[serde(default)]
    apps: Option<Nodes<App>>,
}

#[derive(Clone, Debug, Deserialize)]
struct App {
    #[serde(default)]
    handle: Option<String>,
    title: String,
}

impl Document for ProductChannels {
    const NAME: &'static str = "ProductChannels";
    type Variables = ();
    type Answer = Self;

    fn text() -> &'static str {
        TEXT
    }

    fn cost((): &()) -> u32 {
        const APP: u32 = 1;
        const PUBLICATION_AND_CATALOG: u32 = 2;
        cost::connection(PAGE, PUBLICATION_AND_CATALOG + cost::connection(1, APP))
    }
}

/// The store's sales channels.
///
/// # Errors
/// Why there is no answer.
pub async fn channels(client: &Client) -> Result<Vec<Channel>, Error> {
    let publications = client.run::<ProductChannels>(()).await?.publications.nodes;
    let channel = |publication: Publication| {
        let catalog = publication.catalog;
        let app = catalog.as_ref().and_then(|catalog| catalog.apps.as_ref()?.nodes.first());
        let is_online_store = app.and_then(|app| app.handle.as_deref()) == Some("online_store");
        let name = app.map(|app| app.title.clone()).or_else(|| catalog.as_ref().map(|one| one.title.clone()));
        Channel { id: publication.id.into_inner(), name: name.unwrap_or_default(), is_online_store }
    };
    Ok(publications.into_iter().map(channel).collect())
}
