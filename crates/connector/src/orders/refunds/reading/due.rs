//! Which orders have refunds or returns that are to be read.

use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use crate::Error;
use crate::orders::options::ReturnStatus;
use crate::orders::staged::transaction::Kind;
use crate::orders::staged::{Sale, order};

/// Whether the order says that anything of it was paid back, taken out or came back; or did before.
pub(in crate::orders) fn is_due(sale: &Sale) -> bool {
    let order = &sale.order;
    order.refunds_read_at.is_some()
        || !order.total_refunded_amount.is_zero()
        || order.current_total_amount != order.total_amount
        || comes_back(&order.return_status)
        || sale.lines.iter().any(|line| line.current_quantity != line.quantity)
        || sale.transactions.iter().any(|transaction| transaction.kind == Kind::Refund)
}

/// Whether anything of an order comes back, or did.
pub(super) fn comes_back(status: &ReturnStatus) -> bool {
    !matches!(status, ReturnStatus::Blank | ReturnStatus::NoReturn)
}

/// An order that says what it said before, but was changed since its refunds and returns were read, is due again: they
/// change without it.
pub(in crate::orders) async fn ask_again(tx: &Tx, staged: &order::Model, changed: DateTime<Utc>) -> Result<(), Error> {
    if staged.refunds_read_at.is_none_or(|read| changed <= read) {
        return Ok(());
    }
    let due = order::ActiveModel { refunds_due: Set(true), updated_at: Set(changed), ..Default::default() };
    order::Entity::update_many().set(due).filter(order::Column::Id.eq(staged.id)).exec(tx).await?;
    Ok(())
}
