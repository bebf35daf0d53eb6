use std::sync::{Arc, LazyLock};

use access::Area;
use access::{api_token, user_account};
use back_office::{customers, items, locations, sales};
use connector::{budget, calls, links, operations, orders, shops, skipped, usage, webhooks};
use job_queue::notification::participant;
use job_queue::{category, entry, log, notification, presence};

use crate::api::Api;
use crate::budgets::STANDING;
use crate::entries::{CHANGEABLE, LEGACY, PROGRESS, RUN_OF_ENTRY};
use crate::master::changeable;
use crate::queue;
use crate::records::{self, Personal, Renamed, Resource, Set};
use crate::shop_version::API_VERSION;

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

/// What the connector calls the source of a sales document.
const SHOPIFY_ORDER_NUMBER: &[Renamed] =
    &[Renamed { own_name: "sourceNumber", name: "shopifyOrderNumber", caption: "Shopify Order No." }];

/// By which the documents of one table are told apart.
const DOCUMENT_TYPE: &str = "documentType";
/// A sales order among them.
const ORDER: &str = sales::DocumentType::Order.caption();

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
    let shopify_order_lines: Arc<dyn Resource> =
        Arc::new(Set::<orders::staged::line::Entity>::new(Area::Synchronization).in_order(&["lineId"]));
    let shopify_orders =
        Set::<orders::staged::order::Entity>::new(Area::Synchronization).with(&shopify_order_lines, "orderId");

    let sales_order_lines: Arc<dyn Resource> =
        Arc::new(Set::<sales::line::Entity>::new(Area::BackOffice).only(DOCUMENT_TYPE, ORDER).in_order(&["sequence"]));
    let sales_orders = Set::<sales::header::Entity>::new(Area::BackOffice)
        .only(DOCUMENT_TYPE, ORDER)
        .renamed(SHOPIFY_ORDER_NUMBER)
        .with(&sales_order_lines, "documentId");

    vec![
        Arc::new(Set::<items::Entity>::new(Area::BackOffice).changed_by(changeable::<items::Entity>())),
        Arc::new(Set::<customers::Entity>::new(Area::BackOffice).changed_by(changeable::<customers::Entity>())),
        Arc::new(Set::<customers::template::Entity>::new(Area::Setup)),
        Arc::new(Set::<locations::Entity>::new(Area::BackOffice)),
        Arc::new(sales_orders),
        sales_order_lines,
        Arc::new(entries),
        log_entries,
        Arc::new(Set::<category::Entity>::new(Area::JobQueue).changed_by(queue::CHANGEABLE)),
        Arc::new(Set::<presence::Entity>::new(Area::JobQueue).computing(queue::LIVENESS)),
        Arc::new(Set::<participant::Entity>::new(Area::JobQueue)),
        Arc::new(Set::<notification::Entity>::new(Area::JobQueue).personal(OF_USER)),
        Arc::new(Set::<shops::Entity>::new(Area::Shops).changed_by(shops::SETTABLE).computing(API_VERSION)),
        Arc::new(Set::<orders::to_import::Entity>::new(Area::Synchronization)),
        Arc::new(shopify_orders),
        shopify_order_lines,
        Arc::new(Set::<links::customer::Entity>::new(Area::Synchronization)),
        Arc::new(Set::<links::variant::Entity>::new(Area::Synchronization)),
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
    ]
}
