use chrono::{DateTime, Utc};
use database::{Notice, Tx};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::received::{Column, Entity, State};
use crate::Error;

/// Everything that a store told about its orders before `until` is read: a run that began then has come to its end.
pub(crate) async fn settle(tx: &Tx, store: &str, until: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Error> {
    let settled = Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Done))
        .col_expr(Column::SettledAt, Expr::value(now))
        .filter(Column::Store.eq(store))
        .filter(Column::State.is_in([State::Waiting, State::Failed]))
        .filter(Column::ReceivedAt.lte(until))
        .exec(tx)
        .await?;
    if settled.rows_affected > 0 {
        tx.notify(Notice::new("shopifyWebhooks", "")).await?;
    }
    Ok(())
}
