//! The sales and receivables set-up (table 311).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

values::options! {
    /// Which discounts are posted to accounts of their own; sales are then posted as if there were none.
    pub enum DiscountPosting {
        /// None: sales are posted less the discounts.
        #[default]
        No => "No Discounts",
        /// Those on the whole.
        Invoice => "Invoice Discounts",
        /// Those on lines.
        Line => "Line Discounts",
        /// Both.
        All => "All Discounts",
    }
}

/// How sales documents are posted and numbered. There is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "sales_receivables_setup")]
#[record(name = "salesReceivablesSetup", caption = "Sales & Receivables Setup")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which discounts are posted to accounts of their own.
    pub discount_posting: DiscountPosting,
    /// Whether what is to be paid is rounded.
    pub invoice_rounding: bool,
    /// Whether posting an invoice makes a shipment, too.
    pub shipment_on_invoice: bool,
    /// Whether invoices need the buyer's own number, each once.
    #[record(caption = "Ext. Doc. No. Mandatory")]
    pub external_document_number_mandatory: bool,
    /// Whether discounts on the whole are worked out when a document is released.
    #[record(caption = "Calc. Inv. Discount")]
    pub calculate_invoice_discount: bool,
    /// Whose VAT prices have in them, where neither item nor price list says so; blank: the buyer's.
    #[record(caption = "VAT Bus. Posting Gr. (Price)")]
    pub vat_business_posting_group_price: Code<20>,
    /// The number series of sales invoices.
    #[record(caption = "Invoice Nos.")]
    pub invoice_numbers: Code<20>,
    /// That of sales credit memos.
    #[record(caption = "Credit Memo Nos.")]
    pub credit_memo_numbers: Code<20>,
    /// That of sales return orders.
    #[record(caption = "Return Order Nos.")]
    pub return_order_numbers: Code<20>,
    /// That of posted shipments.
    #[record(caption = "Posted Shipment Nos.")]
    pub posted_shipment_numbers: Code<20>,
    /// That of posted invoices.
    #[record(caption = "Posted Invoice Nos.")]
    pub posted_invoice_numbers: Code<20>,
    /// That of posted credit memos.
    #[record(caption = "Posted Credit Memo Nos.")]
    pub posted_credit_memo_numbers: Code<20>,
    /// Whether whoever posts a document leaves that to the job queue.
    pub post_with_job_queue: bool,
    /// The category of the entries that post single and selected documents; blank: that of their object.
    pub job_queue_category_code: Code<10>,
    /// No effect; kept for programs that read it.
    pub job_queue_priority_for_post: i32,
    /// No effect; kept for programs that read it.
    pub notify_on_success: bool,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl DiscountPosting {
    /// Whether discounts on lines have an account of their own.
    pub fn of_lines(self) -> bool {
        matches!(self, Self::Line | Self::All)
    }

    /// Whether discounts on the whole have an account of their own.
    pub fn of_the_whole(self) -> bool {
        matches!(self, Self::Invoice | Self::All)
    }
}
