use chrono::{DateTime, Utc};

use super::customer::{CUSTOMER_COST, Customer, MailingAddress, PURCHASING_ENTITY_COST, PurchasingEntity};
use super::fee::{AdditionalFee, FEES_COST};
use super::fulfillment::{FULFILLMENTS_COST, Fulfillment};
use super::fulfillment_order::FulfillmentOrderConnection;
use super::lines::{ALL_LINES_COST, Attribute, LineItemConnection, ShippingLineConnection, TaxLine};
use super::money::{CashRoundingAdjustment, CurrencyCode, MoneyBag};
use super::options::{CancelReason, FinancialStatus, FulfillmentStatus, ReturnStatus, RiskLevel, Sentiment};
use super::payment_terms::PaymentTerms;
use super::reach::Reach;
use super::transaction::{OrderTransaction, TRANSACTIONS_COST};
use super::variables::OrdersVariablesFields;
use crate::{UnsignedInt64, Url, schema};

/// An order with all that comes with it, for an app with this reach.
pub(super) const fn cost(reach: Reach) -> u32 {
    let itself_app_and_attribution = 3;
    let attributes_taxes_and_rounding = 3;
    let addresses = 3;
    let risk_with_assessments_and_facts = 3;
    let header =
        itself_app_and_attribution + attributes_taxes_and_rounding + addresses + risk_with_assessments_and_facts;
    let money = FEES_COST + TRANSACTIONS_COST;
    header + money + FULFILLMENTS_COST + CUSTOMER_COST + PURCHASING_ENTITY_COST + ALL_LINES_COST + reach.cost()
}

/// An order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(variables = "OrdersVariables")]
pub struct Order {
    /// `Order`. Asked for so that an order reads the same, whether it comes on a page or by its id.
    #[cynic(rename = "__typename")]
    pub typename: String,
    /// The id.
    pub id: cynic::Id,
    /// The number that customers see, as `#1001`.
    pub name: String,
    /// When it was placed.
    pub created_at: DateTime<Utc>,
    /// When anything about it changed last.
    pub updated_at: DateTime<Utc>,
    /// When it was paid or taken over; what reports go by.
    pub processed_at: DateTime<Utc>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// Why it was cancelled.
    pub cancel_reason: Option<CancelReason>,
    /// Whether it is archived.
    pub closed: bool,
    /// When it was archived.
    pub closed_at: Option<DateTime<Utc>>,
    /// Whether it is a test.
    pub test: bool,
    /// Whether it was edited.
    pub edited: bool,
    /// Whether it is sure that it is one.
    pub confirmed: bool,
    /// Whether nothing of it is paid.
    pub unpaid: bool,
    /// Whether all of it is paid.
    pub fully_paid: bool,
    /// Whether anything of it can be refunded.
    pub refundable: bool,
    /// How far it is paid.
    pub display_financial_status: Option<FinancialStatus>,
    /// How far it is shipped.
    pub display_fulfillment_status: FulfillmentStatus,
    /// How far it is returned.
    pub return_status: ReturnStatus,
    /// The e-mail address that was given for it.
    pub email: Option<String>,
    /// The phone number that was given for it.
    pub phone: Option<String>,
    /// What was noted about it.
    pub note: Option<String>,
    /// The customer's own number for it.
    pub po_number: Option<String>,
    /// Where it comes from, as `web` or `pos`.
    pub source_name: Option<String>,
    /// Its number where it comes from.
    pub source_identifier: Option<String>,
    /// Where the customer follows it.
    pub status_page_url: Url,
    /// Its tags.
    pub tags: Vec<String>,
    /// The shop's currency.
    pub currency_code: CurrencyCode,
    /// The currency that the customer saw.
    pub presentment_currency_code: CurrencyCode,
    /// Whether anything of it is shipped.
    pub requires_shipping: bool,
    /// Whether the prices contain the taxes.
    pub taxes_included: bool,
    /// Whether the prices contain the duties.
    pub duties_included: bool,
    /// Whether it is free of tax.
    pub tax_exempt: bool,
    /// What it weighs, in grams.
    pub total_weight: Option<UnsignedInt64>,
    /// How many goods were ordered.
    pub subtotal_line_items_quantity: i32,
    /// How many goods are left of them.
    pub current_subtotal_line_items_quantity: i32,
    /// The first discount code.
    pub discount_code: Option<String>,
    /// All discount codes.
    pub discount_codes: Vec<String>,
    /// What it cost, before returns.
    pub total_price_set: MoneyBag,
    /// The goods, after discounts.
    pub subtotal_price_set: Option<MoneyBag>,
    /// The taxes.
    pub total_tax_set: Option<MoneyBag>,
    /// The discounts, after returns.
    pub current_total_discounts_set: MoneyBag,
    /// Shipping.
    pub total_shipping_price_set: MoneyBag,
    /// What it costs, after returns.
    pub current_total_price_set: MoneyBag,
    /// The taxes that are left.
    pub current_total_tax_set: MoneyBag,
    /// All discounts, before returns.
    pub total_discounts_set: Option<MoneyBag>,
    /// The duties, before returns; none where the store does not charge any.
    pub original_total_duties_set: Option<MoneyBag>,
    /// The duties that are left.
    pub current_total_duties_set: Option<MoneyBag>,
    /// What was paid.
    pub total_received_set: MoneyBag,
    /// What was paid back.
    pub total_refunded_set: MoneyBag,
    /// What is still to be paid.
    pub total_outstanding_set: MoneyBag,
    /// Tips.
    pub total_tip_received_set: MoneyBag,
    /// What rounding to whole coins has added.
    pub total_cash_rounding_adjustment: CashRoundingAdjustment,
    /// The program that took it.
    pub app: Option<OrderApp>,
    /// The channel that it came through.
    pub attribution: Option<OrderAttribution>,
    /// The customer.
    pub customer: Option<Customer>,
    /// Who buys: a person or a company.
    pub purchasing_entity: Option<PurchasingEntity>,
    /// The address that stands for the order.
    pub display_address: Option<MailingAddress>,
    /// Where it is shipped.
    pub shipping_address: Option<MailingAddress>,
    /// Who pays.
    pub billing_address: Option<MailingAddress>,
    /// Its attributes.
    pub custom_attributes: Vec<Attribute>,
    /// Its taxes.
    pub tax_lines: Vec<TaxLine>,
    /// The fees that the store charges beside goods and shipping.
    pub additional_fees: Vec<AdditionalFee>,
    /// Its payments, and what became of them.
    #[arguments(first: 100)]
    pub transactions: Vec<OrderTransaction>,
    /// What of it was sent, handed over or picked up.
    #[arguments(first: 50)]
    pub fulfillments: Vec<Fulfillment>,
    /// Whether it may be fraud.
    pub risk: OrderRiskSummary,
    /// Where it was taken, if in a shop; only for who may read locations.
    #[directives(include(if: $locations))]
    pub retail_location: Option<RetailLocation>,
    /// When it is to be paid; only for who may read payment terms.
    #[directives(include(if: $payment_terms))]
    pub payment_terms: Option<PaymentTerms>,
    /// Who of the staff took it; only for who may read staff.
    #[directives(include(if: $staff))]
    pub staff_member: Option<OrderStaffMember>,
    /// Its lines.
    #[arguments(first: 20)]
    pub line_items: LineItemConnection,
    /// Its charges for shipping.
    #[arguments(first: 2)]
    pub shipping_lines: ShippingLineConnection,
    /// From where its goods are sent, and how; only for who may read that.
    #[arguments(first: 4)]
    #[directives(include(if: $fulfillment_orders))]
    pub fulfillment_orders: Option<FulfillmentOrderConnection>,
}

/// A place where orders are taken.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Location")]
pub struct RetailLocation {
    /// The id.
    pub id: cynic::Id,
    /// Its name.
    pub name: String,
}

/// Someone who works for the store.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "StaffMember")]
pub struct OrderStaffMember {
    /// The id.
    pub id: cynic::Id,
}

/// A program that takes orders.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct OrderApp {
    /// Its name.
    pub name: String,
}

/// A channel.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct OrderAttribution {
    /// Its name.
    pub display_name: String,
}

/// Whether an order may be fraud.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct OrderRiskSummary {
    /// What was found.
    pub assessments: Vec<OrderRiskAssessment>,
}

/// What one judge found.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct OrderRiskAssessment {
    /// How likely it is.
    pub risk_level: RiskLevel,
    /// Why.
    pub facts: Vec<RiskFact>,
}

/// Something that speaks for or against an order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct RiskFact {
    /// What it is.
    pub description: String,
    /// Which way it speaks.
    pub sentiment: Sentiment,
}
