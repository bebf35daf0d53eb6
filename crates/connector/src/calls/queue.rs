use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use shopify::Observed;
use tokio::sync::Notify;
use uuid::Uuid;

use super::observe::Shop;

/// As many bytes of bodies wait at most; what comes beyond is written down without its bodies.
const MOST_BYTES: usize = 32 * 1024 * 1024;
/// As many calls wait at most; what comes beyond is counted, and told.
const MOST_CALLS: usize = 10_000;

/// The calls that wait to be written down.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    state: Mutex<State>,
    /// Wakes the one who writes.
    pub(super) filled: Notify,
    /// One writes at a time, so that nothing is written twice.
    pub(super) writing: tokio::sync::Mutex<()>,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<Arc<Call>>,
    bytes: usize,
    left_out: u64,
    /// Which version was last heard of, by shop; none is the one that was asked for.
    served: HashMap<Uuid, String>,
    /// Which deprecated members were last heard of, and when, by shop and document.
    deprecated: HashMap<(Uuid, &'static str), (String, NaiveDate)>,
}

/// A call that waits.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) shop: Arc<Shop>,
    pub(super) run: Option<Uuid>,
    pub(super) sent: Observed,
    /// Whether it is written down as an entry.
    pub(super) logged: bool,
    pub(super) has_error: bool,
    /// The version that answers from now on, when that is news; blank is the one that was asked for.
    pub(super) served: Option<String>,
    /// The deprecated members, when they are news.
    pub(super) deprecated: Option<String>,
}

impl Call {
    fn bytes(&self) -> usize {
        self.sent.request.len() + self.sent.response.len()
    }
}

impl Queue {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn push(&self, mut call: Call) {
        let mut state = self.state();
        if state.waiting.len() >= MOST_CALLS {
            state.left_out += 1;
            return;
        }
        if state.bytes + call.bytes() > MOST_BYTES {
            (call.sent.request, call.sent.response) = Default::default();
        }
        state.bytes += call.bytes();
        state.waiting.push_back(Arc::new(call));
        drop(state);
        self.filled.notify_one();
    }

    /// The first of those that wait, and how many had to be left out before.
    pub(super) fn first(&self, most: usize) -> (Vec<Arc<Call>>, u64) {
        let mut state = self.state();
        let left_out = std::mem::take(&mut state.left_out);
        (state.waiting.iter().take(most).cloned().collect(), left_out)
    }

    /// Forgets the first `count`: they are written.
    pub(super) fn forget(&self, count: usize) {
        let mut state = self.state();
        let count = count.min(state.waiting.len());
        let bytes: usize = state.waiting.drain(..count).map(|call| call.bytes()).sum();
        state.bytes = state.bytes.saturating_sub(bytes);
    }

    /// Whether it is news that this version answers a shop, whose card says `known`; blank is the one that is asked for.
    pub(super) fn is_other_version(&self, shop: Uuid, known: &str, served: &str) -> bool {
        let mut state = self.state();
        let last = state.served.entry(shop).or_insert_with(|| known.to_owned());
        let is_news = last != served;
        served.clone_into(last);
        is_news
    }

    /// Whether it is the first time on this day that these deprecated members of a document are heard of.
    pub(super) fn is_new_use(&self, shop: Uuid, document: &'static str, members: &str, today: NaiveDate) -> bool {
        let said = (members.to_owned(), today);
        self.state().deprecated.insert((shop, document), said.clone()).is_none_or(|before| before != said)
    }
}
