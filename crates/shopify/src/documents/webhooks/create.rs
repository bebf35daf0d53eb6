use std::sync::LazyLock;

use super::input::NewSubscription;
use super::subscription::{Subscription, SubscriptionTopic};
use super::user_error::{Complaint, malformed, rejected};
use crate::documents::mutation;
use crate::{Client, Document, Error, Kind, schema};

/// What is to be told, and where.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CreateVariables {
    /// What it is about.
    pub topic: SubscriptionTopic,
    /// What it is to be.
    pub subscription: NewSubscription,
}

impl CreateVariables {
    pub(crate) fn example() -> Self {
        let uri = Some("https://kobling.example/webhooks/shopify".to_owned());
        let include_fields = Some(vec!["id".to_owned()]);
        Self { topic: SubscriptionTopic::OrdersCreate, subscription: NewSubscription { uri, include_fields } }
    }
}

/// Makes a subscription.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "CreateVariables")]
pub struct WebhookCreate {
    #[arguments(topic: $topic, webhookSubscription: $subscription)]
    webhook_subscription_create: Option<Payload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "WebhookSubscriptionCreatePayload")]
struct Payload {
    webhook_subscription: Option<Subscription>,
    user_errors: Vec<Complaint>,
}

impl Document for WebhookCreate {
    const NAME: &'static str = "WebhookCreate";
    const KIND: Kind = Kind::Mutation;
    type Variables = CreateVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<WebhookCreate, _>(WebhookCreate::NAME, CreateVariables::example()));
        &TEXT
    }

    fn cost(_: &CreateVariables) -> u32 {
        super::MUTATION
    }
}

/// Subscribes to a topic. The same topic can't be told twice to one address, so it may be tried again.
///
/// # Errors
/// [`Error::Rejected`] says what is wrong with the address, and what may go wrong with every call.
pub async fn create(
    client: &Client,
    topic: SubscriptionTopic,
    subscription: NewSubscription,
) -> Result<Subscription, Error> {
    let answer = client.run::<WebhookCreate>(CreateVariables { topic, subscription }).await?;
    let payload = answer.webhook_subscription_create.ok_or_else(|| malformed(client, WebhookCreate::NAME))?;
    match rejected(client, WebhookCreate::NAME, &payload.user_errors) {
        Some(error) => Err(error),
        None => payload.webhook_subscription.ok_or_else(|| malformed(client, WebhookCreate::NAME)),
    }
}
