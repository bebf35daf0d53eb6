use std::fmt::Write;
use std::sync::LazyLock;

use super::dispute::{COST, Dispute};
use crate::cost::connection;
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// The most that are read in one call.
pub const PAGE: u32 = 250;

/// Which disputes.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct DisputesVariables {
    /// How many.
    first: i32,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    /// Which of them.
    query: String,
}

/// A query for disputes.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "DisputesVariables")]
pub struct Disputes {
    shopify_payments_account: Option<Account>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ShopifyPaymentsAccount", variables = "DisputesVariables")]
struct Account {
    #[arguments(first: $first, after: $after, query: $query)]
    disputes: DisputeConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ShopifyPaymentsDisputeConnection")]
struct DisputeConnection {
    nodes: Vec<Dispute>,
    page_info: Cursor,
}

/// Which disputes are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Those with a higher id, which are the newer ones; none: none of them.
    pub above: Option<i64>,
    /// Those with these ids.
    pub named: Vec<i64>,
}

impl Asked {
    /// In Shopify's search syntax, each term with the name of its field: a term without it is looked for in everything.
    fn query(&self) -> String {
        let mut query = self.above.map(|id| format!("id:>{id}")).unwrap_or_default();
        for id in &self.named {
            let or = if query.is_empty() { "" } else { " OR " };
            // Writing to a text never fails.
            let _ = write!(query, "{or}id:{id}");
        }
        query
    }
}

impl DisputesVariables {
    fn new(asked: &Asked, first: u32, after: Option<String>) -> Self {
        Self { first: first.clamp(1, PAGE).cast_signed(), after, query: asked.query() }
    }

    /// The dearest call.
    pub(crate) fn largest() -> Self {
        Self::new(&Asked { above: Some(0), named: Vec::new() }, PAGE, Some(String::new()))
    }
}

impl Document for Disputes {
    const NAME: &'static str = "Disputes";
    type Variables = DisputesVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Disputes, _>(Disputes::NAME, DisputesVariables::largest()));
        &TEXT
    }

    fn cost(variables: &DisputesVariables) -> u32 {
        const ACCOUNT: u32 = 1;
        ACCOUNT + connection(variables.first.cast_unsigned(), COST)
    }
}

/// A page of disputes.
#[derive(Clone, Debug)]
pub struct DisputesPage {
    /// As many as came.
    pub disputes: Vec<Dispute>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// Reads a page of the disputes that are asked for, `first` at most; `None` where the store does without Shopify Payments.
/// It takes the scopes `read_shopify_payments_accounts` (or `read_shopify_payments`), `read_shopify_payments_disputes` and
/// `read_orders`.
///
/// # Errors
/// Why there is no answer.
pub async fn page(
    client: &Client,
    asked: &Asked,
    first: u32,
    after: Option<String>,
) -> Result<Option<DisputesPage>, Error> {
    let answer = client.run::<Disputes>(DisputesVariables::new(asked, first, after)).await?;
    Ok(answer.shopify_payments_account.map(|Account { disputes: DisputeConnection { nodes, page_info } }| {
        DisputesPage { disputes: nodes, next: page_info.next() }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_of_the_search_names_its_field() {
        let asked = |above, named: &[i64]| Asked { above, named: named.to_vec() }.query();
        assert_eq!(asked(Some(0), &[]), "id:>0");
        assert_eq!(asked(Some(9), &[3, 5]), "id:>9 OR id:3 OR id:5");
        assert_eq!(asked(None, &[3, 5]), "id:3 OR id:5");
    }

    #[test]
    fn a_small_page_costs_less() {
        let cost = |first| Disputes::cost(&DisputesVariables::new(&Asked::default(), first, None));
        assert_eq!([cost(250), cost(20), cost(1)], [36, 18, 6]);
    }
}
