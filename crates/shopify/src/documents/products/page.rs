use std::sync::LazyLock;

use super::GOODS;
use super::complete::complete;
use super::product::{PRODUCT_COST, Product};
use super::variables::{ProductsVariables, ProductsVariablesFields};
use crate::cost::{COUNT, GOAL, connection};
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, Kept, schema};

/// The products of a page.
pub const PAGE: u32 = 250;

/// What a whole page costs, in points.
pub const PAGE_COST: u32 = connection(PAGE, PRODUCT_COST);

/// The sizes of pages that use their points best, for stores whose bucket is too small for [`PAGE`].
const SIZES: [u32; 8] = [PAGE, 148, 90, 54, 33, 12, 4, 1];

/// A query for whole products, the one that was changed longest ago first.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "ProductsVariables")]
pub struct ProductsPage {
    #[arguments(first: $first, after: $after, query: $query, sortKey: UPDATED_AT)]
    products: ProductConnection,
    #[arguments(query: $all, limit: $limit)]
    #[directives(include(if: $counted))]
    products_count: Option<Count>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct ProductConnection {
    nodes: Vec<Kept<Product>>,
    page_info: Cursor,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Count {
    count: i32,
}

/// A page of products, each with all its variants.
#[derive(Clone, Debug)]
pub struct Page {
    /// The products.
    pub products: Vec<Kept<Product>>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// How many products the store has, gift cards left out; told with the first page.
    pub count: Option<u64>,
}

impl ProductsPage {
    /// The dearest call.
    pub(crate) fn largest() -> ProductsVariables {
        variables(PAGE, Some(String::new()), "")
    }
}

impl Document for ProductsPage {
    const NAME: &'static str = "ProductsPage";
    type Variables = ProductsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<ProductsPage, _>(ProductsPage::NAME, ProductsPage::largest()));
        &TEXT
    }

    fn cost(variables: &Self::Variables) -> u32 {
        let products = connection(variables.first.unwrap_or_default().unsigned_abs(), PRODUCT_COST);
        products + if variables.counted { COUNT } else { 0 }
    }
}

fn variables(first: u32, after: Option<String>, search: &str) -> ProductsVariables {
    ProductsVariables {
        first: i32::try_from(first).ok(),
        counted: true,
        after,
        query: Some(search.to_owned()),
        all: GOODS.to_owned(),
        ..ProductsVariables::default()
    }
}

/// The largest page, of at most `most` products, that a bucket of `room` points pays for.
fn size(room: u32, most: u32) -> u32 {
    let fits = |size: &u32| *size <= most && connection(*size, PRODUCT_COST) + COUNT <= room.min(GOAL);
    SIZES.into_iter().find(fits).unwrap_or(1)
}

/// Reads a page of the products that `search` finds, the one that was changed longest ago first; the first page says also
/// how many there are. A page that is too costly for the store, whose bucket is known only after its first answer, is asked
/// for again with fewer products.
///
/// # Errors
/// Why there is no answer.
pub async fn page(client: &Client, search: &str, after: Option<String>) -> Result<Page, Error> {
    let mut most = PAGE;
    let ProductsPage { products: ProductConnection { nodes, page_info }, products_count } = loop {
        let first = size(client.room(), most);
        let asked = ProductsVariables { counted: after.is_none(), ..variables(first, after.clone(), search) };
        match client.run::<ProductsPage>(asked).await {
            Ok(answer) => break answer,
            Err(Error::TooCostly { .. }) if first > 1 => most = first - 1,
            Err(error) => return Err(error),
        }
    };
    let count = products_count.and_then(|count| u64::try_from(count.count).ok());
    Ok(Page { products: complete(client, nodes).await?, next: page_info.next(), count })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_as_large_as_the_bucket_pays_for() {
        assert_eq!(size(2000, PAGE), PAGE);
        assert_eq!(size(100, PAGE), 4);
        assert_eq!(size(10, PAGE), 1);
        assert_eq!(size(2000, PAGE - 1), 148);
    }
}
