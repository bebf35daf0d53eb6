//! Sessions: people who have signed in, known again by a cookie; and tickets, which sign someone in once.

mod begin;
mod end;
pub mod entity;
mod find;
mod ticket;

pub use begin::NewSession;
pub(crate) use end::end_all;
pub use find::Found;
pub(crate) use ticket::Tickets;
