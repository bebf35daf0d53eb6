//! What is to be sent, and what was.

mod assigned_location;
mod delivery_method;
mod destination;
mod event;
mod hold;
mod parcel;
mod parcel_line;
mod service;
mod waiting;
mod waiting_all;
mod waiting_line;

pub(super) use event::EventObject;
pub(super) use hold::HoldObject;
pub(super) use parcel::{ParcelObject, parcels};
pub(super) use parcel_line::parcel_line;
pub(super) use service::ServiceObject;
pub(super) use waiting::{WaitingObject, waiting_orders};
pub(super) use waiting_all::{assigned_orders, waiting_of_all};
