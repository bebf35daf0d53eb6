use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use crate::mutate::order_input::MoneyInput;
use crate::mutate::order_mark_as_paid::{can_mark_as_paid, count_payment};
use crate::mutate::part::{order, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::order::Order;
use crate::store::transaction::Transaction;

/// The arguments of `orderCreateManualPayment`.
#[derive(Clone, Debug, Default)]
pub(crate) struct ManualPaymentInput {
    pub id: String,
    /// All that is outstanding when it is not given.
    pub amount: Option<MoneyInput>,
    pub payment_method_name: Option<String>,
    pub processed_at: Option<DateTime<Utc>>,
}

/// `orderCreateManualPayment`: something was paid by hand.
pub(crate) fn order_create_manual_payment(
    state: &mut State,
    input: ManualPaymentInput,
    now: DateTime<Utc>,
) -> Result<Arc<Order>, Vec<UserError>> {
    let Some(mut order) = order(state, &input.id) else {
        return refuse_with("ORDER_NOT_FOUND", &["id"], "Order does not exist");
    };
    if input.processed_at.is_some_and(|processed| processed > now) {
        return refuse_with("PROCESSED_AT_INVALID", &["processedAt"], "Processed at must not be in the future");
    }
    let outstanding = order.totals.outstanding;
    let amount = match &input.amount {
        None => outstanding,
        Some(money) if money.currency_code != order.presentment_currency => {
            let message = format!("The currency must be {}", order.presentment_currency);
            return refuse_with("CURRENCY_MISMATCH", &["amount"], message);
        }
        Some(money) => order.part_of(outstanding, money.amount, Some(&money.currency_code)),
    };
    // An amount below the smallest coin is none.
    if input.amount.as_ref().is_some_and(|money| money.amount <= Decimal::ZERO || amount.presentment.is_zero()) {
        return refuse_with("AMOUNT_NOT_POSITIVE", &["amount"], "The amount must be greater than 0");
    }
    if !can_mark_as_paid(&order) || amount.shop > outstanding.shop || amount.presentment > outstanding.presentment {
        return refuse_with("AMOUNT_EXCEEDS_BALANCE", &["amount"], "The amount exceeds the outstanding balance");
    }
    let gateway = input.payment_method_name.as_deref().unwrap_or("manual");
    let mut payment = Transaction::made(state.ids.next(), "SALE", gateway, amount, now);
    payment.processed_at = input.processed_at.unwrap_or(now);
    order.transactions.push(payment);
    order.given_financial_status = None;
    count_payment(state, &order, amount.shop, now);
    Ok(state.put_changed_order(order, now))
}
