use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockWriteGuard};

use axum::Router;
use chrono::{DateTime, TimeDelta, Utc};
use runtime::{Clock, Random};
use serde::{Deserialize, Serialize};

use crate::access::{CustomerData, Grants, Scopes};
use crate::cost::Bucket;
use crate::execute::Compiled;
use crate::faults::Faults;
use crate::journal::Journal;
use crate::limits::Limits;
use crate::options::{Options, StoreOptions};
use crate::seed::{self, Seeded};
use crate::store::State;
use crate::versions::Versions;
use crate::webhooks::{Attempts, Deliver, Unreliable};
use crate::{Error, Handle, http};

/// How long an idempotency key is remembered when nothing else is said.
const RETENTION: TimeDelta = TimeDelta::hours(24);

/// One or more stand-in Shopify stores in memory. A clone is the same devstore.
#[derive(Clone)]
pub struct Devstore(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub stores: Vec<Store>,
    pub clock: Clock,
    pub random: Random,
    pub compiled: Arc<Compiled>,
    pub journal: Mutex<Journal>,
    pub limits: RwLock<Limits>,
    pub versions: RwLock<Versions>,
    retention: RwLock<TimeDelta>,
    pub faults: Mutex<Faults>,
    pub snapshots: Mutex<HashMap<String, Vec<State>>>,
    pub attempts: Mutex<Attempts>,
    pub courier: Mutex<Option<Arc<dyn Deliver>>>,
    pub unreliable: Mutex<Unreliable>,
    shift: Mutex<TimeDelta>,
}

/// One store.
pub(crate) struct Store {
    pub domain: String,
    pub client_id: String,
    pub client_secret: String,
    token: String,
    /// Held by whoever does the work of bulk operations.
    pub working: Mutex<()>,
    grants: Mutex<Grants>,
    state: RwLock<Arc<State>>,
    /// How often the state was taken to be changed.
    revision: AtomicU64,
    bucket: Mutex<Bucket>,
}

/// The store that a token opens, and what it may do there.
pub(crate) struct Authorised<'d> {
    pub store: &'d Store,
    pub scopes: Scopes,
    pub customer_data: CustomerData,
}

/// What is kept of a store on disk.
#[derive(Serialize, Deserialize)]
struct Kept {
    state: State,
    grants: Grants,
}

impl std::fmt::Debug for Devstore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let domains: Vec<&str> = self.0.stores.iter().map(|store| store.domain.as_str()).collect();
        f.debug_struct("Devstore").field("stores", &domains).finish_non_exhaustive()
    }
}

impl Devstore {
    /// Empty stores.
    ///
    /// # Errors
    /// [`Error::Schema`] when the given schema can't be read, [`Error::Stores`] when there is no store or two have the
    /// same domain, token or client id.
    pub fn new(options: Options) -> Result<Self, Error> {
        let compiled = match &options.schema {
            Some(sdl) => Compiled::read(sdl).map(Arc::new),
            None => Compiled::subset(),
        }
        .map_err(Error::Schema)?;
        let now = options.clock.now();
        let mut stores: Vec<Store> = Vec::new();
        for store in options.stores {
            store.check(&stores).map_err(Error::Stores)?;
            stores.push(Store::new(store, now));
        }
        if stores.is_empty() {
            return Err(Error::Stores("at least one store is needed".to_owned()));
        }
        Ok(Self(Arc::new(Inner {
            stores,
            clock: options.clock,
            random: options.random,
            compiled,
            journal: Mutex::default(),
            limits: RwLock::default(),
            versions: RwLock::default(),
            retention: RwLock::new(RETENTION),
            faults: Mutex::default(),
            snapshots: Mutex::default(),
            attempts: Mutex::default(),
            courier: Mutex::default(),
            unreliable: Mutex::default(),
            shift: Mutex::default(),
        })))
    }

    /// The service: GraphQL at `/admin/api/{version}/graphql.json`, control at `/_devstore/…`. It works in process, as
    /// a tower service, as well as over sockets.
    pub fn router(&self) -> Router {
        http::router(self.clone())
    }

    /// What tests and the demo steer it with.
    pub fn handle(&self) -> Handle {
        Handle::new(self.clone())
    }

    /// Empties every store and fills it with a believable shop of `orders` orders and the customers and products they
    /// need. The same size and seed make the same shop; its last order was placed shortly before now.
    ///
    /// # Errors
    /// [`Error::Rule`] when the seed breaks a rule of the store, which would be a mistake in it.
    pub fn seed(&self, orders: usize, seed: u64) -> Result<Seeded, Error> {
        let now = self.now();
        let mut seeded = Seeded::default();
        for store in &self.0.stores {
            let mut state = State::new(&store.domain, now);
            seed::fill(&mut state, orders, seed, now).map_err(Error::rule)?;
            seeded = Seeded::of(&state);
            // What the shop begins with is no news.
            state.take_happened();
            store.put(state);
        }
        Ok(seeded)
    }

    /// Writes everything the stores hold to `path`, whole or not at all.
    ///
    /// # Errors
    /// [`Error::Data`].
    pub fn save(&self, path: &Path) -> Result<(), Error> {
        let failed = |reason: String| Error::Data { path: path.to_owned(), reason };
        let keep = |store: &Store| Kept { state: (*store.read()).clone(), grants: store.grants().clone() };
        let kept: Vec<Kept> = self.0.stores.iter().map(keep).collect();
        let json = serde_json::to_vec(&kept).map_err(|error| failed(error.to_string()))?;
        let unfinished = path.with_extension("new");
        std::fs::write(&unfinished, json).map_err(|error| failed(error.to_string()))?;
        std::fs::rename(&unfinished, path).map_err(|error| failed(error.to_string()))
    }

    /// Takes back what [`Devstore::save`] has written, for the stores that are still served.
    ///
    /// # Errors
    /// [`Error::Data`].
    pub fn load(&self, path: &Path) -> Result<(), Error> {
        let failed = |reason: String| Error::Data { path: path.to_owned(), reason };
        let json = std::fs::read(path).map_err(|error| failed(error.to_string()))?;
        let kept: Vec<Kept> = serde_json::from_slice(&json).map_err(|error| failed(error.to_string()))?;
        for Kept { mut state, grants } in kept {
            state.after_restart(self.now());
            if let Some(store) = self.0.stores.iter().find(|store| store.domain == state.shop.domain) {
                *store.grants() = grants;
                store.put(state);
            }
        }
        Ok(())
    }

    pub(crate) fn states(&self) -> Vec<State> {
        self.0.stores.iter().map(|store| (*store.read()).clone()).collect()
    }

    pub(crate) fn put(&self, states: Vec<State>) {
        for state in states {
            if let Some(store) = self.0.stores.iter().find(|store| store.domain == state.shop.domain) {
                store.put(state);
            }
        }
    }

    /// The store with this domain.
    pub(crate) fn store_named(&self, domain: &str) -> Option<&Store> {
        self.0.stores.iter().find(|store| store.domain == domain)
    }

    /// The same, for a request that names it.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub(crate) fn store_called(&self, domain: &str) -> Result<&Store, Error> {
        self.store_named(domain).ok_or_else(|| Error::UnknownStore(domain.to_owned()))
    }

    /// The store that this token opens, and what it may do there.
    pub(crate) fn opened_by(&self, token: &[u8]) -> Option<Authorised<'_>> {
        let now = self.now();
        self.0.stores.iter().find_map(|store| {
            let grants = store.grants();
            let scopes = grants.opened_by(token, &store.token, now)?;
            Some(Authorised { store, scopes, customer_data: grants.customer_data })
        })
    }

    /// The store whose app has this client id.
    pub(crate) fn store_of_app(&self, client_id: &str) -> Option<&Store> {
        self.0.stores.iter().find(|store| store.client_id == client_id)
    }

    /// The clock's time, and what `/_devstore/clock` has added to it.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.0.clock.now() + *lock(&self.0.shift)
    }

    pub(crate) fn shift(&self, by: TimeDelta) {
        *lock(&self.0.shift) += by;
    }

    pub(crate) fn versions(&self) -> Versions {
        self.0.versions.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_versions(&self, versions: Versions) {
        *self.0.versions.write().unwrap_or_else(PoisonError::into_inner) = versions;
    }

    pub(crate) fn reset_platform(&self) {
        self.set_versions(Versions::default());
        self.set_retention(RETENTION);
    }

    /// How long an idempotency key is remembered.
    pub(crate) fn retention(&self) -> TimeDelta {
        *self.0.retention.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_retention(&self, retention: TimeDelta) {
        *self.0.retention.write().unwrap_or_else(PoisonError::into_inner) = retention;
    }

    pub(crate) fn limits(&self) -> Limits {
        *self.0.limits.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_limits(&self, limits: Limits) {
        *self.0.limits.write().unwrap_or_else(PoisonError::into_inner) = limits;
    }
}

impl Store {
    fn new(options: StoreOptions, now: DateTime<Utc>) -> Self {
        Self {
            state: RwLock::new(Arc::new(State::new(&options.domain, now))),
            domain: options.domain,
            client_id: options.client_id,
            client_secret: options.client_secret,
            token: options.token,
            revision: AtomicU64::default(),
            grants: Mutex::default(),
            working: Mutex::default(),
            bucket: Mutex::new(Bucket::full(now)),
        }
    }

    /// The app, with everything that was granted to it: what it has begun goes on without a token.
    pub(crate) fn app(&self) -> Authorised<'_> {
        let grants = self.grants();
        Authorised { store: self, scopes: grants.scopes.clone(), customer_data: grants.customer_data }
    }

    /// The merchant, who may do everything.
    pub(crate) fn merchant(&self) -> Authorised<'_> {
        Authorised { store: self, scopes: Scopes::all(), customer_data: CustomerData::Approved }
    }

    /// What the merchant has granted to the app.
    pub(crate) fn grants(&self) -> MutexGuard<'_, Grants> {
        lock(&self.grants)
    }

    /// Whether these options mean another store than this one.
    pub(crate) fn differs(&self, options: &StoreOptions) -> bool {
        self.token != options.token && self.domain != options.domain && self.client_id != options.client_id
    }

    /// What the store holds now.
    pub(crate) fn read(&self) -> Arc<State> {
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Holds `state` from now on.
    pub(crate) fn put(&self, state: State) {
        *self.write() = Arc::new(state);
    }

    /// Lets `change` have the store alone. It is handed over, not shared, so that nothing is copied to be changed
    /// unless a query still looks at it.
    pub(crate) fn change<R>(&self, change: impl FnOnce(Arc<State>) -> (Arc<State>, R)) -> R {
        let mut held = self.write();
        let placeholder = Arc::new(State::new(&self.domain, DateTime::UNIX_EPOCH));
        let (state, result) = change(std::mem::replace(&mut *held, placeholder));
        *held = state;
        result
    }

    pub(crate) fn write(&self) -> RwLockWriteGuard<'_, Arc<State>> {
        let held = self.state.write().unwrap_or_else(PoisonError::into_inner);
        // Who sees the new number reads the state after whoever holds it now.
        self.revision.fetch_add(1, Ordering::Relaxed);
        held
    }

    /// Another number whenever the store may hold something else.
    pub(crate) fn revision(&self) -> u64 {
        self.revision.load(Ordering::Relaxed)
    }

    pub(crate) fn bucket(&self) -> MutexGuard<'_, Bucket> {
        lock(&self.bucket)
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
