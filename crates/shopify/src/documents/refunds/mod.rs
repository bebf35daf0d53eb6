//! What was paid back of orders and what came back: refunds with their lines, returns with theirs, and what the buyer
//! gets instead. Few orders have any, so they are asked for behind the orders and only for those that have, many orders
//! per call ([`of_orders`]). A refund or a return with more lines than come with it takes a call of its own, so that what
//! leaves this module is whole.
//!
//! Returns need the scope `read_returns` and the places of goods `read_locations`; without them the rest is read.

mod all_of_refund;
mod all_of_return;
mod complete;
mod more_returns;
mod of_orders;
mod options;
mod refund;
mod returned;

pub use all_of_refund::AllOfRefund;
pub use all_of_return::AllOfReturn;
pub use more_returns::MoreReturns;
pub use of_orders::{AT_ONCE, OrderWithRefunds, RefundsOfOrders, RefundsVariables, of_orders};
pub use options::{DeclineReason, Discrepancy, RestockType, ReturnStatus};
pub use refund::{
    LineOfRefund, LocationOfRefund, OrderAdjustment, OrderAdjustmentConnection, OrderTransactionConnection, Refund,
    RefundLineItem, RefundLineItemConnection, RefundShippingLine, RefundShippingLineConnection, ReturnOfRefund,
    ShippingLineOfRefund, TransactionOfRefund,
};
pub use returned::{
    CurrencyAmount, ExchangeLineItem, ExchangeLineItemConnection, FulfillmentLineOfReturn, Return, ReturnConnection,
    ReturnDecline, ReturnLineItem, ReturnLineItemTypeConnection, ReturnReason, ReturnedLine, ReverseDisposition,
    ReverseLine, ReverseLineConnection, ReverseOrder, ReverseOrderConnection, UnverifiedReturnLineItem,
};
