//! Bulk operations that change products: each is a row before it is asked for, and until what came of it is written down.
//!
//! Nobody may know of one what became of it: the answer was lost, or this process ended while the store was at it. The store
//! would then go on to write prices that are older than those that the next run compares with. So each run first lets what
//! was begun come to its end, and reads the products again that it was to change: what it has done is not done twice, and
//! what it has overwritten is seen.

mod begin;
pub(crate) mod entity;
mod settle;

pub(super) use begin::{begin, forget};
pub(super) use settle::{settle, too_early};
