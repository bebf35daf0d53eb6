use chrono::{DateTime, Utc};

use crate::mutate::UserError;

/// A change of a product that is told of when it is done. It does not survive the process.
#[derive(Clone, Debug)]
pub(crate) struct ProductOperation {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub done_at: DateTime<Utc>,
    /// The product that it has made or changed, if it has.
    pub product: Option<u64>,
    pub errors: Vec<UserError>,
}

impl ProductOperation {
    /// `ProductOperationStatus`.
    pub(crate) fn status(&self, now: DateTime<Utc>) -> &'static str {
        if now >= self.done_at {
            "COMPLETE"
        } else if now > self.created_at {
            "ACTIVE"
        } else {
            "CREATED"
        }
    }
}
