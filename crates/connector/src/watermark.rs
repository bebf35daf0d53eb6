//! How far a store's records have been read (table 30103, Synchronization Info).

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use database::Tx;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ExprTrait, IntoActiveModel, QueryOrder, QuerySelect, Set};

use crate::{Error, shops};

values::options! {
    /// What is read.
    pub enum Kind {
        /// Orders.
        #[default]
        Orders => "Orders",
        /// Products.
        Products => "Products",
        /// Customers.
        Customers => "Customers",
        /// Companies.
        Companies => "Companies",
        /// Gift cards, which have only a cursor.
        GiftCards => "Gift Cards",
        /// Customers that are staged already, where no card wants the others.
        KnownCustomers => "Known Customers",
        /// Disputes: the cursor is the highest id that was read.
        Disputes => "Disputes",
    }
}

/// The watermark of one store and kind. What is read from then on is said in Shopify's own times; those by our own clock say so,
/// and decide nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_watermark")]
pub struct Model {
    /// The store's domain: cards of one store share what is read of it. Of products the code of the shop card: each reads them
    /// for itself.
    #[sea_orm(primary_key, auto_increment = false)]
    pub store: String,
    /// What is read.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: Kind,
    /// The change of the last record that was committed; none before the first, and after everything was reset.
    pub last_updated_at: Option<ChronoDateTimeUtc>,
    /// How far the first sync had read when it was whole; none until it is. What was made before that, and is not known
    /// here, was not open then.
    pub first_read_to: Option<ChronoDateTimeUtc>,
    /// From when on a person wants everything read again.
    pub again_from: Option<ChronoDateTimeUtc>,
    /// How often a person has set it back: a run that had begun before does not move it forward again.
    pub resets: i32,
    /// What the last look at what has changed since the watermark has found, as a digest; blank before the first look.
    pub seen: String,
    /// When it was found first, by our own clock.
    pub seen_at: Option<ChronoDateTimeUtc>,
    /// Whether all of it was read again so long after that that nothing more can come under the same times of change.
    pub settled: bool,
    /// Where the next page begins of what is read in several goes; blank: at the beginning.
    pub cursor: String,
    /// When the last run began that has done all that the shop card wants of this kind, by our own clock: for people. Nothing
    /// is read from then on.
    pub synced_at: Option<ChronoDateTimeUtc>,
}

/// How far a search may lag behind Shopify's own records.
pub(crate) const OVERLAP: TimeDelta = TimeDelta::minutes(2);

/// A store that has nothing of a kind tells no time of its own: its clock is trusted to go so much wrong at most.
pub(crate) const CLOCKS: TimeDelta = TimeDelta::hours(1);

/// Searches for what has changed since then, with an overlap.
pub(crate) fn changed_since(last: DateTime<Utc>) -> String {
    format!("updated_at:>='{}'", (last - OVERLAP).to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// A watermark has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How `kind` of `store` stands.
pub async fn of(connection: &impl ConnectionTrait, store: &str, kind: Kind) -> Result<Model, Error> {
    let found = Entity::find_by_id((store.to_owned(), kind)).one(connection).await?;
    Ok(found.unwrap_or_else(|| Model { store: store.to_owned(), kind, ..Model::default() }))
}

/// How far `kind` of `store` has been read; `None` before the first sync.
pub async fn last(connection: &impl ConnectionTrait, store: &str, kind: Kind) -> Result<Option<DateTime<Utc>>, Error> {
    Ok(of(connection, store, kind).await?.last_updated_at)
}

/// When `kind` of `store` was last synchronized, as people are told: when the last whole run began, or how far has been read
/// where that is later or no such time is kept; `None` before the first sync.
pub async fn last_sync(
    connection: &impl ConnectionTrait,
    store: &str,
    kind: Kind,
) -> Result<Option<DateTime<Utc>>, Error> {
    let found = of(connection, store, kind).await?;
    Ok(Ord::max(found.last_updated_at, found.synced_at))
}

/// Writes down that a run which had begun at `at` has done all that is wanted, unless a person has set the watermark back since
/// it `began` with it.
pub async fn synced(tx: &Tx, began: &Model, at: DateTime<Utc>) -> Result<(), Error> {
    let row = Model { synced_at: Some(at), ..began.clone() }.into_active_model();
    let conflict = OnConflict::columns([Column::Store, Column::Kind])
        .update_column(Column::SyncedAt)
        .action_and_where(Expr::col((Entity, Column::Resets)).eq(began.resets))
        .to_owned();
    Entity::insert(row).on_conflict(conflict).exec_without_returning(tx).await?;
    Ok(())
}

/// Moves the watermark, in the transaction that commits what was read. It never moves back, and not at all when a person
/// has set it back since the run `began` with it. Until that transaction ends, no other one stages records of this
/// store: shop cards of one store may be synchronised at the same time.
pub async fn advance(tx: &Tx, began: &Model, to: DateTime<Utc>) -> Result<(), Error> {
    let row = Model { last_updated_at: Some(to), ..began.clone() }.into_active_model();
    let before = Expr::col((Entity, Column::LastUpdatedAt));
    let conflict = OnConflict::columns([Column::Store, Column::Kind])
        .update_column(Column::LastUpdatedAt)
        .action_and_where(before.clone().lt(to).or(before.is_null()))
        .action_and_where(Expr::col((Entity, Column::Resets)).eq(began.resets))
        .to_owned();
    Entity::insert(row).on_conflict(conflict).exec_without_returning(tx).await?;
    Ok(())
}

/// What a look at what has changed since the watermark has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The digest of it.
    pub seen: String,
    /// When it was found first.
    pub seen_at: DateTime<Utc>,
    /// Whether all of it was read again so long after that that nothing more can come under the same times of change.
    pub settled: bool,
}

/// Writes down what a look has found, in the transaction that commits the last of it.
pub async fn looked(tx: &Tx, began: &Model, look: &Look) -> Result<(), Error> {
    let change = ActiveModel {
        seen: Set(look.seen.clone()),
        seen_at: Set(Some(look.seen_at)),
        settled: Set(look.settled),
        ..Default::default()
    };
    Entity::update_many()
        .set(change)
        .filter(Column::Store.eq(began.store.as_str()))
        .filter(Column::Kind.eq(began.kind))
        .filter(Column::Resets.eq(began.resets))
        .exec(tx)
        .await?;
    Ok(())
}

/// Writes down where the next go begins, in the transaction that commits what was read before it.
pub async fn go_on(tx: &Tx, store: &str, kind: Kind, cursor: &str) -> Result<(), Error> {
    let row = Model { store: store.to_owned(), kind, cursor: cursor.to_owned(), ..Model::default() };
    let conflict = OnConflict::columns([Column::Store, Column::Kind]).update_column(Column::Cursor).to_owned();
    Entity::insert(row.into_active_model()).on_conflict(conflict).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes down that the first sync is whole, in the transaction that commits its last page.
pub async fn end_first(tx: &Tx, began: &Model, read_to: DateTime<Utc>) -> Result<(), Error> {
    let first = ActiveModel { first_read_to: Set(Some(read_to)), ..Default::default() };
    Entity::update_many()
        .set(first)
        .filter(Column::Store.eq(began.store.as_str()))
        .filter(Column::Kind.eq(began.kind))
        .filter(Column::Resets.eq(began.resets))
        .filter(Column::FirstReadTo.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Writes down that something was left out which is to be read once everything is wanted: the first sync is not whole any
/// more.
pub async fn begin_again(tx: &Tx, began: &Model) -> Result<(), Error> {
    Entity::update_many()
        .set(ActiveModel { first_read_to: Set(None), ..Default::default() })
        .filter(Column::Store.eq(began.store.as_str()))
        .filter(Column::Kind.eq(began.kind))
        .exec(tx)
        .await?;
    Ok(())
}

/// Sets the watermark back to `from`, or, without it, to before the first sync. It never moves forward: what was not read yet
/// is read still.
pub async fn set_back(tx: &Tx, store: &str, kind: Kind, from: Option<DateTime<Utc>>) -> Result<(), Error> {
    take_turn(tx, store, kind).await?;
    let before = of(tx, store, kind).await?;
    let after = Model {
        last_updated_at: Ord::min(before.last_updated_at, from),
        synced_at: from,
        first_read_to: from.and(before.first_read_to),
        again_from: from.and([from, before.again_from].into_iter().flatten().min()),
        resets: before.resets + 1,
        seen: String::new(),
        seen_at: None,
        settled: false,
        ..before
    };
    Entity::delete_by_id((store.to_owned(), kind)).exec(tx).await?;
    after.into_active_model().insert(tx).await?;
    Ok(())
}

/// Takes the same turn without moving the watermark. Before there is one, the store's cards stand for it.
pub async fn take_turn(tx: &Tx, store: &str, kind: Kind) -> Result<(), Error> {
    let watermark = || Entity::find_by_id((store.to_owned(), kind)).lock_exclusive();
    if watermark().one(tx).await?.is_none() {
        let cards = shops::Entity::find().filter(shops::Column::Domain.eq(store)).order_by_asc(shops::Column::Code);
        cards.lock_exclusive().all(tx).await?;
        // Whoever had the turn before may have made it: from then on others take it alone.
        watermark().one(tx).await?;
    }
    Ok(())
}
