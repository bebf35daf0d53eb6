use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use uuid::{Builder, Uuid};

/// A source of randomness: of the operating system for a program, of a seed for a test.
#[derive(Clone, Debug)]
pub struct Random(Arc<Mutex<StdRng>>);

impl Random {
    /// Unpredictable: fit for tokens and keys.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn os() -> Self {
        Self(Arc::new(Mutex::new(rand::make_rng())))
    }

    /// The same sequence for the same seed, on every machine.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    fn generator(&self) -> MutexGuard<'_, StdRng> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.generator().fill_bytes(&mut bytes);
        bytes
    }

    /// A number from 0 up to, and without, `end`; 0 when `end` is 0.
    pub fn below(&self, end: u64) -> u64 {
        if end == 0 { 0 } else { self.generator().random_range(0..end) }
    }

    /// A number from 0 up to, and without, 1.
    pub fn fraction(&self) -> f64 {
        self.generator().random()
    }

    /// A public id, UUID version 7: sorts by the instant it was made at.
    pub fn id(&self, now: DateTime<Utc>) -> Uuid {
        let milliseconds = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(milliseconds, &self.bytes()).into_uuid()
    }
}
