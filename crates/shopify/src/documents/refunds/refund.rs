use chrono::{DateTime, Utc};

use super::of_orders::RefundsVariablesFields;
use super::options::{Discrepancy, RestockType};
use crate::cost::connection;
use crate::documents::orders::{MoneyBag, MorePages};
use crate::schema;

/// As many lines come with a refund; more take another call.
pub(super) const LINES: u32 = 12;
/// As many refunds of shipping come with it.
pub(super) const SHIPPING_LINES: u32 = 2;
/// As many differences.
pub(super) const ADJUSTMENTS: u32 = 2;
/// As many movements of money.
pub(super) const TRANSACTIONS: u32 = 4;

/// One line: itself, the line of the order, the place of the goods.
pub(super) const LINE_COST: u32 = 3;
/// One refund of shipping: itself and the shipping line.
pub(super) const SHIPPING_LINE_COST: u32 = 2;
/// A refund with all that comes with it: itself and its return first.
pub(super) const REFUND_COST: u32 = 2
    + connection(LINES, LINE_COST)
    + connection(SHIPPING_LINES, SHIPPING_LINE_COST)
    + connection(ADJUSTMENTS, 1)
    + connection(TRANSACTIONS, 1);

/// What was paid back at once, and for what.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(variables = "RefundsVariables")]
pub struct Refund {
    /// The id.
    pub id: cynic::Id,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it changed last.
    pub updated_at: DateTime<Utc>,
    /// When it was carried out.
    pub processed_at: DateTime<Utc>,
    /// What was noted about it.
    pub note: Option<String>,
    /// The return that it pays; only for who may read returns.
    #[cynic(rename = "return")]
    #[directives(include(if: $returns))]
    pub of_return: Option<ReturnOfRefund>,
    /// What was paid back.
    pub total_refunded_set: MoneyBag,
    /// Its lines.
    #[arguments(first: 12)]
    pub refund_line_items: RefundLineItemConnection,
    /// Its refunds of shipping.
    #[arguments(first: 2)]
    pub refund_shipping_lines: RefundShippingLineConnection,
    /// By what it differs from its parts.
    #[arguments(first: 2)]
    pub order_adjustments: OrderAdjustmentConnection,
    /// The movements of money.
    #[arguments(first: 4)]
    pub transactions: OrderTransactionConnection,
}

impl Refund {
    /// Whether all of it came.
    pub(super) const fn is_whole(&self) -> bool {
        !self.refund_line_items.page_info.has_next_page
            && !self.refund_shipping_lines.page_info.has_next_page
            && !self.order_adjustments.page_info.has_next_page
            && !self.transactions.page_info.has_next_page
    }
}

/// The return that a refund pays.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Return")]
pub struct ReturnOfRefund {
    /// The id.
    pub id: cynic::Id,
}

/// The lines of a refund.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(variables = "RefundsVariables")]
pub struct RefundLineItemConnection {
    /// The lines.
    pub nodes: Vec<RefundLineItem>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// Pieces of a line of the order that are paid back, or were taken out before they were paid.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(variables = "RefundsVariables")]
pub struct RefundLineItem {
    /// The id, if it has one.
    pub id: Option<cynic::Id>,
    /// The line of the order.
    pub line_item: LineOfRefund,
    /// How many.
    pub quantity: i32,
    /// What becomes of the goods.
    pub restock_type: RestockType,
    /// Whether they are back in stock.
    pub restocked: bool,
    /// Where; only for who may read locations.
    #[directives(include(if: $locations))]
    pub location: Option<LocationOfRefund>,
    /// The price of one, before discounts.
    pub price_set: MoneyBag,
    /// All of them, after discounts; with the tax where prices include it.
    pub subtotal_set: MoneyBag,
    /// Their taxes.
    pub total_tax_set: MoneyBag,
}

/// A line of the order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "LineItem")]
pub struct LineOfRefund {
    /// The id.
    pub id: cynic::Id,
}

/// Where goods are.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Location")]
pub struct LocationOfRefund {
    /// The id.
    pub id: cynic::Id,
    /// Its name.
    pub name: String,
}

/// The refunds of shipping.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct RefundShippingLineConnection {
    /// The refunds.
    pub nodes: Vec<RefundShippingLine>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// Shipping that is paid back.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct RefundShippingLine {
    /// The id.
    pub id: cynic::Id,
    /// The shipping line of the order.
    pub shipping_line: ShippingLineOfRefund,
    /// How much.
    pub subtotal_amount_set: MoneyBag,
    /// Its tax.
    pub tax_amount_set: MoneyBag,
}

/// A shipping line of the order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ShippingLine")]
pub struct ShippingLineOfRefund {
    /// The id.
    pub id: Option<cynic::Id>,
    /// What it is called.
    pub title: String,
}

/// The differences between a refund and its parts.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct OrderAdjustmentConnection {
    /// The differences.
    pub nodes: Vec<OrderAdjustment>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// By what a refund differs from its parts.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct OrderAdjustment {
    /// The id.
    pub id: cynic::Id,
    /// How much.
    pub amount_set: MoneyBag,
    /// Its tax.
    pub tax_amount_set: MoneyBag,
    /// Why.
    pub reason: Option<Discrepancy>,
}

/// The movements of money.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct OrderTransactionConnection {
    /// The movements.
    pub nodes: Vec<TransactionOfRefund>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// A movement of money, of which the order tells the rest.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "OrderTransaction")]
pub struct TransactionOfRefund {
    /// The id.
    pub id: cynic::Id,
}
