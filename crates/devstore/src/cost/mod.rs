//! What a request costs, and the bucket it is paid from.

mod actual;
mod bucket;
mod debug;
mod input;
mod multiplier;
mod requested;
mod selection;
mod table;

pub(crate) use actual::actual;
pub(crate) use bucket::{Bucket, ThrottleStatus};
pub(crate) use debug::debug;
pub(crate) use input::input_cost;
pub(crate) use requested::requested;
pub(crate) use selection::Reading;

/// The most points that one request may ask for.
pub(crate) const MAX_COST: u64 = 1_000;
