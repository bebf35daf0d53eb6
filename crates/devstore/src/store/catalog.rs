use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::State;
use super::publication::{CHANNELS, Channel};

/// Whom some products and prices are for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Catalog {
    pub id: u64,
    pub title: String,
    pub status: String,
    pub context: Context,
    pub price_list: Option<u64>,
    pub publication: Option<u64>,
}

/// Who has a catalog.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Context {
    App(u64),
    CompanyLocations(Vec<u64>),
    Markets(Vec<u64>),
}

impl Context {
    /// The type of the catalog that has it.
    pub(crate) const fn type_name(&self) -> &'static str {
        match self {
            Self::App(_) => "AppCatalog",
            Self::CompanyLocations(_) => "CompanyLocationCatalog",
            Self::Markets(_) => "MarketCatalog",
        }
    }

    /// Those who have the catalog; an app is none of them.
    pub(crate) fn members(&self) -> &[u64] {
        match self {
            Self::App(_) => &[],
            Self::CompanyLocations(ids) | Self::Markets(ids) => ids,
        }
    }

    /// The same as `CatalogType`.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::App(_) => "APP",
            Self::CompanyLocations(_) => "COMPANY_LOCATION",
            Self::Markets(_) => "MARKET",
        }
    }
}

impl Catalog {
    /// The catalogs of the sales channels.
    pub(super) fn of_channels() -> BTreeMap<u64, Arc<Self>> {
        let catalog = |channel: Channel| {
            let Channel { catalog: id, app, publication, title, .. } = channel;
            let catalog = Self {
                id,
                title: title.to_owned(),
                status: "ACTIVE".to_owned(),
                context: Context::App(app),
                price_list: None,
                publication: Some(publication),
            };
            (id, Arc::new(catalog))
        };
        CHANNELS.into_iter().map(catalog).collect()
    }
}

impl State {
    pub(crate) fn put_catalog(&mut self, catalog: Catalog) -> Arc<Catalog> {
        let catalog = Arc::new(catalog);
        self.catalogs.insert(catalog.id, Arc::clone(&catalog));
        catalog
    }
}
