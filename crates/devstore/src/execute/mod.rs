//! A request from its text to its answer: read, check, cost, pay, run.

mod answer;
mod around;
mod request;
mod run;
mod schema;

pub(crate) use answer::Answer;
pub(crate) use around::Around;
pub(crate) use request::Request;
pub(crate) use run::{Setting, perform, run};
pub(crate) use schema::Compiled;
