//! Mapping tables: what the names that Shopify has for shipping, payments, terms and places are in the back office.
//!
//! A name that an order brings for the first time has a row of its own, without a code: a person gives it one, and the
//! next order takes it. What is left blank is left to the shop card and to the customer.

mod charge;
mod known;
mod names;
pub mod payment_method;
pub mod payment_terms;
mod see;
pub mod shipment_method;
pub mod tax_area;
mod upkeep;

pub use charge::ChargeType;
pub(crate) use known::Mappings;
pub(crate) use names::naming;
pub(crate) use see::see;
