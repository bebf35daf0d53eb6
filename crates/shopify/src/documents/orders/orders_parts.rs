//! Which lines of an order are sent from where, for orders whose parts are sent from several places or in several ways: one
//! call for many such orders.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value};
use shopify_schema::gid::OrderId;

use super::fulfillment_order::{AskedWithLines, FULFILLMENT_ORDER_COST, FulfillmentOrderConnection, LINES_COST};
use super::lines::MorePages;
use super::order::Order;
use crate::cost::connection;
use crate::documents::query;
use crate::{Client, Document, Error, Kept, schema};

/// As many orders are asked for at once.
const AT_ONCE: usize = 50;
/// As many parts come of each.
const PARTS: u32 = 50;

/// A query for the parts of several orders, each with its lines.
#[derive(Clone, Debug, Deserialize)]
pub struct OrdersParts {
    nodes: Vec<Option<Parts>>,
}

/// The parts of one order, as they are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Parts {
    id: cynic::Id,
    fulfillment_orders: Value,
}

/// What it selects. Never read: it is put into what is kept of an order as it is written.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "QueryRoot", variables = "PartsVariables")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Selection {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

#[derive(cynic::InlineFragments)]
#[expect(dead_code, reason = "stands for the text of the query only")]
enum Node {
    Order(OrderParts),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Order")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct OrderParts {
    id: cynic::Id,
    #[arguments(first: 50)]
    fulfillment_orders: AllParts,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "FulfillmentOrderConnection")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct AllParts {
    nodes: Vec<AskedWithLines>,
    page_info: MorePages,
}

/// Which orders.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct PartsVariables {
    /// Their ids.
    pub ids: Vec<cynic::Id>,
}

impl OrdersParts {
    /// The dearest call.
    pub(crate) fn largest() -> PartsVariables {
        let ids = (1..=AT_ONCE as u64).map(|number| cynic::Id::new(OrderId::new(number).to_string()));
        PartsVariables { ids: ids.collect() }
    }
}

impl Document for OrdersParts {
    const NAME: &'static str = "OrdersParts";
    type Variables = PartsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Selection, _>(OrdersParts::NAME, OrdersParts::largest()));
        &TEXT
    }

    fn cost(_: &PartsVariables) -> u32 {
        const ORDER: u32 = 1;
        ORDER + connection(PARTS, FULFILLMENT_ORDER_COST + LINES_COST)
    }
}

/// What says whether all of an order is sent from one place in one way.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Glance {
    id: cynic::Id,
    #[serde(default)]
    fulfillment_orders: Option<FulfillmentOrderConnection>,
}

impl Glance {
    fn is_split(&self) -> bool {
        let Some(parts) = &self.fulfillment_orders else { return false };
        let mut ways = parts.nodes.iter().map(|part| (part.location(), part.delivery_method.as_ref()));
        let first = ways.next();
        parts.page_info.has_next_page || ways.any(|way| Some(way) != first)
    }
}

/// Puts into orders that are sent from several places, or in several ways, which of their lines are sent from where: a call
/// for fifty such orders. All others, as nearly all, are returned as they are.
///
/// # Errors
/// Why there is no answer.
pub async fn with_parts(client: &Client, orders: Vec<Kept<Order>>) -> Result<Vec<Kept<Order>>, Error> {
    let glances = orders.iter().filter(|order| has_parts(order)).filter_map(|order| order.glance::<Glance>().ok());
    let split: Vec<cynic::Id> = glances.filter(Glance::is_split).map(|glance| glance.id).collect();
    if split.is_empty() {
        return Ok(orders);
    }
    let mut parts = HashMap::with_capacity(split.len());
    for ids in split.chunks(AT_ONCE) {
        let answer = client.run::<OrdersParts>(PartsVariables { ids: ids.to_vec() }).await?;
        parts.extend(answer.nodes.into_iter().flatten().map(|order| (order.id.inner().to_owned(), order)));
    }
    let whole = |order: Kept<Order>| with(&order, &mut parts).unwrap_or(order);
    Ok(orders.into_iter().map(whole).collect())
}

/// Whether its text names more than one of the parts that an order is sent in: nearly none does, and is read for it.
fn has_parts(order: &Kept<Order>) -> bool {
    order.json().matches("FulfillmentOrder").nth(1).is_some()
}

/// The order with its parts; none when it has none to be put in.
fn with(order: &Kept<Order>, parts: &mut HashMap<String, Parts>) -> Option<Kept<Order>> {
    let mut whole = order.glance::<Map<String, Value>>().ok()?;
    let parts = parts.remove(whole.get("id")?.as_str()?)?;
    whole.insert("fulfillmentOrders".to_owned(), parts.fulfillment_orders);
    Some(Kept::new(Value::Object(whole).to_string()))
}
