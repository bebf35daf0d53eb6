use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::level::QuantityName;
use super::state::State;

/// A place that goods are kept at and sent from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Location {
    pub id: u64,
    pub name: String,
    pub address1: Option<String>,
    pub address2: Option<String>,
    pub city: Option<String>,
    pub zip: Option<String>,
    pub province_code: Option<String>,
    pub country_code: String,
    pub phone: Option<String>,
    #[serde(default = "yes")]
    pub active: bool,
    /// Since when nothing is sent from it.
    #[serde(default)]
    pub deactivated_at: Option<DateTime<Utc>>,
    #[serde(default)]
    pub created_at: DateTime<Utc>,
    #[serde(default)]
    pub updated_at: DateTime<Utc>,
    #[serde(default = "yes")]
    pub fulfills_online_orders: bool,
    /// The service that sends from it, when it is not the shop itself.
    #[serde(default)]
    pub service: Option<FulfillmentService>,
}

/// What was always so before it was kept.
pub(super) const fn yes() -> bool {
    true
}

/// A service, of another app, that keeps goods and sends them for the shop.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FulfillmentService {
    pub id: u64,
    pub name: String,
    pub callback_url: Option<String>,
    /// Whether the service says itself what it has.
    pub inventory_management: bool,
}

/// The number of the service that every store has: people.
const MANUAL: u64 = 61_234_567_890;

impl FulfillmentService {
    /// The shop itself, where no service sends for it.
    pub(crate) fn manual() -> Self {
        Self { id: MANUAL, name: "Manual".to_owned(), callback_url: None, inventory_management: false }
    }

    /// Whether it is the shop itself.
    pub(crate) const fn is_manual(&self) -> bool {
        self.id == MANUAL
    }

    /// Its name as addresses write it.
    pub(crate) fn handle(&self) -> String {
        self.name.to_lowercase().replace(' ', "-")
    }
}

impl Location {
    /// The store room that every shop begins with.
    pub(super) fn first(id: u64, now: DateTime<Utc>) -> Self {
        Self {
            name: "Lager Bergen".to_owned(),
            address1: Some("Bryggen 7".to_owned()),
            city: Some("Bergen".to_owned()),
            zip: Some("5003".to_owned()),
            ..Self::bare(id, "NO", now)
        }
    }

    /// A location somewhere in a country, which sends orders from now on.
    pub(crate) fn bare(id: u64, country: &str, now: DateTime<Utc>) -> Self {
        Self {
            id,
            name: String::new(),
            address1: None,
            address2: None,
            city: None,
            zip: None,
            province_code: None,
            country_code: country.to_owned(),
            phone: None,
            active: true,
            deactivated_at: None,
            created_at: now,
            updated_at: now,
            fulfills_online_orders: true,
            service: None,
        }
    }
}

impl State {
    /// The location with this id.
    pub(crate) fn location(&self, id: u64) -> Option<&Location> {
        self.locations.iter().find(|location| location.id == id)
    }

    /// Whether there is such a location.
    pub(crate) fn has_location(&self, id: u64) -> bool {
        self.location(id).is_some()
    }

    /// Whether goods are kept at this location and sent from it.
    pub(crate) fn has_active_location(&self, id: u64) -> bool {
        self.location(id).is_some_and(|location| location.active)
    }

    /// Whether a service of another app sends from it.
    pub(crate) fn is_of_service(&self, id: u64) -> bool {
        self.location(id).is_some_and(|location| location.service.is_some())
    }

    /// Whether there is something at the location that is to be sold or was.
    pub(crate) fn has_stock(&self, location: u64) -> bool {
        let variants = self.products.values().flat_map(|product| &product.variants);
        let mut levels = variants.filter_map(|variant| variant.stock.get(&location));
        levels.any(|level| level.active && level.get(QuantityName::OnHand) != 0)
    }

    /// Whether pieces wait to be sent from the location.
    pub(crate) fn has_waiting(&self, location: u64) -> bool {
        let waiting = self.orders.values().flat_map(|order| &order.fulfillment_orders);
        waiting
            .filter(|waiting| waiting.location_id == location && waiting.status.is_active())
            .any(|waiting| waiting.remaining() > 0)
    }
}
