use std::sync::LazyLock;

use super::input::NewSubscription;
use super::subscription::Subscription;
use super::user_error::{Complaint, malformed, rejected};
use crate::documents::mutation;
use crate::{Client, Document, Error, Kind, schema};

/// Which subscription, and what it is to be.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ChangeVariables {
    /// Its id.
    pub id: cynic::Id,
    /// What it is to be.
    pub subscription: NewSubscription,
}

impl ChangeVariables {
    pub(crate) fn example() -> Self {
        let uri = Some("https://kobling.example/webhooks/shopify".to_owned());
        Self {
            id: cynic::Id::new("gid://shopify/WebhookSubscription/1"),
            subscription: NewSubscription { uri, ..NewSubscription::default() },
        }
    }
}

/// Changes a subscription.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "ChangeVariables")]
pub struct WebhookChange {
    #[arguments(id: $id, webhookSubscription: $subscription)]
    webhook_subscription_update: Option<Payload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "WebhookSubscriptionUpdatePayload")]
struct Payload {
    webhook_subscription: Option<Subscription>,
    user_errors: Vec<Complaint>,
}

impl Document for WebhookChange {
    const NAME: &'static str = "WebhookChange";
    /// What has that address already keeps it.
    const KIND: Kind = Kind::IdempotentMutation;
    type Variables = ChangeVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<WebhookChange, _>(WebhookChange::NAME, ChangeVariables::example()));
        &TEXT
    }

    fn cost(_: &ChangeVariables) -> u32 {
        super::MUTATION
    }
}

/// Lets a subscription go to another address.
///
/// # Errors
/// [`Error::Rejected`] says what is wrong with the address, and what may go wrong with every call.
pub async fn move_to(client: &Client, id: &cynic::Id, uri: &str) -> Result<Subscription, Error> {
    let subscription = NewSubscription { uri: Some(uri.to_owned()), ..NewSubscription::default() };
    let answer = client.run::<WebhookChange>(ChangeVariables { id: id.clone(), subscription }).await?;
    let payload = answer.webhook_subscription_update.ok_or_else(|| malformed(client, WebhookChange::NAME))?;
    match rejected(client, WebhookChange::NAME, &payload.user_errors) {
        Some(error) => Err(error),
        None => payload.webhook_subscription.ok_or_else(|| malformed(client, WebhookChange::NAME)),
    }
}
