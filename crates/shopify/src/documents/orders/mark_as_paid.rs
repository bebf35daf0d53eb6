use std::sync::LazyLock;

use super::options::FinancialStatus;
use crate::documents::{UserError, mutation, query};
use crate::{Client, Document, Error, Kind, schema};

/// A mutation that says that an order is paid. Shopify does not recognise it when it is sent twice.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "OneOrder")]
pub struct OrderMarkAsPaid {
    /// What came of it.
    #[arguments(input: { id: $id })]
    pub order_mark_as_paid: Option<OrderMarkAsPaidPayload>,
}

/// A query for how far an order is paid, by its id: not by a search, whose index lags behind.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "OneOrder")]
pub struct OrderPaymentStatus {
    /// The order, if it is there.
    #[arguments(id: $id)]
    pub order: Option<OrderPayment>,
}

/// Which order.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct OneOrder {
    /// Its id.
    pub id: cynic::Id,
}

/// What came of marking an order as paid.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct OrderMarkAsPaidPayload {
    /// The order, as it is now.
    pub order: Option<OrderPayment>,
    /// What Shopify has against it.
    pub user_errors: Vec<UserError>,
}

/// How far an order is paid.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Order")]
pub struct OrderPayment {
    /// Its id.
    pub id: cynic::Id,
    /// How far it is paid.
    pub display_financial_status: Option<FinancialStatus>,
    /// Whether all is paid.
    pub fully_paid: bool,
    /// Whether it can be marked as paid.
    pub can_mark_as_paid: bool,
}

impl OneOrder {
    pub(crate) fn any() -> Self {
        Self { id: shopify_schema::gid::OrderId::new(1).to_string().into() }
    }
}

impl Document for OrderMarkAsPaid {
    const NAME: &'static str = "OrderMarkAsPaid";
    const KIND: Kind = Kind::Mutation;
    type Variables = OneOrder;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<OrderMarkAsPaid, _>(OrderMarkAsPaid::NAME, OneOrder::any()));
        &TEXT
    }

    fn cost(_: &OneOrder) -> u32 {
        crate::cost::MUTATION
    }
}

impl Document for OrderPaymentStatus {
    const NAME: &'static str = "OrderPaymentStatus";
    type Variables = OneOrder;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<OrderPaymentStatus, _>(OrderPaymentStatus::NAME, OneOrder::any()));
        &TEXT
    }

    fn cost(_: &OneOrder) -> u32 {
        const ORDER: u32 = 1;
        ORDER
    }
}

/// How far an order is paid; none if there is no such order.
///
/// # Errors
/// Why there is no answer.
pub async fn payment(client: &Client, id: &str) -> Result<Option<OrderPayment>, Error> {
    Ok(client.run::<OrderPaymentStatus>(OneOrder { id: id.into() }).await?.order)
}
