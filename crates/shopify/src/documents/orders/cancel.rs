use std::sync::LazyLock;

use chrono::{DateTime, Utc};

use super::mark_as_paid::{OneOrder, OneOrderFields};
use crate::documents::{mutation, query};
use crate::{Client, Document, Error, Kind, schema};

/// A mutation that calls an order off. Shopify does not recognise it when it is sent twice, and does it in a job.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "CancelVariables")]
pub struct OrderCancel {
    /// What came of it.
    #[arguments(
        orderId: $order_id,
        reason: $reason,
        restock: $restock,
        notifyCustomer: $notify_customer,
        refundMethod: $refund_method,
        staffNote: $staff_note
    )]
    pub order_cancel: Option<OrderCancelPayload>,
}

/// Which order is called off, and how.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CancelVariables {
    /// Its id.
    pub order_id: cynic::Id,
    /// Why.
    pub reason: OrderCancelReason,
    /// Whether its goods are for sale again.
    pub restock: bool,
    /// Whether its buyer is told.
    pub notify_customer: Option<bool>,
    /// How what was paid goes back; none: it does not.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub refund_method: Option<OrderCancelRefundMethod>,
    /// What the staff of the store is told.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub staff_note: Option<String>,
}

/// Why an order is called off.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderCancelReason {
    /// The buyer wants it.
    Customer,
    /// It was not paid.
    Declined,
    /// It is a fraud.
    Fraud,
    /// There are no goods.
    Inventory,
    /// For another reason.
    Other,
    /// The store made a mistake.
    Staff,
}

/// How what was paid goes back.
#[derive(cynic::InputObject, Clone, Debug)]
#[cynic(graphql_type = "OrderCancelRefundMethodInput")]
pub struct OrderCancelRefundMethod {
    /// The way it came.
    pub original_payment_methods_refund: Option<bool>,
}

/// What came of calling an order off.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct OrderCancelPayload {
    /// The job that does it.
    pub job: Option<Job>,
    /// What Shopify has against it.
    pub order_cancel_user_errors: Vec<OrderCancelUserError>,
}

/// A job of the store.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: cynic::Id,
    /// Whether it is done.
    pub done: bool,
}

/// What Shopify has against calling an order off.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct OrderCancelUserError {
    /// In a sentence.
    pub message: String,
}

/// A query for whether an order was called off, by its id.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "OneOrder")]
pub struct OrderCancellation {
    /// The order, if it is there.
    #[arguments(id: $id)]
    pub order: Option<CancelledOrder>,
}

/// Whether an order was called off.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Order")]
pub struct CancelledOrder {
    /// Its id.
    pub id: cynic::Id,
    /// When.
    pub cancelled_at: Option<DateTime<Utc>>,
}

impl CancelVariables {
    pub(crate) fn example() -> Self {
        Self {
            order_id: OneOrder::any().id,
            reason: OrderCancelReason::Other,
            restock: true,
            notify_customer: Some(false),
            refund_method: Some(OrderCancelRefundMethod { original_payment_methods_refund: Some(true) }),
            staff_note: None,
        }
    }
}

impl Document for OrderCancel {
    const NAME: &'static str = "OrderCancel";
    const KIND: Kind = Kind::Mutation;
    type Variables = CancelVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<OrderCancel, _>(OrderCancel::NAME, CancelVariables::example()));
        &TEXT
    }

    fn cost(_: &CancelVariables) -> u32 {
        crate::cost::MUTATION
    }
}

impl Document for OrderCancellation {
    const NAME: &'static str = "OrderCancellation";
    type Variables = OneOrder;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<OrderCancellation, _>(OrderCancellation::NAME, OneOrder::any()));
        &TEXT
    }

    fn cost(_: &OneOrder) -> u32 {
        const ORDER: u32 = 1;
        ORDER
    }
}

/// Whether an order was called off, and when; none if there is no such order.
///
/// # Errors
/// Why there is no answer.
pub async fn cancellation(client: &Client, id: &str) -> Result<Option<CancelledOrder>, Error> {
    Ok(client.run::<OrderCancellation>(OneOrder { id: id.into() }).await?.order)
}
