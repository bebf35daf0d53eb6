use super::{company, contact, location};

/// A company with its locations, the oldest first, and its contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    /// The company.
    pub company: company::Model,
    /// Its locations.
    pub locations: Vec<location::Model>,
    /// Those who speak for it.
    pub contacts: Vec<contact::Model>,
}

impl Whole {
    /// The location whose address and terms its customer has.
    pub fn default_location(&self) -> Option<&location::Model> {
        self.locations.iter().find(|location| location.is_default)
    }

    /// Whether another says the same, whenever that was said.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let company = |whole: &Self| company::Model { updated_at: None, customer_due: false, ..whole.company.clone() };
        company(self) == company(other)
            && self.locations.len() == other.locations.len()
            && self.locations.iter().all(|one| other.locations.contains(one))
            && self.contacts.len() == other.contacts.len()
            && self.contacts.iter().all(|one| other.contacts.contains(one))
    }
}
