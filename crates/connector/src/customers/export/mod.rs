//! The other way: customers here change those in Shopify that they are, `collect → plan → send → record`.

mod calls;
mod collect;
mod plan;
mod reason;
mod record;
mod run;
mod send;
mod wanted;

pub(crate) use calls::{MakeCustomers, all};
pub(crate) use plan::{Plan, plan};
pub(crate) use reason::Reason;
pub(crate) use record::{finish, skipped};
pub(crate) use run::run;
pub(crate) use send::send;
pub(crate) use wanted::{Wanted, email_of, wanted};
