//! Who speaks for a company, and what they may do where.

use super::variables::CompaniesVariablesFields;
use crate::cost::connection;
use crate::documents::orders::{Cursor, CustomerEmailAddress, CustomerPhoneNumber};
use crate::schema;

/// As many roles come with a contact of a page.
pub(super) const FEW_ROLES: u32 = 5;
/// As many come with a contact that is read once more, for having more.
pub(super) const MANY_ROLES: u32 = 50;

/// A role of a contact: the assignment, the role and the location.
const ROLE: u32 = 3;

/// A contact: itself and the customer with the e-mail address and the phone number, and as many roles.
pub(super) const fn contact_cost(roles: u32) -> u32 {
    let itself_and_customer = 4;
    itself_and_customer + connection(roles, ROLE)
}

/// Contacts.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CompanyContactConnection", variables = "CompaniesVariables")]
pub struct ContactConnection {
    /// They.
    pub nodes: Vec<Contact>,
    pub(super) page_info: Cursor,
}

/// Someone who speaks for a company.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CompanyContact", variables = "CompaniesVariables")]
pub struct Contact {
    /// The global id.
    pub id: cynic::Id,
    /// What the person is at the company.
    pub title: Option<String>,
    /// Whether this is the main contact.
    pub is_main_contact: bool,
    /// The customer.
    pub customer: ContactCustomer,
    /// What the contact may do at which location.
    #[arguments(first: $roles)]
    pub role_assignments: RoleConnection,
}

/// The customer who speaks for a company.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Customer")]
pub struct ContactCustomer {
    /// The global id.
    pub id: cynic::Id,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The e-mail address.
    pub default_email_address: Option<CustomerEmailAddress>,
    /// The phone number.
    pub default_phone_number: Option<CustomerPhoneNumber>,
}

/// What a contact may do.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CompanyContactRoleAssignmentConnection")]
pub struct RoleConnection {
    /// A role at each location.
    pub nodes: Vec<Role>,
    pub(super) page_info: Cursor,
}

/// What a contact may do at a location.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CompanyContactRoleAssignment")]
pub struct Role {
    /// What the contact may do.
    pub role: ContactRole,
    /// Where.
    pub company_location: RoleLocation,
}

/// What a contact may do, as `Ordering only`.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CompanyContactRole")]
pub struct ContactRole {
    /// Its name.
    pub name: String,
}

/// Where a contact may do something.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CompanyLocation")]
pub struct RoleLocation {
    /// The location's name.
    pub name: String,
}
