//! A sales document as the API shows it, posted or not.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::currencies::Rate;
use crate::sales::JobQueueStatus;
use crate::sales::posted::Kind;

values::options! {
    /// How a document stands.
    pub enum Status {
        /// It was sent: a shipment has nothing that could be paid.
        #[default]
        Blank => "",
        /// It may be changed.
        Draft => "Draft",
        /// It may be posted.
        Released => "Released",
        /// It is posted, and something of it is not paid.
        Open => "Open",
        /// It is posted, and all of it is paid.
        Paid => "Paid",
        /// It is posted, and a credit memo has taken all of it back.
        Canceled => "Canceled",
        /// It is posted, and takes an invoice back.
        Corrective => "Corrective",
    }
}

/// A sales invoice or credit memo, posted or not yet, or a shipment. It is read only: what is changed is a
/// [`crate::sales::header`].
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "sales_document")]
#[record(name = "salesDocuments", caption = "Sales Document")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What kind of document it is.
    pub document_type: Kind,
    /// Its number.
    #[record(sort)]
    pub number: Code<20>,
    /// The order from which it was posted; blank: another document.
    pub order_number: Code<20>,
    /// The number of the invoice or credit memo from which it was posted.
    #[record(caption = "Pre-Assigned No.")]
    pub pre_assigned_number: Code<20>,
    /// How it stands.
    pub status: Status,
    /// What the job queue has to do with it.
    pub job_queue_status: JobQueueStatus,
    /// The entry that is to post it, or has tried to.
    #[record(caption = "Job Queue Entry ID")]
    pub job_queue_entry_id: Option<Uuid>,
    /// What of it is not yet paid; a credit memo: not yet settled.
    pub remaining_amount: Amount,
    /// The day to which it is posted, or will be.
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
    pub order_date: ChronoDate,
    /// The date of the document.
    pub document_date: ChronoDate,
    /// When it is to be paid.
    pub due_date: ChronoDate,
    /// Who buys.
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
    /// The payer's customer price group; blank once it is posted.
    pub customer_price_group: Code<10>,
    /// The payer's customer discount group; blank once it is posted.
    #[record(caption = "Customer Disc. Group")]
    pub customer_discount_group: Code<20>,
    /// Which discounts the payer gets on the whole; blank once it is posted.
    #[record(caption = "Invoice Disc. Code")]
    pub invoice_discount_code: Code<20>,
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
    #[record(caption = "Corrected Invoice No.")]
    pub corrected_invoice_number: Code<20>,
    /// Whether it takes a posted invoice back, all of it or a part.
    pub corrective: bool,
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
    /// What kind of thing it was where it comes from.
    pub source_kind: String,
    /// Its number there.
    #[record(caption = "Source No.")]
    pub source_number: String,
    /// Its id there.
    #[record(caption = "Source ID")]
    pub source_id: String,
    /// Of a shipment: what it is there. 0 as long as nobody there knows of it, its number once they do, and below 0 where that
    /// came to nothing.
    #[record(caption = "Source Delivery ID")]
    pub source_delivery_id: i64,
    /// Who made it, or posted it.
    #[record(caption = "User ID")]
    pub user_id: String,
    /// When.
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
