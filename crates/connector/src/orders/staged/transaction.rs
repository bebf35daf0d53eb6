//! A payment of a Shopify order, and what became of it (table 30133).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

values::options! {
    /// What a transaction does.
    pub enum Kind {
        /// Nothing is said.
        #[default]
        Blank => "",
        /// It has the buyer's bank promise the money.
        Authorization => "Authorization",
        /// It takes what was promised.
        Capture => "Capture",
        /// It takes the money at once.
        Sale => "Sale",
        /// It calls a promise off.
        Void => "Void",
        /// It gives money back.
        Refund => "Refund",
        .. Other
    }
}

values::options! {
    /// How a transaction went.
    pub enum Status {
        /// Nothing is said.
        #[default]
        Blank => "",
        /// It is under way.
        Pending => "Pending",
        /// It was refused.
        Failure => "Failure",
        /// The money has moved.
        Success => "Success",
        /// It went wrong.
        Error => "Error",
        /// The gateway has not answered yet.
        AwaitingResponse => "Awaiting Response",
        /// The gateway does not say.
        Unknown => "Unknown",
        .. Other
    }
}

/// A staged transaction.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_transaction")]
#[record(name = "shopifyOrderTransactions", caption = "Shopify Order Transaction")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// The order's id in Shopify.
    pub shopify_order_id: i64,
    /// The transaction's id in Shopify.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub transaction_id: i64,
    /// The id in Shopify of the one that it follows; 0 for none.
    pub parent_id: i64,
    /// The id in Shopify of the refund that it pays; 0 for none.
    pub refund_id: i64,
    /// What it does.
    #[record(name = "type", caption = "Type")]
    pub kind: Kind,
    /// How it went.
    pub status: Status,
    /// By what it was made, as `shopify_payments`.
    pub gateway: String,
    /// The same for people.
    pub message: String,
    /// Whether a person takes the money.
    pub manual_payment_gateway: bool,
    /// When it was made.
    pub created_at: ChronoDateTimeUtc,
    /// When it was carried out.
    pub processed_at: Option<ChronoDateTimeUtc>,
    /// Whether no money moved, because it is a test.
    pub test: bool,
    /// Why it was refused.
    pub error_code: String,
    /// By what the gateway knows it.
    pub payment_id: String,
    /// How much, in shop money.
    pub amount: Amount,
    /// The currency of shop money.
    pub currency_code: Code<10>,
    /// The amount in presentment money.
    pub presentment_amount: Amount,
    /// The currency of presentment money.
    pub presentment_currency_code: Code<10>,
    /// What cash was rounded by.
    pub rounding_amount: Amount,
    /// The same in presentment money.
    pub presentment_rounding_amount: Amount,
    /// The id in Shopify of the gift card that paid; 0 for none.
    #[sea_orm(indexed)]
    pub gift_card_id: i64,
    /// The end of that card's code.
    pub gift_card_last_characters: String,
    /// Who issued the card.
    pub credit_card_bin: String,
    /// What came of the check of the address.
    #[record(caption = "AVS Result Code")]
    pub avs_result_code: String,
    /// What came of the check of the security code.
    #[record(caption = "CVV Result Code")]
    pub cvv_result_code: String,
    /// The card's number, masked.
    pub credit_card_number: String,
    /// Whose card it is, as `Visa`.
    pub credit_card_company: String,
}

/// A staged transaction has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
