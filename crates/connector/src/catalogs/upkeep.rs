//! What people set on catalogs, and what must hold of it.

use back_office::upkeep::Upkeep;
use back_office::{Error, Result};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::staged::catalog::{Column, Entity, Model};
use crate::shops;

impl Upkeep for Entity {
    const ONE: &'static str = "Shopify catalog";
    /// Shopify makes them.
    const KEY: &'static [Column] = &[];
    const MAY_BE_BLANK: &'static [Column] = &[];
    const KEPT: &'static [Column] = &[
        Column::ShopCode,
        Column::ShopifyCatalogId,
        Column::CatalogType,
        Column::ShopifyCompanyId,
        Column::CompanyName,
        Column::Name,
        Column::Status,
        Column::DeletedInShopify,
        Column::GlobalId,
        Column::PriceListId,
        Column::PriceListCurrency,
        Column::PublicationId,
        Column::CurrencyCode,
        Column::PricesReadAt,
        Column::PricesSyncedAt,
    ];

    /// The prices of a catalog come by one of its lines, of whichever shop of its store.
    async fn check(tx: &Tx, catalog: &Model) -> Result<()> {
        if !catalog.sync_prices {
            return Ok(());
        }
        let other = Entity::find()
            .filter(Column::ShopCode.in_subquery(shops::codes_of_same_store(&catalog.shop_code)))
            .filter(Column::ShopifyCatalogId.eq(catalog.shopify_catalog_id))
            .filter(Column::Id.ne(catalog.id))
            .filter(Column::SyncPrices.eq(true));
        match other.one(tx).await? {
            Some(other) => {
                let line = if other.shop_code == catalog.shop_code {
                    format!("its line for {}", other.company_name)
                } else {
                    format!("its line in the shop {}", other.shop_code)
                };
                Err(Error::Field {
                    field: "syncPrices",
                    problem: format!(
                        "the prices of {} come by {line} already: turn them off there, or choose Sync Prices by This Line \
                         here",
                        catalog.name
                    ),
                })
            }
            None => Ok(()),
        }
    }
}
