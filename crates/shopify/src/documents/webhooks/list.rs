use std::sync::LazyLock;

use super::subscription::Subscription;
use crate::documents::query;
use crate::{Client, Document, Error, cost, schema};

/// How many are read in one call. An app has a handful.
const PAGE: u32 = 100;

/// Which of them.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ListVariables {
    /// How many.
    pub first: i32,
    /// After which one.
    pub after: Option<String>,
}

impl ListVariables {
    pub(crate) fn after(after: Option<String>) -> Self {
        Self { first: PAGE.cast_signed(), after }
    }
}

/// A query for the subscriptions that our app has made.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "ListVariables")]
pub struct WebhookList {
    #[arguments(first: $first, after: $after)]
    webhook_subscriptions: Connection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "WebhookSubscriptionConnection")]
struct Connection {
    nodes: Vec<Subscription>,
    page_info: PageInfo,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PageInfo")]
struct PageInfo {
    has_next_page: bool,
    end_cursor: Option<String>,
}

impl Document for WebhookList {
    const NAME: &'static str = "WebhookList";
    type Variables = ListVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<WebhookList, _>(WebhookList::NAME, ListVariables::after(None)));
        &TEXT
    }

    fn cost(_: &ListVariables) -> u32 {
        const SUBSCRIPTION: u32 = 1;
        cost::connection(PAGE, SUBSCRIPTION)
    }
}

/// The subscriptions that our app has made in the store, whoever runs it.
///
/// # Errors
/// Why there is no answer.
pub async fn list(client: &Client) -> Result<Vec<Subscription>, Error> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = client.run::<WebhookList>(ListVariables::after(after)).await?.webhook_subscriptions;
        all.extend(page.nodes);
        match page.page_info.end_cursor {
            Some(cursor) if page.page_info.has_next_page => after = Some(cursor),
            _ => return Ok(all),
        }
    }
}
