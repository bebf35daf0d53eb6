//! The checklist of going live: what must be in order before a shop changes anything in its store.
//!
//! Each check looks at one thing and says how it stands in one sentence, with what mends it and the page where that is
//! done. Nothing is asked of the store: the checks read what is stored. The page of the guided set-up, the REST API and
//! `kobling doctor --shop` all show what [`run`] says.

mod accounts;
mod check;
mod connection;
mod customers;
mod ground;
mod items;
mod products;
mod run;
mod schedules;
mod scopes;
mod stock;
mod test_order;
mod vat;

pub use check::{Check, State};
pub use run::run;
