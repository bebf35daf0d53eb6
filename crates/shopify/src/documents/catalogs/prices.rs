use std::sync::LazyLock;

use crate::cost::connection;
use crate::documents::orders::{Cursor, Money};
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many prices, and as many products, come in a call.
const PAGE: u32 = 250;
/// A price and its variant.
const PRICE: u32 = 2;

/// What is read of which price list.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct PricesVariables {
    /// The price list.
    pub id: cynic::Id,
    /// Whether its fixed prices are read.
    pub prices: bool,
    /// After which of them; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after_price: Option<String>,
    /// Whether the products of its catalog's publication are.
    pub products: bool,
    /// After which of them.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after_product: Option<String>,
}

impl PricesVariables {
    /// The dearest call.
    pub(crate) fn largest() -> Self {
        let (after_price, after_product) = (Some(String::new()), Some(String::new()));
        Self {
            id: cynic::Id::new("gid://shopify/PriceList/1"),
            prices: true,
            after_price,
            products: true,
            after_product,
        }
    }
}

/// A query for the fixed prices of a price list, and for the products of the catalog in which it holds.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "PricesVariables")]
pub struct PriceListPrices {
    #[arguments(id: $id)]
    price_list: Option<PriceListWithPrices>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PriceList", variables = "PricesVariables")]
struct PriceListWithPrices {
    #[arguments(first: 250, after: $after_price, originType: FIXED)]
    #[directives(include(if: $prices))]
    prices: Option<PriceConnection>,
    #[directives(include(if: $products))]
    catalog: Option<CatalogWithProducts>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PriceListPriceConnection")]
struct PriceConnection {
    nodes: Vec<FixedPrice>,
    page_info: Cursor,
}

/// What one variant costs.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PriceListPrice")]
pub struct FixedPrice {
    /// Its price.
    pub price: Money,
    /// What it is said to have cost before.
    pub compare_at_price: Option<Money>,
    /// The variant.
    pub variant: VariantOfPrice,
}

/// The variant of a price.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ProductVariant")]
pub struct VariantOfPrice {
    /// Its global id.
    pub id: cynic::Id,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Catalog", variables = "PricesVariables")]
struct CatalogWithProducts {
    publication: Option<PublicationWithProducts>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Publication", variables = "PricesVariables")]
struct PublicationWithProducts {
    #[arguments(first: 250, after: $after_product)]
    products: ProductConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ProductConnection")]
struct ProductConnection {
    nodes: Vec<ProductOfCatalog>,
    page_info: Cursor,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Product")]
struct ProductOfCatalog {
    id: cynic::Id,
}

impl Document for PriceListPrices {
    const NAME: &'static str = "PriceListPrices";
    type Variables = PricesVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<PriceListPrices, _>(PriceListPrices::NAME, PricesVariables::largest()));
        &TEXT
    }

    fn cost(variables: &PricesVariables) -> u32 {
        const PRICE_LIST: u32 = 1;
        const PRICES: u32 = connection(PAGE, PRICE);
        /// The catalog, its publication, and the products of that.
        const PRODUCTS: u32 = 2 + connection(PAGE, 1);
        PRICE_LIST + PRICES * u32::from(variables.prices) + PRODUCTS * u32::from(variables.products)
    }
}

/// A page of what is read of a price list.
#[derive(Clone, Debug, Default)]
pub struct PricesPage {
    /// Fixed prices.
    pub prices: Vec<FixedPrice>,
    /// Products of the catalog, by their global ids.
    pub products: Vec<cynic::Id>,
    /// What is left to be read; nothing after the last page.
    pub next: Option<PricesVariables>,
}

/// What is read first of a price list: its fixed prices, the products of its catalog, or both at once.
pub fn begin(id: &str, prices: bool, products: bool) -> PricesVariables {
    PricesVariables { id: cynic::Id::new(id), prices, after_price: None, products, after_product: None }
}

/// Reads a page of the fixed prices of a price list and of the products of its catalog; `None` when the list is not there
/// any more.
///
/// # Errors
/// Why there is no answer.
pub async fn prices(client: &Client, wanted: PricesVariables) -> Result<Option<PricesPage>, Error> {
    let Some(list) = client.run::<PriceListPrices>(wanted.clone()).await?.price_list else { return Ok(None) };
    let mut page = PricesPage::default();
    let mut next = PricesVariables { after_price: None, after_product: None, ..wanted };
    if let Some(PriceConnection { nodes, page_info }) = list.prices {
        page.prices = nodes;
        next.after_price = page_info.next();
    }
    if let Some(publication) = list.catalog.and_then(|catalog| catalog.publication) {
        let ProductConnection { nodes, page_info } = publication.products;
        page.products = nodes.into_iter().map(|product| product.id).collect();
        next.after_product = page_info.next();
    }
    next.prices = next.after_price.is_some();
    next.products = next.after_product.is_some();
    page.next = (next.prices || next.products).then_some(next);
    Ok(Some(page))
}
