//! The Shopify order (table 30118): a faithful copy of what Shopify said, and what became of it.

use database::Record;
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::orders::options::{
    CancelReason, DifferenceReason, FinancialStatus, FulfillmentStatus, PaymentTermsType, ReturnStatus, SetAside,
};
use crate::orders::totals::is_void;
use crate::shops::options::CurrencyHandling;

/// A staged order.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order")]
#[record(name = "shopifyOrders", caption = "Shopify Order", search = "shopify_order_search")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order's id in Shopify.
    // First in the key: a document link knows nothing else of its order.
    #[sea_orm(unique_key = "order")]
    #[record(sort)]
    pub shopify_order_id: i64,
    /// The store's domain.
    #[sea_orm(unique_key = "order")]
    pub store: String,
    /// The shop that imported it.
    pub shop_code: Code<20>,
    /// Its number, as `#1001`.
    #[sea_orm(indexed)]
    #[record(caption = "Shopify Order No.", sort)]
    pub shopify_order_number: String,
    /// Whether its document takes its number.
    #[record(caption = "Use Shopify Order No.")]
    pub use_shopify_order_number: bool,
    /// When it was made.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
    /// The day it was made, in the company's time zone.
    pub document_date: ChronoDate,
    /// When it was settled in Shopify.
    pub processed_at: Option<ChronoDateTimeUtc>,
    /// When it was cancelled.
    pub cancelled_at: Option<ChronoDateTimeUtc>,
    /// Why it was cancelled.
    pub cancel_reason: CancelReason,
    /// Whether it is archived.
    pub closed: bool,
    /// When it was archived.
    pub closed_at: Option<ChronoDateTimeUtc>,
    /// Whether it is a test.
    pub test: bool,
    /// Whether it was edited after it was made.
    pub edited: bool,
    /// Whether its stock is promised.
    pub confirmed: bool,
    /// Whether nothing is paid.
    pub unpaid: bool,
    /// Whether all is paid.
    pub fully_paid: bool,
    /// Whether it can be paid back.
    pub refundable: bool,
    /// How far it is paid.
    pub financial_status: FinancialStatus,
    /// How far it is delivered.
    pub fulfillment_status: FulfillmentStatus,
    /// Whether goods come back.
    pub return_status: ReturnStatus,
    /// The buyer's e-mail.
    pub email: String,
    /// The buyer's phone.
    #[record(caption = "Phone No.")]
    pub phone_number: String,
    /// The buyer's id in Shopify; 0 for a buyer without one.
    pub customer_id: i64,
    /// Where it was sold.
    pub channel_name: String,
    /// The app that made it.
    pub app_name: String,
    /// What made it.
    pub source_name: String,
    /// Its number there.
    pub source_identifier: String,
    /// The id in Shopify of the location that took it; 0 for none.
    pub retail_location_id: i64,
    /// That location's name.
    pub retail_location_name: String,
    /// The id in Shopify of the staff member who made it; 0 for none, and where staff may not be read.
    pub staff_member_id: i64,
    /// By what most of it is paid.
    pub gateway: String,
    /// Its tags, as `[one] [two]`.
    pub tags: String,
    /// The currency of shop money.
    pub currency_code: Code<10>,
    /// The currency of presentment money.
    pub presentment_currency_code: Code<10>,
    /// The buyer's first name.
    #[record(caption = "Sell-to First Name")]
    pub sell_to_first_name: String,
    /// The buyer's last name.
    #[record(caption = "Sell-to Last Name")]
    pub sell_to_last_name: String,
    /// The buyer's name.
    #[record(caption = "Sell-to Customer Name")]
    pub sell_to_customer_name: String,
    /// The buyer's second name.
    #[sea_orm(column_name = "sell_to_customer_name_2")]
    #[record(caption = "Sell-to Customer Name 2")]
    pub sell_to_customer_name2: String,
    /// The buyer's contact.
    #[record(caption = "Sell-to Contact Name")]
    pub sell_to_contact_name: String,
    /// The buyer's address.
    #[record(caption = "Sell-to Address")]
    pub sell_to_address: String,
    /// The second line of it.
    #[sea_orm(column_name = "sell_to_address_2")]
    #[record(caption = "Sell-to Address 2")]
    pub sell_to_address2: String,
    /// The buyer's post code.
    #[record(caption = "Sell-to Post Code")]
    pub sell_to_post_code: String,
    /// The buyer's city.
    #[record(caption = "Sell-to City")]
    pub sell_to_city: String,
    /// The buyer's county.
    #[record(caption = "Sell-to County")]
    pub sell_to_county: String,
    /// The buyer's country.
    #[record(caption = "Sell-to Country/Region Code")]
    pub sell_to_country_region_code: Code<20>,
    /// The name it goes to.
    #[record(caption = "Ship-to Name")]
    pub ship_to_name: String,
    /// The second name.
    #[sea_orm(column_name = "ship_to_name_2")]
    #[record(caption = "Ship-to Name 2")]
    pub ship_to_name2: String,
    /// The contact there.
    #[record(caption = "Ship-to Contact Name")]
    pub ship_to_contact_name: String,
    /// The address it goes to.
    #[record(caption = "Ship-to Address")]
    pub ship_to_address: String,
    /// The second line of it.
    #[sea_orm(column_name = "ship_to_address_2")]
    #[record(caption = "Ship-to Address 2")]
    pub ship_to_address2: String,
    /// The post code it goes to.
    #[record(caption = "Ship-to Post Code")]
    pub ship_to_post_code: String,
    /// The city it goes to.
    #[record(caption = "Ship-to City")]
    pub ship_to_city: String,
    /// The county it goes to.
    #[record(caption = "Ship-to County")]
    pub ship_to_county: String,
    /// The country it goes to.
    #[record(caption = "Ship-to Country/Region Code")]
    pub ship_to_country_region_code: Code<20>,
    /// The name of who pays.
    #[record(caption = "Bill-to Name")]
    pub bill_to_name: String,
    /// The second name.
    #[sea_orm(column_name = "bill_to_name_2")]
    #[record(caption = "Bill-to Name 2")]
    pub bill_to_name2: String,
    /// The contact there.
    #[record(caption = "Bill-to Contact Name")]
    pub bill_to_contact_name: String,
    /// The address of who pays.
    #[record(caption = "Bill-to Address")]
    pub bill_to_address: String,
    /// The second line of it.
    #[sea_orm(column_name = "bill_to_address_2")]
    #[record(caption = "Bill-to Address 2")]
    pub bill_to_address2: String,
    /// The post code of who pays.
    #[record(caption = "Bill-to Post Code")]
    pub bill_to_post_code: String,
    /// The city of who pays.
    #[record(caption = "Bill-to City")]
    pub bill_to_city: String,
    /// The county of who pays.
    #[record(caption = "Bill-to County")]
    pub bill_to_county: String,
    /// The country of who pays.
    #[record(caption = "Bill-to Country/Region Code")]
    pub bill_to_country_region_code: Code<20>,
    /// Whether a company bought.
    #[record(caption = "B2B")]
    pub b2b: bool,
    /// The company's id in Shopify; 0 for none.
    pub company_id: i64,
    /// The company's name.
    pub company_name: String,
    /// The id in Shopify of the company's main contact; 0 for none.
    pub company_main_contact_id: i64,
    /// The id in Shopify of the customer who that is; 0 for none.
    #[record(caption = "Company Main Contact Cust. Id")]
    pub company_main_contact_customer_id: i64,
    /// That contact's e-mail.
    pub company_main_contact_email: String,
    /// That contact's phone.
    #[record(caption = "Company Main Contact Phone No.")]
    pub company_main_contact_phone_number: String,
    /// The id in Shopify of the company's location; 0 for none.
    pub company_location_id: i64,
    /// That location's name.
    pub company_location_name: String,
    /// The address where the buyer follows the order.
    #[record(caption = "Order Status URL")]
    pub order_status_url: String,
    /// The first discount code.
    pub discount_code: String,
    /// All discount codes.
    pub discount_codes: String,
    /// The weight, in grams.
    pub total_weight: Amount,
    /// Whether prices include tax.
    #[record(caption = "VAT Included")]
    pub vat_included: bool,
    /// Whether no tax is due.
    pub tax_exempt: bool,
    /// Whether prices include duties.
    pub duties_included: bool,
    /// Whether anything is shipped.
    pub requires_shipping: bool,
    /// The total, in shop money, before returns.
    pub total_amount: Amount,
    /// The same in presentment money.
    pub presentment_total_amount: Amount,
    /// The total without shipping.
    pub subtotal_amount: Amount,
    /// The same in presentment money.
    pub presentment_subtotal_amount: Amount,
    /// The tips.
    pub total_tip_received: Amount,
    /// The same in presentment money.
    pub presentment_total_tip_received: Amount,
    /// The tax.
    #[record(caption = "VAT Amount")]
    pub vat_amount: Amount,
    /// The same in presentment money.
    #[record(caption = "Presentment VAT Amount")]
    pub presentment_vat_amount: Amount,
    /// The discounts, of lines, of shipping and of the whole.
    pub discount_amount: Amount,
    /// The same in presentment money.
    pub presentment_discount_amount: Amount,
    /// The same before returns.
    pub total_discounts_amount: Amount,
    /// The same in presentment money.
    pub presentment_total_discounts_amount: Amount,
    /// The shipping.
    pub shipping_charges_amount: Amount,
    /// The same in presentment money.
    pub presentment_shipping_charges_amount: Amount,
    /// The duties, in shop money, before returns.
    pub duties_amount: Amount,
    /// The same in presentment money.
    pub presentment_duties_amount: Amount,
    /// The duties after returns.
    pub current_duties_amount: Amount,
    /// The same in presentment money.
    pub presentment_current_duties_amount: Amount,
    /// What the store charges beside goods, shipping and duties.
    pub additional_fees_amount: Amount,
    /// The same in presentment money.
    pub presentment_additional_fees_amount: Amount,
    /// The total after returns, in shop money.
    pub current_total_amount: Amount,
    /// The same in presentment money.
    pub presentment_current_total_amount: Amount,
    /// The tax after returns.
    #[record(caption = "Current VAT Amount")]
    pub current_vat_amount: Amount,
    /// The same in presentment money.
    #[record(caption = "Presentment Current VAT Amount")]
    pub presentment_current_vat_amount: Amount,
    /// What is paid.
    pub total_received_amount: Amount,
    /// The same in presentment money.
    pub presentment_total_received_amount: Amount,
    /// What is paid back.
    pub total_refunded_amount: Amount,
    /// The same in presentment money.
    pub presentment_total_refunded_amount: Amount,
    /// What is still to be paid.
    pub total_outstanding_amount: Amount,
    /// The same in presentment money.
    pub presentment_total_outstanding_amount: Amount,
    /// What is not on its document: taken out before it was paid, or got instead of something that came back.
    pub not_sold_amount: Amount,
    /// The same in presentment money.
    pub presentment_not_sold_amount: Amount,
    /// The tax of that.
    #[record(skip)]
    pub not_sold_vat_amount: Amount,
    /// The same in presentment money.
    #[record(skip)]
    pub presentment_not_sold_vat_amount: Amount,
    /// The discounts on that.
    #[record(skip)]
    pub not_sold_discount_amount: Amount,
    /// The same in presentment money.
    #[record(skip)]
    pub presentment_not_sold_discount_amount: Amount,
    /// The pieces after returns.
    pub current_total_items_quantity: i32,
    /// What cash was rounded by when it was paid.
    pub payment_rounding_amount: Amount,
    /// The same in presentment money.
    pub presentment_payment_rounding_amount: Amount,
    /// What cash was rounded by when it was paid back.
    pub refund_rounding_amount: Amount,
    /// The same in presentment money.
    pub presentment_refund_rounding_amount: Amount,
    /// The kind of its payment terms, as `Net`.
    pub payment_terms_type: PaymentTermsType,
    /// Their name, as `Net 30`.
    pub payment_terms_name: String,
    /// When it is to be paid.
    pub due_date: Option<ChronoDate>,
    /// The buyer's own number of the order.
    #[record(caption = "PO Number")]
    pub po_number: String,
    /// The note.
    #[sea_orm(column_type = "Text")]
    pub work_description: String,
    /// What of it was too long to be kept whole.
    #[sea_orm(column_type = "Text")]
    pub import_warning: String,
    /// Whether an assessment says so.
    pub high_risk: bool,
    /// Whether the channel pays its tax.
    pub channel_liable_taxes: bool,
    /// How many pieces, without gift cards and tips.
    #[record(caption = "Total Quantity of Items")]
    pub total_quantity_of_items: i32,
    /// How many lines.
    #[record(caption = "Number of Lines")]
    pub number_of_lines: i32,
    /// The template for its customer, if a person chose one.
    #[record(caption = "Customer Templ. Code")]
    pub customer_template_code: Code<20>,
    /// The customer who buys.
    #[record(caption = "Sell-to Customer No.")]
    pub sell_to_customer_number: Code<20>,
    /// The customer who pays.
    #[record(caption = "Bill-to Customer No.")]
    pub bill_to_customer_number: Code<20>,
    /// How it is sent.
    pub shipment_method_code: Code<10>,
    /// Who sends it.
    pub shipping_agent_code: Code<10>,
    /// By which of the agent's services.
    pub shipping_agent_service_code: Code<10>,
    /// How it is paid.
    pub payment_method_code: Code<10>,
    /// Who has sold it: the one that its staff member was when it came, unless a person chose another; blank: that of the
    /// customer.
    pub salesperson_code: Code<20>,
    /// Where the buyer is taxed; blank: where the customer is.
    pub tax_area_code: Code<20>,
    /// Whether the buyer is, there.
    pub tax_liable: bool,
    /// The document, where it is an order.
    #[sea_orm(indexed)]
    #[record(caption = "Sales Order No.")]
    pub sales_order_number: Code<20>,
    /// The document, where it is an invoice.
    #[sea_orm(indexed)]
    #[record(caption = "Sales Invoice No.")]
    pub sales_invoice_number: Code<20>,
    /// Whether its document could not be made.
    pub has_error: bool,
    /// Why.
    pub error_message: String,
    /// Whether its document is made.
    pub processed: bool,
    /// Whether Shopify changed it after that, and nobody has looked yet.
    pub has_order_state_error: bool,
    /// The money the document was made in.
    pub processed_currency_handling: CurrencyHandling,
    /// By how much its document comes to more than the order.
    pub difference_amount: Amount,
    /// Why.
    pub difference_reason: DifferenceReason,
    /// Until when no document is made of it.
    pub set_aside: SetAside,
    /// Why.
    pub set_aside_reason: String,
    /// Whether its refunds and returns are to be read: until then it gets no document.
    #[record(skip)]
    pub refunds_due: bool,
    /// The change of the order after which they were read last.
    #[record(skip)]
    pub refunds_read_at: Option<ChronoDateTimeUtc>,
    /// Whether any of it is credited by documents of its refunds.
    #[record(skip)]
    pub has_credits: bool,
    /// Whether its document is to be made by the run that imports it, as the shop card said when it came.
    #[record(skip)]
    pub auto_create: bool,
    /// Whether the number of its document is still to be written in Shopify.
    #[record(skip)]
    pub send_document_number: bool,
    /// The digest of what Shopify said, without the time of its change.
    #[record(skip)]
    pub content_hash: String,
}

/// A staged order has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The number of its document, of whichever kind; blank without one.
    pub fn document_number(&self) -> &Code<20> {
        self.sales_order_number.non_blank().unwrap_or(&self.sales_invoice_number)
    }

    /// Whether a document is to be made of it still: it has none, is not set aside, and is sold to someone.
    pub fn awaits_document(&self) -> bool {
        !self.processed && self.set_aside == SetAside::Blank && !is_void(self)
    }
}

/// Whether an order has the number of a document, of whichever kind.
pub(crate) fn has_document() -> Condition {
    Condition::any().add(Column::SalesOrderNumber.ne("")).add(Column::SalesInvoiceNumber.ne(""))
}
