//! Mapping tables: what the names that Shopify has for shipping, payments, terms and places are in the back office.
//!
//! The names that a store has set up are read when its shop is enabled, and when a person asks for it; one that an order
//! brings for the first time has a row of its own, without a code: a person gives it one, and the
//! next order takes it. What is left blank is left to the shop card and to the customer.

mod charge;
mod currencies;
mod gateway;
mod known;
mod names;
pub mod payment_method;
pub mod payment_terms;
mod refresh;
mod see;
pub mod shipment_method;
pub mod tax_area;
mod upkeep;

pub use charge::ChargeType;
pub(crate) use currencies::Currencies;
pub(crate) use gateway::is_paid_by_shopify;
pub(crate) use known::Mappings;
pub(crate) use names::naming;
pub(crate) use refresh::{
    PAYMENT_TERMS_SCOPE, SHIPMENT_METHODS_SCOPE, refresh_payment_terms_for, refresh_shipment_methods_for,
};
pub use refresh::{refresh_payment_terms, refresh_shipment_methods};
pub(crate) use see::see;
