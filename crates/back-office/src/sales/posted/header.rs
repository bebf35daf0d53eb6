//! The headers of posted documents (tables 110, 112 and 114): shipments, invoices and credit memos.

use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Index, IndexCreateStatement};
use values::Code;
use values::money::{Amount, Percent};

use crate::currencies::Rate;

values::options! {
    /// What kind of posted document it is.
    pub enum Kind {
        /// What was sent.
        Shipment => "Sales Shipment",
        /// What is to be paid.
        #[default]
        Invoice => "Sales Invoice",
        /// What was taken back.
        CreditMemo => "Sales Credit Memo",
    }
}

/// A posted sales document. It is not changed any more, but an invoice is marked when all of it is taken back.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "posted_sales_header")]
#[record(name = "postedSalesDocuments", caption = "Posted Sales Document", search = "posted_sales_header_search")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What kind of document it is.
    #[sea_orm(unique_key = "document")]
    #[record(name = "documentType", caption = "Document Type")]
    pub kind: Kind,
    /// Its number.
    #[sea_orm(unique_key = "document", indexed)]
    #[record(sort)]
    pub number: Code<20>,
    /// The order from which it was posted; blank: another document.
    #[sea_orm(indexed)]
    pub order_number: Code<20>,
    /// The number of the invoice or credit memo from which it was posted.
    #[record(caption = "Pre-Assigned No.")]
    pub pre_assigned_number: Code<20>,
    /// The day to which it is posted.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub posting_date: ChronoDate,
    /// The day to which its VAT belongs.
    #[record(caption = "VAT Date")]
    pub vat_reporting_date: ChronoDate,
    /// The buyer's own number for it.
    #[record(caption = "External Document No.")]
    pub external_document_number: String,
    /// When it was ordered.
    #[record(sort)]
    #[sea_orm(indexed)]
    pub order_date: ChronoDate,
    /// The date of the document.
    pub document_date: ChronoDate,
    /// When it is to be paid.
    pub due_date: ChronoDate,
    /// Until when less may be paid; blank: never.
    #[record(caption = "Pmt. Discount Date")]
    pub payment_discount_date: Option<ChronoDate>,
    /// How much less is paid until then.
    #[record(caption = "Payment Discount %")]
    pub payment_discount_percent: Percent,
    /// Who buys.
    #[sea_orm(indexed)]
    #[record(name = "customerNumber", caption = "Sell-to Customer No.")]
    pub sell_to_customer_number: Code<20>,
    /// The buyer's name.
    #[record(name = "customerName", caption = "Sell-to Customer Name")]
    pub sell_to_name: String,
    /// More of the buyer's name.
    #[sea_orm(column_name = "sell_to_name_2")]
    #[record(name = "customerName2", caption = "Sell-to Customer Name 2")]
    pub sell_to_name2: String,
    /// Whom to ask for.
    #[record(caption = "Sell-to Contact")]
    pub sell_to_contact: String,
    /// The first line of the buyer's address.
    #[record(name = "sellToAddressLine1", caption = "Sell-to Address")]
    pub sell_to_address: String,
    /// The second line.
    #[sea_orm(column_name = "sell_to_address_2")]
    #[record(name = "sellToAddressLine2", caption = "Sell-to Address 2")]
    pub sell_to_address2: String,
    /// The buyer's post code.
    #[record(caption = "Sell-to Post Code")]
    pub sell_to_post_code: String,
    /// The buyer's city.
    #[record(caption = "Sell-to City")]
    pub sell_to_city: String,
    /// The buyer's county.
    #[record(name = "sellToState", caption = "Sell-to County")]
    pub sell_to_county: String,
    /// The buyer's country.
    #[record(name = "sellToCountry", caption = "Sell-to Country/Region Code")]
    pub sell_to_country_region_code: Code<20>,
    /// The buyer's e-mail address.
    #[record(caption = "Email")]
    pub email: String,
    /// The buyer's phone.
    #[record(caption = "Phone No.")]
    pub phone_number: String,
    /// Who pays.
    #[record(name = "billToCustomerNumber", caption = "Bill-to Customer No.")]
    pub bill_to_customer_number: Code<20>,
    /// The payer's name.
    #[record(caption = "Bill-to Name")]
    pub bill_to_name: String,
    /// More of the payer's name.
    #[sea_orm(column_name = "bill_to_name_2")]
    #[record(name = "billToName2", caption = "Bill-to Name 2")]
    pub bill_to_name2: String,
    /// Whom to ask for.
    #[record(caption = "Bill-to Contact")]
    pub bill_to_contact: String,
    /// The first line of the payer's address.
    #[record(name = "billToAddressLine1", caption = "Bill-to Address")]
    pub bill_to_address: String,
    /// The second line.
    #[sea_orm(column_name = "bill_to_address_2")]
    #[record(name = "billToAddressLine2", caption = "Bill-to Address 2")]
    pub bill_to_address2: String,
    /// The payer's post code.
    #[record(caption = "Bill-to Post Code")]
    pub bill_to_post_code: String,
    /// The payer's city.
    #[record(caption = "Bill-to City")]
    pub bill_to_city: String,
    /// The payer's county.
    #[record(name = "billToState", caption = "Bill-to County")]
    pub bill_to_county: String,
    /// The payer's country.
    #[record(name = "billToCountry", caption = "Bill-to Country/Region Code")]
    pub bill_to_country_region_code: Code<20>,
    /// The payer's number in the register of those who pay VAT.
    #[record(caption = "VAT Registration No.")]
    pub vat_registration_number: String,
    /// The payer's language.
    pub language_code: Code<10>,
    /// The name of whoever gets the goods.
    #[record(caption = "Ship-to Name")]
    pub ship_to_name: String,
    /// More of that name.
    #[sea_orm(column_name = "ship_to_name_2")]
    #[record(name = "shipToName2", caption = "Ship-to Name 2")]
    pub ship_to_name2: String,
    /// Whom to ask for.
    #[record(caption = "Ship-to Contact")]
    pub ship_to_contact: String,
    /// The first line of the address to which it is sent.
    #[record(name = "shipToAddressLine1", caption = "Ship-to Address")]
    pub ship_to_address: String,
    /// The second line.
    #[sea_orm(column_name = "ship_to_address_2")]
    #[record(name = "shipToAddressLine2", caption = "Ship-to Address 2")]
    pub ship_to_address2: String,
    /// The post code to which it is sent.
    #[record(caption = "Ship-to Post Code")]
    pub ship_to_post_code: String,
    /// The city.
    #[record(caption = "Ship-to City")]
    pub ship_to_city: String,
    /// The county.
    #[record(name = "shipToState", caption = "Ship-to County")]
    pub ship_to_county: String,
    /// The country.
    #[record(name = "shipToCountry", caption = "Ship-to Country/Region Code")]
    pub ship_to_country_region_code: Code<20>,
    /// The currency of its amounts; blank is the company's own.
    pub currency_code: Code<10>,
    /// How much of it one of the company's own was worth; blank: its own, or no rate was known.
    #[record(nofilter)]
    pub currency_factor: Option<Rate>,
    /// Whether its prices have VAT in them.
    #[record(name = "pricesIncludeTax", caption = "Prices Including VAT")]
    pub prices_including_vat: bool,
    /// Which of the buyer's ship-to addresses that is; blank: its own, or one that was entered.
    #[record(caption = "Ship-to Code")]
    pub ship_to_code: Code<10>,
    /// From where goods are sent where a line does not say.
    pub location_code: Code<10>,
    /// How it is sent.
    pub shipment_method_code: Code<10>,
    /// Who brings it.
    pub shipping_agent_code: Code<10>,
    /// Which of the agent's services.
    pub shipping_agent_service_code: Code<10>,
    /// Under which number the agent knows it.
    #[record(caption = "Package Tracking No.")]
    pub package_tracking_number: String,
    /// Who sold it.
    #[record(name = "salesperson", caption = "Salesperson Code")]
    pub salesperson_code: Code<20>,
    /// How it is paid.
    pub payment_method_code: Code<10>,
    /// When it is to be paid, in words.
    pub payment_terms_code: Code<10>,
    /// The buyer's general business posting group.
    #[record(caption = "Gen. Bus. Posting Group")]
    pub general_business_posting_group: Code<20>,
    /// The buyer's VAT business posting group.
    #[record(caption = "VAT Bus. Posting Group")]
    pub vat_business_posting_group: Code<20>,
    /// Where the buyer is taxed, where sales tax is levied.
    #[record(name = "salesTaxAreaCode")]
    pub tax_area_code: Code<20>,
    /// Whether the buyer is liable to sales tax.
    pub tax_liable: bool,
    /// The payer's customer posting group.
    pub customer_posting_group: Code<20>,
    /// The posted invoice that a credit memo is to settle; blank: none.
    #[record(caption = "Applies-to Doc. No.")]
    pub applies_to_document_number: Code<20>,
    /// The posted invoice that a credit memo takes back; blank: none.
    #[sea_orm(indexed)]
    #[record(caption = "Corrected Invoice No.")]
    pub corrected_invoice_number: Code<20>,
    /// Whether a credit memo has taken all of it back.
    pub canceled: bool,
    /// What the buyer wrote.
    #[sea_orm(column_type = "Text")]
    pub work_description: String,
    /// A discount on the whole.
    #[record(name = "discountAmount", caption = "Invoice Discount Amount")]
    pub invoice_discount_amount: Amount,
    /// What it comes to without VAT.
    #[record(name = "totalAmountExcludingTax", caption = "Amount")]
    pub amount: Amount,
    /// The VAT.
    #[record(name = "totalTaxAmount", caption = "VAT Amount")]
    pub vat_amount: Amount,
    /// What it comes to.
    #[record(name = "totalAmountIncludingTax", caption = "Amount Including VAT")]
    pub amount_including_vat: Amount,
    /// Its number there.
    #[sea_orm(indexed)]
    #[record(caption = "Source No.")]
    pub source_number: String,
    /// What kind of thing it was where it comes from.
    #[sea_orm(indexed)]
    pub source_kind: String,
    /// Its id there.
    #[sea_orm(indexed)]
    #[record(caption = "Source ID")]
    pub source_id: String,
    /// Of a shipment: what it is there. 0 as long as nobody there knows of it, its number once they do, and below 0 where that
    /// came to nothing.
    #[record(caption = "Source Delivery ID")]
    pub source_delivery_id: i64,
    /// What kind of thing the sale was that a credit memo takes back, where that comes from.
    #[record(skip)]
    pub takes_back_kind: Option<String>,
    /// Its id there.
    #[sea_orm(indexed)]
    #[record(skip)]
    pub takes_back_id: Option<String>,
    /// Who posted it.
    #[record(caption = "User ID")]
    pub user_id: String,
    /// When it was posted.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Shipments by what they are where their orders came from: those of which nobody there knows are few among many.
pub(crate) fn index_of_deliveries() -> IndexCreateStatement {
    let mut index = Index::create();
    index.name("ix_posted_sales_header_delivery").table(Entity);
    index.col(Column::Kind).col(Column::SourceKind).col(Column::SourceDeliveryId).col(Column::Number).take()
}

impl Kind {
    /// What it is called in a sentence.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Shipment => "sales shipment",
            Self::Invoice => "sales invoice",
            Self::CreditMemo => "sales credit memo",
        }
    }
}
