use std::sync::Arc;

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::State;
use crate::store::catalog::{Catalog, Context};
use crate::store::market::Market;

/// A catalog, and the companies whose locations have it.
pub(crate) struct CatalogRow {
    pub catalog: Arc<Catalog>,
    companies: Vec<u64>,
}

impl CatalogRow {
    pub(crate) fn of(state: &State, catalog: &Arc<Catalog>) -> Self {
        let companies = match &catalog.context {
            Context::CompanyLocations(ids) => {
                ids.iter().filter_map(|id| state.company_of(*id)).map(|(company, _)| company.id).collect()
            }
            Context::App(_) | Context::Markets(_) => Vec::new(),
        };
        Self { catalog: Arc::clone(catalog), companies }
    }
}

const fn field(name: &'static str, kind: Kind, get: fn(&CatalogRow) -> Found<'_>) -> Field<CatalogRow> {
    Field { name, kind, get }
}

/// What `catalogs` may be searched by.
pub(crate) static CATALOGS: Searchable<CatalogRow> = Searchable {
    fields: &[
        field("id", Kind::Id, |row| Found::Id(row.catalog.id)),
        field("title", Kind::Words, |row| Found::text(&row.catalog.title)),
        field("status", Kind::Text, |row| Found::text(&row.catalog.status)),
        field("company_id", Kind::Id, |row| Found::Ids(row.companies.clone())),
        field("company_location_id", Kind::Id, |row| match &row.catalog.context {
            Context::CompanyLocations(ids) => Found::Ids(ids.clone()),
            Context::App(_) | Context::Markets(_) => Found::Nothing,
        }),
        field("market_id", Kind::Id, |row| match &row.catalog.context {
            Context::Markets(ids) => Found::Ids(ids.clone()),
            Context::App(_) | Context::CompanyLocations(_) => Found::Nothing,
        }),
        field("app_id", Kind::Id, |row| match &row.catalog.context {
            Context::App(id) => Found::Id(*id),
            Context::CompanyLocations(_) | Context::Markets(_) => Found::Nothing,
        }),
    ],
    words: |row| Found::text(&row.catalog.title),
};

const fn market(name: &'static str, kind: Kind, get: fn(&Market) -> Found<'_>) -> Field<Market> {
    Field { name, kind, get }
}

/// What `markets` may be searched by.
pub(crate) static MARKETS: Searchable<Market> = Searchable {
    fields: &[
        market("id", Kind::Id, |market| Found::Id(market.id)),
        market("name", Kind::Words, |market| Found::text(&market.name)),
        market("status", Kind::Text, |market| Found::text(&market.status)),
    ],
    words: |market| Found::text(&market.name),
};
