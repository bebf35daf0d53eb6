//! The guided set-up of a shop: from the first answer of its store to a shop that goes live.
//!
//! How far a person has come is kept for each shop ([`State`]), so that the guide goes on where it was left, by whoever and
//! from wherever. Its steps only use what is there without it: the shop card, the job queue, the checklist. What it adds
//! are proposals ([`propose`]), what a first import would bring ([`counts`]), the jobs that should recur ([`recurring`]),
//! and the moment from which the store may be changed ([`go_live`]).
//!
//! Invariant: a shop that begins with the guide changes nothing in its store before it has gone live.

pub mod counts;
mod entity;
mod go_live;
pub mod propose;
pub mod recurring;
mod state;

pub use entity::{ActiveModel, Column, Entity, Model as State, PrimaryKey, Relation, Step};
pub use go_live::go_live;
pub use state::{begin, come_to, state};
