use serde::Deserialize;

use crate::Id;
use crate::documents::WithId;
use crate::documents::slots::Complaint;

/// What came of making or changing a customer, or an address of one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    /// The customer, or the address.
    #[serde(default, alias = "customer", alias = "address")]
    pub record: Option<WithId>,
    /// What Shopify has against it.
    #[serde(default)]
    pub user_errors: Vec<Complaint>,
}

impl Changed {
    /// The id of what was made or changed; or why it was not.
    ///
    /// # Errors
    /// What Shopify has against it, without a full stop; or that it has not confirmed it.
    pub fn told(self) -> Result<Id, String> {
        match (Complaint::all(&self.user_errors), self.record) {
            (Some(why), _) => Err(why),
            (None, Some(record)) => Ok(record.id),
            (None, None) => Err("Shopify has not confirmed it".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Changed;

    #[test]
    fn a_customer_and_an_address_are_told_alike() {
        let told = |json: &str| serde_json::from_str::<Changed>(json).unwrap().told().map(|id| id.inner().to_owned());
        assert_eq!(told(r#"{"customer": {"id": "7"}, "userErrors": []}"#), Ok("7".to_owned()));
        assert_eq!(told(r#"{"address": {"id": "8"}, "userErrors": []}"#), Ok("8".to_owned()));
        let refused = r#"{"customer": null, "userErrors": [{"field": ["email"], "message": "Email is taken."}]}"#;
        assert_eq!(told(refused), Err("Email is taken".to_owned()));
        assert_eq!(told(r#"{"customer": null, "userErrors": []}"#), Err("Shopify has not confirmed it".to_owned()));
    }
}
