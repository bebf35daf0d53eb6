//! Webhooks: what a store tells by itself, so that nobody has to wait for the next scheduled run.
//!
//! A webhook is stored by its id and what it asks for is put into the job queue, in one transaction and before it is
//! acknowledged; so it has its effect once, however often it is sent. Its body is a trigger only: what it is about is
//! read from the store by the job. A webhook that gets lost is made good by the next scheduled run.

mod act;
pub mod data_request;
mod forget;
mod kept_secret;
mod receive;
mod received;
mod settle;
pub mod subscription;
mod trigger;
mod uninstalled;

pub use forget::forget;
pub use kept_secret::{OLD_SECRET_IS_GOOD_FOR, give_secret};
pub use receive::{Receipt, Refused, receive};
pub use received::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation, State};

/// Where a store's webhooks arrive, below the public address.
pub const PATH: &str = "/webhooks/shopify";

pub(crate) use act::BULK_OPERATIONS;
pub(crate) use kept_secret::{Column as SecretColumn, Entity as Secret, keep_secret_of, seal_secrets_anew};
pub(crate) use settle::settle;
pub(crate) use uninstalled::hold_jobs;
