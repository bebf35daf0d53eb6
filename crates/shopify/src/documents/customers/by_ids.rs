use std::sync::LazyLock;

use serde::Deserialize;
use shopify_schema::gid::CustomerId;

use super::complete::complete;
use super::customer::{CUSTOMER_COST, Customer};
use super::variables::{CustomersVariables, CustomersVariablesFields};
use crate::documents::{Found, query};
use crate::{Client, Document, Error, Kept, schema};

/// As many customers are asked for at once.
pub const AT_ONCE: usize = 100;

/// A query for single customers.
#[derive(Clone, Debug, Deserialize)]
pub struct CustomersByIds {
    nodes: Vec<Option<Kept<Customer>>>,
}

/// What it selects. Never read: a node that is chosen by its type can't be kept as it is written.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "QueryRoot", variables = "CustomersVariables")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Selection {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

#[derive(cynic::InlineFragments)]
#[expect(dead_code, clippy::large_enum_variant, reason = "stands for the text of the query only")]
enum Node {
    Customer(Customer),
    #[cynic(fallback)]
    Other,
}

impl CustomersByIds {
    /// The dearest call.
    pub(crate) fn largest() -> CustomersVariables {
        let ids = (1..=AT_ONCE as u64).map(|number| cynic::Id::new(CustomerId::new(number).to_string()));
        CustomersVariables { ids: ids.collect(), ..CustomersVariables::default() }
    }
}

impl Document for CustomersByIds {
    const NAME: &'static str = "CustomersByIds";
    type Variables = CustomersVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Selection, _>(CustomersByIds::NAME, CustomersByIds::largest()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        CUSTOMER_COST
    }
}

/// Reads single customers, each with all its addresses.
///
/// # Errors
/// Why there is no answer.
pub async fn by_ids(client: &Client, ids: &[CustomerId]) -> Result<Found<Kept<Customer>, CustomerId>, Error> {
    let mut found = Found::default();
    for some in ids.chunks(AT_ONCE) {
        let asked = some.iter().map(|id| cynic::Id::new(id.to_string())).collect();
        let answer = client.run::<CustomersByIds>(CustomersVariables { ids: asked, ..Default::default() }).await?;
        let nodes = found.answered(some, answer.nodes);
        found.there.extend(complete(client, nodes).await?);
    }
    Ok(found)
}
