use std::sync::LazyLock;

use super::of_orders::{RefundsVariables, RefundsVariablesFields};
use super::returned::{
    EXCHANGE_COST, ExchangeLineItemConnection, LINE_COST, REVERSE_LINE_COST, Return, ReturnedLine, ReverseLine,
    ReverseLineConnection, ReverseOrder,
};
use crate::cost::connection;
use crate::documents::orders::{Cursor, MorePages};
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many lines come in one call, and as many exchanges.
const LARGEST: u32 = 100;
/// As many orders to receive the goods.
const REVERSE_ORDERS: u32 = 10;

/// A query for one return with more parts than come with its order.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "RefundsVariables")]
pub struct AllOfReturn {
    #[arguments(id: $id)]
    #[cynic(rename = "return")]
    found: Option<Parts>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Return", variables = "RefundsVariables")]
struct Parts {
    #[arguments(first: 100, after: $after)]
    return_line_items: Lines,
    #[arguments(first: 100)]
    exchange_line_items: ExchangeLineItemConnection,
    #[arguments(first: 10)]
    reverse_fulfillment_orders: ReverseOrders,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ReturnLineItemTypeConnection")]
struct Lines {
    nodes: Vec<ReturnedLine>,
    page_info: Cursor,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ReverseFulfillmentOrderConnection", variables = "RefundsVariables")]
struct ReverseOrders {
    nodes: Vec<WholeReverseOrder>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ReverseFulfillmentOrder", variables = "RefundsVariables")]
struct WholeReverseOrder {
    #[arguments(first: 100)]
    line_items: ReverseLines,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ReverseFulfillmentOrderLineItemConnection", variables = "RefundsVariables")]
struct ReverseLines {
    nodes: Vec<ReverseLine>,
}

impl Document for AllOfReturn {
    const NAME: &'static str = "AllOfReturn";
    type Variables = RefundsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<AllOfReturn, _>(AllOfReturn::NAME, RefundsVariables::largest()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        const RETURN: u32 = 1;
        RETURN
            + connection(LARGEST, LINE_COST)
            + connection(LARGEST, EXCHANGE_COST)
            + connection(REVERSE_ORDERS, 1 + connection(LARGEST, REVERSE_LINE_COST))
    }
}

/// The return with all its parts; as it came when it is gone meanwhile.
pub(super) async fn all_of_return(
    client: &Client,
    reach: &RefundsVariables,
    mut returned: Return,
) -> Result<Return, Error> {
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let variables = RefundsVariables { id: returned.id.clone(), after, ..reach.clone() };
        let Some(parts) = client.run::<AllOfReturn>(variables).await?.found else { return Ok(returned) };
        lines.extend(parts.return_line_items.nodes);
        after = parts.return_line_items.page_info.next();
        if after.is_some() {
            continue;
        }
        let whole = |nodes| ReverseOrder {
            line_items: ReverseLineConnection { nodes, page_info: MorePages { has_next_page: false } },
        };
        let received = parts.reverse_fulfillment_orders.nodes.into_iter();
        returned.reverse_fulfillment_orders.nodes = received.map(|order| whole(order.line_items.nodes)).collect();
        returned.reverse_fulfillment_orders.page_info.has_next_page = false;
        returned.exchange_line_items = parts.exchange_line_items;
        returned.return_line_items.nodes = lines;
        returned.return_line_items.page_info.has_next_page = false;
        return Ok(returned);
    }
}
