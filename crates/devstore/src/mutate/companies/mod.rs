//! Companies that buy.

mod create;

pub(crate) use create::company_create;
