//! What does not come with its order, because there is too much of it.

use std::sync::LazyLock;

use super::of_orders::OrderToFulfill;
use super::parcel::{PARCEL_LINES_COST, ParcelLine, ParcelLineConnection};
use super::waiting::{ALL_WAITING_COST, LINES_COST, Waiting, WaitingConnection, WaitingLine, WaitingLineConnection};
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// Which page of what.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct RestVariables {
    /// Of what.
    pub id: cynic::Id,
    /// After which cursor.
    pub after: Option<String>,
}

impl RestVariables {
    /// The dearest call.
    pub(crate) fn largest() -> Self {
        Self { id: cynic::Id::new("gid://shopify/Order/1"), after: Some(String::new()) }
    }
}

/// A query for the parts of one order.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "RestVariables")]
pub struct OrderFulfillmentOrders {
    #[arguments(id: $id)]
    order: Option<OfOrder>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Order", variables = "RestVariables")]
struct OfOrder {
    #[arguments(first: 50, after: $after)]
    fulfillment_orders: WaitingConnection,
}

/// A query for the lines of one part of an order.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "RestVariables")]
pub struct FulfillmentOrderLines {
    #[arguments(id: $id)]
    fulfillment_order: Option<OfWaiting>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "FulfillmentOrder", variables = "RestVariables")]
struct OfWaiting {
    #[arguments(first: 250, after: $after)]
    line_items: WaitingLineConnection,
}

/// A query for the lines of one parcel.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "RestVariables")]
pub struct ParcelLines {
    #[arguments(id: $id)]
    fulfillment: Option<OfParcel>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Fulfillment", variables = "RestVariables")]
struct OfParcel {
    #[arguments(first: 250, after: $after)]
    fulfillment_line_items: ParcelLineConnection,
}

macro_rules! rest {
    ($document:ident, $name:literal, $cost:expr) => {
        impl Document for $document {
            const NAME: &'static str = $name;
            type Variables = RestVariables;
            type Answer = Self;

            fn text() -> &'static str {
                static TEXT: LazyLock<String> =
                    LazyLock::new(|| query::<$document, _>($document::NAME, RestVariables::largest()));
                &TEXT
            }

            fn cost(_: &RestVariables) -> u32 {
                1 + $cost
            }
        }
    };
}

rest!(OrderFulfillmentOrders, "OrderFulfillmentOrders", ALL_WAITING_COST);
rest!(FulfillmentOrderLines, "FulfillmentOrderLines", LINES_COST);
rest!(ParcelLines, "ParcelLines", PARCEL_LINES_COST);

/// Reads what did not come with the order.
pub(super) async fn complete(client: &Client, order: &mut OrderToFulfill) -> Result<(), Error> {
    let mut next = order.fulfillment_orders.page_info.clone().next();
    while let Some(after) = next.take() {
        let rest = RestVariables { id: order.id.clone(), after: Some(after) };
        let Some(more) = client.run::<OrderFulfillmentOrders>(rest).await?.order else { break };
        order.fulfillment_orders.nodes.extend(more.fulfillment_orders.nodes);
        next = more.fulfillment_orders.page_info.next();
    }
    for waiting in &mut order.fulfillment_orders.nodes {
        complete_waiting(client, waiting).await?;
    }
    for parcel in &mut order.fulfillments {
        complete_parcel(client, &parcel.id, &mut parcel.fulfillment_line_items).await?;
    }
    Ok(())
}

async fn complete_waiting(client: &Client, waiting: &mut Waiting) -> Result<(), Error> {
    let mut next = waiting.line_items.page_info.clone().next();
    while let Some(after) = next.take() {
        let rest = RestVariables { id: waiting.id.clone(), after: Some(after) };
        let Some(more) = client.run::<FulfillmentOrderLines>(rest).await?.fulfillment_order else { break };
        let WaitingLineConnection { nodes, page_info } = more.line_items;
        let lines: &mut Vec<WaitingLine> = &mut waiting.line_items.nodes;
        lines.extend(nodes);
        next = page_info.next();
    }
    Ok(())
}

/// Reads the lines of a parcel that did not come with it.
pub(super) async fn complete_parcel(
    client: &Client,
    id: &cynic::Id,
    lines: &mut ParcelLineConnection,
) -> Result<(), Error> {
    let mut next = lines.page_info.clone().next();
    while let Some(after) = next.take() {
        let rest = RestVariables { id: id.clone(), after: Some(after) };
        let Some(more) = client.run::<ParcelLines>(rest).await?.fulfillment else { break };
        let ParcelLineConnection { nodes, page_info } = more.fulfillment_line_items;
        let all: &mut Vec<ParcelLine> = &mut lines.nodes;
        all.extend(nodes);
        next = page_info.next();
    }
    Ok(())
}
