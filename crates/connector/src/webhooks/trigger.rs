use serde::Deserialize;
use serde_json::Value;

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
}
