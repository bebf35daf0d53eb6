//! What merchants and other apps do that no mutation of this app makes: a service of another app, a bundle, what is
//! scheduled, and how a fulfilment order goes on when a part of it was sent.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use shopify_schema::gid::Gid;

use crate::store::fulfilment::{FulfillmentOrderStatus, RequestStatus};
use crate::store::location::{FulfillmentService, Location};
use crate::store::{Remainder, Shop, State, Topic};
use crate::{Error, Handle};

/// A service of another app, which gets a location of its own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct NewService {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// Its name, and that of its location.
    pub name: String,
    /// Where it is asked.
    pub callback_url: Option<String>,
    /// Whether it says itself what it has.
    pub inventory_management: bool,
}

/// How the sending of orders is to be different. What is left out stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Sending {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// What becomes of the rest when a part of a fulfilment order is sent, from now on.
    pub remainder: Option<Remainder>,
    /// The fulfilment order that the rest is about, by its global id.
    pub fulfillment_order: Option<String>,
    /// It is to be sent later, at this time.
    pub scheduled_for: Option<DateTime<Utc>>,
    /// How it stands with what a service was asked for. What the service has accepted is in progress.
    pub request: Option<RequestStatus>,
    /// Whether the service has given it up.
    pub incomplete: bool,
}

/// An item that is to be different.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemChange {
    /// The store; the first one when none is named.
    #[serde(default)]
    pub store: Option<String>,
    /// The inventory item, by its global id.
    pub item: String,
    /// Whether it is made of other variants, and has no stock of its own that could be changed.
    pub bundle: bool,
}

impl Handle {
    /// Registers a service of another app, and gives the global id of its location.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for a name that is blank or taken.
    pub fn add_service(&self, service: &NewService) -> Result<String, Error> {
        self.alter(service.store.as_deref(), |state, now| {
            if service.name.trim().is_empty() || state.locations.iter().any(|known| known.name == service.name) {
                let text = format!("a service can't be called '{}': give a name that no location has", service.name);
                return Err(Error::Value(text));
            }
            let (id, own) = (state.ids.next(), state.ids.next());
            let location = Location {
                name: service.name.clone(),
                service: Some(FulfillmentService {
                    id: own,
                    name: service.name.clone(),
                    callback_url: service.callback_url.clone(),
                    inventory_management: service.inventory_management,
                }),
                ..Location::bare(id, Shop::home_country(), now)
            };
            state.locations.push(location);
            state.note(Topic::LocationsCreate, id);
            Ok(format!("gid://shopify/Location/{id}"))
        })
    }

    /// Makes an item one that has no stock of its own, or one that has.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for an item that is not there.
    pub fn change_item(&self, change: &ItemChange) -> Result<(), Error> {
        self.alter(change.store.as_deref(), |state, _| {
            let gid = change.item.parse::<Gid>().ok().filter(|gid| gid.kind() == "InventoryItem");
            let found = gid.and_then(|gid| state.variant_of_item(gid.number()));
            let Some((product, variant)) = found else {
                let text = format!("there is no inventory item '{}': give the global id of one", change.item);
                return Err(Error::Value(text));
            };
            let (mut product, variant) = ((**product).clone(), variant.id);
            product.variants.iter_mut().filter(|other| other.id == variant).for_each(|v| v.bundle = change.bundle);
            state.put_product(product);
            Ok(())
        })
    }

    /// Changes how orders are sent, or how it stands with one of their fulfilment orders.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for a fulfilment order that is not there, or that nothing is to be sent
    /// of any more.
    pub fn change_sending(&self, change: &Sending) -> Result<(), Error> {
        self.alter(change.store.as_deref(), |state, now| {
            if let Some(id) = &change.fulfillment_order {
                change.to_order(state, id, now)?;
            }
            state.shop.remainder = change.remainder.unwrap_or(state.shop.remainder);
            Ok(())
        })
    }
}

impl Sending {
    fn to_order(&self, state: &mut State, id: &str, now: DateTime<Utc>) -> Result<(), Error> {
        let missing =
            || Error::Value(format!("there is no fulfilment order '{id}' that waits: give the global id of one"));
        let gid = id.parse::<Gid>().ok().filter(|gid| gid.kind() == "FulfillmentOrder");
        let number = gid.map(|gid| gid.number()).ok_or_else(missing)?;
        let mut order = (**state.order_of(number).ok_or_else(missing)?).clone();
        let mut waiting = order.fulfillment_orders.iter_mut().filter(|other| other.status.is_active());
        let waiting = waiting.find(|other| other.id == number).ok_or_else(missing)?;
        if let Some(at) = self.scheduled_for {
            waiting.status = FulfillmentOrderStatus::Scheduled;
            waiting.fulfill_at = Some(at);
        }
        if let Some(request) = self.request {
            waiting.request = request;
            if request == RequestStatus::Accepted {
                waiting.status = FulfillmentOrderStatus::InProgress;
            }
        }
        if self.incomplete {
            waiting.status = FulfillmentOrderStatus::Incomplete;
            waiting.request = RequestStatus::Closed;
        }
        waiting.updated_at = now;
        state.put_changed_order(order, now);
        Ok(())
    }
}
