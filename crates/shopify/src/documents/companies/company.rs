use chrono::{DateTime, Utc};

use super::contact::{ContactConnection, ContactCustomer, FEW_ROLES, contact_cost};
use super::location::{LOCATION_COST, Location};
use super::variables::CompaniesVariablesFields;
use crate::cost::connection;
use crate::documents::orders::Cursor;
use crate::schema;

/// As many locations come with a company, the oldest first; more take another call.
const LOCATIONS: u32 = 10;
/// As many contacts come with a company.
const CONTACTS: u32 = 5;

/// A company with all that comes with it.
pub const COMPANY_COST: u32 = 5 + connection(LOCATIONS, LOCATION_COST) + connection(CONTACTS, contact_cost(FEW_ROLES));

/// A company.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(variables = "CompaniesVariables")]
pub struct Company {
    /// Its global id.
    pub id: cynic::Id,
    /// Its name.
    pub name: String,
    /// Its number in another system.
    pub external_id: Option<String>,
    /// What was noted about it.
    pub note: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When anything about it changed last.
    pub updated_at: DateTime<Utc>,
    /// Who speaks for it first of all.
    pub main_contact: Option<MainContact>,
    /// Its locations, the oldest first.
    #[arguments(first: 10, sortKey: CREATED_AT)]
    pub locations: LocationConnection,
    /// Everyone who speaks for it.
    #[arguments(first: 5)]
    pub contacts: ContactConnection,
}

/// Who speaks for a company first of all.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CompanyContact")]
pub struct MainContact {
    /// The global id.
    pub id: cynic::Id,
    /// The customer.
    pub customer: ContactCustomer,
}

/// Locations of a company.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CompanyLocationConnection", variables = "CompaniesVariables")]
pub struct LocationConnection {
    /// They.
    pub nodes: Vec<Location>,
    pub(super) page_info: Cursor,
}
