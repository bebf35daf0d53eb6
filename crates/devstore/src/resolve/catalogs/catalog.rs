use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::companies::LocationObject;
use super::super::connection::{Window, connection};
use super::super::cursor::Position;
use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use super::super::small::Count;
use super::app::AppObject;
use super::market::MarketObject;
use super::price_list::PriceListObject;
use super::publication::PublicationObject;
use crate::store::catalog::{Catalog, Context};
use crate::store::company::Company;
use crate::store::publication::Channel;

/// `AppCatalog`, `CompanyLocationCatalog` or `MarketCatalog`.
pub(in crate::resolve) struct CatalogObject<'s> {
    pub session: &'s Session,
    pub catalog: Arc<Catalog>,
}

impl<'s> CatalogObject<'s> {
    /// The catalog with this number, of any type.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let catalog = session.read(|state| state.catalogs.get(&id).map(Arc::clone))?;
        Some(Self { session, catalog })
    }

    /// The catalog with this number, when it is of this type.
    pub(in crate::resolve) fn of_type(session: &'s Session, id: u64, kind: &str) -> Option<Self> {
        Self::find(session, id).filter(|object| object.catalog.context.type_name() == kind)
    }

    fn locations<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.session;
        let found: Vec<(Arc<Company>, usize)> = session.read(|state| {
            let of = |id: &u64| state.company_of(*id).map(|(company, place)| (Arc::clone(company), place));
            self.catalog.context.members().iter().filter_map(of).collect()
        });
        let rows = (0_i64..).zip(found).map(|(place, row)| (Position::number(place, row.0.id), row));
        let page = Window::read(info)?.page(rows);
        connection("CompanyLocationConnection", "CompanyLocationEdge", page, move |(company, place)| LocationObject {
            session,
            company: Arc::clone(company),
            place: *place,
        })
    }

    fn markets<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.session;
        let found: Vec<_> = session.read(|state| {
            self.catalog.context.members().iter().filter_map(|id| state.markets.get(id).cloned()).collect()
        });
        let rows = (0_i64..).zip(found).map(|(place, market)| (Position::number(place, market.id), market));
        let page = Window::read(info)?.page(rows);
        connection("MarketConnection", "MarketEdge", page, move |market: &Arc<_>| MarketObject {
            session,
            market: Arc::clone(market),
        })
    }
}

impl ObjectValue for CatalogObject<'_> {
    fn type_name(&self) -> &str {
        self.catalog.context.type_name()
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, catalog) = (self.session, &*self.catalog);
        match (info.field_name(), &catalog.context) {
            ("id", context) => leaf::gid(context.type_name(), catalog.id),
            ("title", _) => leaf::text(&catalog.title),
            ("status", _) => leaf::text(&catalog.status),
            ("priceList", _) => {
                let list = catalog.price_list.and_then(|id| PriceListObject::find(session, id));
                Ok(ResolvedValue::nullable_object(list))
            }
            ("publication", _) => {
                let publication = catalog.publication.and_then(|id| PublicationObject::find(session, id));
                Ok(ResolvedValue::nullable_object(publication))
            }
            ("apps", Context::App(app)) => {
                let rows = Channel::of_app(*app).into_iter().map(|channel| (Position::number(0, channel.app), channel));
                let page = Window::read(info)?.page(rows);
                connection("AppConnection", "AppEdge", page, |channel: &Channel| AppObject(*channel))
            }
            ("companyLocations", Context::CompanyLocations(_)) => self.locations(info),
            ("companyLocationsCount", Context::CompanyLocations(ids)) | ("marketsCount", Context::Markets(ids)) => {
                Ok(ResolvedValue::object(Count(ids.len())))
            }
            ("markets", Context::Markets(_)) => self.markets(info),
            _ => not_served(self, info),
        }
    }
}
