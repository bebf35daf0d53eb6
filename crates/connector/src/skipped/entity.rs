//! Skipped records (table 30159): what could not be taken over, why, and what to do about it.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

values::options! {
    /// What kind of record was skipped.
    pub enum Kind {
        /// An order.
        #[default]
        Order => "Order",
        /// A refund.
        Refund => "Refund",
        /// A change in Shopify.
        Change => "Change in Shopify",
        /// A product.
        Product => "Product",
        /// An item, which need not be in Shopify yet.
        Item => "Item",
        /// A catalog.
        Catalog => "Catalog",
        /// What a variant costs in a catalog.
        CatalogPrice => "Catalog Price",
        /// A picture.
        Image => "Image",
        /// A customer, which need not be in Shopify yet.
        Customer => "Customer",
        /// A company.
        Company => "Company",
        /// A payout, or a transaction of one.
        Payout => "Payout",
        /// How many there are of a variant.
        Stock => "Stock",
        /// A posted shipment, which is not in Shopify yet.
        Shipment => "Shipment",
        /// A fulfilment that was made in Shopify.
        Fulfillment => "Fulfillment",
    }
}

/// One record that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_skipped_record")]
#[record(name = "skippedRecords", caption = "Skipped Record")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "subject")]
    pub shop_code: Code<20>,
    /// What kind of record.
    #[sea_orm(unique_key = "subject")]
    pub kind: Kind,
    /// Its id in Shopify; 0 as long as it is not there.
    #[sea_orm(unique_key = "subject")]
    pub shopify_id: i64,
    /// What tells records apart that are not in Shopify yet; blank for those that are.
    #[sea_orm(unique_key = "subject")]
    #[record(skip)]
    pub number: String,
    /// What people call it, as `#1001`.
    pub document_name: String,
    /// Why it was skipped: every cause, a sentence each.
    pub cause: String,
    /// What to do about each cause.
    pub remedy: String,
    /// When it was first skipped.
    #[record(sort)]
    pub first_seen_at: ChronoDateTimeUtc,
    /// When it was last skipped.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub last_seen_at: ChronoDateTimeUtc,
    /// The log entry of the run that skipped it last.
    #[sea_orm(indexed)]
    #[record(caption = "Job Queue Log Entry ID")]
    pub job_queue_log_entry_id: Uuid,
    /// How often it was tried again.
    pub retries: i32,
    /// The object that takes it up again.
    #[record(caption = "Object ID to Retry With")]
    pub retry_object_id: i32,
}

/// A skipped record has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
