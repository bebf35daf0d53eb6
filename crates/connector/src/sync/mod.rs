//! What a person starts with one click: a sync, all of them, and reading a store's records again.
//!
//! [`ACTIONS`] says which action is which object with which options. [`sync`] makes it an entry of the job queue, or a run
//! in the foreground, as *Run Syncs in Background* on the shop card says.

mod action;
mod add;
mod all;
mod chosen;
pub(crate) mod nothing;
mod reset;
mod start;
mod steps;

pub use action::{ACTIONS, Action, offered};
pub use all::sync_all;
pub use reset::{RESETTABLE, last_syncs, reset};
pub use start::{Started, Sync, sync, sync_action};
pub use steps::{SYNC_ALL, SyncAll};

pub(crate) use add::{Adding, add, exactly};
pub(crate) use chosen::{Chosen, ids};
pub(crate) use reset::set_back;
pub(crate) use start::{ATTEMPTS, entry};
