//! The lines of one order, for an order with more of them than come with it.

use std::sync::LazyLock;

use super::cursor::Cursor;
use super::lines::{LINE_COST, LineItem, SHIPPING_LINE_COST, ShippingLine};
use crate::cost::connection;
use crate::documents::query;
use crate::{Document, Kept, schema};

/// As many lines come in one call.
const LARGEST: i32 = 250;

/// Which page of the lines of which order.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct Part {
    /// The order.
    pub id: cynic::Id,
    /// How many.
    pub first: i32,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

impl Part {
    /// The page of an order behind a cursor.
    pub(super) fn after(id: cynic::Id, cursor: String) -> Self {
        Self { id, first: LARGEST, after: Some(cursor) }
    }

    /// The dearest call.
    pub(crate) fn largest() -> Self {
        Self::after(cynic::Id::new("gid://shopify/Order/1"), String::new())
    }
}

/// One page of something that an order has.
#[derive(Debug)]
pub(super) struct Slice<T> {
    pub(super) nodes: Vec<Kept<T>>,
    pub(super) next: Option<String>,
}

/// A document that reads a part of an order.
pub(super) trait ReadsPart: Document<Variables = Part> {
    type Node;

    /// None when the order no longer exists.
    fn slice(answer: Self::Answer) -> Option<Slice<Self::Node>>;
}

/// A query for the lines of one order.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "Part")]
pub struct OrderLineItems {
    #[arguments(id: $id)]
    order: Option<OrderOfLines>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Order", variables = "Part")]
struct OrderOfLines {
    #[arguments(first: $first, after: $after)]
    line_items: Lines,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "LineItemConnection")]
struct Lines {
    nodes: Vec<Kept<LineItem>>,
    page_info: Cursor,
}

/// A query for the shipping lines of one order.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "Part")]
pub struct OrderShippingLines {
    #[arguments(id: $id)]
    order: Option<OrderOfShippingLines>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Order", variables = "Part")]
struct OrderOfShippingLines {
    #[arguments(first: $first, after: $after)]
    shipping_lines: ShippingLines,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ShippingLineConnection")]
struct ShippingLines {
    nodes: Vec<Kept<ShippingLine>>,
    page_info: Cursor,
}

/// What a call for a page of lines costs: the order and the page.
fn cost(part: &Part, line: u32) -> u32 {
    const ORDER: u32 = 1;
    ORDER + connection(part.first.unsigned_abs(), line)
}

impl Document for OrderLineItems {
    const NAME: &'static str = "OrderLineItems";
    type Variables = Part;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<OrderLineItems, _>(OrderLineItems::NAME, Part::largest()));
        &TEXT
    }

    fn cost(part: &Part) -> u32 {
        cost(part, LINE_COST)
    }
}

impl ReadsPart for OrderLineItems {
    type Node = LineItem;

    fn slice(answer: Self) -> Option<Slice<LineItem>> {
        let Lines { nodes, page_info } = answer.order?.line_items;
        Some(Slice { nodes, next: page_info.next() })
    }
}

impl Document for OrderShippingLines {
    const NAME: &'static str = "OrderShippingLines";
    type Variables = Part;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<OrderShippingLines, _>(OrderShippingLines::NAME, Part::largest()));
        &TEXT
    }

    fn cost(part: &Part) -> u32 {
        cost(part, SHIPPING_LINE_COST)
    }
}

impl ReadsPart for OrderShippingLines {
    type Node = ShippingLine;

    fn slice(answer: Self) -> Option<Slice<ShippingLine>> {
        let ShippingLines { nodes, page_info } = answer.order?.shipping_lines;
        Some(Slice { nodes, next: page_info.next() })
    }
}
