//! Bulk operations: a query whose whole result is written to a file of lines, and a mutation that is run once for each
//! line of a file.
//!
//! They take their time on the store's clock. Whoever looks at a store first does the work that is due
//! ([`settle`]), so that no task runs behind a test's back. A query is run page by page by the resolvers of ordinary
//! queries, a mutation line by line by the path of ordinary ones: there are no others.

mod connections;
mod lines;
mod mutation;
mod page;
mod plan;
mod rules;
mod settle;
mod whole;

pub(crate) use mutation::check as check_mutation;
pub(crate) use rules::check as check_query;
pub(crate) use settle::settle;
pub(crate) use whole::is_unlimited;
