use std::sync::LazyLock;

use serde::Deserialize;
use shopify_schema::gid::OrderId;

use super::complete::complete;
use super::refund::{REFUND_COST, Refund};
use super::returned::{RETURNS_COST, ReturnConnection};
use crate::documents::query;
use crate::{Client, Document, Error, Kept, Scopes, schema};

/// As many orders are asked for at once. What a call costs does not depend on it.
pub const AT_ONCE: usize = 100;

/// What the queries for refunds and returns are asked with: they share what they select, and so the variables in it. Each
/// takes those that it needs.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct RefundsVariables {
    /// The orders.
    #[cynic(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<cynic::Id>,
    /// The one order, refund or return.
    #[cynic(skip_serializing_if = "is_blank")]
    pub id: cynic::Id,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Whether returns are read.
    pub returns: bool,
    /// Whether the places of goods are.
    pub locations: bool,
}

impl RefundsVariables {
    /// What an app with these scopes may read.
    pub fn of(scopes: &Scopes) -> Self {
        let (returns, locations) = (scopes.grant("read_returns"), scopes.grant("read_locations"));
        Self { returns, locations, ..Self::nothing() }
    }

    fn nothing() -> Self {
        Self { ids: Vec::new(), id: cynic::Id::new(""), after: None, returns: false, locations: false }
    }

    /// The dearest call for one order, refund or return.
    pub(crate) fn largest() -> Self {
        let id = cynic::Id::new("gid://shopify/Order/1");
        Self { ids: Vec::new(), id, after: Some(String::new()), returns: true, locations: true }
    }
}

fn is_blank(id: &cynic::Id) -> bool {
    id.inner().is_empty()
}

/// A query for the refunds and returns of orders.
#[derive(Clone, Debug, Deserialize)]
pub struct RefundsOfOrders {
    nodes: Vec<Option<Kept<OrderWithRefunds>>>,
}

/// What it selects. Never read: a node that is chosen by its type can't be kept as it is written.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "QueryRoot", variables = "RefundsVariables")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Selection {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

#[derive(cynic::InlineFragments)]
#[cynic(variables = "RefundsVariables")]
#[expect(dead_code, reason = "stands for the text of the query only")]
enum Node {
    Order(Box<OrderWithRefunds>),
    #[cynic(fallback)]
    Other,
}

/// The refunds and returns of an order, whole.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Order", variables = "RefundsVariables")]
pub struct OrderWithRefunds {
    /// The id.
    pub id: cynic::Id,
    /// The refunds.
    pub refunds: Vec<Refund>,
    /// The returns; only for who may read them.
    #[arguments(first: 5)]
    #[directives(include(if: $returns))]
    pub returns: Option<ReturnConnection>,
}

impl RefundsOfOrders {
    /// The dearest call.
    pub(crate) fn largest() -> RefundsVariables {
        let ids = (1..=AT_ONCE as u64).map(|number| cynic::Id::new(OrderId::new(number).to_string())).collect();
        RefundsVariables { ids, returns: true, locations: true, ..RefundsVariables::nothing() }
    }
}

impl Document for RefundsOfOrders {
    const NAME: &'static str = "RefundsOfOrders";
    type Variables = RefundsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Selection, _>(RefundsOfOrders::NAME, RefundsOfOrders::largest()));
        &TEXT
    }

    fn cost(variables: &Self::Variables) -> u32 {
        /// The list of orders, which is charged once.
        const ORDERS: u32 = 1;
        ORDERS + REFUND_COST + if variables.returns { RETURNS_COST } else { 0 }
    }
}

/// Reads the refunds and returns of single orders, each with its id. An order that no longer exists is left out; one that
/// can't be read has why in its place.
///
/// # Errors
/// Why there is no answer.
pub async fn of_orders(
    client: &Client,
    reach: &RefundsVariables,
    ids: &[OrderId],
) -> Result<Vec<(u64, Result<OrderWithRefunds, String>)>, Error> {
    let mut orders = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let ids = some.iter().map(|id| cynic::Id::new(id.to_string())).collect();
        let answer = client.run::<RefundsOfOrders>(RefundsVariables { ids, ..reach.clone() }).await?;
        for kept in answer.nodes.into_iter().flatten() {
            let order = match kept.read() {
                Ok(order) => Ok(complete(client, reach, order).await?),
                Err(why) => Err(why.to_string()),
            };
            orders.extend(kept.id().map(|id| (id, order)));
        }
    }
    Ok(orders)
}
