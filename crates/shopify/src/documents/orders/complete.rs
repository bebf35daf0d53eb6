use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::order::Order;
use super::orders_lines::{AT_ONCE, Lines as AllLines, OrdersLines, OrdersLinesVariables};
use super::part::{OrderLineItems, OrderShippingLines, Part, ReadsPart, Slice};
use crate::{Client, Document, Error, Kept};

/// What says whether an order is whole.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Glance {
    id: cynic::Id,
    line_items: Lines,
    shipping_lines: Lines,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Lines {
    page_info: PageInfo,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageInfo {
    has_next_page: bool,
}

impl Glance {
    /// What an order that lacks lines says; an order that can't be read lacks none, for its reader to find.
    fn of_part(order: &Kept<Order>) -> Option<Self> {
        let lacks =
            |glance: &Self| glance.line_items.page_info.has_next_page || glance.shipping_lines.page_info.has_next_page;
        order.glance::<Self>().ok().filter(lacks)
    }
}

/// Reads the lines that did not come with their orders, and puts them in as if they had: a call for ten such orders, and
/// one more for each 250 lines of an order beyond the first. Most orders are whole, and returned as they are. One that
/// was deleted while it was read is left out.
///
/// # Errors
/// Why there is no answer.
pub async fn complete(client: &Client, orders: Vec<Kept<Order>>) -> Result<Vec<Kept<Order>>, Error> {
    let parts: Vec<_> = orders.iter().filter_map(Glance::of_part).map(|glance| glance.id).collect();
    let mut lines: HashMap<String, AllLines> = HashMap::with_capacity(parts.len());
    for ids in parts.chunks(AT_ONCE) {
        let answer = client.run::<OrdersLines>(OrdersLinesVariables { ids: ids.to_vec() }).await?;
        lines.extend(answer.orders().map(|order| (order.id.inner().to_owned(), order)));
    }
    let mut whole = Vec::with_capacity(orders.len());
    for order in orders {
        match Glance::of_part(&order) {
            None => whole.push(order),
            Some(glance) => match lines.remove(glance.id.inner()) {
                Some(lines) => whole.extend(with_lines(client, order, &glance, lines).await?),
                None => left_out(&glance.id),
            },
        }
    }
    Ok(whole)
}

fn left_out(id: &cynic::Id) {
    tracing::info!(order = id.inner(), "an order was deleted while it was read: it is left out");
}

/// The order with its lines; none when it was deleted.
async fn with_lines(
    client: &Client,
    order: Kept<Order>,
    glance: &Glance,
    lines: AllLines,
) -> Result<Option<Kept<Order>>, Error> {
    let Ok(mut whole) = order.glance::<Map<String, Value>>() else { return Ok(Some(order)) };
    let (goods, shipping) = lines.slices();
    if glance.line_items.page_info.has_next_page {
        let Some(all) = read_all::<OrderLineItems>(client, &glance.id, goods).await? else { return Ok(None) };
        whole.insert("lineItems".to_owned(), all);
    }
    if glance.shipping_lines.page_info.has_next_page {
        let Some(all) = read_all::<OrderShippingLines>(client, &glance.id, shipping).await? else { return Ok(None) };
        whole.insert("shippingLines".to_owned(), all);
    }
    Ok(Some(Kept::new(Value::Object(whole).to_string())))
}

/// Every line from the first on, in the form in which they come with an order; none when the order was deleted.
async fn read_all<D: ReadsPart>(
    client: &Client,
    id: &cynic::Id,
    mut slice: Slice<D::Node>,
) -> Result<Option<Value>, Error> {
    let mut nodes = Vec::<Value>::new();
    loop {
        let unreadable = |error: serde_json::Error| Error::Malformed {
            store: client.store().domain().to_owned(),
            document: <D as Document>::NAME,
            reason: error.to_string(),
        };
        for node in &slice.nodes {
            nodes.push(node.glance().map_err(unreadable)?);
        }
        let Some(next) = slice.next else {
            return Ok(Some(json!({"nodes": nodes, "pageInfo": {"hasNextPage": false}})));
        };
        match D::slice(client.run::<D>(Part::after(id.clone(), next)).await?) {
            Some(more) => slice = more,
            None => {
                left_out(id);
                return Ok(None);
            }
        }
    }
}
