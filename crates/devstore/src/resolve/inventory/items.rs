use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::string;
use super::super::connection::{Window, connection};
use super::super::cursor::{Position, SortValue};
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::item::InventoryItem;
use crate::search::{INVENTORY_ITEMS, VariantRow};

/// The connection `inventoryItems`, by their ids.
pub(crate) fn items<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &INVENTORY_ITEMS)?;
    let position = |row: &VariantRow| {
        let id = row.variant()?.inventory_item_id;
        Some(Position { value: SortValue::Number(i64::try_from(id).unwrap_or(i64::MAX)), id })
    };
    let page = session.read(|state| {
        let rows = state.products.values().flat_map(|product| {
            (0..product.variants.len()).map(|place| VariantRow { product: Arc::clone(product), place })
        });
        window.page(rows.filter(|row| search.matches(row)).filter_map(|row| Some((position(&row)?, row))))
    });
    connection("InventoryItemConnection", "InventoryItemEdge", page, move |row: &VariantRow| InventoryItem {
        session,
        product: Arc::clone(&row.product),
        place: row.place,
    })
}
