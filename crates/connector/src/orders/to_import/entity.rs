//! Orders to import (table 30121): what a store has reported and no shop has staged yet.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::orders::options::{FinancialStatus, FulfillmentStatus, ImportAction, PurchasingEntity, SetAside};

/// An order that waits to be imported, with all that Shopify said about it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_to_import")]
#[record(name = "shopifyOrdersToImport", caption = "Shopify Order to Import")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain: cards of one store share its orders.
    #[sea_orm(unique_key = "order")]
    pub store: String,
    /// The order's id in Shopify.
    #[sea_orm(unique_key = "order")]
    #[record(sort)]
    pub shopify_order_id: i64,
    /// The shop that took it on; blank as long as no shop's filters have let it through.
    pub shop_code: Code<20>,
    /// Its number, as `#1001`.
    #[record(caption = "Order No.")]
    pub order_number: String,
    /// When it was made.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
    /// Whether it is a test.
    pub test: bool,
    /// Whether its stock is promised.
    pub confirmed: bool,
    /// Whether all is paid.
    pub fully_paid: bool,
    /// Whether nothing is paid.
    pub unpaid: bool,
    /// How far it is paid.
    pub financial_status: FinancialStatus,
    /// How far it is delivered.
    pub fulfillment_status: FulfillmentStatus,
    /// Its total, in shop money.
    pub order_amount: Amount,
    /// The currency of shop money.
    pub currency_code: Code<10>,
    /// How many pieces.
    #[record(caption = "Total Quantity of Items")]
    pub total_quantity_of_items: i32,
    /// How many lines.
    #[record(caption = "Number of Order Lines")]
    pub number_of_order_lines: i32,
    /// Its tags, as `[one] [two]`.
    pub tags: String,
    /// Where it was sold.
    pub channel_name: String,
    /// Who bought.
    pub purchasing_entity: PurchasingEntity,
    /// Whether an assessment says so.
    pub high_risk: bool,
    /// The country of the buyer.
    #[record(caption = "Sell-to Country/Region Code")]
    pub sell_to_country_region_code: Code<20>,
    /// The country it goes to.
    #[record(caption = "Ship-to Country/Region Code")]
    pub ship_to_country_region_code: Code<20>,
    /// The country of who pays.
    #[record(caption = "Bill-to Country/Region Code")]
    pub bill_to_country_region_code: Code<20>,
    /// Its tax, in shop money.
    #[record(caption = "VAT Amount")]
    pub vat_amount: Amount,
    /// Its tax, in presentment money.
    #[record(caption = "Presentment VAT Amount")]
    pub presentment_vat_amount: Amount,
    /// Whether the channel pays its tax.
    pub channel_liable_taxes: bool,
    /// What importing it will do.
    pub import_action: ImportAction,
    /// Whether its last import failed.
    pub has_error: bool,
    /// Why.
    pub error_message: String,
    /// Until when it is not imported.
    pub set_aside: SetAside,
    /// Why.
    pub set_aside_reason: String,
    /// The keys of its attributes, one a line, for the attribute filter.
    #[record(skip)]
    pub attribute_keys: String,
    /// All that Shopify said, as it was said: importing needs no call.
    #[record(skip)]
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// The digest of the content without the time of its change.
    #[record(skip)]
    pub content_hash: String,
}

/// An order to import has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
