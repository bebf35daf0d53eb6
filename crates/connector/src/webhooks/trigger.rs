use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;
use shopify_schema::gid::Gid;

use crate::bulk::{Finished, Status};

/// What is read of a webhook's body: enough to know what it is about.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Trigger {
    /// The global id.
    admin_graphql_api_id: Option<String>,
    /// The customer whom the law protects.
    pub customer: Option<Customer>,
    /// The orders that a customer's request is about.
    orders_requested: Vec<Value>,
    /// The orders from which a customer is to be removed.
    orders_to_redact: Vec<Value>,
    /// How a bulk operation stands. What other bodies say by these names is not looked at.
    status: Value,
    error_code: Value,
    completed_at: Value,
    object_count: Value,
}

/// A customer, as a request that the law demands names one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Customer {
    id: Value,
    /// The e-mail address.
    pub email: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
}

/// The longest global id that is taken over.
const LONGEST: usize = 255;

impl Trigger {
    /// Reads a body; `None` for one that is no object in JSON.
    pub fn read(body: &[u8]) -> Option<Self> {
        serde_json::from_slice(body).ok()
    }

    /// The global id of what it is about; blank where there is none.
    pub fn subject(&self) -> &str {
        self.admin_graphql_api_id.as_deref().filter(|id| id.len() <= LONGEST).unwrap_or_default()
    }

    /// The ids of the orders that it names.
    pub fn orders(&self) -> Vec<i64> {
        self.orders_requested.iter().chain(&self.orders_to_redact).filter_map(whole).collect()
    }

    /// The bulk operation that has ended, when it is about one; `now` is when, where it does not say.
    pub fn finished(&self, now: DateTime<Utc>) -> Option<Finished> {
        let gid = self.subject().parse::<Gid>().ok().filter(|gid| gid.kind() == "BulkOperation")?;
        let status = match self.status.as_str()?.to_ascii_lowercase().as_str() {
            "completed" => Status::Completed,
            "canceled" => Status::Canceled,
            "failed" => Status::Failed,
            "expired" => Status::Expired,
            _ => return None,
        };
        let at = self.completed_at.as_str().and_then(|at| DateTime::parse_from_rfc3339(at).ok());
        Some(Finished {
            id: i64::try_from(gid.number()).ok()?,
            status,
            error_code: self.error_code.as_str().unwrap_or_default().to_ascii_uppercase(),
            completed_at: at.map_or(now, |at| at.to_utc()),
            object_count: whole(&self.object_count),
        })
    }
}

impl Customer {
    /// The id; 0 for none.
    pub fn id(&self) -> i64 {
        whole(&self.id).unwrap_or_default()
    }
}

/// A whole number, written as a number or as a text.
fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_says_what_it_is_about() {
        let body = br#"{"id": 7, "admin_graphql_api_id": "gid://shopify/Order/7", "line_items": [{"id": 1}]}"#;
        assert_eq!(Trigger::read(body).unwrap().subject(), "gid://shopify/Order/7");
        assert_eq!(Trigger::read(b"{}").unwrap().subject(), "");
        assert!(Trigger::read(b"[1, 2]").is_none() && Trigger::read(b"order").is_none());
    }

    #[test]
    fn a_request_by_law_names_a_customer_and_orders() {
        let body = br#"{"customer": {"id": 5, "email": "a@b.no", "phone": null}, "orders_to_redact": [1, "2", null]}"#;
        let trigger = Trigger::read(body).unwrap();
        assert_eq!(trigger.orders(), [1, 2]);
        let customer = trigger.customer.unwrap();
        assert_eq!((customer.id(), customer.email.as_deref(), customer.phone), (5, Some("a@b.no"), None));
    }
    #[test]
    fn a_bulk_operation_that_has_ended_says_how() {
        let now = DateTime::UNIX_EPOCH;
        let body = br#"{"admin_graphql_api_id": "gid://shopify/BulkOperation/7", "status": "failed", "error_code": "timeout", "completed_at": "2026-11-27T08:00:00+01:00"}"#;
        let finished = Trigger::read(body).unwrap().finished(now).unwrap();
        assert_eq!((finished.id, &finished.status, finished.error_code.as_str()), (7, &Status::Failed, "TIMEOUT"));
        assert_eq!(finished.completed_at.to_rfc3339(), "2026-11-27T07:00:00+00:00");
        let order = br#"{"admin_graphql_api_id": "gid://shopify/Order/7", "status": {"of": "its own"}}"#;
        assert_eq!(Trigger::read(order).unwrap().finished(now), None);
    }
}
