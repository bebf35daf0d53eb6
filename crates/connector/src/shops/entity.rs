//! The shop card (table 30102): one store, and how its records become documents.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::products::options::{InventoryPolicy, WeightUnit};
use crate::stock::options::QuantityName;

use super::connection::Connection;
use super::credential::Kind;
use super::options::{
    CompanyImport, CompanyMapping, CompanyTaxIdMapping, CountySource, CreatedProductStatus, CurrencyHandling,
    CustomerImport, CustomerMapping, LoggingMode, NameSource, PostingDatePolicy, RemoveAction, ReturnAndRefundProcess,
    ReturnDocument, ReturnLocationPriority, SkuMapping, SyncItem, SyncItemImages, TaxAreaPriority,
};

/// A shop.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_shop")]
#[record(name = "shopifyShops", caption = "Shopify Shop")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What people call it.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// The store's internal address, as `name.myshopify.com`. Cards of one store share its orders.
    #[sea_orm(indexed)]
    pub domain: String,
    /// Where the Admin API is reached.
    #[record(caption = "Shopify Admin URL")]
    pub admin_url: String,
    /// Whether its tasks may run.
    pub enabled: bool,
    /// How it stands with its store.
    pub connection: Connection,
    /// Why it is not connected.
    pub connection_message: String,
    /// How an access token is had.
    pub connection_type: Kind,
    /// The access scopes of the app, as the store last said.
    pub granted_scopes: String,
    /// Those that it lacks.
    pub missing_scopes: String,
    /// Which installation of the program syncs it; all zeros is none.
    #[record(caption = "Installation ID")]
    pub installation_id: Uuid,
    /// Whether a sync that a person starts becomes a job queue entry. Otherwise it runs in the foreground.
    #[record(caption = "Run Syncs in Background")]
    pub allow_background_syncs: bool,
    /// Whether anything may be changed in Shopify.
    #[record(caption = "Allow Data Sync to Shopify")]
    pub allow_outgoing_requests: bool,
    /// Which calls to the store are written down.
    pub logging_mode: LoggingMode,
    /// Whether names, addresses and the like are written down with them.
    pub keep_personal_data_in_log: bool,
    /// How long they are kept, in days; 0 is for ever.
    #[record(caption = "Log Retention (Days)")]
    pub log_retention_days: i32,
    /// The version of the Admin API that is asked for; blank is the one that Kobling was made for.
    #[record(caption = "API Version")]
    pub api_version: String,
    /// The version that the store answers with, when that is another one.
    #[record(caption = "Served API Version")]
    pub served_api_version: String,
    /// The store's currency; blank is the company's own.
    pub currency_code: Code<10>,
    /// Which money a document is made in.
    pub currency_handling: CurrencyHandling,
    /// Whether an order is read as soon as its store tells of it.
    #[record(caption = "Auto Sync Orders")]
    pub order_created_webhooks: bool,
    /// Whether imported orders become sales documents at once.
    #[record(caption = "Auto Create Sales Documents")]
    pub auto_create_orders: bool,
    /// Orders that were made before that day never enter as new; blank lets every open order in.
    pub import_orders_from: Option<ChronoDate>,
    /// Whether an order that is paid, sent and done with here is archived in Shopify.
    #[record(caption = "Archive Processed Shopify Orders")]
    pub archive_processed_orders: bool,
    /// Whether the number of its document is written on the order in Shopify.
    #[record(caption = "Sync Document No. as Attribute")]
    pub order_attributes_to_shopify: bool,
    /// Whether an order that is delivered becomes an invoice.
    #[record(caption = "Create Fulfilled Orders as Invoices")]
    pub create_invoices_from_orders: bool,
    /// The day on which a document is to be posted.
    pub posting_date_policy: PostingDatePolicy,
    /// Whether a document that agrees with its order is released.
    #[record(caption = "Auto Release Sales Documents")]
    pub auto_release_orders: bool,
    /// By how much it may differ then.
    #[record(caption = "Max. Difference for Release")]
    pub max_difference_for_release: Amount,
    /// Whether buyers are told when their goods are sent.
    pub send_shipping_confirmation: bool,
    /// Whether a fulfilment that is made in Shopify posts the shipment of its sales order.
    #[record(caption = "Post Shipments Fulfilled in Shopify")]
    pub post_shopify_fulfillments: bool,
    /// How the customer of an order is found.
    pub customer_mapping_type: CustomerMapping,
    /// Which customers are read from Shopify.
    pub customer_import_from_shopify: CustomerImport,
    /// Whether an unknown customer is created.
    pub auto_create_unknown_customers: bool,
    /// From which template.
    #[record(caption = "Customer/Company Template Code")]
    pub customer_template_code: Code<20>,
    /// The customer for orders of unknown buyers.
    #[record(caption = "Default Customer No.")]
    pub default_customer_number: Code<20>,
    /// Whether a customer that changed in Shopify changes the customer here.
    pub shopify_can_update_customers: bool,
    /// Whether a customer that changed here changes the customer in Shopify.
    pub can_update_shopify_customers: bool,
    /// Which companies are read from Shopify.
    pub company_import_from_shopify: CompanyImport,
    /// How the customer of a company is found.
    pub company_mapping_type: CompanyMapping,
    /// Which number of a customer is the tax id of a company's location.
    #[record(caption = "Company Tax Id Mapping")]
    pub company_tax_id_mapping: CompanyTaxIdMapping,
    /// Whether a company that is no customer becomes one.
    pub auto_create_unknown_companies: bool,
    /// The customer for orders of companies that have none.
    #[record(caption = "Default Company No.")]
    pub default_company_number: Code<20>,
    /// Whether a company that changed in Shopify changes its customer.
    pub shopify_can_update_companies: bool,
    /// The account for shipping.
    pub shipping_charges_account: Code<20>,
    /// The account for tips.
    pub tip_account: Code<20>,
    /// The account for gift cards that are sold.
    pub sold_gift_card_account: Code<20>,
    /// The account for the rounding of cash.
    pub cash_roundings_account: Code<20>,
    /// The account for duties.
    pub duties_account: Code<20>,
    /// The account for what the store charges beside goods, shipping and duties.
    pub additional_fees_account: Code<20>,
    /// The bank account to which Shopify pays out.
    pub payout_bank_account: Code<20>,
    /// The account on which payments wait until they are paid out.
    pub payments_clearing_account: Code<20>,
    /// The account for what Shopify keeps of payments.
    pub payment_fees_account: Code<20>,
    /// The account for what of a payout is neither sold, paid back nor kept: adjustments, disputes, advances and the like.
    pub payout_adjustments_account: Code<20>,
    /// What becomes of refunds and returns.
    pub return_and_refund_process: ReturnAndRefundProcess,
    /// Which document takes back what was sold.
    pub process_returns_as: ReturnDocument,
    /// The account for what is paid back of no goods, and of goods that were never sent.
    pub refund_account: Code<20>,
    /// The account for goods that are paid back and not put back into stock.
    #[record(caption = "Refund Acc. non-restock Items")]
    pub refund_account_non_restock_items: Code<20>,
    /// Where goods come back to.
    #[record(caption = "Default Return Location")]
    pub return_location: Code<10>,
    /// Whether they come back there always.
    pub return_location_priority: ReturnLocationPriority,
    /// The item that is sold where a line is of no product.
    #[record(caption = "Item No. for Custom Lines")]
    pub custom_line_item_number: Code<20>,
    /// Whether a document's first line tells the number of the order.
    #[record(caption = "Shopify Order No. on Doc. Line")]
    pub shopify_order_number_on_doc_line: bool,
    /// Whether a document takes the number of the order.
    #[record(caption = "Use Shopify Order No.")]
    pub use_shopify_order_number: bool,
    /// What becomes the name.
    pub name_source: NameSource,
    /// What becomes the second name.
    #[sea_orm(column_name = "name_2_source")]
    #[record(name = "name2Source", caption = "Name 2 Source")]
    pub name2_source: NameSource,
    /// What becomes the contact.
    pub contact_source: NameSource,
    /// What becomes the county.
    pub county_source: CountySource,
    /// Which address says where the buyer is taxed.
    pub tax_area_priority: TaxAreaPriority,
    /// What a SKU stands for.
    #[record(caption = "SKU Mapping")]
    pub sku_mapping: SkuMapping,
    /// What stands between item number and variant code in a SKU.
    #[record(caption = "SKU Field Separator")]
    pub sku_field_separator: Code<10>,
    /// Whether a bar code finds an item when the SKU does not.
    #[record(caption = "Find Mapping by Barcode")]
    pub find_mapping_by_barcode: bool,
    /// Which way products go.
    pub sync_item: SyncItem,
    /// Whether a product that is no item becomes one.
    pub auto_create_unknown_items: bool,
    /// From which template.
    #[record(caption = "Item Template Code")]
    pub item_template_code: Code<20>,
    /// Whether a product that changed changes its item.
    pub shopify_can_update_items: bool,
    /// Whether an item that changed changes its product.
    pub can_update_shopify_products: bool,
    /// How the codes of variants begin that are made of products.
    pub variant_prefix: Code<5>,
    /// Whether each unit of measure of an item is a variant of its product.
    #[record(caption = "UoM as Variant")]
    pub uom_as_variant: bool,
    /// What the option is called that tells the unit.
    #[record(caption = "Option Name for UoM")]
    pub option_name_for_uom: String,
    /// Which way the pictures of products go.
    pub sync_item_images: SyncItemImages,
    /// Whether extended texts are part of a product's description.
    pub sync_item_extended_text: bool,
    /// Whether the marketing text is part of it.
    pub sync_item_marketing_text: bool,
    /// Whether tariff numbers and countries of origin are kept in step.
    #[record(caption = "Sync HS Code and Country")]
    pub sync_hs_code_and_country: bool,
    /// Whether Shopify counts the stock of products that are made from here.
    pub inventory_tracked: bool,
    /// Whether more is sold of them than there is.
    pub default_inventory_policy: InventoryPolicy,
    /// Which of Shopify's quantities is set when stock goes there.
    pub stock_quantity_name: QuantityName,
    /// Whether a document that changes what can be sold is told to Shopify at once, not by the next scheduled run.
    pub sync_stock_when_it_changes: bool,
    /// What a product that is made from here is at first.
    pub status_for_created_products: CreatedProductStatus,
    /// What becomes of a product whose item is blocked, or that is removed here.
    #[record(caption = "Action for Removed Products and Blocked Items")]
    pub action_for_removed_products_and_blocked_items: RemoveAction,
    /// In what weights are told; blank is what the store weighs in.
    pub weight_unit: WeightUnit,
    /// The language of the texts of products.
    pub language_code: Code<10>,
    /// Whether a product that changes takes its prices from the item.
    #[record(caption = "Sync Prices with Products")]
    pub sync_prices: bool,
    /// The price group of whoever buys in the store.
    pub customer_price_group: Code<10>,
    /// The discount group of whoever buys in the store.
    #[record(caption = "Customer Disc. Group")]
    pub customer_discount_group: Code<20>,
    /// Whether the store's prices hold the VAT.
    #[record(caption = "Prices Including VAT")]
    pub prices_including_vat: bool,
    /// Whether discounts on lines count.
    #[record(caption = "Allow Line Disc.")]
    pub allow_line_disc: bool,
    /// How whoever buys in the store is posted.
    #[record(caption = "Gen. Bus. Posting Group")]
    pub gen_bus_posting_group: Code<20>,
    /// How whoever buys in the store pays VAT.
    #[record(caption = "VAT Bus. Posting Group")]
    pub vat_bus_posting_group: Code<20>,
    /// The account of whoever buys in the store.
    pub customer_posting_group: Code<20>,
    /// Where whoever buys in the store is taxed.
    pub tax_area_code: Code<20>,
    /// Whether sales tax is counted.
    pub tax_liable: bool,
    /// The country whose VAT is counted.
    #[record(caption = "VAT Country/Region Code")]
    pub vat_country: Code<10>,
    /// Whether it is a store of Shopify's advanced plans, as Shopify last said.
    pub advanced_shopify_plan: bool,
}

/// A shop card has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
