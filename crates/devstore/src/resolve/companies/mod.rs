//! Companies, their locations, and the people who speak for them.

mod company_object;
mod contact;
mod found;
mod location;

pub(super) use company_object::CompanyObject;
pub(super) use found::{companies, company_locations};
pub(super) use location::LocationObject;
