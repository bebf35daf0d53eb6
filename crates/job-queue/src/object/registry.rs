use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use database::Tx;
use serde_json::Value;

use super::{Erased, Failed, FilterTable, Listener, Object};
use crate::{Error, Result};

/// Every object that this program can run, and who wants to know of what fails.
#[derive(Clone, Default)]
pub struct Registry {
    objects: BTreeMap<i32, Arc<dyn Erased>>,
    listeners: Vec<Arc<dyn Listener>>,
}

/// What is known of an object without running it.
#[derive(Clone, Debug)]
pub struct Described {
    /// Its number.
    pub id: i32,
    /// Its name, in English.
    pub caption: &'static str,
    /// The category of its entries, unless they say another.
    pub category: &'static str,
    /// Its request page, as a JSON schema.
    pub schema: Value,
    /// The options that its request page begins with.
    pub defaults: Value,
    /// The tables that its request page can filter.
    pub tables: Vec<FilterTable>,
}

impl Registry {
    /// A registry without objects.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more object. A later one of the same number takes the place of the earlier.
    #[must_use]
    pub fn with(mut self, object: impl Object) -> Self {
        let object: Arc<dyn Erased> = Arc::new(object);
        self.objects.insert(object.id(), object);
        self
    }

    /// With one more who wants to know of jobs that fail.
    #[must_use]
    pub fn telling(mut self, listener: impl Listener + 'static) -> Self {
        self.listeners.push(Arc::new(listener));
        self
    }

    /// Tells those who want to know that a job has failed.
    pub(crate) async fn failed(&self, tx: &Tx, failed: Failed<'_>) -> Result<()> {
        for listener in &self.listeners {
            listener.failed(tx, failed).await?;
        }
        Ok(())
    }

    /// The object of that number.
    ///
    /// # Errors
    /// [`Error::UnknownObject`] with those that there are.
    pub(crate) fn object(&self, id: i32) -> Result<&Arc<dyn Erased>> {
        self.objects.get(&id).ok_or_else(|| {
            let known = self.objects.values().map(|object| format!("{} {}", object.id(), object.caption()));
            Error::UnknownObject { id, known: known.collect::<Vec<_>>().join(", ") }
        })
    }

    /// What is known of the object of that number.
    pub fn get(&self, id: i32) -> Option<Described> {
        self.objects.get(&id).map(|object| describe(object.as_ref()))
    }

    /// Whether an object has that category by itself.
    pub(crate) fn has_category(&self, code: &str) -> bool {
        self.objects.values().any(|object| object.category() == code)
    }

    /// Every object, by number.
    pub fn iter(&self) -> impl Iterator<Item = Described> {
        self.objects.values().map(|object| describe(object.as_ref()))
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.objects.keys()).finish()
    }
}

fn describe(object: &dyn Erased) -> Described {
    Described {
        id: object.id(),
        caption: object.caption(),
        category: object.category(),
        schema: object.schema(),
        defaults: object.defaults(),
        tables: object.tables(),
    }
}
