//! What is to be sent, and what was.

mod assigned_location;
mod delivery_method;
mod destination;
mod hold;
mod parcel;
mod parcel_line;
mod waiting;
mod waiting_line;

pub(super) use hold::HoldObject;
pub(super) use parcel::{ParcelObject, parcels};
pub(super) use parcel_line::parcel_line;
pub(super) use waiting::{WaitingObject, waiting_orders};
