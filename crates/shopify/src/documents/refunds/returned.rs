use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::of_orders::RefundsVariablesFields;
use super::options::{DeclineReason, ReturnStatus};
use super::refund::{LineOfRefund, LocationOfRefund};
use crate::cost::connection;
use crate::documents::orders::{CurrencyCode, MoneyBag, MorePages};
use crate::schema;

/// As many returns come with an order; more take another call.
pub(super) const RETURNS: u32 = 5;
/// As many lines come with a return.
pub(super) const LINES: u32 = 7;
/// As many exchanges.
pub(super) const EXCHANGES: u32 = 4;
/// As many orders to receive the goods, and as many lines with each.
pub(super) const REVERSE_ORDERS: u32 = 2;

/// One line: itself, its reason, the line of the parcel and that of the order.
pub(super) const LINE_COST: u32 = 4;
/// One exchange: itself and its lines of the order.
pub(super) const EXCHANGE_COST: u32 = 2;
/// A line that waits to be received: itself, the line of the parcel and that of the order, what became of it and where.
pub(super) const REVERSE_LINE_COST: u32 = 5;
/// A return with all that comes with it: itself and why it was declined first.
pub(super) const RETURN_COST: u32 = 2
    + connection(LINES, LINE_COST)
    + connection(EXCHANGES, EXCHANGE_COST)
    + connection(REVERSE_ORDERS, 1 + connection(LINES, REVERSE_LINE_COST));
/// All returns that come with an order.
pub(super) const RETURNS_COST: u32 = connection(RETURNS, RETURN_COST);

/// The returns of an order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(variables = "RefundsVariables")]
pub struct ReturnConnection {
    /// The returns.
    pub nodes: Vec<Return>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// Goods that come back.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(variables = "RefundsVariables")]
pub struct Return {
    /// The id.
    pub id: cynic::Id,
    /// What people call it, as `#1001-R1`.
    pub name: String,
    /// How far it has come.
    pub status: ReturnStatus,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// How many pieces.
    pub total_quantity: i32,
    /// Why it was declined.
    pub decline: Option<ReturnDecline>,
    /// Its lines.
    #[arguments(first: 7)]
    pub return_line_items: ReturnLineItemTypeConnection,
    /// What the buyer gets instead.
    #[arguments(first: 4)]
    pub exchange_line_items: ExchangeLineItemConnection,
    /// The orders to receive the goods.
    #[arguments(first: 2)]
    pub reverse_fulfillment_orders: ReverseOrderConnection,
}

impl Return {
    /// Whether all of it came.
    pub(super) fn is_whole(&self) -> bool {
        let received = &self.reverse_fulfillment_orders;
        !self.return_line_items.page_info.has_next_page
            && !self.exchange_line_items.page_info.has_next_page
            && !received.page_info.has_next_page
            && !received.nodes.iter().any(|order| order.line_items.page_info.has_next_page)
    }
}

/// Why a return was declined.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct ReturnDecline {
    /// The reason.
    pub reason: DeclineReason,
    /// What was said about it.
    pub note: Option<String>,
}

/// The lines of a return.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct ReturnLineItemTypeConnection {
    /// The lines.
    pub nodes: Vec<ReturnedLine>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// Pieces that come back.
#[derive(cynic::InlineFragments, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ReturnLineItemType")]
pub enum ReturnedLine {
    /// Of a line of the order.
    ReturnLineItem(Box<ReturnLineItem>),
    /// Of no line of which Shopify knows.
    UnverifiedReturnLineItem(Box<UnverifiedReturnLineItem>),
    /// Of a kind that was added later.
    #[cynic(fallback)]
    Other,
}

/// Pieces of a line of the order that come back.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct ReturnLineItem {
    /// The id.
    pub id: cynic::Id,
    /// How many.
    pub quantity: i32,
    /// How many of them can be paid back still.
    pub refundable_quantity: i32,
    /// How many of them were paid back.
    pub refunded_quantity: i32,
    /// Why.
    pub return_reason_definition: Option<ReturnReason>,
    /// What was said about it.
    pub return_reason_note: String,
    /// What the buyer said.
    pub customer_note: Option<String>,
    /// The line of the parcel in which they were sent.
    pub fulfillment_line_item: FulfillmentLineOfReturn,
    /// What they cost, after all discounts.
    pub with_code_discounted_total_price_set: MoneyBag,
}

/// Pieces that come back and of which Shopify does not know when they were sold.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct UnverifiedReturnLineItem {
    /// The id.
    pub id: cynic::Id,
    /// How many.
    pub quantity: i32,
    /// How many of them can be paid back still.
    pub refundable_quantity: i32,
    /// How many of them were paid back.
    pub refunded_quantity: i32,
    /// Why.
    pub return_reason_definition: Option<ReturnReason>,
    /// What was said about it.
    pub return_reason_note: String,
    /// What the buyer said.
    pub customer_note: Option<String>,
    /// The price of one.
    pub unit_price: CurrencyAmount,
}

/// Why something comes back.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ReturnReasonDefinition")]
pub struct ReturnReason {
    /// Its name.
    pub name: String,
    /// Its key.
    pub handle: String,
}

/// A line of a parcel.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentLineItem")]
pub struct FulfillmentLineOfReturn {
    /// The id.
    pub id: cynic::Id,
    /// The line of the order.
    pub line_item: LineOfRefund,
}

/// An amount with its currency.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "MoneyV2")]
pub struct CurrencyAmount {
    /// How much.
    pub amount: Decimal,
    /// In which currency.
    pub currency_code: CurrencyCode,
}

/// What the buyer gets instead.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct ExchangeLineItemConnection {
    /// The exchanges.
    pub nodes: Vec<ExchangeLineItem>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// Something that the buyer gets instead.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct ExchangeLineItem {
    /// The id.
    pub id: cynic::Id,
    /// How many.
    pub quantity: i32,
    /// The lines of the order that it has become.
    pub line_items: Option<Vec<LineOfRefund>>,
}

/// The orders to receive the goods of a return.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ReverseFulfillmentOrderConnection", variables = "RefundsVariables")]
pub struct ReverseOrderConnection {
    /// The orders.
    pub nodes: Vec<ReverseOrder>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// An order to receive goods.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ReverseFulfillmentOrder", variables = "RefundsVariables")]
pub struct ReverseOrder {
    /// Its lines.
    #[arguments(first: 7)]
    pub line_items: ReverseLineConnection,
}

/// The lines of an order to receive goods.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ReverseFulfillmentOrderLineItemConnection", variables = "RefundsVariables")]
pub struct ReverseLineConnection {
    /// The lines.
    pub nodes: Vec<ReverseLine>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// A line of an order to receive goods.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ReverseFulfillmentOrderLineItem", variables = "RefundsVariables")]
pub struct ReverseLine {
    /// The line of the parcel in which they were sent.
    pub fulfillment_line_item: Option<FulfillmentLineOfReturn>,
    /// What became of them.
    pub dispositions: Vec<ReverseDisposition>,
}

/// What became of pieces that came back.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ReverseFulfillmentOrderDisposition", variables = "RefundsVariables")]
pub struct ReverseDisposition {
    /// Where they are; only for who may read locations.
    #[directives(include(if: $locations))]
    pub location: Option<LocationOfRefund>,
}
