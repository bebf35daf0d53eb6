use std::sync::Arc;

use apollo_compiler::resolvers::{ResolveInfo, ResolvedValue};

use super::arguments::string;
use super::connection::{Page, Window, connection};
use super::cursor::{Position, SortValue};
use super::product::ProductObject;
use super::searched::search;
use super::session::{Resolved, Session};
use super::small::Count;
use crate::search::PRODUCTS;
use crate::store::product::Product;

/// A connection of those products that `belongs` lets through.
pub(super) fn products<'a>(
    session: &'a Session,
    info: &'a ResolveInfo<'a>,
    belongs: impl Fn(&Product) -> bool,
) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &PRODUCTS)?;
    let key = key(string(info, "sortKey").as_deref());
    let page = session.read(|state| {
        let rows = state.products.values().filter(|product| belongs(product) && search.matches(product));
        owned(window.page(rows.map(|row| (Position { value: key(row), id: row.id }, row))))
    });
    connection("ProductConnection", "ProductEdge", page, move |product: &Arc<Product>| ProductObject {
        session,
        product: Arc::clone(product),
    })
}

/// How many there are of them.
pub(super) fn products_count<'a>(
    session: &'a Session,
    info: &'a ResolveInfo<'a>,
    belongs: impl Fn(&Product) -> bool,
) -> Resolved<'a> {
    let search = search(session, info, string(info, "query").as_deref(), &PRODUCTS)?;
    let belong = |product: &&Arc<Product>| belongs(product) && search.matches(product);
    let count = session.read(|state| state.products.values().filter(belong).count());
    Ok(ResolvedValue::object(Count(count)))
}

/// What the products are sorted by.
fn key(sort: Option<&str>) -> fn(&Product) -> SortValue {
    match sort {
        Some("CREATED_AT") => |product| SortValue::Number(product.created_at.timestamp_millis()),
        Some("UPDATED_AT") => |product| SortValue::Number(product.updated_at.timestamp_millis()),
        Some("PUBLISHED_AT") => {
            |product| SortValue::Number(product.published_at.map_or(i64::MIN, |published| published.timestamp_millis()))
        }
        Some("TITLE") => |product| SortValue::Text(product.title.clone()),
        Some("VENDOR") => |product| SortValue::Text(product.vendor.clone()),
        Some("PRODUCT_TYPE") => |product| SortValue::Text(product.product_type.clone()),
        Some("INVENTORY_TOTAL") => |product| SortValue::Number(product.total_inventory()),
        _ => |product| SortValue::Number(i64::try_from(product.id).unwrap_or(i64::MAX)),
    }
}

/// The rows of a page, kept beyond the lock on the store.
pub(super) fn owned<T>(page: Page<&Arc<T>>) -> Page<Arc<T>> {
    Page {
        rows: page.rows.into_iter().map(|(position, row)| (position, Arc::clone(row))).collect(),
        has_next: page.has_next,
        has_previous: page.has_previous,
    }
}
