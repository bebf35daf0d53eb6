//! A payout of Shopify Payments (table 30125), and of what it is made.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::payouts::options::{PayoutDirection, PayoutStatus, SplitSource};

/// A staged payout. Its parts and what is unexplained come to its amount.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_payout")]
#[record(name = "shopifyPayouts", caption = "Shopify Payout")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "payout")]
    #[record(sort)]
    pub shopify_payout_id: i64,
    /// The store's domain: cards of one store share its payouts.
    #[sea_orm(unique_key = "payout")]
    pub store: String,
    /// The shop that read it.
    #[sea_orm(indexed)]
    pub shop_code: Code<20>,
    /// How it stands.
    pub status: PayoutStatus,
    /// Which way its money goes.
    #[record(name = "transactionType", caption = "Transaction Type")]
    pub direction: PayoutDirection,
    /// When it was made.
    pub issued_at: ChronoDateTimeUtc,
    /// On which day that was, in the company's time zone.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub date: ChronoDate,
    /// Its currency, as Shopify says it.
    pub currency: Code<10>,
    /// How much comes to the bank; negative: goes from it.
    #[record(sort)]
    pub amount: Amount,
    /// By what the bank knows it.
    #[record(caption = "External Trace ID")]
    pub external_trace_id: String,
    /// What was sold.
    pub sales_amount: Amount,
    /// What was paid back: negative.
    pub refunds_amount: Amount,
    /// What Shopify keeps: negative.
    pub fees_amount: Amount,
    /// What was corrected.
    pub adjustments_amount: Amount,
    /// What is held back, and let go.
    pub reserves_amount: Amount,
    /// What banks have taken back, and given back.
    pub disputes_amount: Amount,
    /// What was lent, and paid back.
    pub advances_amount: Amount,
    /// Payouts that came back.
    pub transfers_amount: Amount,
    /// All else.
    pub other_amount: Amount,
    /// What its parts do not come to.
    #[record(sort)]
    pub unexplained_amount: Amount,
    /// By what its parts are known.
    pub split_source: SplitSource,
    /// What its transactions come to.
    pub transactions_amount: Amount,
    /// As many are known.
    #[record(caption = "No. of Transactions")]
    pub number_of_transactions: i32,
    /// As Shopify sums it up: fees of adjustments.
    pub adjustments_fee: Amount,
    /// Adjustments.
    pub adjustments_gross: Amount,
    /// Fees of advances.
    pub advance_fees: Amount,
    /// Advances.
    pub advance_gross: Amount,
    /// Fees of what was sold.
    pub charges_fee: Amount,
    /// What was sold.
    pub charges_gross: Amount,
    /// Fees of what was paid back.
    pub refunds_fee: Amount,
    /// What was paid back.
    pub refunds_gross: Amount,
    /// Fees of what is held back.
    pub reserved_funds_fee: Amount,
    /// What is held back.
    pub reserved_funds_gross: Amount,
    /// Fees of payouts that came back.
    pub retried_payouts_fee: Amount,
    /// Payouts that came back.
    pub retried_payouts_gross: Amount,
    /// What comes back for payments in USDC.
    #[record(caption = "USDC Rebate Credit Amount")]
    pub usdc_rebate_credit_amount: Amount,
    /// The document under which its journal was suggested last; blank: it was not.
    #[record(caption = "Journal Document No.")]
    pub journal_document_number: Code<20>,
}

/// A staged payout has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

#[cfg(test)]
impl Model {
    /// A payout of nothing that was paid, of whose transactions none is known.
    pub(crate) fn of_nothing() -> Self {
        let nothing = Amount::ZERO;
        Self {
            id: Uuid::nil(),
            shopify_payout_id: 1,
            store: String::new(),
            shop_code: Code::blank(),
            status: PayoutStatus::Paid,
            direction: PayoutDirection::Deposit,
            issued_at: chrono::DateTime::UNIX_EPOCH,
            date: chrono::NaiveDate::MIN,
            currency: Code::cut("NOK"),
            amount: nothing,
            external_trace_id: String::new(),
            sales_amount: nothing,
            refunds_amount: nothing,
            fees_amount: nothing,
            adjustments_amount: nothing,
            reserves_amount: nothing,
            disputes_amount: nothing,
            advances_amount: nothing,
            transfers_amount: nothing,
            other_amount: nothing,
            unexplained_amount: nothing,
            split_source: SplitSource::Incomplete,
            transactions_amount: nothing,
            number_of_transactions: 0,
            adjustments_fee: nothing,
            adjustments_gross: nothing,
            advance_fees: nothing,
            advance_gross: nothing,
            charges_fee: nothing,
            charges_gross: nothing,
            refunds_fee: nothing,
            refunds_gross: nothing,
            reserved_funds_fee: nothing,
            reserved_funds_gross: nothing,
            retried_payouts_fee: nothing,
            retried_payouts_gross: nothing,
            usdc_rebate_credit_amount: nothing,
            journal_document_number: Code::blank(),
        }
    }
}
