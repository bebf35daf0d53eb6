//! A balance transaction of Shopify Payments (table 30124).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::payouts::options::Group;

/// A staged transaction. Nothing of it changes but the payout in which it is.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_payment_transaction")]
#[record(name = "shopifyPaymentTransactions", caption = "Shopify Payment Transaction")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "transaction")]
    #[record(sort)]
    pub shopify_transaction_id: i64,
    /// The store's domain: cards of one store share its transactions.
    #[sea_orm(unique_key = "transaction")]
    pub store: String,
    /// The shop that read it.
    #[sea_orm(indexed)]
    pub shop_code: Code<20>,
    /// What moved the balance, as Shopify names it.
    #[record(name = "type", caption = "Type")]
    pub kind: String,
    /// The same for people.
    pub description: String,
    /// The part of a payout to which it belongs.
    #[record(name = "group", caption = "Group")]
    pub part: Group,
    /// Whether no money moved, because it is a test.
    pub test: bool,
    /// The id in Shopify of the payout in which it is; 0: none yet.
    #[sea_orm(indexed)]
    pub shopify_payout_id: i64,
    /// How that stands, as Shopify names it.
    pub payout_status: String,
    /// The currency of its amounts, as Shopify says it.
    pub currency: Code<10>,
    /// How much, before the fee.
    #[record(sort)]
    pub amount: Amount,
    /// What Shopify keeps of it: positive.
    pub fee: Amount,
    /// What is left.
    pub net_amount: Amount,
    /// The id of what it comes from.
    #[record(caption = "Source ID")]
    pub source_id: i64,
    /// Of what kind that is, as Shopify names it.
    pub source_type: String,
    /// The id of the payment of the order; 0: none.
    #[sea_orm(indexed)]
    pub source_order_transaction_id: i64,
    /// The id in Shopify of the order; 0: none.
    #[sea_orm(indexed)]
    pub source_order_id: i64,
    /// Its number, as `#1001`.
    #[record(caption = "Shopify Order No.")]
    pub shopify_order_number: String,
    /// Why something was adjusted.
    pub adjustment_reason: String,
    /// When.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub processed_at: ChronoDateTimeUtc,
}

/// A staged transaction has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
