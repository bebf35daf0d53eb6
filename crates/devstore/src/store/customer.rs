use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::address::{Address, full_name};

/// Whether a customer has an account in the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CustomerState {
    /// It was invited and did not want one.
    Declined,
    /// It has none.
    #[default]
    Disabled,
    /// It has one.
    Enabled,
    /// It was asked whether it wants one.
    Invited,
}

impl CustomerState {
    /// The value of the enum in the schema.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Declined => "DECLINED",
            Self::Disabled => "DISABLED",
            Self::Enabled => "ENABLED",
            Self::Invited => "INVITED",
        }
    }
}

/// Whether a customer wants to be written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum MarketingState {
    /// Nobody can be written to at the address.
    Invalid,
    /// It has never said that it does.
    #[default]
    NotSubscribed,
    /// It has to confirm that it does.
    Pending,
    /// It does.
    Subscribed,
    /// It does no more.
    Unsubscribed,
}

impl MarketingState {
    /// The value of the enum in the schema.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Invalid => "INVALID",
            Self::NotSubscribed => "NOT_SUBSCRIBED",
            Self::Pending => "PENDING",
            Self::Subscribed => "SUBSCRIBED",
            Self::Unsubscribed => "UNSUBSCRIBED",
        }
    }
}

/// What a customer has said of being written to in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Consent {
    pub state: MarketingState,
    /// How it was asked, as `CustomerMarketingOptInLevel` names it.
    pub opt_in_level: Option<String>,
    /// Since when it is so; none: it was never asked.
    pub updated_at: Option<DateTime<Utc>>,
}

/// A customer of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Customer {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub note: Option<String>,
    pub locale: String,
    pub tags: Vec<String>,
    pub tax_exempt: bool,
    #[serde(default)]
    pub state: CustomerState,
    #[serde(default)]
    pub email_consent: Consent,
    #[serde(default)]
    pub sms_consent: Consent,
    /// The first one is the default address.
    pub addresses: Vec<Address>,
    pub number_of_orders: u64,
    pub amount_spent: Decimal,
}

impl Customer {
    /// The name, else the e-mail address, else the phone number.
    pub(crate) fn display_name(&self) -> String {
        full_name(self.first_name.as_deref(), self.last_name.as_deref())
            .or_else(|| self.email.clone())
            .or_else(|| self.phone.clone())
            .unwrap_or_default()
    }
}
