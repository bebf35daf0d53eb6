//! Outbound operations: a change in Shopify is a row before it is a request, so that it is made once, whatever happens
//! to the request, the answer or the process (docs/decisions/0003).
//!
//! A task that changes something in Shopify describes it as a [`Change`] and does three things:
//!
//! ```text
//! settle::<C>(cx, client, seen, shop)   what earlier runs have left open, before it plans
//! intend::<C>(tx, …)                    a row for each change that it plans, in the transaction that plans it
//! send::<C>(cx, client, seen, &row)     each of them
//! ```
//!
//! | State | Meaning | What [`settle()`] does |
//! |---|---|---|
//! | Open | it is intended and was not sent | sends it |
//! | Sent | it was sent, and what came of it is not known | with a key, and for 20 hours: sends it again as it was; else, after 60 seconds: looks |
//! | For a Person | looking did not tell | nothing: a person says what is so ([`was_done`], [`send_again`]) |
//! | Done, Failed | the store has said so | – |

mod again;
mod change;
mod decide;
mod entity;
mod follow;
mod intend;
mod looked;
mod many;
mod person;
mod send;
mod settle;
mod state;

pub(crate) use again::again;
pub use change::{Change, KEY, ReadBack, Told};
pub use decide::{KEY_IS_KNOWN_FOR, LOOK_AFTER};
pub(crate) use entity::one_at_a_time;
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub(crate) use follow::follow;
pub use intend::{Intent, intend};
pub(crate) use many::{Intended, Sort, begin_all, forget_finished, say, unfinished, withdraw};
pub use person::{send_again, was_done};
pub use send::send;
pub use settle::{Settled, settle};
pub use state::State;
