//! Whole-system runs, measured.

mod api;
mod availability;
mod bulk;
mod company;
mod devstore;
mod figures;
mod import;
mod latency;
mod machine;
mod measure;
mod post;
mod products;
mod publish;
mod queue;
mod report;
mod web;

pub(crate) use api::run as api;
pub(crate) use availability::{Stock, run as availability};
pub(crate) use bulk::run as bulk;
pub(crate) use company::Administrator;
pub(crate) use devstore::run as devstore;
pub(crate) use import::run as import;
pub(crate) use machine::Machine;
pub(crate) use measure::run as measure;
pub(crate) use post::run as post;
pub(crate) use products::run as products;
pub(crate) use queue::{Load, run as queue};
pub(crate) use web::run as web;
