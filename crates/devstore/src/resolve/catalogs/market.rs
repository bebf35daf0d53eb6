use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use super::found::catalogs_of;
use crate::store::catalog::Context;
use crate::store::market::Market;

/// `Market`.
pub(in crate::resolve) struct MarketObject<'s> {
    pub session: &'s Session,
    pub market: Arc<Market>,
}

impl<'s> MarketObject<'s> {
    /// The market with this number.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let market = session.read(|state| state.markets.get(&id).map(Arc::clone))?;
        Some(Self { session, market })
    }
}

impl ObjectValue for MarketObject<'_> {
    fn type_name(&self) -> &str {
        "Market"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let market = &*self.market;
        match info.field_name() {
            "id" => leaf::gid("Market", market.id),
            "name" => leaf::text(&market.name),
            "handle" => leaf::text(&market.handle),
            "status" => leaf::text(&market.status),
            "type" => leaf::text("REGION"),
            "currencySettings" => Ok(ResolvedValue::object(Settings(market))),
            "catalogs" => catalogs_of(
                self.session,
                info,
                ("MarketCatalogConnection", "MarketCatalogEdge"),
                |catalog| matches!(&catalog.context, Context::Markets(ids) if ids.contains(&market.id)),
            ),
            _ => not_served(self, info),
        }
    }
}

/// `MarketCurrencySettings`.
struct Settings<'m>(&'m Market);

impl ObjectValue for Settings<'_> {
    fn type_name(&self) -> &str {
        "MarketCurrencySettings"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "baseCurrency" => Ok(ResolvedValue::object(Currency(&self.0.currency))),
            "localCurrencies" => leaf::flag(false),
            _ => not_served(self, info),
        }
    }
}

/// `CurrencySetting`.
struct Currency<'m>(&'m str);

impl ObjectValue for Currency<'_> {
    fn type_name(&self) -> &str {
        "CurrencySetting"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "currencyCode" => leaf::text(self.0),
            _ => not_served(self, info),
        }
    }
}
