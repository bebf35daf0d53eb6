use std::sync::{Arc, PoisonError, RwLock};

use chrono_tz::Tz;

/// The company's time zone, in which date words of filters are read. It is known from the start, or once the company is
/// set up.
#[derive(Clone, Debug)]
pub struct Zone(Arc<RwLock<Tz>>);

impl Zone {
    /// A zone that is known.
    pub fn new(zone: Tz) -> Self {
        Self(Arc::new(RwLock::new(zone)))
    }

    /// The zone.
    pub fn get(&self) -> Tz {
        *self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// It has become known.
    pub(crate) fn set(&self, zone: Tz) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = zone;
    }
}

impl From<Tz> for Zone {
    fn from(zone: Tz) -> Self {
        Self::new(zone)
    }
}
