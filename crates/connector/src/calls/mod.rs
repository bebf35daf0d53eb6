//! The log of calls (table 30115, Shopify Log Entry): what was asked of a store, and what it said.
//!
//! A client tells each request to an [`observer`](shopify::Observer), which only puts it into a queue; a task of its own
//! writes what is there, several entries in one transaction, so that no call waits for the log. Requests and responses
//! are redacted before they are stored: names, addresses, notes and the like are hidden by the names of their fields,
//! unless the shop card says to keep them. Beside the log it keeps what responses say of versions: that the store
//! answers with another version than it was asked for, and which deprecated members are in use.

mod content;
mod cut;
mod delete;
pub mod deprecated;
mod entity;
mod failed;
mod keep;
mod observe;
mod prepare;
mod queue;
mod redact;
mod report;
mod review;
mod write;

pub use content::{Content, Entity as Contents, content};
pub use cut::MOST;
pub use delete::delete_older_than;
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use failed::has_error;
pub use report::{check_for_support, report};
pub use review::{review, review_all};

pub(crate) use entity::errors;
pub(crate) use observe::ShopObserver;
pub(crate) use queue::Queue;
pub(crate) use redact::redact;
