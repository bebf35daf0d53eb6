//! Companies, with their locations and those who speak for them: 250 in each call, whole as a rule. Where a company has
//! more locations or contacts than come with it, another call brings the rest.

mod by_ids;
mod company;
mod complete;
mod contact;
mod location;
mod page;
mod rest;
mod variables;

pub use by_ids::{AT_ONCE, CompaniesByIds, by_ids};
pub use company::{COMPANY_COST, Company, LocationConnection, MainContact};
pub use contact::{Contact, ContactConnection, ContactCustomer, ContactRole, Role, RoleConnection, RoleLocation};
pub use location::{BuyerExperience, CompanyAddress, Location, TaxSettings, Terms};
pub use page::{CompaniesPage, PAGE, Page, Told, page};
pub use rest::CompaniesRest;
pub use variables::CompaniesVariables;
