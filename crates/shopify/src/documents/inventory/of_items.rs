use std::sync::LazyLock;

use super::level::{ITEM_COST, InventoryItem};
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many items are asked for at once.
pub const AT_ONCE: usize = 250;

/// A query for how many there are of single items.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "OfItemsVariables")]
pub struct InventoryOfItems {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<ItemNode>>,
}

/// Which items.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct OfItemsVariables {
    ids: Vec<cynic::Id>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Node")]
enum ItemNode {
    InventoryItem(InventoryItem),
    #[cynic(fallback)]
    Other,
}

impl InventoryOfItems {
    /// The dearest call.
    pub(crate) fn largest() -> OfItemsVariables {
        OfItemsVariables { ids: (1..).take(AT_ONCE).map(id).collect() }
    }
}

fn id(number: i64) -> cynic::Id {
    cynic::Id::new(format!("gid://shopify/InventoryItem/{number}"))
}

impl Document for InventoryOfItems {
    const NAME: &'static str = "InventoryOfItems";
    type Variables = OfItemsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<InventoryOfItems, _>(InventoryOfItems::NAME, InventoryOfItems::largest()));
        &TEXT
    }

    fn cost(_: &OfItemsVariables) -> u32 {
        ITEM_COST
    }
}

/// How many there are of items, by their ids in Shopify, at most [`AT_ONCE`]; those that the store has no more are left out.
///
/// # Errors
/// Why there is no answer.
pub async fn of_items(client: &Client, ids: &[i64]) -> Result<Vec<InventoryItem>, Error> {
    let ids = ids.iter().copied().map(id).collect();
    let answer = client.run::<InventoryOfItems>(OfItemsVariables { ids }).await?;
    let items = answer.nodes.into_iter().flatten().filter_map(|node| match node {
        ItemNode::InventoryItem(item) => Some(item),
        ItemNode::Other => None,
    });
    Ok(items.collect())
}
