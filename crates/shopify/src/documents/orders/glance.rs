//! Which orders have changed, and when: what says whether it is worth reading them.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};

use super::lines::MorePages;
use crate::cost::connection;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many are told.
const GLANCES: u32 = 250;

/// A query for when orders changed, the one that was changed longest ago first.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "GlanceVariables")]
pub struct OrdersGlance {
    #[arguments(first: 250, query: $query, sortKey: UPDATED_AT)]
    orders: GlanceConnection,
}

/// What it is asked with.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct GlanceVariables {
    /// What is searched for, in Shopify's search language.
    pub query: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "OrderConnection")]
struct GlanceConnection {
    nodes: Vec<GlancedOrder>,
    page_info: MorePages,
}

/// An order, and when it changed.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Order")]
pub struct GlancedOrder {
    /// The id.
    pub id: cynic::Id,
    /// When anything about it changed last.
    pub updated_at: DateTime<Utc>,
}

impl OrdersGlance {
    /// A call like any other.
    pub(crate) fn example() -> GlanceVariables {
        GlanceVariables { query: String::new() }
    }
}

impl Document for OrdersGlance {
    const NAME: &'static str = "OrdersGlance";
    type Variables = GlanceVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<OrdersGlance, _>(OrdersGlance::NAME, OrdersGlance::example()));
        &TEXT
    }

    fn cost(_: &GlanceVariables) -> u32 {
        const ORDER: u32 = 1;
        connection(GLANCES, ORDER)
    }
}

/// When the orders changed that `search` finds; none when there are more than 250 of them.
///
/// # Errors
/// Why there is no answer.
pub async fn glance(client: &Client, search: &str) -> Result<Option<Vec<GlancedOrder>>, Error> {
    let answer = client.run::<OrdersGlance>(GlanceVariables { query: search.to_owned() }).await?;
    let GlanceConnection { nodes, page_info } = answer.orders;
    Ok((!page_info.has_next_page).then_some(nodes))
}
