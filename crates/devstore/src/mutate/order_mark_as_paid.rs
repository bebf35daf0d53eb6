use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use shopify_schema::gid::OrderId;

use super::user_error::UserError;
use crate::store::State;
use crate::store::money::Bag;
use crate::store::order::Order;
use crate::store::transaction::Transaction;

/// `orderMarkAsPaid`: the rest was paid by hand.
pub(crate) fn order_mark_as_paid(
    state: &mut State,
    id: &str,
    now: DateTime<Utc>,
) -> Result<Arc<Order>, Vec<UserError>> {
    let number = id.parse::<OrderId>().ok().map(OrderId::number);
    let Some(order) = number.and_then(|number| state.orders.get(&number)).map(Arc::clone) else {
        return Err(vec![UserError::new(&["id"], "Order does not exist")]);
    };
    if !can_mark_as_paid(&order) {
        return Err(vec![UserError::new(&["id"], "Order cannot be marked as paid.")]);
    }
    let mut order = (*order).clone();
    let amount = order.totals.outstanding;
    let payment = manual_payment(state, amount, now);
    order.transactions.push(payment);
    order.given_financial_status = None;
    count_payment(state, &order, amount.shop, now);
    Ok(state.put_changed_order(order, now))
}

/// Whether something is left to pay, and the order is one that is paid.
pub(crate) fn can_mark_as_paid(order: &Order) -> bool {
    matches!(order.financial_status(), "PENDING" | "PARTIALLY_PAID" | "AUTHORIZED" | "EXPIRED")
        && order.totals.outstanding != Bag::ZERO
        && order.cancellation.is_none()
}

/// A payment that a person has recorded.
pub(super) fn manual_payment(state: &mut State, amount: Bag, now: DateTime<Utc>) -> Transaction {
    Transaction::made(state.ids.next(), "SALE", "manual", amount, now)
}

/// A payment, or below zero one that went back, counts for the customer of the order.
pub(super) fn count_payment(state: &mut State, order: &Order, amount: Decimal, now: DateTime<Utc>) {
    if let Some(customer) = order.customer_id.and_then(|id| state.customers.get(&id)).map(Arc::clone) {
        let mut customer = (*customer).clone();
        customer.amount_spent += amount;
        customer.updated_at = now;
        state.put_customer(customer);
    }
}
