//! Where a page ended, as an opaque text and as a condition for what comes after.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, Value};
use serde::{Deserialize, Serialize};

use crate::list::Direction;
use crate::stored::{from_text, to_text};
use crate::{Error, Result};

/// A column that decides the order.
pub(crate) struct Key<C> {
    pub(crate) column: C,
    pub(crate) nullable: bool,
    pub(crate) direction: Direction,
}

#[derive(Serialize, Deserialize)]
struct Token {
    /// The columns, with a minus before those that go down: a token is of no use in another order.
    order: Vec<String>,
    /// The values of the last record.
    last: Vec<Option<String>>,
}

fn order<C: ColumnTrait>(keys: &[Key<C>]) -> Vec<String> {
    let sign = |direction| if direction == Direction::Descending { "-" } else { "" };
    keys.iter().map(|key| format!("{}{}", sign(key.direction), key.column.as_str())).collect()
}

/// The token of the record whose values `value_of` gives.
pub(crate) fn token<E: EntityTrait>(keys: &[Key<E::Column>], value_of: impl Fn(E::Column) -> Value) -> Result<String> {
    let last = keys.iter().map(|key| to_text(&value_of(key.column))).collect();
    let json = serde_json::to_vec(&Token { order: order(keys), last }).map_err(|_| Error::SkipToken)?;
    Ok(URL_SAFE_NO_PAD.encode(json))
}

/// The condition for all records after that of the token.
pub(crate) fn after<E: EntityTrait + Default>(keys: &[Key<E::Column>], token: &str) -> Result<Condition> {
    let json = URL_SAFE_NO_PAD.decode(token).map_err(|_| Error::SkipToken)?;
    let token: Token = serde_json::from_slice(&json).map_err(|_| Error::SkipToken)?;
    if token.order != order(keys) || token.last.len() != keys.len() {
        return Err(Error::SkipToken);
    }
    let mut bounds = Vec::new();
    for (key, text) in keys.iter().zip(&token.last) {
        let value = match text {
            Some(text) => Some(from_text(&key.column.def(), text).ok_or(Error::SkipToken)?),
            None if key.nullable => None,
            None => return Err(Error::SkipToken),
        };
        bounds.push(Bound { column: Expr::col((E::default(), key.column)), key, value });
    }
    let mut any = Condition::any();
    for (at, bound) in bounds.iter().enumerate() {
        let Some(beyond) = bound.beyond() else { continue };
        let equal = bounds.iter().take(at).map(Bound::equal);
        any = any.add(equal.fold(Condition::all(), Condition::add).add(beyond));
    }
    // Says the same once more of the first column alone, so that its index finds the place.
    let hint = bounds.first().and_then(Bound::not_before);
    Ok(hint.into_iter().fold(Condition::all().add(any), Condition::add))
}

struct Bound<'a, C> {
    column: SimpleExpr,
    key: &'a Key<C>,
    value: Option<Value>,
}

impl<C> Bound<'_, C> {
    fn equal(&self) -> SimpleExpr {
        match &self.value {
            Some(value) => self.column.clone().eq(Expr::val(value.clone())),
            None => self.column.clone().is_null(),
        }
    }

    /// What comes after the value; `None` when nothing does.
    fn beyond(&self) -> Option<SimpleExpr> {
        let column = || self.column.clone();
        match (&self.value, self.key.direction) {
            (None, Direction::Ascending) => Some(column().is_not_null()),
            (None, Direction::Descending) => None,
            (Some(value), Direction::Ascending) => Some(column().gt(Expr::val(value.clone()))),
            (Some(value), Direction::Descending) => {
                let less = column().lt(Expr::val(value.clone()));
                Some(if self.key.nullable { less.or(column().is_null()) } else { less })
            }
        }
    }

    fn not_before(&self) -> Option<SimpleExpr> {
        let value = Expr::val(self.value.clone()?);
        match self.key.direction {
            Direction::Ascending => Some(self.column.clone().gte(value)),
            Direction::Descending if self.key.nullable => None,
            Direction::Descending => Some(self.column.clone().lte(value)),
        }
    }
}
