//! Webhooks: what happened in a store, told to who has subscribed to it.
//!
//! What is to be told waits in the store's state until [`crate::Handle::deliver_due`] is called: by a test whenever it
//! likes, by a served devstore in a loop. It is sent through a [`Deliver`] that the devstore is given, so that it needs
//! no HTTP client of its own.

mod announce;
mod announcement;
mod attempt;
mod body;
mod deliver;
mod due;
mod filter;
mod steer;
mod topic;
mod unreliable;

pub(crate) use announce::{bulk_finished, happened};
pub use announcement::Announcement;
pub(crate) use attempt::Attempts;
pub use attempt::WebhookAttempt;
pub use deliver::{Deliver, Outgoing};
pub(crate) use filter::is_filter;
pub(crate) use unreliable::Unreliable;
pub use unreliable::WebhookFaults;
