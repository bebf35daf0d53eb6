use std::sync::Arc;

use shopify::{Observed, Observer};
use uuid::Uuid;
use values::Code;

use super::has_error;
use super::queue::{Call, Queue};
use crate::shops::{self, options::LoggingMode};

/// What is to be known of a shop whose calls are heard of.
#[derive(Debug)]
pub(super) struct Shop {
    pub(super) id: Uuid,
    pub(super) code: Code<20>,
    pub(super) mode: LoggingMode,
    pub(super) keeps_personal: bool,
    pub(super) served_version: String,
}

/// Hears of the calls to a shop's store, and puts those into the queue that are to be written down.
#[derive(Debug)]
pub(crate) struct ShopObserver {
    queue: Arc<Queue>,
    shop: Arc<Shop>,
    run: Option<Uuid>,
}

impl ShopObserver {
    /// For a shop, and the run that makes the calls if there is one.
    pub(crate) fn new(queue: &Arc<Queue>, shop: &shops::Model, run: Option<Uuid>) -> Self {
        let shop = Shop {
            id: shop.id,
            code: shop.code.clone(),
            mode: shop.logging_mode,
            keeps_personal: shop.keep_personal_data_in_log,
            served_version: shop.served_api_version.clone(),
        };
        Self { queue: queue.clone(), shop: Arc::new(shop), run }
    }

    /// The version that answers from now on, when that is news.
    fn version(&self, sent: &Observed) -> Option<String> {
        let served = sent.served_version.as_deref()?;
        let other = if served == sent.asked_version { "" } else { served };
        self.queue.is_other_version(self.shop.id, &self.shop.served_version, other).then(|| other.to_owned())
    }

    /// The deprecated members, when they are news.
    fn deprecated(&self, sent: &Observed) -> Option<String> {
        let members = sent.deprecated.as_deref().map(str::trim).filter(|members| !members.is_empty())?;
        let is_news = self.queue.is_new_use(self.shop.id, sent.document, members, sent.at.date_naive());
        is_news.then(|| members.to_owned())
    }
}

impl Observer for ShopObserver {
    fn observe(&self, sent: Observed) {
        let (served, deprecated) = (self.version(&sent), self.deprecated(&sent));
        let has_error = has_error(&sent);
        let logged = match self.shop.mode {
            LoggingMode::ErrorOnly => has_error,
            LoggingMode::All => true,
            LoggingMode::Disabled => false,
        };
        if logged || served.is_some() || deprecated.is_some() {
            let (shop, run) = (self.shop.clone(), self.run);
            self.queue.push(Call { shop, run, sent, logged, has_error, served, deprecated });
        }
    }
}
