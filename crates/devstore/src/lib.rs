//! A stand-in Shopify store for development, tests and the demo.
//!
//! A connector can't be built against a shop that someone sells from, and a mock that returns what a test wants to see
//! proves nothing. This store keeps products, customers and orders in memory and executes GraphQL against Shopify's own
//! schema: what a client gets to work here works on the real one, and what the real one refuses is refused here, with
//! its texts and codes. It is filled by Shopify's own mutations, or by [`Devstore::seed`] with a believable shop.
//!
//! Requests cost what they cost there and are paid from a leaky bucket; a journal tells what each one cost, so that a
//! test can assert it. Time is the [`runtime::Clock`] it is given: in process, on a test's own clock, a minute of
//! throttling takes no time at all. Faults are planned, seeded, and happen when they should.
//!
//! What it refuses to do: invent data. A field that the schema has and that is not served answers null, or a loud error
//! where null is not allowed.
//!
//! Invariants: the same seed makes the same shop; a mutation happens whole or not at all; the totals of an order are
//! the sums of its lines, to the cent, in both of its currencies.

mod access;
mod alter;
mod backstage;
mod bulk;
mod check;
mod cost;
mod devstore;
mod error;
mod execute;
mod faults;
mod handle;
mod hex;
mod http;
mod import;
mod journal;
mod limits;
mod merchant;
mod mutate;
mod options;
mod payments;
mod picture;
mod platform;
mod resolve;
mod search;
mod seed;
mod shopper;
mod signed;
mod special;
mod staff;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
mod versions;
mod webhooks;

pub use access::CustomerData;
pub use backstage::{ItemChange, NewService, Sending};
pub use devstore::Devstore;
pub use error::Error;
pub use faults::{Fault, FaultBody, FaultKind};
pub use handle::{Handle, Part, PlacedOrder};
pub use import::Loaded;
pub use journal::{JournalEntry, OperationSummary, Outcome, Summary};
pub use limits::Limits;
pub use merchant::{CustomerWish, NewPlan};
pub use options::{DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, DEFAULT_DOMAIN, DEFAULT_TOKEN, Options, StoreOptions};
pub use payments::{Adjustment, DisputeChange, NewDispute, PaymentsAccount, PaymentsSettings, PayoutChange};
pub use platform::AppState;
pub use seed::{CatalogItem, DemoCustomer, Seeded, catalog, customers, customers_for};
pub use shopper::Purchase;
pub use special::SpecialOrder;
pub use staff::{NewStaffMember, StaffChange};
pub use store::Remainder;
pub use store::customer::{CustomerState, MarketingState};
pub use store::fulfilment::RequestStatus;
pub use versions::Versions;
pub use webhooks::{Announcement, Deliver, Outgoing, WebhookAttempt, WebhookFaults};
