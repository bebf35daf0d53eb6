//! Which action is which object, with which options.

use job_queue::{Filters, Registry};
use serde_json::{Value, json};

use super::nothing;
use super::start::Sync;
use crate::catalogs::{SYNC_CATALOG_PRICES, SYNC_CATALOGS};
use crate::companies::SYNC_COMPANIES;
use crate::customers::{SYNC_COUNTRIES, SYNC_CUSTOMERS};
use crate::disputes::SYNC_DISPUTES;
use crate::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS};
use crate::payouts::SYNC_PAYOUTS;
use crate::products::{SYNC_IMAGES, SYNC_PRODUCTS};
use crate::shipments::SYNC_SHIPMENTS;
use crate::stock::SYNC_STOCK;
use crate::{Error, shops};

/// A sync that a person starts with one click.
#[derive(Clone, Copy, Debug)]
pub struct Action {
    /// Its name for programs, as `products`.
    pub name: &'static str,
    /// The object that does it, as 30108.
    pub object: i32,
    /// What it syncs, as its entry says: *Shopify Sync of Products*. Blank where the object's caption says it.
    pub(super) of: &'static str,
    /// What its request page says; `null` for its defaults.
    options: fn() -> Value,
    /// Why nothing would come of it, as the shop card is.
    nothing: fn(&shops::Model) -> Option<Error>,
    /// Whether *Sync All* does it, too.
    pub is_in_sync_all: bool,
}

/// Every action. *Sync All* goes through those that it does in this order. An object that comes to the program comes to
/// every page with a row here.
pub const ACTIONS: &[Action] = &[
    Action::new("orders", SYNC_ORDERS, "Orders"),
    Action::new("salesOrders", CREATE_SALES_ORDERS, ""),
    Action { nothing: nothing::to_shopify, ..Action::new("shipments", SYNC_SHIPMENTS, "Shipments") },
    Action { nothing: nothing::of_customers, ..Action::new("customers", SYNC_CUSTOMERS, "Customers").in_sync_all() },
    Action { nothing: nothing::of_products, ..Action::new("products", SYNC_PRODUCTS, "Products").in_sync_all() },
    Action { nothing: nothing::to_shopify, ..Action::new("stock", SYNC_STOCK, "Inventory").in_sync_all() },
    Action { nothing: nothing::of_images, ..Action::new("images", SYNC_IMAGES, "Product Images").in_sync_all() },
    Action {
        options: only_prices,
        nothing: nothing::to_shopify,
        ..Action::new("prices", SYNC_PRODUCTS, "Prices").in_sync_all()
    },
    Action { nothing: nothing::of_companies, ..Action::new("companies", SYNC_COMPANIES, "Companies").in_sync_all() },
    Action::new("catalogs", SYNC_CATALOGS, "Catalogs"),
    Action {
        nothing: nothing::to_shopify,
        ..Action::new("catalogPrices", SYNC_CATALOG_PRICES, "Catalog Prices").in_sync_all()
    },
    Action { nothing: nothing::of_payouts, ..Action::new("payouts", SYNC_PAYOUTS, "Payouts").in_sync_all() },
    Action::new("countries", SYNC_COUNTRIES, "Countries"),
    Action { nothing: nothing::of_disputes, ..Action::new("disputes", SYNC_DISPUTES, "Disputes").in_sync_all() },
];

impl Action {
    const fn new(name: &'static str, object: i32, of: &'static str) -> Self {
        Self { name, object, of, options: defaults, nothing: nothing::never, is_in_sync_all: false }
    }

    const fn in_sync_all(self) -> Self {
        Self { is_in_sync_all: true, ..self }
    }

    /// What its request page says; `null` for its defaults.
    pub fn options(&self) -> Value {
        (self.options)()
    }

    /// The sync that it is for a shop.
    pub(super) fn sync(&self, shop: &shops::Model, time_zone: chrono_tz::Tz) -> Sync {
        let (object, options, filters) = (self.object, self.options(), Filters::new());
        Sync { shop: shop.code.to_string(), object, options, filters, time_zone }
    }

    /// Why nothing would come of it for this shop.
    pub(super) fn against(&self, shop: &shops::Model) -> Option<Error> {
        (self.nothing)(shop)
    }
}

/// The actions whose objects this program can run.
pub fn offered(registry: &Registry) -> impl Iterator<Item = &'static Action> {
    ACTIONS.iter().filter(|action| registry.get(action.object).is_some())
}

/// The action of that name.
///
/// # Errors
/// [`Error::Given`] with those that there are.
pub(super) fn named(registry: &Registry, name: &str) -> Result<&'static Action, Error> {
    offered(registry).find(|action| action.name == name).ok_or_else(|| {
        let known = offered(registry).map(|action| action.name).collect::<Vec<_>>().join(", ");
        Error::Given { name: "action", reason: format!("there is no sync '{name}'; there are: {known}") }
    })
}

/// The action that an object with these options is.
pub(super) fn of(object: i32, options: &Value) -> Option<&'static Action> {
    let of_object = || ACTIONS.iter().filter(|action| action.object == object);
    of_object().find(|action| action.options() == *options).or_else(|| of_object().next())
}

fn defaults() -> Value {
    Value::Null
}

fn only_prices() -> Value {
    json!({ "onlySyncPrices": true })
}
