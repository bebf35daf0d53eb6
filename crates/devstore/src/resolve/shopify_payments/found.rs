use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{flag, string};
use super::super::connection::{Window, connection};
use super::super::cursor::{Position, SortValue};
use super::super::orders::thousandths;
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::balance::BalanceObject;
use super::dispute::DisputeObject;
use super::payout::PayoutObject;
use crate::search::{BALANCE_TRANSACTIONS, BalanceRow, DISPUTES, PAYOUTS};
use crate::store::payments::{Dispute, Payout};

/// The connection `balanceTransactions`.
pub(super) fn balance_transactions<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &BALANCE_TRANSACTIONS)?;
    let (sort, hide_transfers) = (string(info, "sortKey"), flag(info, "hideTransfers"));
    let page = session.read(|state| {
        let rows = state.payments.transactions.values().map(|transaction| BalanceRow::of(state, transaction));
        let rows = rows.filter(|row| !(hide_transfers && row.transaction.kind == "TRANSFER") && search.matches(row));
        window.page(rows.map(|row| {
            let position = Position { value: balance_sort(sort.as_deref(), &row), id: row.transaction.id };
            (position, row.transaction)
        }))
    });
    let (name, edge) = ("ShopifyPaymentsBalanceTransactionConnection", "ShopifyPaymentsBalanceTransactionEdge");
    connection(name, edge, page, move |transaction| BalanceObject::new(session, Arc::clone(transaction)))
}

fn balance_sort(key: Option<&str>, row: &BalanceRow) -> SortValue {
    let transaction = &row.transaction;
    let payout = row.payout.as_deref();
    match key {
        Some("AMOUNT") => thousandths(transaction.amount),
        Some("FEE") => thousandths(transaction.fee),
        Some("NET") => thousandths(transaction.net()),
        Some("ID") => number(transaction.id),
        Some("ORDER_NAME") => SortValue::Text(row.order_name().unwrap_or_default().to_owned()),
        Some("PAYMENT_METHOD_NAME") => SortValue::Text(row.payment_method().unwrap_or_default().to_owned()),
        Some("PAYOUT_DATE") => SortValue::Number(payout.map_or(i64::MAX, |payout| payout.issued_at.timestamp_millis())),
        Some("PAYOUT_STATUS") => SortValue::Text(payout.map_or("PENDING", |payout| payout.status.name()).to_owned()),
        Some("TRANSACTION_TYPE") => SortValue::Text(transaction.kind.clone()),
        _ => SortValue::Number(transaction.at.timestamp_millis()),
    }
}

/// The connection `payouts`.
pub(super) fn payouts<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &PAYOUTS)?;
    let (sort, wanted) = (string(info, "sortKey"), string(info, "transactionType"));
    let page = session.read(|state| {
        let is_wanted = |payout: &Payout| wanted.as_deref().is_none_or(|wanted| wanted == payout.transaction_type());
        let rows = state.payments.payouts.values().filter(|payout| is_wanted(payout) && search.matches(payout));
        window.page(rows.map(|payout| {
            (Position { value: payout_sort(sort.as_deref(), payout), id: payout.id }, Arc::clone(payout))
        }))
    });
    let (name, edge) = ("ShopifyPaymentsPayoutConnection", "ShopifyPaymentsPayoutEdge");
    connection(name, edge, page, move |payout| PayoutObject::new(session, Arc::clone(payout)))
}

fn payout_sort(key: Option<&str>, payout: &Payout) -> SortValue {
    let summary = &payout.summary;
    match key {
        Some("ADJUSTMENT_GROSS") => thousandths(summary.adjustments.gross),
        Some("ADVANCE_GROSS") => thousandths(summary.advances.gross),
        Some("AMOUNT") => thousandths(payout.amount),
        Some("CHARGE_GROSS") => thousandths(summary.charges.gross),
        Some("FEE_AMOUNT") => thousandths(summary.fees()),
        Some("REFUND_GROSS") => thousandths(summary.refunds.gross),
        // There are no duties and no labels: among equals the id decides.
        Some("DUTIES_GROSS" | "SHIPPING_LABEL_GROSS") => SortValue::Number(0),
        Some("ID") => number(payout.id),
        Some("STATUS") => SortValue::Text(payout.status.name().to_owned()),
        _ => SortValue::Number(payout.issued_at.timestamp_millis()),
    }
}

/// The connection `disputes`, of the account and of the shop: by id.
pub(in crate::resolve) fn disputes<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &DISPUTES)?;
    let page = session.read(|state| {
        let rows = state.payments.disputes.values().filter(|dispute| search.matches(dispute));
        window.page(rows.map(|dispute| (Position { value: number(dispute.id), id: dispute.id }, Arc::clone(dispute))))
    });
    let (name, edge) = ("ShopifyPaymentsDisputeConnection", "ShopifyPaymentsDisputeEdge");
    connection(name, edge, page, move |dispute: &Arc<Dispute>| DisputeObject::new(session, Arc::clone(dispute)))
}

fn number(id: u64) -> SortValue {
    SortValue::Number(i64::try_from(id).unwrap_or(i64::MAX))
}
