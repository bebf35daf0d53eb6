use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use shopify_schema::gid::OrderId;

use super::parcel::{PARCEL_COST, Parcel};
use super::rest;
use super::waiting::{ALL_WAITING_COST, WaitingConnection};
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many orders are asked for at once: as many as Shopify takes ids. What a call costs does not depend on it.
pub const ORDERS: usize = 250;

/// A query for what waits of several orders, and what was sent of them, as it is at this moment.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "OfOrdersVariables")]
pub struct FulfillmentsOfOrders {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

/// Which orders.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct OfOrdersVariables {
    ids: Vec<cynic::Id>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Node")]
enum Node {
    Order(OrderToFulfill),
    #[cynic(fallback)]
    Other,
}

/// What waits of an order, and what was sent of it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Order")]
pub struct OrderToFulfill {
    /// Its id.
    pub id: cynic::Id,
    /// When it was called off.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// The parts in which it is sent.
    #[arguments(first: 50)]
    pub fulfillment_orders: WaitingConnection,
    /// What was sent of it.
    #[arguments(first: 250)]
    pub fulfillments: Vec<Parcel>,
}

impl FulfillmentsOfOrders {
    /// The dearest call.
    pub(crate) fn largest() -> OfOrdersVariables {
        let ids = (1..=ORDERS as u64).map(|number| cynic::Id::new(OrderId::new(number).to_string()));
        OfOrdersVariables { ids: ids.collect() }
    }
}

impl Document for FulfillmentsOfOrders {
    const NAME: &'static str = "FulfillmentsOfOrders";
    type Variables = OfOrdersVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| {
            query::<FulfillmentsOfOrders, _>(FulfillmentsOfOrders::NAME, FulfillmentsOfOrders::largest())
        });
        &TEXT
    }

    fn cost(_: &OfOrdersVariables) -> u32 {
        const ORDER: u32 = 1;
        ORDER + ALL_WAITING_COST + PARCEL_COST
    }
}

/// Reads what waits of these orders and what was sent of them, by their numbers: a call for 250 of them, and another for
/// each part with more than 250 lines. One that is not there, or may not be read, is left out.
///
/// # Errors
/// Why there is no answer.
pub async fn of_orders(client: &Client, ids: &[OrderId]) -> Result<HashMap<u64, OrderToFulfill>, Error> {
    let mut found = HashMap::with_capacity(ids.len());
    for some in ids.chunks(ORDERS) {
        let asked = some.iter().map(|id| cynic::Id::new(id.to_string())).collect();
        let answer = client.run::<FulfillmentsOfOrders>(OfOrdersVariables { ids: asked }).await?;
        for node in answer.nodes.into_iter().flatten() {
            let Node::Order(mut order) = node else { continue };
            rest::complete(client, &mut order).await?;
            let number = order.id.inner().parse::<OrderId>().map(OrderId::number).unwrap_or_default();
            found.insert(number, order);
        }
    }
    Ok(found)
}
