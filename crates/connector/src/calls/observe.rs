use std::sync::Arc;

use job_queue::Context;
use runtime::Clock;
use shopify::bulk::Heard;
use shopify::{Observed, Observer};
use uuid::Uuid;
use values::Code;

use super::has_error;
use super::queue::{Call, Queue};
use crate::Connector;
use crate::bulk::{self, Told};
use crate::shops::{self, options::LoggingMode};
use crate::usage::{Counter, Counts, Key, minute};

/// What is to be known of a shop whose calls are heard of.
#[derive(Debug)]
pub(super) struct Shop {
    pub(super) id: Uuid,
    pub(super) code: Code<20>,
    pub(super) mode: LoggingMode,
    pub(super) keeps_personal: bool,
    pub(super) served_version: String,
}

/// Hears of the calls to a shop's store, counts them, and puts those into the queue that are to be written down.
#[derive(Debug)]
pub(crate) struct ShopObserver {
    queue: Arc<Queue>,
    bulk: Arc<bulk::Queue>,
    clock: Clock,
    usage: Arc<Counter>,
    shop: Arc<Shop>,
    store: String,
    run: Option<Uuid>,
    object_id: i32,
}

impl ShopObserver {
    /// For a shop, and the run that makes the calls if there is one.
    pub(crate) fn new(connector: &Connector, shop: &shops::Model, run: Option<&Context>) -> Self {
        let store = shop.domain.clone();
        let shop = Shop {
            id: shop.id,
            code: shop.code.clone(),
            mode: shop.logging_mode,
            keeps_personal: shop.keep_personal_data_in_log,
            served_version: shop.served_api_version.clone(),
        };
        Self {
            queue: connector.calls().clone(),
            bulk: connector.bulk_operations().clone(),
            clock: connector.clock().clone(),
            usage: connector.usage().clone(),
            shop: Arc::new(shop),
            store,
            run: run.map(Context::log_id),
            object_id: run.map(|cx| cx.entry().object_id_to_run).unwrap_or_default(),
        }
    }

    /// Counts what a call has used.
    fn count(&self, sent: &Observed) {
        if !sent.arrived {
            return;
        }
        let key = Key {
            store: self.store.clone(),
            shop_code: self.shop.code.clone(),
            object_id: self.object_id,
            start: minute(sent.at),
        };
        self.usage.add(key, Counts::of(sent));
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
        self.count(&sent);
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

    fn of_bulk(&self, heard: Heard) {
        let shop = &self.shop;
        self.bulk.push(Told {
            at: self.clock.now(),
            shop_code: shop.code.clone(),
            run: self.run,
            keeps_lines: shop.mode == LoggingMode::All,
            keeps_personal: shop.keeps_personal,
            heard,
        });
        self.queue.filled.notify_one();
    }
}
