use std::sync::Arc;

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::State;
use crate::store::order::Order;
use crate::store::payments::{BalanceTransaction, Dispute, Payout};

/// What moved on the account, with what it belongs to.
pub(crate) struct BalanceRow {
    pub transaction: Arc<BalanceTransaction>,
    pub payout: Option<Arc<Payout>>,
    order: Option<Arc<Order>>,
}

impl BalanceRow {
    pub(crate) fn of(state: &State, transaction: &Arc<BalanceTransaction>) -> Self {
        Self {
            payout: state.payments.payout_of(transaction).cloned(),
            order: transaction.order.and_then(|id| state.orders.get(&id).cloned()),
            transaction: Arc::clone(transaction),
        }
    }

    pub(crate) fn order_name(&self) -> Option<&str> {
        self.order.as_ref().map(|order| order.name.as_str())
    }

    /// The company of the card.
    pub(crate) fn payment_method(&self) -> Option<&str> {
        let payment = self.order.as_ref()?.transaction(self.transaction.order_transaction?)?;
        payment.card.as_ref().map(|card| card.company.as_str())
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
        moved("payment_method_name", Kind::Text, |row| Found::optional(row.payment_method())),
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
    words: |row| Found::optional(row.order_name()),
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
