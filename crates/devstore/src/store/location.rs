use serde::{Deserialize, Serialize};

use super::State;

/// A place that goods are kept at and sent from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Location {
    pub id: u64,
    pub name: String,
    pub address1: Option<String>,
    pub address2: Option<String>,
    pub city: Option<String>,
    pub zip: Option<String>,
    pub province_code: Option<String>,
    pub country_code: String,
    pub phone: Option<String>,
}

impl Location {
    /// The store room that every shop begins with.
    pub(super) fn first(id: u64) -> Self {
        Self {
            id,
            name: "Lager Bergen".to_owned(),
            address1: Some("Bryggen 7".to_owned()),
            address2: None,
            city: Some("Bergen".to_owned()),
            zip: Some("5003".to_owned()),
            province_code: None,
            country_code: "NO".to_owned(),
            phone: None,
        }
    }
}

impl State {
    /// The location with this id.
    pub(crate) fn location(&self, id: u64) -> Option<&Location> {
        self.locations.iter().find(|location| location.id == id)
    }

    /// Whether there is such a location.
    pub(crate) fn has_location(&self, id: u64) -> bool {
        self.location(id).is_some()
    }
}
