use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;

use crate::access::Grants;
use crate::cost::Bucket;
use crate::devstore::{Devstore, Store, lock};
use crate::faults::{Fault, Faults};
use crate::import::Loaded;
use crate::journal::{Journal, JournalEntry, Summary};
use crate::limits::Limits;
use crate::seed::{Chance, Seeded, place, stock};
use crate::store::State;
use crate::store::order::Order;
use crate::{Error, customers};

/// The control of a devstore: the same as its control endpoints, without HTTP.
#[derive(Clone, Debug)]
pub struct Handle(pub(crate) Devstore);

/// What [`Handle::reset`] empties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// Products, customers and orders of every store.
    Data,
    /// The journal and its sums.
    Journal,
    /// The faults that are still to come.
    Faults,
    /// Bucket, restore rate and latency; every bucket is full again.
    Limits,
    /// The versions that are served, and how long idempotency keys are remembered.
    Platform,
    /// What apps may do: installed, with every scope, and only the static token works.
    Access,
}

impl Part {
    /// Everything.
    pub const ALL: [Self; 6] = [Self::Data, Self::Journal, Self::Faults, Self::Limits, Self::Platform, Self::Access];
}

/// An order that was just placed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PlacedOrder {
    /// Its global id.
    pub id: String,
    /// Its name, as `#1001`.
    pub name: String,
    /// Whether it is fully paid.
    #[serde(rename = "fullyPaid")]
    pub fully_paid: bool,
}

impl PlacedOrder {
    pub(crate) fn of(order: &Order) -> Self {
        Self {
            id: format!("gid://shopify/Order/{}", order.id),
            name: order.name.clone(),
            fully_paid: order.fully_paid(),
        }
    }
}

impl Handle {
    pub(crate) const fn new(devstore: Devstore) -> Self {
        Self(devstore)
    }

    pub(crate) const fn devstore(&self) -> &Devstore {
        &self.0
    }

    /// The requests that were answered, oldest first.
    pub fn journal(&self) -> Vec<JournalEntry> {
        lock(&self.0.0.journal).entries()
    }

    /// Their sums.
    pub fn summary(&self) -> Summary {
        lock(&self.0.0.journal).summary()
    }

    /// Empties these parts.
    pub fn reset(&self, parts: &[Part]) {
        let now = self.0.now();
        for part in parts {
            match part {
                Part::Data => {
                    for store in &self.0.0.stores {
                        store.put(State::new(&store.domain, now));
                    }
                }
                Part::Journal => *lock(&self.0.0.journal) = Journal::default(),
                Part::Faults => *lock(&self.0.0.faults) = Faults::default(),
                Part::Limits => self.set_limits_unchecked(Limits::default()),
                Part::Platform => self.0.reset_platform(),
                Part::Access => self.0.0.stores.iter().for_each(|store| *store.grants() = Grants::default()),
            }
        }
    }

    /// The limits of every store.
    pub fn limits(&self) -> Limits {
        self.0.limits()
    }

    /// Sets the limits of every store; every bucket is full again.
    ///
    /// # Errors
    /// [`Error::Value`] for a bucket or a rate that is not above 0.
    pub fn set_limits(&self, limits: Limits) -> Result<(), Error> {
        limits.check().map_err(Error::Value)?;
        self.set_limits_unchecked(limits);
        Ok(())
    }

    fn set_limits_unchecked(&self, limits: Limits) {
        self.0.set_limits(limits);
        let now = self.0.now();
        for store in &self.0.0.stores {
            *store.bucket() = Bucket::full(now);
        }
    }

    /// Plans what goes wrong, instead of what was planned before; `seed` decides the chances.
    pub fn set_faults(&self, faults: Vec<Fault>, seed: u64) {
        *lock(&self.0.0.faults) = Faults::planned(faults, seed);
    }

    /// The faults that are still to come.
    pub fn faults(&self) -> Vec<Fault> {
        lock(&self.0.0.faults).left().to_vec()
    }

    /// Moves the devstore's time on, whatever its clock says.
    pub fn advance(&self, by: Duration) {
        self.0.shift(TimeDelta::from_std(by).unwrap_or(TimeDelta::MAX));
    }

    /// Remembers what every store holds under `name`.
    pub fn snapshot(&self, name: &str) {
        let states = self.0.states();
        lock(&self.0.0.snapshots).insert(name.to_owned(), states);
    }

    /// Brings back what was remembered.
    ///
    /// # Errors
    /// [`Error::UnknownSnapshot`].
    pub fn restore(&self, name: &str) -> Result<(), Error> {
        let states = lock(&self.0.0.snapshots).get(name).cloned();
        self.0.put(states.ok_or_else(|| Error::UnknownSnapshot(name.to_owned()))?);
        Ok(())
    }

    /// Places `count` believable orders now, in the store with this domain or in the first one. A store without
    /// products or customers gets them first.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn place_orders(&self, count: usize, store: Option<&str>) -> Result<Vec<PlacedOrder>, Error> {
        self.alter(store, |state, now| {
            if state.products.is_empty() {
                stock(state, now).map_err(Error::rule)?;
            }
            if state.customers.is_empty() {
                crate::seed::welcome(state, &customers(20, 0), now).map_err(Error::rule)?;
            }
            let mut chance = Chance::new(state.next_order_number);
            let mut placed = Vec::with_capacity(count);
            for _ in 0..count {
                let id = place(state, &mut chance, now, now).map_err(Error::rule)?;
                placed.extend(state.orders.get(&id).map(|order| PlacedOrder::of(order)));
            }
            Ok(placed)
        })
    }

    /// Puts the products of every file of a folder into a store: all of them, or none. The files are lists of products
    /// as Shopify exports them (CSV).
    ///
    /// # Errors
    /// [`Error::UnknownStore`], [`Error::File`].
    pub fn load_products(&self, folder: &Path, store: Option<&str>) -> Result<Loaded, Error> {
        let mut held = self.store(store)?.write();
        let mut state = (**held).clone();
        let loaded = crate::import::load(&mut state, folder, self.0.now())?;
        *held = Arc::new(state);
        Ok(loaded)
    }

    /// What a store holds; the first one when none is named.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn holds(&self, store: Option<&str>) -> Result<Seeded, Error> {
        Ok(Seeded::of(&self.store(store)?.read()))
    }

    pub(crate) fn store(&self, domain: Option<&str>) -> Result<&Store, Error> {
        let mut stores = self.0.0.stores.iter();
        let found = match domain {
            Some(domain) => stores.find(|store| store.domain == domain),
            None => stores.next(),
        };
        found.ok_or_else(|| Error::UnknownStore(domain.unwrap_or_default().to_owned()))
    }
}
