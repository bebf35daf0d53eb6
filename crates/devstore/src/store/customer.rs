use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::address::{Address, full_name};

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
