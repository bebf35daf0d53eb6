use crate::schema;

/// What the queries for whole products are asked with. Each takes those that it needs.
#[derive(cynic::QueryVariables, Clone, Debug, Default)]
pub struct ProductsVariables {
    /// How many, on a page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub first: Option<i32>,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What is searched for, in Shopify's search language.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The ids of single products.
    #[cynic(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<cynic::Id>,
    /// Whether the page says how many products the store has.
    pub counted: bool,
    /// All of which products are counted.
    pub all: String,
    /// Up to which number they are counted; none for all of them.
    pub limit: Option<i32>,
}
