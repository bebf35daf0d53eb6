use crate::schema;

/// What the queries for whole customers are asked with. Each takes those that it needs.
#[derive(cynic::QueryVariables, Clone, Debug, Default)]
pub struct CustomersVariables {
    /// How many, on a page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub first: Option<i32>,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What is searched for, in Shopify's search language; none for all of them.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The ids of single customers.
    #[cynic(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<cynic::Id>,
}
