//! Companies, their locations, and the people who speak for them.

mod address;
mod company_object;
mod contact;
mod found;
mod location;
mod role;
mod settings;

pub(super) use address::AddressObject;
pub(super) use company_object::CompanyObject;
pub(super) use contact::ContactObject;
pub(super) use found::{companies, company_locations};
pub(super) use location::LocationObject;
pub(super) use role::AssignmentObject;
