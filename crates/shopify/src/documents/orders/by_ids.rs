use std::sync::LazyLock;

use serde::Deserialize;
use shopify_schema::gid::OrderId;

use super::complete::complete;
use super::order::{Order, cost};
use super::orders_parts::with_parts;
use super::reach::Reach;
use super::variables::{OrdersVariables, OrdersVariablesFields};
use crate::documents::query;
use crate::{Client, Document, Error, Kept, schema};

/// As many orders are asked for at once.
pub const AT_ONCE: usize = 50;

/// A query for single orders.
#[derive(Clone, Debug, Deserialize)]
pub struct OrdersByIds {
    nodes: Vec<Option<Kept<Order>>>,
}

/// What it selects. Never read: a node that is chosen by its type can't be kept as it is written.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "QueryRoot", variables = "OrdersVariables")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Selection {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

#[derive(cynic::InlineFragments)]
#[cynic(variables = "OrdersVariables")]
#[expect(dead_code, clippy::large_enum_variant, reason = "stands for the text of the query only")]
enum Node {
    Order(Order),
    #[cynic(fallback)]
    Other,
}

impl OrdersByIds {
    /// The dearest call.
    pub(crate) fn largest() -> OrdersVariables {
        let ids = (1..=AT_ONCE as u64).map(|number| cynic::Id::new(OrderId::new(number).to_string()));
        OrdersVariables { ids: ids.collect(), ..Reach::ALL.variables() }
    }
}

impl Document for OrdersByIds {
    const NAME: &'static str = "OrdersByIds";
    type Variables = OrdersVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Selection, _>(OrdersByIds::NAME, OrdersByIds::largest()));
        &TEXT
    }

    fn cost(variables: &Self::Variables) -> u32 {
        cost(variables.reach())
    }
}

/// Reads single orders, each with all its lines, in the order of `ids`. One that no longer exists is left out.
///
/// # Errors
/// Why there is no answer.
pub async fn by_ids(client: &Client, reach: Reach, ids: &[OrderId]) -> Result<Vec<Kept<Order>>, Error> {
    let mut orders = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let ids = some.iter().map(|id| cynic::Id::new(id.to_string())).collect();
        let answer = client.run::<OrdersByIds>(OrdersVariables { ids, ..reach.variables() }).await?;
        let some = complete(client, answer.nodes.into_iter().flatten().collect()).await?;
        orders.extend(with_parts(client, some).await?);
    }
    Ok(orders)
}
