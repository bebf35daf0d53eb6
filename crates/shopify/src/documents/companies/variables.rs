use crate::schema;

/// What the queries for companies are asked with. Each takes those that it needs.
#[derive(cynic::QueryVariables, Clone, Debug, Default)]
pub struct CompaniesVariables {
    /// How many, on a page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub first: Option<i32>,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What is searched for, in Shopify's search language.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The ids of single companies.
    #[cynic(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<cynic::Id>,
    /// How many roles come with a contact.
    pub roles: i32,
    /// Whether payment terms are read: the app needs the scope `read_payment_terms`.
    pub terms: bool,
    /// Whether more locations are read.
    pub more_locations: bool,
    /// After which of them.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after_location: Option<String>,
    /// Whether more contacts are read.
    pub more_contacts: bool,
    /// After which of them.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after_contact: Option<String>,
}
