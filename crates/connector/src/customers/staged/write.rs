//! Rows of customers and addresses, written in as few statements as there are tables.

use database::{Notice, Record, Tx, upsert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter, Set};
use uuid::Uuid;

use super::{address, customer};
use crate::Error;

/// How many ids are named in one statement.
const NAMED: usize = 1_000;

/// Writes customers; those that are staged already get what is new.
pub(crate) async fn customers(tx: &Tx, rows: &[customer::Model]) -> Result<(), Error> {
    put_customers(tx, rows, |_| false).await
}

/// Writes customers as Shopify tells them. Whom those are that are staged already, and what was sent of them, is not
/// Shopify's to say: an order or a person may have said it since they were read here.
pub(crate) async fn told_customers(tx: &Tx, rows: &[customer::Model]) -> Result<(), Error> {
    use customer::Column;
    let is_ours =
        |column: &Column| matches!(column, Column::CustomerNumber | Column::LastUpdatedByUs | Column::SentDigest);
    put_customers(tx, rows, is_ours).await
}

/// Writes down what was sent of customers from here, and nothing else.
pub(crate) async fn sent_customers(tx: &Tx, rows: &[customer::Model]) -> Result<(), Error> {
    use customer::Column;
    let is_sent = |column: &Column| matches!(column, Column::LastUpdatedByUs | Column::SentDigest | Column::UpdateDue);
    put_customers(tx, rows, |column| !is_sent(column)).await
}

async fn put_customers(
    tx: &Tx,
    rows: &[customer::Model],
    stays: impl Fn(&customer::Column) -> bool,
) -> Result<(), Error> {
    use customer::{ActiveModel, Column, Entity};
    if rows.is_empty() {
        return Ok(());
    }
    let key = [Column::Store, Column::ShopifyCustomerId];
    let is_kept = |column: &Column| matches!(column, Column::Id | Column::Store | Column::ShopifyCustomerId);
    let columns: Vec<_> = Column::iter().filter(|column| !is_kept(column) && !stays(column)).collect();
    let models: Vec<ActiveModel> = rows.iter().map(|row| row.clone().into_active_model().reset_all()).collect();
    upsert_many(tx, models, &key, &columns).await?;
    // One that orders have named meanwhile has kept its id, so none is told.
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}

/// Writes addresses; those that are staged already get what is new.
pub(crate) async fn addresses(tx: &Tx, rows: &[address::Model]) -> Result<(), Error> {
    put_addresses(tx, rows, |_| false).await
}

/// Writes addresses as Shopify tells them. Which customers those are that are staged already stays.
pub(crate) async fn told_addresses(tx: &Tx, rows: &[address::Model]) -> Result<(), Error> {
    put_addresses(tx, rows, |column| matches!(column, address::Column::CustomerNumber)).await
}

async fn put_addresses(
    tx: &Tx,
    rows: &[address::Model],
    stays: impl Fn(&address::Column) -> bool,
) -> Result<(), Error> {
    use address::{ActiveModel, Column, Entity};
    if rows.is_empty() {
        return Ok(());
    }
    let key = [Column::Store, Column::ShopifyAddressId];
    let is_kept = |column: &Column| matches!(column, Column::Id | Column::Store | Column::ShopifyAddressId);
    let columns: Vec<_> = Column::iter().filter(|column| !is_kept(column) && !stays(column)).collect();
    let models: Vec<ActiveModel> = rows.iter().map(|row| row.clone().into_active_model().reset_all()).collect();
    upsert_many(tx, models, &key, &columns).await?;
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}

/// Takes addresses away.
pub(crate) async fn remove(tx: &Tx, gone: &[Uuid]) -> Result<(), Error> {
    for some in gone.chunks(NAMED) {
        address::Entity::delete_many().filter(address::Column::Id.is_in(some.iter().copied())).exec(tx).await?;
    }
    if !gone.is_empty() {
        tx.notify(Notice::new(address::Entity::NAME, "")).await?;
    }
    Ok(())
}

/// Writes down that the store has these customers no more, and forgets what stood against them. Returns against how
/// many something did.
pub(crate) async fn lose(tx: &Tx, store: &str, ids: &[i64]) -> Result<u64, Error> {
    use customer::{ActiveModel, Column, Entity};
    let mut forgotten = 0;
    for some in ids.chunks(NAMED) {
        let set = |row: ActiveModel| {
            let these = Column::ShopifyCustomerId.is_in(some.iter().copied());
            Entity::update_many().set(row).filter(Column::Store.eq(store)).filter(these)
        };
        let row = ActiveModel { has_error: Set(false), error_message: Set(String::new()), ..Default::default() };
        forgotten += set(row).filter(Column::HasError.eq(true)).exec(tx).await?.rows_affected;
        set(ActiveModel { gone: Set(true), ..Default::default() }).exec(tx).await?;
    }
    Ok(forgotten)
}
