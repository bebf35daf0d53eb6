use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

values::options! {
    /// What kind of document it is in Shopify.
    pub enum ShopifyDocument {
        /// An order.
        #[default]
        Order => "Shopify Order",
        /// A refund.
        Refund => "Shopify Refund",
        /// A return.
        Return => "Shopify Return",
        .. Other
    }
}

values::options! {
    /// What kind of document it is here.
    pub enum LinkedDocument {
        /// An order.
        #[default]
        Order => "Sales Order",
        /// An invoice that is not posted.
        Invoice => "Sales Invoice",
        /// A credit memo that is not posted.
        CreditMemo => "Sales Credit Memo",
        /// A return order.
        ReturnOrder => "Sales Return Order",
        /// What was sent.
        PostedShipment => "Posted Sales Shipment",
        /// What is to be paid.
        PostedInvoice => "Posted Sales Invoice",
        /// What was taken back.
        PostedCreditMemo => "Posted Sales Credit Memo",
        .. Other
    }
}

impl LinkedDocument {
    /// Whether it is posted.
    pub const fn is_posted(&self) -> bool {
        matches!(self, Self::PostedShipment | Self::PostedInvoice | Self::PostedCreditMemo)
    }
}

/// A document of the back office, and what it was made of.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_document_link")]
#[record(name = "shopifyDocumentLinks", caption = "Shopify Document Link")]
pub struct Model {
    /// The id of the document.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What kind of document it was made of.
    pub shopify_document_type: ShopifyDocument,
    /// The id of that in Shopify.
    pub shopify_document_id: String,
    /// Its order, also where it is a refund; `None`: that is not staged any more.
    pub order_id: Option<Uuid>,
    /// The shop of its order.
    pub shop_code: Code<20>,
    /// The number of its order: two stores may have the same.
    #[record(caption = "Shopify Order No.")]
    pub shopify_order_number: String,
    /// What kind of document it is.
    pub document_type: LinkedDocument,
    /// Its number.
    #[record(caption = "Document No.", sort)]
    pub document_number: Code<20>,
    /// The day to which it is posted, or will be.
    #[record(sort)]
    pub posting_date: ChronoDate,
}

/// A link has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
