//! Pages of records, in order, by keyset: a page begins after the last record of the one before, so its cost does not
//! grow with its number, and records that come or go meanwhile neither repeat nor hide others.
//!
//! Blank is the least value, on either engine.

use sea_orm::sea_query::NullOrdering;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Iterable, ModelTrait, Order, PaginatorTrait, QueryFilter};
use sea_orm::{PrimaryKeyToColumn, QueryOrder, QuerySelect};
use values::Filter;

use crate::keyset::{Key, after, token};
use crate::{Error, Record, Result, condition, search};

/// Which way a column is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The least first; blank is the least.
    Ascending,
    /// The greatest first.
    Descending,
}

/// Which page.
#[derive(Clone, Debug)]
pub struct Query {
    /// Which records.
    pub filter: Filter,
    /// Only those with this text in one of theirs, in whatever case and with whatever accents.
    pub search: Option<String>,
    /// By which fields, most important first; the id decides last.
    pub order: Vec<(String, Direction)>,
    /// How many on a page.
    pub top: u64,
    /// How many to leave out first, at most [`MOST_SKIPPED`]; further on, use the token. Not heeded beside a token.
    pub skip: u64,
    /// Where the last page ended, from [`Page::next`].
    pub skip_token: Option<String>,
    /// Whether all records of the filter are counted.
    pub count: bool,
}

/// How many records may be skipped by number.
pub const MOST_SKIPPED: u64 = 10_000;

impl Default for Query {
    fn default() -> Self {
        Self {
            filter: Filter::everything(),
            search: None,
            order: Vec::new(),
            top: 100,
            skip: 0,
            skip_token: None,
            count: false,
        }
    }
}

/// Some of the records.
#[derive(Clone, Debug)]
pub struct Page<M> {
    /// In order.
    pub rows: Vec<M>,
    /// The token for the next page, if there is one.
    pub next: Option<String>,
    /// How many records the filter lets through, if it was asked for.
    pub count: Option<u64>,
}

/// One page of records.
///
/// # Errors
/// [`Error::Unfilterable`] and [`Error::Unsortable`] name the fields that would do; [`Error::SkipToken`] when the token
/// is of a list in another order; [`Error::SkippedTooMany`].
pub async fn list<E: Record>(connection: &impl ConnectionTrait, query: &Query) -> Result<Page<E::Model>>
where
    E::Model: Send + Sync,
{
    if query.skip > MOST_SKIPPED {
        return Err(Error::SkippedTooMany(query.skip));
    }
    let keys = keys::<E>(&query.order)?;
    let selected = E::find().filter(condition::<E>(connection, &query.filter)?);
    let found = match &query.search {
        Some(text) => Some(search::find::<E>(connection, text).await?),
        None => None,
    };
    let count = match (&found, query.count) {
        (_, false) => None,
        (None, true) => Some(selected.clone().count(connection).await?),
        (Some(found), true) => {
            let known = if query.filter == Filter::everything() { found.count(connection).await? } else { None };
            match known {
                Some(count) => Some(count),
                None => Some(selected.clone().filter(found.at_once::<E>()?).count(connection).await?),
            }
        }
    };
    // Who wants to know only how many there are does not make the engine look for the first.
    if query.top == 0 {
        return Ok(Page { rows: Vec::new(), next: None, count });
    }

    let mut page = selected.limit(query.top.saturating_add(1));
    if let Some(found) = &found {
        page = page.filter(found.in_order::<E>()?);
    }
    page = match &query.skip_token {
        Some(token) => page.filter(after::<E>(&keys, token)?),
        None if query.skip > 0 => page.offset(query.skip),
        None => page,
    };
    for key in &keys {
        page = match (key.nullable, key.direction) {
            (true, Direction::Ascending) => page.order_by_with_nulls(key.column, Order::Asc, NullOrdering::First),
            (true, Direction::Descending) => page.order_by_with_nulls(key.column, Order::Desc, NullOrdering::Last),
            (false, Direction::Ascending) => page.order_by(key.column, Order::Asc),
            (false, Direction::Descending) => page.order_by(key.column, Order::Desc),
        };
    }
    let mut rows = page.all(connection).await?;
    let top = usize::try_from(query.top).unwrap_or(usize::MAX);
    let more = rows.len() > top;
    rows.truncate(top);
    let next = match rows.last() {
        Some(last) if more => Some(token::<E>(&keys, |column| last.get(column))?),
        _ => None,
    };
    Ok(Page { rows, next, count })
}

/// The columns that decide, down to those of the primary key, which no two records share.
fn keys<E: Record>(order: &[(String, Direction)]) -> Result<Vec<Key<E::Column>>> {
    let mut keys: Vec<Key<E::Column>> = Vec::new();
    let known = |keys: &[Key<E::Column>], column: &E::Column| keys.iter().any(|key| same(&key.column, column));
    for (name, direction) in order {
        let field = E::field(name).filter(|field| is_sortable::<E>(field)).ok_or_else(|| unsortable::<E>(name))?;
        if !known(&keys, &field.column) {
            keys.push(Key { column: field.column, nullable: field.nullable, direction: *direction });
        }
    }
    let direction = order.last().map_or(Direction::Ascending, |(_, direction)| *direction);
    for key in E::PrimaryKey::iter() {
        let column = key.into_column();
        if !known(&keys, &column) {
            keys.push(Key { column, nullable: false, direction });
        }
    }
    Ok(keys)
}

fn same<C: ColumnTrait>(one: &C, other: &C) -> bool {
    one.as_str() == other.as_str()
}

/// The columns of the primary key have an index anyway.
fn is_sortable<E: Record>(field: &crate::Field<E::Column>) -> bool {
    field.sortable || <E as EntityTrait>::PrimaryKey::iter().any(|key| same(&key.into_column(), &field.column))
}

fn unsortable<E: Record>(name: &str) -> Error {
    let fields = E::fields().iter().filter(|field| is_sortable::<E>(field)).map(|field| field.name);
    Error::Unsortable {
        record: E::NAME.to_owned(),
        field: name.to_owned(),
        possible: fields.collect::<Vec<_>>().join(", "),
    }
}
