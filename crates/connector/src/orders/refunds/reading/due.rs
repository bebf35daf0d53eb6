//! Which orders have refunds or returns that are to be read.

use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

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

/// Orders that say what they said before, but were changed since their refunds and returns were read, are due again: they
/// change without them. Each with when it changed. Those that settle are due, too, when they were read in the very second
/// in which they changed.
pub(in crate::orders) async fn ask_again(
    tx: &Tx,
    staged: &[(&order::Model, DateTime<Utc>)],
    is_settling: bool,
) -> Result<(), Error> {
    let is_due = |(order, changed): &&(&order::Model, DateTime<Utc>)| {
        order.refunds_read_at.is_some_and(|read| *changed > read || (is_settling && *changed == read))
    };
    let due: Vec<_> = staged.iter().filter(is_due).collect();
    if due.is_empty() {
        return Ok(());
    }
    let changed_at = due.iter().fold(CaseStatement::new(), |case, (order, changed)| {
        case.case(order::Column::Id.eq(order.id), Expr::val(*changed))
    });
    order::Entity::update_many()
        .col_expr(order::Column::RefundsDue, Expr::val(true))
        .col_expr(order::Column::UpdatedAt, changed_at.into())
        .filter(order::Column::Id.is_in(due.iter().map(|(order, _)| order.id)))
        .exec(tx)
        .await?;
    Ok(())
}
