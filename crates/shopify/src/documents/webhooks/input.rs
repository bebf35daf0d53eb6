use crate::schema;

/// What a subscription is to be; what is left out stays, or has its default.
#[derive(cynic::InputObject, Clone, Debug, Default)]
#[cynic(graphql_type = "WebhookSubscriptionInput")]
pub struct NewSubscription {
    /// Where it goes.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// The fields of a body that are sent; all, if none are named.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub include_fields: Option<Vec<String>>,
}
