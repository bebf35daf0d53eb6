use std::sync::LazyLock;

use super::complete::complete;
use super::customer::{CUSTOMER_COST, Customer};
use super::variables::{CustomersVariables, CustomersVariablesFields};
use crate::cost::{GOAL, connection};
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, Kept, schema};

/// The customers of a page.
pub const PAGE: u32 = 250;

/// What a whole page costs, in points.
pub const PAGE_COST: u32 = connection(PAGE, CUSTOMER_COST);

/// The sizes of pages that use their points best, for stores whose bucket is too small for [`PAGE`].
const SIZES: [u32; 8] = [PAGE, 148, 90, 54, 33, 12, 4, 1];

/// A query for whole customers, the one that was changed longest ago first.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "CustomersVariables")]
pub struct CustomersPage {
    #[arguments(first: $first, after: $after, query: $query, sortKey: UPDATED_AT)]
    customers: CustomerConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct CustomerConnection {
    nodes: Vec<Kept<Customer>>,
    page_info: Cursor,
}

/// A page of customers, each with all its addresses.
#[derive(Clone, Debug)]
pub struct Page {
    /// The customers.
    pub customers: Vec<Kept<Customer>>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

impl CustomersPage {
    /// The dearest call.
    pub(crate) fn largest() -> CustomersVariables {
        variables(PAGE, Some(String::new()), Some(String::new()))
    }
}

impl Document for CustomersPage {
    const NAME: &'static str = "CustomersPage";
    type Variables = CustomersVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<CustomersPage, _>(CustomersPage::NAME, CustomersPage::largest()));
        &TEXT
    }

    fn cost(variables: &Self::Variables) -> u32 {
        connection(variables.first.unwrap_or_default().unsigned_abs(), CUSTOMER_COST)
    }
}

fn variables(first: u32, after: Option<String>, query: Option<String>) -> CustomersVariables {
    CustomersVariables { first: i32::try_from(first).ok(), after, query, ..CustomersVariables::default() }
}

/// The largest page, of at most `most` customers, that a bucket of `room` points pays for.
fn size(room: u32, most: u32) -> u32 {
    let fits = |size: &u32| *size <= most && connection(*size, CUSTOMER_COST) <= room.min(GOAL);
    SIZES.into_iter().find(fits).unwrap_or(1)
}

/// Reads a page of the customers that `search` finds, all of them without one, the one that was changed longest ago first. A
/// page that is too costly for the store, whose bucket is known only after its first answer, is asked for again with fewer
/// customers.
///
/// # Errors
/// Why there is no answer.
pub async fn page(client: &Client, search: Option<&str>, after: Option<String>) -> Result<Page, Error> {
    let mut most = PAGE;
    let CustomerConnection { nodes, page_info } = loop {
        let first = size(client.room(), most);
        match client.run::<CustomersPage>(variables(first, after.clone(), search.map(str::to_owned))).await {
            Ok(answer) => break answer.customers,
            Err(Error::TooCostly { .. }) if first > 1 => most = first - 1,
            Err(error) => return Err(error),
        }
    };
    Ok(Page { customers: complete(client, nodes).await?, next: page_info.next() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_as_large_as_the_bucket_pays_for() {
        assert_eq!(size(2000, PAGE), PAGE);
        assert_eq!(size(100, PAGE), 90);
        assert_eq!(size(10, PAGE), 1);
        assert_eq!(size(2000, PAGE - 1), 148);
    }
}
