use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::shard;
use super::money::Bag;
use super::order::TaxLine;

/// Where the shop is.
const HOME: &str = "NO";

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
    /// What becomes of the rest when a part of a fulfilment order is sent.
    #[serde(default)]
    pub remainder: Remainder,
    /// What its plan is called.
    #[serde(default = "development")]
    pub plan: String,
}

/// The plan of a store in which an app is tried out.
fn development() -> String {
    "Development".to_owned()
}

/// Where the rest waits when a part of a fulfilment order is sent: real stores have done both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Remainder {
    /// In the same fulfilment order, which is in progress.
    #[default]
    Stays,
    /// In a new fulfilment order; the other one is closed.
    WaitsAnew,
}

impl Shop {
    /// A shop in Bergen that sells in kroner with the tax in its prices.
    pub(crate) fn new(domain: &str, now: DateTime<Utc>) -> Self {
        Self {
            id: 71_234_567_890 + shard(domain),
            name: "Fjellheim Friluft".to_owned(),
            domain: domain.to_owned(),
            email: "butikk@example.com".to_owned(),
            currency: "NOK".to_owned(),
            time_zone: Tz::Europe__Oslo,
            taxes_included: true,
            created_at: now,
            location_id: 81_234_567_890 + shard(domain),
            remainder: Remainder::Stays,
            plan: development(),
        }
    }

    /// Whether it has the limits of the plans below Plus; a store in which an app is tried out has none.
    pub(crate) fn is_below_plus(&self) -> bool {
        !matches!(self.plan.as_str(), "Development" | "Plus")
    }

    /// Whether its plan lets apps read the staff.
    pub(crate) fn shows_staff(&self) -> bool {
        matches!(self.plan.as_str(), "Advanced" | "Development" | "Plus" | "Plus Trial")
    }

    /// The country that the shop is in, by its code.
    pub(crate) const fn home_country() -> &'static str {
        HOME
    }

    /// The taxes that the shop's settings charge on what goes to this country, without their amounts: at home value
    /// added tax, abroad none. Where nobody says where it goes, it stays at home.
    pub(crate) fn taxes(country: Option<&str>) -> Vec<TaxLine> {
        if country.is_some_and(|country| country != HOME) {
            return Vec::new();
        }
        let title = "MVA".to_owned();
        vec![TaxLine { title, rate: Self::vat(), amount: Bag::ZERO, channel_liable: Some(false) }]
    }

    /// The rate of the value added tax at home.
    pub(crate) const fn vat() -> Decimal {
        Decimal::from_parts(25, 0, 0, false, 2)
    }
}
