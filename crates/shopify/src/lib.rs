//! Shopify's Admin API, as its client sees it.
//!
//! A [`Client`] sends typed [`Document`]s to one [`Store`]. Each document is checked against our copy of Shopify's
//! schema when this crate is compiled, and its cost is known before it is sent. All clients of a store in a process
//! share one [`Budget`], and all processes one [`Ledger`] of the points that the store allows ([`budget`]): a call waits
//! until its points are there, so that Shopify refuses next to none, and what a person waits for goes before what runs in
//! the background.
//!
//! An answer is read in an envelope of our own, since Shopify says much outside of `data`: errors as a list or as a
//! text, the cost, and filters that it ignored, which make an answer worthless. What goes wrong is an [`Error`] that
//! says in one sentence what happened and what to do, and by [`Error::decision`] whether a job tries again.
//!
//! A token is asked of the store's [`Tokens`] before each call. One that is refused is renewed once and the call sent
//! again; [`request_token`] is how a store gives another one.
//!
//! Queries are sent again when an answer is lost. A mutation is not, unless Shopify recognises it by its key: the
//! answer is [`Error::Unclear`], and the caller looks before it acts.
//!
//! What arrives the other way, a webhook, is verified and read here ([`webhook`]).
//!
//! What it refuses to do: touch a table, follow a redirect, guess at a partial answer.
//!
//! Invariants: no request is sent before its cost is reserved; a throttled call is not a failed one; an unknown value
//! of an enum is kept; what Shopify said of an order is kept as it was written ([`Kept`]).

mod admin_url;
mod bucket;
pub mod budget;
pub mod bulk;
mod client;
pub mod cost;
mod decision;
mod document;
pub mod documents;
mod domain;
mod envelope;
mod error;
pub mod files;
mod granted_scopes;
mod judge;
mod kept;
mod matrix;
mod meter;
mod observer;
mod patience;
mod scalars;
mod scopes;
mod store;
mod token;
pub mod webhook;

/// The schema that the documents are checked against.
#[cynic::schema("shopify")]
mod schema {}

pub use admin_url::{AdminHosts, AdminUrl, NotAnAdminUrl};
pub use budget::{Budget, Lane, Ledger};
pub use client::Client;
pub use decision::Decision;
pub use document::{Document, Kind};
pub use domain::{Domain, NotAStore};
pub use error::Error;
pub use kept::Kept;
pub use meter::Meter;
pub use observer::{Observed, Observer};
pub use scalars::{BigInt, Json, Rate, UnsignedInt64, Url};
pub use scopes::Scopes;
pub use store::Store;
pub use token::{Callback, Grant, Granted, NotFromTheStore, Tokens, authorize_address, request_token};

/// The id of an object in Shopify, as its text.
pub use cynic::Id;
