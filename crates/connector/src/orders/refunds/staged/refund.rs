//! A refund of a Shopify order (table 30142): what Shopify said, and what became of it.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::orders::options::DifferenceReason;
use crate::orders::refunds::options::RefundDocument;

/// A staged refund.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_refund")]
#[record(name = "shopifyRefunds", caption = "Shopify Refund")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The refund's id in Shopify.
    // First in the key: a document link knows nothing else of its refund.
    #[sea_orm(unique_key = "refund")]
    #[record(sort)]
    pub shopify_refund_id: i64,
    /// The store's domain.
    #[sea_orm(unique_key = "refund")]
    pub store: String,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// The order's id in Shopify.
    pub shopify_order_id: i64,
    /// The order's number, as `#1001`.
    #[record(caption = "Shopify Order No.", sort)]
    pub shopify_order_number: String,
    /// The shop that imported it.
    pub shop_code: Code<20>,
    /// The id in Shopify of the return that it pays; 0 for none.
    pub shopify_return_id: i64,
    /// When it was made.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
    /// When it was carried out.
    pub processed_at: ChronoDateTimeUtc,
    /// What was noted about it.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// The currency of shop money.
    pub currency_code: Code<10>,
    /// The currency of presentment money.
    pub presentment_currency_code: Code<10>,
    /// What was paid back, in shop money.
    pub total_refunded_amount: Amount,
    /// The same in presentment money.
    pub presentment_total_refunded_amount: Amount,
    /// Whether money is still on its way back.
    pub pending: bool,
    /// Whether it has anything to credit: money went back, or goods came back.
    pub can_create_credit_memo: bool,
    /// Whether its document is made.
    #[record(caption = "Is Processed")]
    pub is_processed: bool,
    /// What kind of document that is.
    pub sales_document_type: RefundDocument,
    /// That document.
    #[record(caption = "Sales Document No.")]
    pub sales_document_number: Code<20>,
    /// Whether its document could not be made.
    pub has_processing_error: bool,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub last_error_description: String,
    /// By how much its document comes to more than the refund.
    pub difference_amount: Amount,
    /// Why.
    pub difference_reason: DifferenceReason,
}

/// A staged refund has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
