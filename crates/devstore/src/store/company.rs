use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::State;

/// A company that buys, with the places that it buys for and the people who speak for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Company {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub customer_since: DateTime<Utc>,
    pub name: String,
    pub external_id: Option<String>,
    pub note: Option<String>,
    /// The first one is the main contact.
    pub contacts: Vec<Contact>,
    pub locations: Vec<CompanyLocation>,
}

/// A customer who speaks for a company.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Contact {
    pub id: u64,
    pub customer: u64,
    pub title: Option<String>,
}

/// A place of a company.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct CompanyLocation {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub name: String,
    pub external_id: Option<String>,
}

impl State {
    pub(crate) fn put_company(&mut self, company: Company) -> Arc<Company> {
        let company = Arc::new(company);
        self.companies.insert(company.id, Arc::clone(&company));
        company
    }

    /// The company that has this location, and the location's place in it.
    pub(crate) fn company_of(&self, location: u64) -> Option<(&Arc<Company>, usize)> {
        self.companies.values().find_map(|company| {
            let place = company.locations.iter().position(|known| known.id == location)?;
            Some((company, place))
        })
    }
}
