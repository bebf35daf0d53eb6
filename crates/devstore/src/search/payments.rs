use std::sync::Arc;

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::State;
use crate::store::payments::{BalanceTransaction, Dispute, Payout};

/// What moved on the account, with what it belongs to.
pub(crate) struct BalanceRow {
    pub transaction: Arc<BalanceTransaction>,
    pub payout: Option<Arc<Payout>>,
    pub order_name: Option<String>,
    /// The company of the card.
    pub payment_method: Option<String>,
}

impl BalanceRow {
    pub(crate) fn of(state: &State, transaction: &Arc<BalanceTransaction>) -> Self {
        let order = transaction.order.and_then(|id| state.orders.get(&id));
        let payment = order.zip(transaction.order_transaction).and_then(|(order, id)| order.transaction(id));
        Self {
            payout: state.payments.payout_of(transaction).cloned(),
            order_name: order.map(|order| order.name.clone()),
            payment_method: payment.and_then(|payment| payment.card.as_ref()).map(|card| card.company.clone()),
            transaction: Arc::clone(transaction),
        }
    }
}

const fn moved(name: &'static str, kind: Kind, get: fn(&BalanceRow) -> Found<'_>) -> Field<BalanceRow> {
    Field { name, kind, get }
}

/// What `balanceTransactions` may be searched by.
pub(crate) static BALANCE_TRANSACTIONS: Searchable<BalanceRow> = Searchable {
    fields: &[
        moved("id", Kind::Id, |row| Found::Id(row.transaction.id)),
        moved("processed_at", Kind::Time, |row| Found::Time(row.transaction.at)),
        moved("available_on", Kind::Time, |row| Found::Time(row.transaction.available_at)),
        moved("currency", Kind::Text, |row| Found::text(&row.transaction.currency)),
        moved("payment_method_name", Kind::Text, |row| Found::optional(row.payment_method.as_deref())),
        moved("payments_transfer_id", Kind::Id, |row| row.transaction.payout.map_or(Found::Nothing, Found::Id)),
        moved("payout_date", Kind::Time, |row| {
            row.payout.as_ref().map_or(Found::Nothing, |payout| Found::Time(payout.issued_at))
        }),
        moved("payout_status", Kind::Text, |row| {
            Found::text(row.payout.as_ref().map_or("PENDING", |payout| payout.status.name()))
        }),
        moved("tax_reporting_exempt", Kind::Flag, |_| Found::Flag(false)),
        moved("transaction_type", Kind::Text, |row| Found::text(&row.transaction.kind)),
    ],
    words: |row| Found::optional(row.order_name.as_deref()),
};

const fn paid(name: &'static str, kind: Kind, get: fn(&Payout) -> Found<'_>) -> Field<Payout> {
    Field { name, kind, get }
}

/// What `payouts` may be searched by.
pub(crate) static PAYOUTS: Searchable<Payout> = Searchable {
    fields: &[
        paid("id", Kind::Id, |payout| Found::Id(payout.id)),
        paid("amount", Kind::Number, |payout| Found::Number(payout.amount)),
        paid("currency", Kind::Text, |payout| Found::text(&payout.currency)),
        paid("issued_at", Kind::Time, |payout| Found::Time(payout.issued_at)),
        paid("ledger_type", Kind::Text, |payout| Found::text(payout.transaction_type())),
        paid("status", Kind::Text, |payout| Found::text(payout.status.name())),
    ],
    words: |payout| Found::optional(payout.trace_id.as_deref()),
};

const fn disputed(name: &'static str, kind: Kind, get: fn(&Dispute) -> Found<'_>) -> Field<Dispute> {
    Field { name, kind, get }
}

/// What `disputes` may be searched by.
pub(crate) static DISPUTES: Searchable<Dispute> = Searchable {
    fields: &[
        disputed("id", Kind::Id, |dispute| Found::Id(dispute.id)),
        disputed("initiated_at", Kind::Time, |dispute| Found::Time(dispute.initiated_at)),
        disputed("status", Kind::Text, |dispute| Found::text(&dispute.status)),
    ],
    words: |_| Found::Nothing,
};
