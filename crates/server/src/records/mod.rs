//! Sets of records: lists and single records, in one way for every entity.
//!
//! A set is described by its entity alone ([`database::Record`]); what the API adds is which area it belongs to, which
//! sets can be expanded, and the connector's own names. Filters, orders and versions follow from the description.

mod computed;
mod csv;
mod etag;
mod filter;
mod id;
mod load;
mod query;
mod resource;
mod row;
mod schema;
mod serve;
mod set;

pub(crate) use computed::{Computed, Computing, Snapshot};
pub(crate) use csv::table as csv_table;
pub(crate) use etag::{IfMatch, MustMatch};
pub(crate) use filter::expression;
pub(crate) use id::RecordId;
pub(crate) use load::{hold, load};
pub(crate) use query::Query;
pub(crate) use resource::{Personal, Resource};
pub(crate) use row::Row;
pub(crate) use schema::{form, schema};
pub(crate) use serve::{answer, found, serve, shown, shown_in};
pub(crate) use set::{Renamed, Set};
