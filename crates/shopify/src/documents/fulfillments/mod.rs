//! Sending orders: what of them waits, where and why, what was sent, and making parcels of it, many orders a call.

mod create;
mod of_orders;
mod parcel;
mod parcel_lines;
mod rest;
mod waiting;

pub use create::{
    Created, CreatedParcel, FulfillmentInput, FulfillmentsCreate, OfFulfillmentOrder, Piece, Tracking, create,
};
pub use of_orders::{FulfillmentsOfOrders, ORDERS, OrderToFulfill, of_orders};
pub use parcel::{Parcel, ParcelLine, ParcelLineConnection, SentLine, TrackingNumber};
pub use parcel_lines::{FulfillmentsLines, LinesOfParcel, lines};
pub use rest::{FulfillmentOrderLines, OrderFulfillmentOrders, ParcelLines, RestVariables};
pub use waiting::{
    Action, Hold, HoldReason, Place, RequestStatus, SupportedAction, Waiting, WaitingConnection, WaitingLine,
    WaitingLineConnection, WaitingPlace,
};

/// As many parcels are made in a call: each is made after the other, and all of them before anybody is answered.
pub const PARCELS: usize = 25;
/// As many lines has a parcel that is made in one go.
pub const LARGEST_PARCEL: usize = 250;
/// As many parcels are asked for at once.
pub const AT_ONCE: usize = 50;
