//! The Shopify dispute (table 30155): what Shopify last said of it.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use super::options::{DisputeReason, DisputeStatus, DisputeType};

/// A dispute of a payment.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_dispute")]
#[record(name = "shopifyDisputes", caption = "Shopify Dispute")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain: cards of one store share its disputes.
    #[sea_orm(unique_key = "dispute")]
    pub store: String,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "dispute")]
    #[record(sort)]
    pub shopify_dispute_id: i64,
    /// The shop by which it was read first.
    pub shop_code: Code<20>,
    /// The order whose payment is disputed, by its id in Shopify; 0 when that is not known.
    #[sea_orm(indexed)]
    #[record(caption = "Source Order ID")]
    pub source_order_id: i64,
    /// That order's number, as `#1001`.
    #[record(caption = "Shopify Order No.", sort)]
    pub shopify_order_number: String,
    /// What kind it is.
    #[record(name = "type", caption = "Type")]
    pub kind: DisputeType,
    /// How it stands.
    pub status: DisputeStatus,
    /// The same in Shopify's own word.
    #[record(caption = "Status in Shopify")]
    pub shopify_status: String,
    /// Why it was opened.
    pub reason: DisputeReason,
    /// The code of the card network.
    pub network_reason_code: String,
    /// What is disputed, in the currency that is paid out.
    pub amount: Amount,
    /// That currency.
    pub currency: Code<10>,
    /// When it was opened.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub initiated_at: ChronoDateTimeUtc,
    /// Until when evidence is wanted.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub evidence_due_by: Option<ChronoDateTimeUtc>,
    /// When evidence was sent.
    pub evidence_sent_on: Option<ChronoDateTimeUtc>,
    /// When it was decided.
    pub finalized_on: Option<ChronoDateTimeUtc>,
    /// Whether it is decided, so that it is not read again.
    #[record(name = "decided", caption = "Decided")]
    pub is_decided: bool,
}

/// A dispute has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
