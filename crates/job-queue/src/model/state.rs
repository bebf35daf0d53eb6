use crate::entry::Status;

/// The queue and its workers at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct State {
    /// Those that are there.
    pub(super) entries: [Option<Entry>; 2],
    /// The rows of the runs.
    pub(super) runs: Vec<Run>,
    pub(super) workers: [Worker; 3],
    /// How often the person may still do something.
    pub(super) acts: u8,
    /// How often a run may still be taken over.
    pub(super) rescues: u8,
    /// How often a worker may still freeze or die.
    pub(super) mishaps: u8,
    pub(super) harm: Harm,
}

/// What is stored of an entry, as far as it decides what may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    pub(super) status: Status,
    pub(super) runnable: bool,
    /// Its time has come.
    pub(super) due: bool,
    pub(super) attempts: i32,
    pub(super) rescues: i32,
    pub(super) rescued_at: i64,
    /// Its last run failed for good.
    pub(super) failing: bool,
}

/// The row of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Run {
    pub(super) entry: usize,
    pub(super) token: u8,
    pub(super) lease: Lease,
    /// A person has cancelled it.
    pub(super) told: bool,
    /// Its lease was prolonged, and the worker has not heard that.
    pub(super) unheard: bool,
    /// How many records are done.
    pub(super) done: i64,
}

/// How much of a lease is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Lease {
    Whole,
    LastThird,
    Over,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Worker {
    pub(super) life: Life,
    /// The run that it believes to have.
    pub(super) holds: Option<Held>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Life {
    Alive,
    Frozen,
    Dead,
}

/// What a worker knows of its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Held {
    pub(super) entry: usize,
    pub(super) token: u8,
    /// By its clock it may still have effects.
    pub(super) trusts: bool,
    /// It knows that it was cancelled.
    pub(super) told: bool,
}

/// What must never have happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Harm {
    /// A worker wrote whose run had been taken from it.
    pub(super) wrote: bool,
    /// A worker called the outside whose run had been taken from it.
    pub(super) sent: bool,
    /// A run could not end, because the table of transitions does not know how.
    pub(super) stuck: bool,
}

impl State {
    /// The row of a token.
    pub(super) fn run(&mut self, token: u8) -> Option<&mut Run> {
        self.runs.iter_mut().find(|run| run.token == token)
    }

    /// Whether a token is that of a row.
    pub(super) fn is_held(&self, token: u8) -> bool {
        self.runs.iter().any(|run| run.token == token)
    }

    /// The run of an entry.
    pub(super) fn run_of(&self, entry: usize) -> Option<&Run> {
        self.runs.iter().find(|run| run.entry == entry)
    }

    /// A token that nobody knows.
    pub(super) fn fresh_token(&self) -> u8 {
        let known = |token| self.is_held(token) || self.workers.iter().any(|worker| worker.token() == Some(token));
        (0..).find(|token| !known(*token)).unwrap()
    }

    /// What the worker of a token knows.
    pub(super) fn holder(&mut self, token: u8) -> Option<&mut Held> {
        self.workers.iter_mut().filter_map(|worker| worker.holds.as_mut()).find(|held| held.token == token)
    }
}

impl Worker {
    pub(super) fn token(&self) -> Option<u8> {
        self.holds.map(|held| held.token)
    }
}
