use crate::schema;

/// What the queries for whole orders are asked with: they share what they select, and so the variables in it. Each takes
/// those that it needs.
#[derive(cynic::QueryVariables, Clone, Debug, Default)]
pub struct OrdersVariables {
    /// How many, on a page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub first: Option<i32>,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What is searched for, in Shopify's search language.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The ids of single orders.
    #[cynic(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<cynic::Id>,
    /// Whether their payment terms are read.
    pub payment_terms: bool,
    /// Whether their locations are.
    pub locations: bool,
    /// Whether the parts are in which they are sent.
    pub fulfillment_orders: bool,
    /// Whether it is who of the staff took them.
    pub staff: bool,
}
