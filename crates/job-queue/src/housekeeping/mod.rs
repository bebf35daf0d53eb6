//! Housekeeping: what has to be done now and then, by one worker at a time.

mod duty;
mod expire;
mod keep;
mod log;

pub use log::delete_older_than;

pub(crate) use duty::Entity as Duty;
pub(crate) use keep::{EVERY, keep_house};
