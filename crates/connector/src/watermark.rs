//! How far a store's records have been read (table 30103, Synchronization Info).

use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ExprTrait, QueryOrder, QuerySelect, Set};

use crate::{Error, shops};

values::options! {
    /// What is read.
    pub enum Kind {
        /// Orders.
        #[default]
        Orders => "Orders",
    }
}

/// The watermark of one store and kind.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_watermark")]
pub struct Model {
    /// The store's domain: cards of one store share it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub store: String,
    /// What is read.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: Kind,
    /// The change of the last record that was committed.
    pub last_updated_at: ChronoDateTimeUtc,
}

/// A watermark has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How far `kind` of `store` has been read; `None` before the first sync.
pub async fn last(connection: &impl ConnectionTrait, store: &str, kind: Kind) -> Result<Option<DateTime<Utc>>, Error> {
    let found = Entity::find_by_id((store.to_owned(), kind)).one(connection).await?;
    Ok(found.map(|watermark| watermark.last_updated_at))
}

/// Moves the watermark, in the transaction that commits what was read. It never moves back. Until that transaction ends,
/// no other one stages records of this store: shop cards of one store may be synchronised at the same time.
pub async fn advance(tx: &Tx, store: &str, kind: Kind, to: DateTime<Utc>) -> Result<(), Error> {
    let row = ActiveModel { store: Set(store.to_owned()), kind: Set(kind), last_updated_at: Set(to) };
    let before = Expr::col((Entity, Column::LastUpdatedAt));
    let conflict = OnConflict::columns([Column::Store, Column::Kind])
        .update_column(Column::LastUpdatedAt)
        .action_and_where(before.lt(to))
        .to_owned();
    Entity::insert(row).on_conflict(conflict).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes the same turn without moving the watermark. Before there is one, the store's cards stand for it.
pub async fn take_turn(tx: &Tx, store: &str, kind: Kind) -> Result<(), Error> {
    if Entity::find_by_id((store.to_owned(), kind)).lock_exclusive().one(tx).await?.is_none() {
        let cards = shops::Entity::find().filter(shops::Column::Domain.eq(store)).order_by_asc(shops::Column::Code);
        cards.lock_exclusive().all(tx).await?;
    }
    Ok(())
}
