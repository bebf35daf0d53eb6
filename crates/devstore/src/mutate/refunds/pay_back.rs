use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use crate::mutate::order_mark_as_paid::count_payment;
use crate::mutate::part::{number, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::money::Bag;
use crate::store::order::Order;
use crate::store::refund::Adjustment;
use crate::store::transaction::Transaction;

/// One payment that is paid back, or a part of it.
pub(in crate::mutate) struct BackInput<'i> {
    pub parent: Option<&'i str>,
    pub amount: Decimal,
    pub currency: Option<&'i str>,
}

/// The payments that are paid back, checked: each with what goes back of it. `list` and `name` are where the input has
/// them, and how it calls their amount.
pub(in crate::mutate) fn checked(
    order: &Order,
    inputs: &[BackInput<'_>],
    allow_more: bool,
    (list, name): (&[&str], &str),
) -> Result<Vec<(u64, Bag)>, Vec<UserError>> {
    let mut payments: Vec<(u64, Bag)> = Vec::new();
    for (index, input) in inputs.iter().enumerate() {
        let parent = input.parent.and_then(|id| number(id, "OrderTransaction"));
        let payment = parent.and_then(|id| order.transaction(id));
        let Some(payment) = payment.filter(|payment| payment.succeeded(&["SALE", "CAPTURE"])) else {
            return refuse(list, "Transactions require a parent_id associated with the order");
        };
        let index = index.to_string();
        let field: Vec<&str> = list.iter().copied().chain([index.as_str(), name]).collect();
        let before = payments.iter().filter(|(id, _)| *id == payment.id).map(|(_, amount)| *amount).sum();
        let left = order.refundable_of(payment) - before;
        let amount = order.part_of(left, input.amount, input.currency);
        // An amount below the smallest coin is none.
        if input.amount <= Decimal::ZERO || amount.presentment.is_zero() {
            return refuse(&field, "Amount must be greater than zero");
        }
        if !allow_more && (amount.shop > left.shop || amount.presentment > left.presentment) {
            return refuse(&field, "Refund amount cannot be more than the amount of the payment that is left");
        }
        payments.push((payment.id, amount));
    }
    Ok(payments)
}

/// Pays back by the order's last refund; what it should come to and does not is an adjustment. Gives the amount.
pub(in crate::mutate) fn pay_back(
    state: &mut State,
    order: &mut Order,
    payments: &[(u64, Bag)],
    expected: Bag,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Bag {
    let mut ids = Vec::new();
    for (parent, amount) in payments {
        let Some(payment) = order.transaction(*parent) else { continue };
        let back = Transaction::made(state.ids.next(), "REFUND", &payment.gateway, *amount, now).following(payment);
        ids.push(back.id);
        order.transactions.push(back);
    }
    let paid: Bag = payments.iter().map(|(_, amount)| *amount).sum();
    if let Some(refund) = order.refunds.last_mut() {
        refund.transactions.extend(ids);
        if paid != expected {
            let reason = match reason {
                None | Some("OTHER") => "REFUND_DISCREPANCY",
                Some(reason) => reason,
            };
            refund.adjustments.push(Adjustment {
                id: state.ids.next(),
                amount: expected - paid,
                reason: Some(reason.to_owned()),
            });
        }
    }
    if paid != Bag::ZERO {
        order.given_financial_status = None;
        count_payment(state, order, -paid.shop, now);
    }
    paid
}

/// The payments that `amount` is paid back from, the latest first, until it is reached.
pub(in crate::mutate) fn whole_payments(order: &Order, amount: Bag) -> Vec<(u64, Bag)> {
    let mut left = amount;
    let mut payments = Vec::new();
    for payment in order.transactions.iter().rev() {
        let part = order.refundable_of(payment).at_most(left);
        if part.shop > Decimal::ZERO {
            left = left - part;
            payments.push((payment.id, part));
        }
    }
    payments
}
