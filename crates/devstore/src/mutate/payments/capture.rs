use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::mutate::currency::in_buyers_currency;
use crate::mutate::order_mark_as_paid::count_payment;
use crate::mutate::part::{number, order, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::transaction::Transaction;

/// `OrderCaptureInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CaptureInput {
    pub amount: Decimal,
    pub currency: Option<String>,
    pub final_capture: bool,
    pub id: String,
    pub parent_transaction_id: String,
}

/// `orderCapture`: takes what was authorised, or a part of it; the final capture lets the rest go. Gives the id of the
/// capture.
pub(crate) fn order_capture(
    state: &mut State,
    input: &CaptureInput,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let Some(mut order) = order(state, &input.id) else { return refuse(&["input", "id"], "Order does not exist") };
    let parent = number(&input.parent_transaction_id, "OrderTransaction");
    let Some(authorization) = order.transactions.iter().find(|transaction| Some(transaction.id) == parent).cloned()
    else {
        return refuse(&["input", "parentTransactionId"], "Parent transaction does not exist");
    };
    if !authorization.succeeded(&["AUTHORIZATION"]) {
        return refuse(&["input", "parentTransactionId"], "Parent transaction must be a successful authorization");
    }
    if order.cancellation.is_some() {
        return refuse(&["input", "id"], "Order has been cancelled");
    }
    in_buyers_currency(&order, input.currency.as_deref(), &["input", "currency"])?;
    let left = authorization.capturable();
    let amount = order.part_of(left, input.amount, input.currency.as_deref());
    // An amount below the smallest coin is none.
    if amount.presentment <= Decimal::ZERO {
        return refuse(&["input", "amount"], "Amount must be greater than zero");
    }
    if amount.shop > left.shop || amount.presentment > left.presentment {
        return refuse(&["input", "amount"], "Amount must be less than or equal to the authorized amount");
    }
    let capture = Transaction::made(state.ids.next(), "CAPTURE", &authorization.gateway, amount, now);
    let id = capture.id;
    for transaction in order.transactions.iter_mut().filter(|other| other.id == authorization.id) {
        transaction.released += if input.final_capture { left } else { amount };
    }
    order.transactions.push(capture.following(&authorization));
    order.given_financial_status = None;
    count_payment(state, &order, amount.shop, now);
    state.put_changed_order(order, now);
    Ok(id)
}

impl State {
    /// Lets an authorisation of the order go, as a transaction of its own.
    pub(in crate::mutate) fn voided(&mut self, authorization: &mut Transaction, now: DateTime<Utc>) -> Transaction {
        let left = authorization.capturable();
        authorization.released = authorization.amount;
        Transaction::made(self.ids.next(), "VOID", &authorization.gateway, left, now).following(authorization)
    }
}
