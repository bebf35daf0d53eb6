//! The Shopify catalog (table 30152): what Shopify said of it, and the terms on which its prices are worked out.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::catalogs::options::{CatalogStatus, CatalogType};

/// A catalog of a shop; for companies a line for each company that it is for.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_catalog")]
#[record(name = "shopifyCatalogs", caption = "Shopify Catalog")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "catalog")]
    pub shop_code: Code<20>,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "catalog")]
    #[record(sort)]
    pub shopify_catalog_id: i64,
    /// For whom it is.
    pub catalog_type: CatalogType,
    /// The id in Shopify of the company; 0 for a market.
    #[sea_orm(unique_key = "catalog")]
    pub shopify_company_id: i64,
    /// What the company is called.
    #[record(sort)]
    pub company_name: String,
    /// What it is called.
    #[record(sort)]
    pub name: String,
    /// Whether it holds, as Shopify last said.
    pub status: CatalogStatus,
    /// Whether Shopify does not have it any more, or it is for that company no more.
    #[record(caption = "Deleted in Shopify")]
    pub deleted_in_shopify: bool,
    /// Its global id.
    #[record(caption = "Global ID")]
    pub global_id: String,
    /// The global id of its price list; blank: it has none.
    #[record(caption = "Price List ID")]
    pub price_list_id: String,
    /// The currency of that, as Shopify says it.
    pub price_list_currency: Code<10>,
    /// The global id of its publication; blank: all products are in it.
    #[record(caption = "Publication ID")]
    pub publication_id: String,
    /// The currency of its price list as the back office knows it; blank is the company's own.
    pub currency_code: Code<10>,
    /// Whether its prices come from here. Of the lines of a catalog one at most has it.
    pub sync_prices: bool,
    /// The customer whose prices these are: their price group, discount group and Allow Line Disc. go before those below.
    #[record(caption = "Customer No.")]
    pub customer_number: Code<20>,
    /// The price group of whoever buys by it.
    pub customer_price_group: Code<10>,
    /// The discount group of whoever buys by it.
    #[record(caption = "Customer Disc. Group")]
    pub customer_discount_group: Code<20>,
    /// Whether its prices hold the VAT.
    #[record(caption = "Prices Including VAT")]
    pub prices_including_vat: bool,
    /// Whether discounts on lines count where no price list says so.
    #[record(caption = "Allow Line Disc.")]
    pub allow_line_disc: bool,
    /// How whoever buys by it is posted.
    #[record(caption = "Gen. Bus. Posting Group")]
    pub gen_bus_posting_group: Code<20>,
    /// How whoever buys by it pays VAT.
    #[record(caption = "VAT Bus. Posting Group")]
    pub vat_bus_posting_group: Code<20>,
    /// The account of whoever buys by it.
    pub customer_posting_group: Code<20>,
    /// Where whoever buys by it is taxed.
    pub tax_area_code: Code<20>,
    /// Whether sales tax is counted.
    pub tax_liable: bool,
    /// The country whose VAT is counted.
    #[record(caption = "VAT Country/Region Code")]
    pub vat_country: Code<10>,
    /// When its fixed prices were last read in Shopify; blank: never.
    pub prices_read_at: Option<ChronoDateTimeUtc>,
    /// When a run last brought its prices in step.
    pub prices_synced_at: Option<ChronoDateTimeUtc>,
    /// How many fixed prices it had then.
    #[record(skip)]
    pub fixed_prices: i32,
    /// How many products were in its publication when these were last read.
    #[record(skip)]
    pub published_products: i32,
}

/// A staged catalog has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
