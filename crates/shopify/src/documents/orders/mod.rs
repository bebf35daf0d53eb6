//! Orders, whole: the header, its customer and addresses, and as many of its lines as most orders have, many orders per
//! call. Orders with more lines take one call more together ([`complete()`]), so that every [`Kept`](crate::Kept) order
//! that leaves this module has all of them.
//!
//! Nothing here needs more than the scopes `read_orders`, `read_customers` and `read_products`: a field whose scope is
//! missing would take the order down with it. Payment terms, retail locations and staff need others, and are asked for
//! only where the app has them ([`Reach`]). So do publications and the apps behind risk assessments, which have no place
//! beside what is essential.

mod attributes;
mod bulk_text;
mod by_ids;
mod cancel;
mod complete;
mod count;
mod cursor;
mod customer;
mod fee;
mod fulfillment;
mod fulfillment_order;
mod glance;
mod in_bulk;
mod lines;
mod many;
mod mark_as_paid;
mod money;
mod options;
mod order;
mod orders_lines;
mod orders_parts;
mod page;
mod part;
mod payment_terms;
mod reach;
mod transaction;
mod variables;

pub use attributes::{AttributedOrder, IdsVariables, OrderAttributes, attributes};
pub use by_ids::{AT_ONCE, OrdersByIds, by_ids};
pub use cancel::{
    CancelVariables, CancelledOrder, Job, OrderCancel, OrderCancelPayload, OrderCancelReason, OrderCancelRefundMethod,
    OrderCancelUserError, OrderCancellation, cancellation,
};
pub use complete::complete;
pub use count::{OrdersCount, OrdersCountVariables, count};
pub(in crate::documents) use cursor::Cursor;
pub use customer::{
    Company, CompanyContact, CompanyCustomer, CompanyLocation, Customer, CustomerEmailAddress, CustomerPhoneNumber,
    MailingAddress, PurchasingCompany, PurchasingEntity,
};
pub use fee::AdditionalFee;
pub use fulfillment::{DeliveryStatus, Fulfillment, FulfillmentLocation, FulfillmentState, FulfillmentTrackingInfo};
pub use fulfillment_order::{
    AssignedLocation, DeliveryMethod, DeliveryMethodType, FulfillmentOrder, FulfillmentOrderAssignedLocation,
    FulfillmentOrderConnection, FulfillmentOrderLineItem, FulfillmentOrderLineItemConnection, FulfillmentOrderStatus,
    LineOfFulfillmentOrder,
};
pub use glance::{GlanceVariables, GlancedOrder, OrdersGlance, glance};
pub use in_bulk::{InBulk, in_bulk, query as bulk_query};
pub use lines::{
    Attribute, DiscountAllocation, LineItem, LineItemConnection, MorePages, Product, ProductVariant, ShippingLine,
    ShippingLineConnection, TaxLine,
};
pub use many::{
    AttributeInput, Changed, ChangedOrder, Complaint, MANY, Many, ManyVariables, OrdersClose, OrdersGiveAttributes,
    close, give_attributes,
};
pub use mark_as_paid::{OneOrder, OrderMarkAsPaid, OrderMarkAsPaidPayload, OrderPayment, OrderPaymentStatus, payment};
pub use money::{CashRoundingAdjustment, CountryCode, CurrencyCode, Money, MoneyBag};
pub use options::{CancelReason, FinancialStatus, FulfillmentStatus, ReturnStatus, RiskLevel, Sentiment};
pub use order::{
    Order, OrderApp, OrderAttribution, OrderRiskAssessment, OrderRiskSummary, OrderStaffMember, RetailLocation,
    RiskFact,
};
pub use orders_lines::{OrdersLines, OrdersLinesVariables};
pub use orders_parts::{OrdersParts, PartsVariables, with_parts};
pub use page::{OrdersPage, PAGE, Page, page, page_cost};
pub use part::{OrderLineItems, OrderShippingLines, Part};
pub use payment_terms::{PaymentSchedule, PaymentScheduleConnection, PaymentTerms, PaymentTermsType};
pub use reach::{FULFILLMENT_ORDERS, Reach};
pub use transaction::{
    CardPaymentDetails, OrderTransaction, ParentTransaction, PaymentDetails, TransactionError, TransactionKind,
    TransactionStatus,
};
pub use variables::OrdersVariables;
