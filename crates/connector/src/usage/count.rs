use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use shopify::Observed;
use tokio::sync::Notify;
use values::Code;

/// How long a row is, in seconds.
const MINUTE: i64 = 60;

/// Whose calls are counted together, and in which minute.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) store: String,
    pub(crate) shop_code: Code<20>,
    pub(crate) object_id: i32,
    pub(crate) start: DateTime<Utc>,
}

/// What they used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) calls: i64,
    pub(crate) throttled: i64,
    pub(crate) requested: i64,
    pub(crate) charged: i64,
    pub(crate) lowest: Option<i64>,
}

impl Counts {
    /// What one call used. One that was refused has asked for points and got none.
    pub(crate) fn of(sent: &Observed) -> Self {
        let requested = if sent.throttled { 0 } else { points(sent.requested_cost) };
        Self {
            calls: 1,
            throttled: sent.throttled.into(),
            requested,
            charged: points(sent.actual_cost),
            lowest: sent.available.map(|available| available.floor() as i64),
        }
    }

    fn add(&mut self, other: Self) {
        self.calls += other.calls;
        self.throttled += other.throttled;
        self.requested += other.requested;
        self.charged += other.charged;
        self.lowest = [self.lowest, other.lowest].into_iter().flatten().min();
    }
}

fn points(points: Option<f64>) -> i64 {
    points.unwrap_or_default().ceil() as i64
}

/// The minute in which an instant lies.
pub(crate) fn minute(at: DateTime<Utc>) -> DateTime<Utc> {
    let seconds = at.timestamp();
    DateTime::from_timestamp(seconds - seconds.rem_euclid(MINUTE), 0).unwrap_or(at)
}

/// The calls of this process that are not yet in the database.
#[derive(Debug, Default)]
pub(crate) struct Counter {
    waiting: Mutex<BTreeMap<Key, Counts>>,
    /// Wakes the one who writes.
    pub(super) counted: Notify,
}

impl Counter {
    fn waiting(&self) -> MutexGuard<'_, BTreeMap<Key, Counts>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds to what is there.
    pub(crate) fn add(&self, key: Key, counts: Counts) {
        self.waiting().entry(key).or_default().add(counts);
        self.counted.notify_one();
    }

    /// Takes all that waits.
    pub(super) fn take(&self) -> BTreeMap<Key, Counts> {
        std::mem::take(&mut *self.waiting())
    }

    /// Puts back what could not be written.
    pub(super) fn put_back(&self, taken: BTreeMap<Key, Counts>) {
        let mut waiting = self.waiting();
        for (key, counts) in taken {
            waiting.entry(key).or_default().add(counts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_begins_with_its_first_second_also_before_1970() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(minute(at("2026-03-02T09:41:59.999Z")), at("2026-03-02T09:41:00Z"));
        assert_eq!(minute(at("2026-03-02T09:41:00Z")), at("2026-03-02T09:41:00Z"));
        assert_eq!(minute(at("1969-12-31T23:59:59Z")), at("1969-12-31T23:59:00Z"));
    }

    #[test]
    fn what_could_not_be_written_is_counted_with_what_came_meanwhile() {
        let counter = Counter::default();
        let key = Key {
            store: "fjord.myshopify.com".into(),
            shop_code: Code::cut("FJORD"),
            object_id: 30104,
            start: DateTime::UNIX_EPOCH,
        };
        let counts = Counts { calls: 1, throttled: 0, requested: 20, charged: 12, lowest: Some(900) };
        counter.add(key.clone(), counts);
        let taken = counter.take();
        assert!(counter.take().is_empty());
        counter.add(key.clone(), Counts { throttled: 1, lowest: None, ..counts });
        counter.put_back(taken);
        let both = Counts { calls: 2, throttled: 1, requested: 40, charged: 24, lowest: Some(900) };
        assert_eq!(counter.take(), BTreeMap::from([(key, both)]));
    }
}
