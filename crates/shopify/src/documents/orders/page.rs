use std::sync::LazyLock;

use super::complete::complete;
use super::cursor::Cursor;
use super::order::{Order, cost};
use super::orders_parts::with_parts;
use super::reach::Reach;
use super::variables::{OrdersVariables, OrdersVariablesFields};
use crate::cost::{GOAL, connection};
use crate::documents::query;
use crate::{Client, Document, Error, Kept, schema};

/// The orders of a page. A page of 250 would cost little more, but Shopify takes its time over so much, and a page is
/// written down in one transaction.
pub const PAGE: u32 = 90;

/// The sizes of pages that use their points best, for stores whose bucket is too small for [`PAGE`].
const SIZES: [u32; 9] = [PAGE, 54, 33, 20, 12, 7, 4, 2, 1];

/// A query for whole orders, the one that was changed longest ago first.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "OrdersVariables")]
pub struct OrdersPage {
    #[arguments(first: $first, after: $after, query: $query, sortKey: UPDATED_AT)]
    orders: OrderConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(variables = "OrdersVariables")]
struct OrderConnection {
    nodes: Vec<Kept<Order>>,
    page_info: Cursor,
}

/// A page of orders, each with all its lines.
#[derive(Clone, Debug)]
pub struct Page {
    /// The orders.
    pub orders: Vec<Kept<Order>>,
    /// How many were deleted while they were read.
    pub gone: usize,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

impl OrdersPage {
    /// The dearest call.
    pub(crate) fn largest() -> OrdersVariables {
        let (after, query) = (Some(String::new()), Some(String::new()));
        OrdersVariables { first: Some(PAGE as i32), after, query, ..Reach::ALL.variables() }
    }
}

impl Document for OrdersPage {
    const NAME: &'static str = "OrdersPage";
    type Variables = OrdersVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<OrdersPage, _>(OrdersPage::NAME, OrdersPage::largest()));
        &TEXT
    }

    fn cost(variables: &Self::Variables) -> u32 {
        connection(variables.first.unwrap_or_default().unsigned_abs(), cost(variables.reach()))
    }
}

/// What a whole page costs, in points, for an app with this reach.
pub const fn page_cost(reach: Reach) -> u32 {
    connection(PAGE, cost(reach))
}

/// The largest page, of at most `most` orders, that a bucket of `room` points pays for.
fn size(reach: Reach, room: u32, most: u32) -> u32 {
    let fits = |size: &u32| *size <= most && connection(*size, cost(reach)) <= room.min(GOAL);
    SIZES.into_iter().find(fits).unwrap_or(1)
}

/// Reads a page of the orders that `search` finds, the one that was changed longest ago first. A page that is too costly
/// for the store, whose bucket is known only after its first answer, is asked for again with fewer orders.
///
/// # Errors
/// Why there is no answer.
pub async fn page(client: &Client, reach: Reach, search: &str, after: Option<String>) -> Result<Page, Error> {
    let mut most = PAGE;
    let OrderConnection { nodes, page_info } = loop {
        let first = size(reach, client.room(), most);
        let (after, query) = (after.clone(), Some(search.to_owned()));
        let variables = OrdersVariables { first: Some(first as i32), after, query, ..reach.variables() };
        match client.run::<OrdersPage>(variables).await {
            Ok(answer) => break answer.orders,
            Err(Error::TooCostly { .. }) if first > 1 => most = first - 1,
            Err(error) => return Err(error),
        }
    };
    let found = nodes.len();
    let orders = with_parts(client, complete(client, nodes).await?).await?;
    let gone = found.saturating_sub(orders.len());
    Ok(Page { orders, gone, next: page_info.next() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_as_large_as_the_bucket_pays_for() {
        let whole = |room, most| size(Reach::ALL, room, most);
        assert_eq!(whole(2000, PAGE), PAGE);
        assert_eq!(whole(1000, PAGE), PAGE);
        assert!(whole(400, PAGE) < PAGE && connection(whole(400, PAGE), cost(Reach::ALL)) <= 400);
        assert_eq!(whole(40, PAGE), 1);
        assert_eq!(whole(2000, PAGE - 1), 54);
    }

    #[test]
    fn what_is_out_of_reach_leaves_room_for_more_orders() {
        let without_staff = Reach { staff: false, ..Reach::ALL };
        assert_eq!(page_cost(Reach::ALL) - page_cost(without_staff), 8);
        assert_eq!((size(Reach::ALL, 580, PAGE), size(without_staff, 580, PAGE)), (33, 54));
    }
}
