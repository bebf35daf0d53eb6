//! Sending an order: what is assigned to a location, held back, moved, and put into parcels.

mod assign;
mod cancel;
mod create;
mod event;
mod found;
mod hold;
mod input;
mod move_to;
mod open;
mod split;
mod track;

pub(super) use assign::{assign, send_everything, take_away};
pub(crate) use cancel::fulfillment_cancel;
pub(crate) use create::fulfillment_create;
pub(crate) use event::{EventInput, fulfillment_event_create};
pub(crate) use hold::{fulfillment_order_hold, fulfillment_order_release_hold};
pub(crate) use input::{FulfillmentInput, PiecesInput};
pub(crate) use move_to::fulfillment_order_move;
pub(super) use move_to::move_everything;
pub(crate) use open::fulfillment_order_open;
pub(crate) use track::fulfillment_tracking_info_update;
