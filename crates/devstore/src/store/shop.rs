use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The settings of the store.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Shop {
    pub id: u64,
    pub name: String,
    pub domain: String,
    pub email: String,
    pub currency: String,
    pub time_zone: Tz,
    pub taxes_included: bool,
    pub created_at: DateTime<Utc>,
    pub location_id: u64,
}

impl Shop {
    /// A shop in Bergen that sells in kroner with the tax in its prices.
    pub(crate) fn new(domain: &str, now: DateTime<Utc>) -> Self {
        Self {
            id: 71_234_567_890,
            name: "Fjellheim Friluft".to_owned(),
            domain: domain.to_owned(),
            email: "butikk@example.com".to_owned(),
            currency: "NOK".to_owned(),
            time_zone: Tz::Europe__Oslo,
            taxes_included: true,
            created_at: now,
            location_id: 81_234_567_890,
        }
    }
}
