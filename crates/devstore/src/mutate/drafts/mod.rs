//! Drafts of orders: what a buyer is offered, until an order becomes of it.

mod answered;
mod buyer;
mod check;
mod complete;
mod create;
mod delete;
mod discount;
mod input;
mod invoice;
mod line;
mod offer;
mod terms;
mod update;

pub(crate) use answered::Answered;
pub(crate) use complete::{CompleteInput, draft_order_complete};
pub(crate) use create::{draft_order_calculate, draft_order_create};
pub(crate) use delete::draft_order_delete;
pub(crate) use invoice::draft_order_invoice_send;
pub(crate) use update::draft_order_update;
