use std::sync::{Arc, TryLockError};

use chrono::{DateTime, TimeDelta, Utc};

use super::mutation;
use super::page::{self, Written};
use crate::devstore::{Devstore, Store, lock};
use crate::execute::{Around, Setting};
use crate::faults::FaultKind;
use crate::limits::Limits;
use crate::store::bulk::{BulkKind, BulkOperation, Doom, Ending, FailureCode, Phase};
use crate::webhooks::bulk_finished;

/// The records without a parent that are read at once, and the lines that are run at once.
const AT_ONCE: u64 = 500;

/// Does what the bulk operations of this store have had the time for. Whoever looks at the store calls it first; when
/// another thread is at it, what that one has done so far is what there is to see.
pub(crate) fn settle(devstore: &Devstore, store: &Store) {
    let open: Vec<u64> = store.read().bulk.values().filter(|bulk| bulk.is_open()).map(|bulk| bulk.id).collect();
    if open.is_empty() {
        return;
    }
    let _alone = match store.working.try_lock() {
        Ok(guard) => guard,
        Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
        Err(TryLockError::WouldBlock) => return,
    };
    let now = devstore.now();
    for id in open {
        while step(devstore, store, id, now) {}
    }
}

/// The next thing to do for an operation; false when there is none before a later time.
fn step(devstore: &Devstore, store: &Store, id: u64, now: DateTime<Utc>) -> bool {
    let Some(bulk) = store.read().bulk.get(&id).map(Arc::clone) else { return false };
    let limits = devstore.limits();
    let pace = Pace(&limits);
    match bulk.phase {
        Phase::Ended { .. } => false,
        Phase::Created => {
            let since = bulk.created_at + pace.start();
            if since > now {
                return false;
            }
            let doomed = doom(devstore, &bulk);
            edit(store, id, |bulk| {
                bulk.phase = Phase::Running { since };
                bulk.doomed = doomed;
            });
            true
        }
        Phase::Canceling => end(devstore, store, id, now, Ending::Canceled),
        Phase::Running { since } => run(devstore, store, &bulk, since, now, &pace),
    }
}

fn run(
    devstore: &Devstore,
    store: &Store,
    bulk: &BulkOperation,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
    pace: &Pace<'_>,
) -> bool {
    if let Some(Doom { ending, after }) = bulk.doomed
        && bulk.objects >= after
    {
        let at = since + pace.time_of(after);
        return at <= now && end(devstore, store, bulk.id, at, ending);
    }
    if bulk.exhausted {
        let at = since + pace.time_of(bulk.objects);
        return at <= now && end(devstore, store, bulk.id, at, Ending::Completed);
    }
    let last_moment = bulk.created_at + longest(bulk.kind);
    let most = pace.objects_in(now.min(last_moment) - since).saturating_sub(bulk.objects);
    if most == 0 {
        return last_moment <= now && end(devstore, store, bulk.id, last_moment, Ending::Failed(FailureCode::Timeout));
    }
    let most = bulk.doomed.map_or(most, |doom| most.min(doom.after.saturating_sub(bulk.objects))).clamp(1, AT_ONCE);
    let written = write(devstore, store, bulk, now, most);
    match written {
        Ok(Written { lines, next }) => edit(store, bulk.id, |bulk| {
            bulk.objects += lines.objects;
            bulk.roots += lines.roots;
            bulk.output.add(&lines.text);
            bulk.exhausted = next.is_none();
            bulk.place = next.unwrap_or_default();
        }),
        Err(code) => {
            let at = (since + pace.time_of(bulk.objects)).min(now);
            end(devstore, store, bulk.id, at, Ending::Failed(code));
        }
    }
    true
}

fn write(
    devstore: &Devstore,
    store: &Store,
    bulk: &BulkOperation,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Written, FailureCode> {
    let request_id = bulk.gid();
    let setting = Setting {
        around: Arc::new(Around::of(devstore, store, bulk.base.clone())),
        app: &store.app(),
        limits: devstore.limits(),
        versions: devstore.versions(),
        retention: devstore.retention(),
        now,
        request_id: &request_id,
        debug_searches: false,
        debug_costs: false,
        free: true,
    };
    match bulk.kind {
        BulkKind::Query => page::write(&setting, bulk, i32::try_from(most).unwrap_or(i32::MAX)),
        BulkKind::Mutation => {
            Ok(mutation::write(devstore, &setting, bulk, usize::try_from(most).unwrap_or(usize::MAX)))
        }
    }
}

/// Ends an operation, and tells who wants to know.
fn end(devstore: &Devstore, store: &Store, id: u64, at: DateTime<Utc>, how: Ending) -> bool {
    edit(store, id, |bulk| {
        bulk.phase = Phase::Ended { at, how };
        bulk.input = None;
    });
    store.change(|mut state| {
        let kept = Arc::make_mut(&mut state);
        if let Some(bulk) = kept.bulk.get(&id).map(Arc::clone) {
            bulk_finished(devstore, kept, &bulk, at);
        }
        (state, ())
    });
    true
}

fn edit(store: &Store, id: u64, change: impl FnOnce(&mut BulkOperation)) {
    store.change(|mut state| {
        if let Some(bulk) = Arc::make_mut(&mut state).bulk.get_mut(&id) {
            change(Arc::make_mut(bulk));
        }
        (state, ())
    });
}

/// What a planned fault does to an operation that begins.
fn doom(devstore: &Devstore, bulk: &BulkOperation) -> Option<Doom> {
    let name = match bulk.kind {
        BulkKind::Query => "bulkOperationRunQuery",
        BulkKind::Mutation => "bulkOperationRunMutation",
    };
    let fault = lock(&devstore.0.faults).strike_bulk(&[name])?;
    let ending = match fault.kind {
        FaultKind::BulkAccessDenied => Ending::Failed(FailureCode::AccessDenied),
        FaultKind::BulkTimeout => Ending::Failed(FailureCode::Timeout),
        FaultKind::BulkCanceled => Ending::Canceled,
        FaultKind::BulkExpired => Ending::Expired,
        _ => Ending::Failed(FailureCode::InternalServerError),
    };
    Some(Doom { ending, after: fault.objects })
}

/// How long the real store lets an operation run.
const fn longest(kind: BulkKind) -> TimeDelta {
    match kind {
        BulkKind::Query => TimeDelta::days(10),
        BulkKind::Mutation => TimeDelta::days(1),
    }
}

/// How fast operations come on.
struct Pace<'l>(&'l Limits);

impl Pace<'_> {
    fn start(&self) -> TimeDelta {
        TimeDelta::milliseconds(i64::try_from(self.0.bulk_start_ms).unwrap_or(i64::MAX / 2_000))
    }

    /// How long so many objects take.
    fn time_of(&self, objects: u64) -> TimeDelta {
        let micros = u128::from(objects) * u128::from(self.0.bulk_object_us);
        TimeDelta::microseconds(i64::try_from(micros).unwrap_or(i64::MAX / 2))
    }

    /// How many objects are done after so long.
    fn objects_in(&self, time: TimeDelta) -> u64 {
        let micros = time.num_microseconds().and_then(|micros| u64::try_from(micros).ok()).unwrap_or_default();
        micros.checked_div(self.0.bulk_object_us).unwrap_or(u64::MAX)
    }
}
