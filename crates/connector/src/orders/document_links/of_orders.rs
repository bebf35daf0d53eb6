use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use values::Code;

use super::entity::{Column, Entity, ShopifyDocument};
use crate::Error;

/// That an order has a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Linked {
    /// The number of the one that is open, else of one that is posted.
    pub number: Code<20>,
    /// Whether one is open.
    pub is_open: bool,
}

/// Which of these orders, by their ids in Shopify, have a document.
pub(crate) async fn of_orders(connection: &impl ConnectionTrait, ids: &[i64]) -> Result<HashMap<i64, Linked>, Error> {
    let sources = ids.iter().map(i64::to_string);
    let found = Entity::find()
        .filter(Column::ShopifyDocumentType.eq(ShopifyDocument::Order))
        .filter(Column::ShopifyDocumentId.is_in(sources))
        .order_by_asc(Column::DocumentNumber)
        .all(connection)
        .await?;
    let mut linked: HashMap<i64, Linked> = HashMap::new();
    for link in found {
        let Ok(id) = link.shopify_document_id.parse() else { continue };
        let is_open = !link.document_type.is_posted();
        let before = linked.get(&id).is_some_and(|before| before.is_open);
        if is_open || !before {
            linked.insert(id, Linked { number: link.document_number, is_open });
        }
    }
    Ok(linked)
}
