use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::string;
use super::super::connection::{Window, connection};
use super::super::cursor::{Position, SortValue};
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::catalog::CatalogObject;
use super::market::MarketObject;
use super::price_list::PriceListObject;
use super::publication::PublicationObject;
use crate::search::{CATALOGS, CatalogRow, MARKETS};
use crate::store::catalog::Catalog;
use crate::store::market::Market;
use crate::store::price_list::PriceList;
use crate::store::publication::Publication;

/// The connection `catalogs`, of all types or of one.
pub(in crate::resolve) fn catalogs<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let kind = string(info, "type");
    catalogs_of(session, info, ("CatalogConnection", "CatalogEdge"), |catalog| {
        kind.as_deref().is_none_or(|kind| catalog.context.kind() == kind)
    })
}

/// A connection of those catalogs that `belongs` lets through.
pub(in crate::resolve) fn catalogs_of<'a>(
    session: &'a Session,
    info: &'a ResolveInfo<'a>,
    (type_name, edge_name): (&'static str, &'static str),
    belongs: impl Fn(&Catalog) -> bool,
) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &CATALOGS)?;
    let sort = string(info, "sortKey");
    let position = |catalog: &Catalog| match sort.as_deref() {
        Some("TITLE") => Position { value: SortValue::Text(catalog.title.clone()), id: catalog.id },
        _ => by_id(catalog.id),
    };
    let page = session.read(|state| {
        let rows = state.catalogs.values().filter(|catalog| belongs(catalog));
        let rows = rows.map(|catalog| CatalogRow::of(state, catalog)).filter(|row| search.matches(row));
        window.page(rows.map(|row| (position(&row.catalog), row.catalog)))
    });
    connection(type_name, edge_name, page, move |catalog: &Arc<Catalog>| CatalogObject {
        session,
        catalog: Arc::clone(catalog),
    })
}

/// The connection `publications`, of the catalogs of one type or of all.
pub(in crate::resolve) fn publications<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let kind = string(info, "catalogType");
    let page = session.read(|state| {
        let belongs = |publication: &&Arc<Publication>| {
            let Some(kind) = kind.as_deref() else { return true };
            let catalog = publication.catalog.and_then(|id| state.catalogs.get(&id));
            catalog.map_or(kind == "NONE", |catalog| catalog.context.kind() == kind)
        };
        window.page(state.publications.values().filter(belongs).map(|row| (by_id(row.id), Arc::clone(row))))
    });
    connection("PublicationConnection", "PublicationEdge", page, move |publication: &Arc<Publication>| {
        PublicationObject { session, publication: Arc::clone(publication) }
    })
}

/// The connection `priceLists`.
pub(in crate::resolve) fn price_lists<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let page =
        session.read(|state| window.page(state.price_lists.values().map(|list| (by_id(list.id), Arc::clone(list)))));
    connection("PriceListConnection", "PriceListEdge", page, move |list: &Arc<PriceList>| PriceListObject {
        session,
        list: Arc::clone(list),
    })
}

/// The connection `markets`.
pub(in crate::resolve) fn markets<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &MARKETS)?;
    let (kind, sort) = (string(info, "type"), string(info, "sortKey"));
    let position = |market: &Market| match sort.as_deref() {
        Some("ID") => by_id(market.id),
        _ => Position { value: SortValue::Text(market.name.clone()), id: market.id },
    };
    let page = session.read(|state| {
        let regions = kind.as_deref().is_none_or(|kind| kind == "REGION");
        let rows = state.markets.values().filter(|market| regions && search.matches(market));
        window.page(rows.map(|market| (position(market), Arc::clone(market))))
    });
    connection("MarketConnection", "MarketEdge", page, move |market: &Arc<Market>| MarketObject {
        session,
        market: Arc::clone(market),
    })
}

fn by_id(id: u64) -> Position {
    Position::number(i64::try_from(id).unwrap_or(i64::MAX), id)
}
