use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockWriteGuard};

use axum::Router;
use chrono::{DateTime, TimeDelta, Utc};
use runtime::{Clock, Random};

use crate::access::same_token;
use crate::cost::Bucket;
use crate::execute::Compiled;
use crate::faults::Faults;
use crate::journal::Journal;
use crate::limits::Limits;
use crate::seed::{self, Seeded};
use crate::store::State;
use crate::webhooks::{Attempts, Deliver, Unreliable};
use crate::{Error, Handle, http};

/// The store that is served when no other is named.
pub const DEFAULT_DOMAIN: &str = "devstore.myshopify.com";

/// The token of the default store.
pub const DEFAULT_TOKEN: &str = "shpat_devstore";

/// What the default store signs its webhooks with.
pub const DEFAULT_CLIENT_SECRET: &str = "devstore-secret";

/// What a devstore is made with.
#[derive(Clone, Debug)]
pub struct Options {
    /// The stores: domain and token each. The token says which store a request means, never the host it was sent to.
    pub stores: Vec<(String, String)>,
    /// The time of everything the stores do.
    pub clock: Clock,
    /// The chance of everything but the seed.
    pub random: Random,
    /// Shopify's whole schema as SDL, to validate against instead of our subset. Fields that the devstore does not
    /// serve answer null, or an error where null is not allowed.
    pub schema: Option<String>,
}

impl Options {
    /// The default store.
    pub fn new(clock: Clock, random: Random) -> Self {
        let stores = vec![(DEFAULT_DOMAIN.to_owned(), DEFAULT_TOKEN.to_owned())];
        Self { stores, clock, random, schema: None }
    }
}

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
    token: String,
    /// The secret of the app that the store signs with.
    pub client_secret: String,
    /// Held by whoever does the work of bulk operations.
    pub working: Mutex<()>,
    state: RwLock<Arc<State>>,
    bucket: Mutex<Bucket>,
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
    /// same token or domain.
    pub fn new(options: Options) -> Result<Self, Error> {
        let compiled = match &options.schema {
            Some(sdl) => Compiled::read(sdl).map(Arc::new),
            None => Compiled::subset(),
        }
        .map_err(Error::Schema)?;
        let now = options.clock.now();
        let mut stores: Vec<Store> = Vec::new();
        for (domain, token) in options.stores {
            if domain.trim().is_empty() || token.trim().is_empty() {
                return Err(Error::Stores(format!("the store '{domain}' needs a domain and a token")));
            }
            if stores.iter().any(|store| store.token == token || store.domain == domain) {
                return Err(Error::Stores(format!("the domain or the token of {domain} is given twice")));
            }
            let state = RwLock::new(Arc::new(State::new(&domain, now)));
            stores.push(Store {
                domain,
                token,
                client_secret: DEFAULT_CLIENT_SECRET.to_owned(),
                working: Mutex::default(),
                state,
                bucket: Mutex::new(Bucket::full(now)),
            });
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
        let states: Vec<State> = self.states();
        let failed = |reason: String| Error::Data { path: path.to_owned(), reason };
        let json = serde_json::to_vec(&states).map_err(|error| failed(error.to_string()))?;
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
        let mut states: Vec<State> = serde_json::from_slice(&json).map_err(|error| failed(error.to_string()))?;
        states.iter_mut().for_each(|state| state.after_restart(self.now()));
        self.put(states);
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

    /// The store that this token opens.
    pub(crate) fn store_of(&self, token: &[u8]) -> Option<&Store> {
        self.0.stores.iter().find(|store| same_token(token, &store.token))
    }

    /// The clock's time, and what `/_devstore/clock` has added to it.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.0.clock.now() + *lock(&self.0.shift)
    }

    pub(crate) fn shift(&self, by: TimeDelta) {
        *lock(&self.0.shift) += by;
    }

    pub(crate) fn limits(&self) -> Limits {
        *self.0.limits.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_limits(&self, limits: Limits) {
        *self.0.limits.write().unwrap_or_else(PoisonError::into_inner) = limits;
    }
}

impl Store {
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
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn bucket(&self) -> MutexGuard<'_, Bucket> {
        lock(&self.bucket)
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
