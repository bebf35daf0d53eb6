//! A request from its text to its answer: read, check, cost, pay, run.

mod answer;
mod around;
mod asked;
mod deprecated;
mod digest;
mod execution;
mod guarded;
mod key_refused;
mod once;
mod request;
mod run;
mod schema;
mod told_again;

pub(crate) use around::Around;
pub(crate) use execution::perform;
pub(crate) use request::Request;
pub(crate) use run::{Setting, run};
pub(crate) use schema::Compiled;
