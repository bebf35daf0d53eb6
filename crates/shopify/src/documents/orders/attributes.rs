use std::sync::LazyLock;

use super::lines::Attribute;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// A query for the attributes of single orders, as they are at this moment: whoever changes one gives them all.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "IdsVariables")]
pub struct OrderAttributes {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<AttributesNode>>,
}

/// Which orders.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct IdsVariables {
    ids: Vec<cynic::Id>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Node")]
enum AttributesNode {
    Order(AttributedOrder),
    #[cynic(fallback)]
    Other,
}

/// An order with its attributes.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Order")]
pub struct AttributedOrder {
    /// Its id.
    pub id: cynic::Id,
    /// Its attributes.
    pub custom_attributes: Vec<Attribute>,
}

impl IdsVariables {
    pub(crate) fn example() -> Self {
        Self { ids: vec![cynic::Id::new("gid://shopify/Order/1")] }
    }
}

impl Document for OrderAttributes {
    const NAME: &'static str = "OrderAttributes";
    type Variables = IdsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<OrderAttributes, _>(OrderAttributes::NAME, IdsVariables::example()));
        &TEXT
    }

    fn cost(_: &IdsVariables) -> u32 {
        const ORDER_AND_ATTRIBUTES: u32 = 2;
        ORDER_AND_ATTRIBUTES
    }
}

/// The attributes of those of these orders that are there.
///
/// # Errors
/// Why there is no answer.
pub async fn attributes(client: &Client, ids: &[String]) -> Result<Vec<AttributedOrder>, Error> {
    let ids = ids.iter().map(cynic::Id::new).collect();
    let answer = client.run::<OrderAttributes>(IdsVariables { ids }).await?;
    let orders = answer.nodes.into_iter().flatten().filter_map(|node| match node {
        AttributesNode::Order(order) => Some(order),
        AttributesNode::Other => None,
    });
    Ok(orders.collect())
}
