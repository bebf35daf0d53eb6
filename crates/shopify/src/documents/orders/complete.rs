use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::order::Order;
use super::part::{OrderLineItems, OrderShippingLines, Part, ReadsPart};
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

/// Reads the lines that did not come with the order, and puts them in as if they had. Most orders are whole, and
/// returned as they are; one that can't be read is too, for its reader to find.
///
/// # Errors
/// Why there is no answer; also when the order was deleted meanwhile.
pub async fn complete(client: &Client, order: Kept<Order>) -> Result<Kept<Order>, Error> {
    let Ok(glance) = order.glance::<Glance>() else { return Ok(order) };
    let (lines, shipping_lines) = (glance.line_items.page_info, glance.shipping_lines.page_info);
    if !lines.has_next_page && !shipping_lines.has_next_page {
        return Ok(order);
    }
    let Ok(mut whole) = order.glance::<Map<String, Value>>() else { return Ok(order) };
    if lines.has_next_page {
        whole.insert("lineItems".to_owned(), read_all::<OrderLineItems>(client, &glance.id).await?);
    }
    if shipping_lines.has_next_page {
        whole.insert("shippingLines".to_owned(), read_all::<OrderShippingLines>(client, &glance.id).await?);
    }
    Ok(Kept::new(Value::Object(whole).to_string()).unwrap_or(order))
}

/// Every line from the first on, in the form in which they come with an order.
async fn read_all<D: ReadsPart>(client: &Client, id: &cynic::Id) -> Result<Value, Error> {
    let mut nodes = Vec::<Value>::new();
    let mut part = Part::first(id.clone());
    loop {
        let unreadable = |reason: String| Error::Malformed {
            store: client.store().domain().to_owned(),
            document: <D as Document>::NAME,
            reason,
        };
        let answer = client.run::<D>(part.clone()).await?;
        let gone = || Error::Unavailable {
            store: client.store().domain().to_owned(),
            reason: format!("order {} was deleted while it was read", id.inner()),
            after: None,
        };
        let slice = D::slice(answer).ok_or_else(gone)?;
        for node in &slice.nodes {
            nodes.push(node.glance().map_err(|error| unreadable(error.to_string()))?);
        }
        match slice.next {
            Some(next) => part.after = Some(next),
            None => return Ok(json!({"nodes": nodes, "pageInfo": {"hasNextPage": false}})),
        }
    }
}
