use std::sync::{Arc, LazyLock};

use access::Area;
use access::{api_token, audit_entry, user_account};
use connector::outbound_webhooks::{self as told, Delivery};
use connector::{budget, bulk, calls, disputes, operations, orders, products, shops, skipped, usage, webhooks};
use job_queue::notification::participant;
use job_queue::{category, entry, log, notification, presence};

use crate::api::Api;
use crate::back_office_sets;
use crate::budgets::STANDING;
use crate::entries::{CHANGEABLE, LEGACY, PROGRESS, RUN_OF_ENTRY};
use crate::outbound_webhooks;
use crate::queue;
use crate::records::{self, Personal, Resource, Set};
use crate::shop_version::API_VERSION;
use crate::{
    shopify_catalogs, shopify_companies, shopify_customers, shopify_order_sets, shopify_payouts, shopify_product_sets,
    shopify_stock,
};

static SETS: LazyLock<Vec<Arc<dyn Resource>>> = LazyLock::new(assemble);

/// Every set of records that the API serves.
pub(crate) fn all() -> &'static [Arc<dyn Resource>] {
    &SETS
}

/// The set of that name.
pub(crate) fn of(name: &str) -> Option<Arc<dyn Resource>> {
    all().iter().find(|set| set.name() == name).cloned()
}

/// Adds the routes that read them.
pub(crate) fn serve(api: &mut Api) {
    all().iter().for_each(|set| records::serve(api, set));
}

/// Whom a notification is for.
const OF_USER: Personal = Personal { owner: "userId", latest: "createdAt" };

fn assemble() -> Vec<Arc<dyn Resource>> {
    let log_entries: Arc<dyn Resource> =
        Arc::new(Set::<log::Entity>::new(Area::JobQueue).in_order(&["startDateTime"]).computing(PROGRESS));
    let entries = Set::<entry::Entity>::new(Area::JobQueue)
        .changed_by(CHANGEABLE)
        .computing(PROGRESS)
        .computing(RUN_OF_ENTRY)
        .computing(LEGACY)
        .with(&log_entries, "jobQueueEntryId");

    let mut sets = back_office_sets::assemble();
    let others: Vec<Arc<dyn Resource>> = vec![
        Arc::new(entries),
        log_entries,
        Arc::new(Set::<category::Entity>::new(Area::JobQueue).changed_by(queue::CHANGEABLE)),
        Arc::new(Set::<presence::Entity>::new(Area::JobQueue).computing(queue::LIVENESS)),
        Arc::new(Set::<participant::Entity>::new(Area::JobQueue)),
        Arc::new(Set::<notification::Entity>::new(Area::JobQueue).personal(OF_USER)),
        Arc::new(Set::<shops::Entity>::new(Area::Shops).changed_by(shops::SETTABLE).computing(API_VERSION)),
        Arc::new(Set::<orders::to_import::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<orders::elsewhere::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<orders::gift_cards::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<disputes::staged::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<bulk::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<products::images::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<products::channels::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<operations::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<skipped::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<webhooks::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<webhooks::subscription::Entity>::new(Area::Shops).in_order(&["topic"])),
        Arc::new(Set::<webhooks::data_request::Entity>::new(Area::Shops)),
        Arc::new(Set::<calls::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<calls::deprecated::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<budget::Entity>::new(Area::Synchronization).computing(STANDING)),
        Arc::new(Set::<usage::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<user_account::Entity>::new(Area::Users).changed_by(["permission", "state"])),
        Arc::new(Set::<api_token::Entity>::new(Area::Users)),
        Arc::new(Set::<audit_entry::Entity>::new(Area::Users)),
        // An address may be a secret by itself.
        Arc::new(Set::<told::Entity>::new(Area::Users).changed_by(outbound_webhooks::CHANGEABLE)),
        Arc::new(Set::<Delivery>::new(Area::Users)),
    ];
    sets.extend(others);
    sets.extend(shopify_order_sets::assemble());
    sets.extend(shopify_catalogs::sets());
    sets.extend(shopify_stock::sets());
    sets.extend(shopify_customers::sets());
    sets.extend(shopify_companies::sets());
    sets.extend(shopify_payouts::sets());
    sets.extend(shopify_product_sets::assemble());
    sets
}
