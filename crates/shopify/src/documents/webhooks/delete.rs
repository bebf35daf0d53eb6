use std::sync::LazyLock;

use super::user_error::{Complaint, rejected};
use crate::documents::mutation;
use crate::{Client, Document, Error, Kind, schema};

/// Which subscription.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct DeleteVariables {
    /// Its id.
    pub id: cynic::Id,
}

impl DeleteVariables {
    pub(crate) fn example() -> Self {
        Self { id: cynic::Id::new("gid://shopify/WebhookSubscription/1") }
    }
}

/// Ends a subscription.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "DeleteVariables")]
pub struct WebhookDelete {
    #[arguments(id: $id)]
    webhook_subscription_delete: Option<Payload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "WebhookSubscriptionDeletePayload")]
struct Payload {
    user_errors: Vec<Complaint>,
}

impl Document for WebhookDelete {
    const NAME: &'static str = "WebhookDelete";
    /// What is gone stays so.
    const KIND: Kind = Kind::IdempotentMutation;
    type Variables = DeleteVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<WebhookDelete, _>(WebhookDelete::NAME, DeleteVariables::example()));
        &TEXT
    }

    fn cost(_: &DeleteVariables) -> u32 {
        super::MUTATION
    }
}

/// Ends a subscription.
///
/// # Errors
/// [`Error::Rejected`] for one that is not there, and what may go wrong with every call.
pub async fn delete(client: &Client, id: &cynic::Id) -> Result<(), Error> {
    let answer = client.run::<WebhookDelete>(DeleteVariables { id: id.clone() }).await?;
    let complaints = answer.webhook_subscription_delete.map(|payload| payload.user_errors).unwrap_or_default();
    rejected(client, WebhookDelete::NAME, &complaints).map_or(Ok(()), Err)
}
