//! The lines of several orders, for those with more of them than come with them: most have all their lines here, so that
//! one call makes many orders whole.

use std::sync::LazyLock;

use serde::Deserialize;
use shopify_schema::gid::OrderId;

use super::cursor::Cursor;
use super::lines::{LINE_COST, LineItem, SHIPPING_LINE_COST, ShippingLine};
use super::part::Slice;
use crate::cost::connection;
use crate::documents::query;
use crate::{Document, Kept, schema};

/// As many orders are made whole at once: each may have hundreds of lines, and Shopify takes its time over them.
pub(super) const AT_ONCE: usize = 10;
/// As many lines come of each.
const LINES: u32 = 250;
/// As many shipping lines.
const SHIPPING_LINES: u32 = 50;

/// Which orders.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct OrdersLinesVariables {
    /// Their ids.
    pub ids: Vec<cynic::Id>,
}

/// A query for the lines and shipping lines of several orders.
#[derive(Clone, Debug, Deserialize)]
pub struct OrdersLines {
    nodes: Vec<Option<Lines>>,
}

/// The lines of one order.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Lines {
    /// The order.
    pub id: cynic::Id,
    line_items: Goods,
    shipping_lines: Shipping,
}

impl Lines {
    /// Its lines, and its shipping lines.
    pub fn slices(self) -> (Slice<LineItem>, Slice<ShippingLine>) {
        let (goods, shipping) = (self.line_items, self.shipping_lines);
        (
            Slice { nodes: goods.nodes, next: goods.page_info.next() },
            Slice { nodes: shipping.nodes, next: shipping.page_info.next() },
        )
    }
}

/// What it selects. Never read: a node that is chosen by its type can't be kept as it is written.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "QueryRoot", variables = "OrdersLinesVariables")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Selection {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

#[derive(cynic::InlineFragments)]
#[expect(dead_code, reason = "stands for the text of the query only")]
enum Node {
    Order(OrderLines),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Order")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct OrderLines {
    id: cynic::Id,
    #[arguments(first: 250)]
    line_items: Goods,
    #[arguments(first: 50)]
    shipping_lines: Shipping,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "LineItemConnection")]
struct Goods {
    nodes: Vec<Kept<LineItem>>,
    page_info: Cursor,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ShippingLineConnection")]
struct Shipping {
    nodes: Vec<Kept<ShippingLine>>,
    page_info: Cursor,
}

impl OrdersLines {
    /// The dearest call.
    pub(crate) fn largest() -> OrdersLinesVariables {
        let ids = (1..=AT_ONCE as u64).map(|number| cynic::Id::new(OrderId::new(number).to_string()));
        OrdersLinesVariables { ids: ids.collect() }
    }

    /// The orders that there still are.
    pub(super) fn orders(self) -> impl Iterator<Item = Lines> {
        self.nodes.into_iter().flatten()
    }
}

impl Document for OrdersLines {
    const NAME: &'static str = "OrdersLines";
    type Variables = OrdersLinesVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Selection, _>(OrdersLines::NAME, OrdersLines::largest()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        const ORDER: u32 = 1;
        ORDER + connection(LINES, LINE_COST) + connection(SHIPPING_LINES, SHIPPING_LINE_COST)
    }
}
