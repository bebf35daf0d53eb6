use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::entity::{Column, Entity, LinkedDocument, ShopifyDocument};
use crate::Error;

/// That an order has a document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Linked {
    /// Whether one is open.
    pub is_open: bool,
}

/// Which of these orders, by their ids in Shopify, have a document.
pub(crate) async fn of_orders(connection: &impl ConnectionTrait, ids: &[i64]) -> Result<HashMap<i64, Linked>, Error> {
    let sources = ids.iter().map(i64::to_string);
    let found: Vec<(String, LinkedDocument)> = Entity::find()
        .select_only()
        .columns([Column::ShopifyDocumentId, Column::DocumentType])
        .filter(Column::ShopifyDocumentType.eq(ShopifyDocument::Order))
        .filter(Column::ShopifyDocumentId.is_in(sources))
        .into_tuple()
        .all(connection)
        .await?;
    let mut linked: HashMap<i64, Linked> = HashMap::new();
    for (id, document) in found {
        let Ok(id) = id.parse() else { continue };
        linked.entry(id).or_default().is_open |= !document.is_posted();
    }
    Ok(linked)
}
