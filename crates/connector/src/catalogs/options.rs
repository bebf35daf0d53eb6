//! The choices of catalogs.

use serde::{Deserialize, Serialize};
use shopify::documents::catalogs;

values::options! {
    /// For whom a catalog is.
    pub enum CatalogType {
        /// Nobody knows.
        #[default]
        Blank => "",
        /// Locations of companies.
        Company => "Company",
        /// Markets.
        Market => "Market",
    }
}

values::options! {
    /// Whether a catalog holds, as Shopify names it. What Shopify adds later is kept.
    pub enum CatalogStatus {
        /// It does.
        #[default]
        Active => "Active",
        /// It does no more.
        Archived => "Archived",
        /// Not yet.
        Draft => "Draft",
        .. Other
    }
}

impl From<catalogs::CatalogStatus> for CatalogStatus {
    fn from(status: catalogs::CatalogStatus) -> Self {
        match status {
            catalogs::CatalogStatus::Active => Self::Active,
            catalogs::CatalogStatus::Archived => Self::Archived,
            catalogs::CatalogStatus::Draft => Self::Draft,
            catalogs::CatalogStatus::Other(text) => Self::Other(text),
        }
    }
}

/// Which catalogs a run is for, as a request page says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub enum Which {
    /// Those of companies and of markets.
    #[default]
    All,
    /// Those of companies.
    Company,
    /// Those of markets.
    Market,
}

impl Which {
    /// Whether catalogs of companies are meant.
    pub const fn companies(self) -> bool {
        matches!(self, Self::All | Self::Company)
    }

    /// Whether catalogs of markets are meant.
    pub const fn markets(self) -> bool {
        matches!(self, Self::All | Self::Market)
    }

    /// The kinds that are meant.
    pub(crate) fn types(self) -> Vec<CatalogType> {
        let company = self.companies().then_some(CatalogType::Company);
        company.into_iter().chain(self.markets().then_some(CatalogType::Market)).collect()
    }
}
