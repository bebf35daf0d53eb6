use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::State;
use super::product::Product;

/// The products that one catalog has.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Publication {
    pub id: u64,
    pub name: String,
    /// Whether new products come to it by themselves.
    pub auto_publish: bool,
    pub catalog: Option<u64>,
    /// Since when it has each.
    pub products: BTreeMap<u64, DateTime<Utc>>,
}

/// The publication of the online store, which every shop has.
pub(crate) const ONLINE_STORE: u64 = 98_765_432_101;

/// The publication of the point of sale, which every shop has.
pub(crate) const POINT_OF_SALE: u64 = 98_765_432_102;

/// The sales channels that a shop begins with: publication, catalog, app, title and handle.
pub(crate) const CHANNELS: [Channel; 2] = [
    Channel {
        publication: ONLINE_STORE,
        catalog: 76_543_210_981,
        app: 580_111,
        title: "Online Store",
        handle: "online_store",
    },
    Channel {
        publication: POINT_OF_SALE,
        catalog: 76_543_210_982,
        app: 129_785,
        title: "Point of Sale",
        handle: "pos",
    },
];

/// An app that sells what is published to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Channel {
    pub publication: u64,
    pub catalog: u64,
    pub app: u64,
    pub title: &'static str,
    pub handle: &'static str,
}

impl Channel {
    /// The channel of this app.
    pub(crate) fn of_app(app: u64) -> Option<Self> {
        CHANNELS.into_iter().find(|channel| channel.app == app)
    }
}

impl Publication {
    /// The publications of the channels, empty.
    pub(super) fn of_channels() -> BTreeMap<u64, Arc<Self>> {
        let publication = |channel: Channel| {
            let Channel { publication: id, catalog, title, .. } = channel;
            let products = BTreeMap::new();
            let name = title.to_owned();
            (id, Arc::new(Self { id, name, auto_publish: false, catalog: Some(catalog), products }))
        };
        CHANNELS.into_iter().map(publication).collect()
    }
}

impl State {
    pub(crate) fn put_publication(&mut self, publication: Publication) {
        self.publications.insert(publication.id, Arc::new(publication));
    }

    /// Gives a product to a publication from this time on. The online store tells of it on the product.
    pub(crate) fn publish(&mut self, product: u64, publication: u64, at: DateTime<Utc>) {
        let Some(known) = self.publications.get_mut(&publication) else { return };
        Arc::make_mut(known).products.insert(product, at);
        if publication != ONLINE_STORE {
            return;
        }
        if let Some(known) = self.products.get(&product).filter(|product| product.published_at != Some(at)) {
            let published = Product { published_at: Some(at), ..Product::clone(known) };
            self.put_product(published);
        }
    }

    /// Takes a product from a publication. The online store tells of it on the product.
    pub(crate) fn unpublish(&mut self, product: u64, publication: u64) {
        let Some(known) = self.publications.get_mut(&publication) else { return };
        if known.products.contains_key(&product) {
            Arc::make_mut(known).products.remove(&product);
        }
        if publication != ONLINE_STORE {
            return;
        }
        if let Some(known) = self.products.get(&product).filter(|product| product.published_at.is_some()) {
            let hidden = Product { published_at: None, ..Product::clone(known) };
            self.put_product(hidden);
        }
    }

    /// Gives a product to every sales channel.
    pub(crate) fn publish_to_channels(&mut self, product: u64, at: DateTime<Utc>) {
        for channel in CHANNELS {
            self.publish(product, channel.publication, at);
        }
    }
}
