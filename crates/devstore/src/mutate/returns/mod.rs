//! Pieces that come back: agreed on, asked for, processed when they are there, and what the buyer gets instead.

mod create;
mod input;
mod process;
mod status;

pub(crate) use create::{return_create, return_request};
pub(crate) use input::ProcessInput;
pub(crate) use process::return_process;
pub(crate) use status::{return_approve, return_cancel, return_close, return_decline, return_reopen};
