//! The payment terms that a store can give an order.

use std::sync::LazyLock;

use super::orders::PaymentTermsType;
use super::query;
use crate::{Client, Document, Error, schema};

/// A query for the payment terms that the store can give an order.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot")]
pub struct PaymentTermsTemplates {
    payment_terms_templates: Vec<PaymentTermsTemplate>,
}

/// Payment terms that the store can give an order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct PaymentTermsTemplate {
    /// Their id.
    pub id: cynic::Id,
    /// Their name, as `Net 30`.
    pub name: String,
    /// Their kind, as `NET`.
    pub payment_terms_type: PaymentTermsType,
    /// After how many days they are due, where that is said.
    pub due_in_days: Option<i32>,
    /// What the store says of them, as `Within 30 days`.
    pub description: String,
}

impl Document for PaymentTermsTemplates {
    const NAME: &'static str = "PaymentTermsTemplates";
    type Variables = ();
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<PaymentTermsTemplates, ()>(PaymentTermsTemplates::NAME, ()));
        &TEXT
    }

    fn cost((): &()) -> u32 {
        const TEMPLATES: u32 = 1;
        TEMPLATES
    }
}

/// The payment terms that the store can give an order. It takes the scope `read_payment_terms`.
///
/// # Errors
/// Why there is no answer.
pub async fn templates(client: &Client) -> Result<Vec<PaymentTermsTemplate>, Error> {
    Ok(client.run::<PaymentTermsTemplates>(()).await?.payment_terms_templates)
}
