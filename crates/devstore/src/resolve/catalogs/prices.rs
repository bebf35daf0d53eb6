use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::string;
use super::super::connection::{Window, connection};
use super::super::cursor::Position;
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::price::price_object;
use crate::search::{PRICES, VariantRow};
use crate::store::State;
use crate::store::price_list::PriceList;
use crate::store::product::Product;

/// The connection `prices`, by variant: the fixed ones and those that follow the shop's, or one kind of them.
pub(super) fn prices<'a>(session: &'a Session, list: &Arc<PriceList>, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &PRICES)?;
    let origin = string(info, "originType");
    let page = session.read(|state| {
        let rows = rows(state, list, origin.as_deref()).filter(|row| search.matches(row));
        window.page(rows.filter_map(|row| {
            let id = row.variant()?.id;
            Some((Position::number(i64::try_from(id).unwrap_or(i64::MAX), id), row))
        }))
    });
    let list = Arc::clone(list);
    connection("PriceListPriceConnection", "PriceListPriceEdge", page, move |row: &VariantRow| {
        price_object(session, Arc::clone(&list), row.clone())
    })
}

fn rows<'r>(state: &'r State, list: &'r PriceList, origin: Option<&str>) -> Box<dyn Iterator<Item = VariantRow> + 'r> {
    if origin == Some("FIXED") {
        let of = |id: &u64| {
            let product = state.product_of_variant(*id)?;
            let place = product.variants.iter().position(|variant| variant.id == *id)?;
            Some(VariantRow { product: Arc::clone(product), place })
        };
        return Box::new(list.fixed.keys().filter_map(of));
    }
    let relative = origin == Some("RELATIVE");
    let of_product = |product: &'r Arc<Product>| {
        (0..product.variants.len()).map(|place| VariantRow { product: Arc::clone(product), place })
    };
    let belongs =
        move |row: &VariantRow| !relative || row.variant().is_some_and(|variant| !list.fixed.contains_key(&variant.id));
    Box::new(state.products.values().flat_map(of_product).filter(belongs))
}
