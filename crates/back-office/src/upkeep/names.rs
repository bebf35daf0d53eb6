use std::pin::Pin;

use database::{Record, Tx};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QuerySelect};
use values::field::Value;

use super::fields::field_of;
use super::named::all;
use crate::{Error, Result};

/// An answer of the database that is awaited.
pub(super) type Answer<'a> = Pin<Box<dyn Future<Output = Result<bool>> + Send + 'a>>;

/// That a field of one list names a record of another by its code.
pub(super) trait Names: Send + Sync {
    /// The set of those that name.
    fn naming(&self) -> &'static str;
    /// The name of the field.
    fn field(&self) -> &'static str;
    /// The caption of the records that have it.
    fn naming_caption(&self) -> &'static str;
    /// The set of those that are named.
    fn named(&self) -> &'static str;
    /// The caption of what is named.
    fn named_caption(&self) -> &'static str;
    /// The field of the code.
    fn code(&self) -> &'static str;
    /// The field that says whether it names such a record, with the text that says so; nothing: it always does.
    fn only(&self) -> Option<(&'static str, &'static str)>;
    /// Whether a record of that code is there.
    fn is_there<'a>(&'a self, tx: &'a Tx, code: &'a str) -> Answer<'a>;
    /// Whether a record names that code.
    fn is_named<'a>(&'a self, tx: &'a Tx, code: &'a str) -> Answer<'a>;
}

/// [`Names`] of two entities.
pub(super) struct Name<F: Record, T: Record> {
    /// The column that names.
    pub(super) from: F::Column,
    /// That of the code.
    pub(super) to: T::Column,
    /// It names such a record only where this column holds that text; else something else.
    pub(super) only: Option<(F::Column, &'static str)>,
}

/// That a field of one list names a record of another, for those who keep lists of their own.
pub struct Naming(pub(super) Box<dyn Names>);

impl std::fmt::Debug for Naming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{} names {}", self.0.naming(), self.0.field(), self.0.named())
    }
}

impl Naming {
    /// That `from` names a record by its code `to`.
    pub fn always<F, T>(from: F::Column, to: T::Column) -> Self
    where
        F: Record<Column: Send + Sync, Model: Send + Sync>,
        T: Record<Column: Send + Sync, Model: Send + Sync>,
    {
        Self(Box::new(Name::<F, T> { from, to, only: None }))
    }

    /// That `from` does so only where another column holds a text; elsewhere it names something else.
    pub fn only<F, T>(from: F::Column, to: T::Column, (kind, text): (F::Column, &'static str)) -> Self
    where
        F: Record<Column: Send + Sync, Model: Send + Sync>,
        T: Record<Column: Send + Sync, Model: Send + Sync>,
    {
        Self(Box::new(Name::<F, T> { from, to, only: Some((kind, text)) }))
    }
}

impl<F, T> Names for Name<F, T>
where
    F: Record<Column: Send + Sync, Model: Send + Sync>,
    T: Record<Column: Send + Sync, Model: Send + Sync>,
{
    fn naming(&self) -> &'static str {
        F::NAME
    }

    fn field(&self) -> &'static str {
        field_of::<F>(self.from).map_or("", |field| field.name)
    }

    fn naming_caption(&self) -> &'static str {
        F::CAPTION
    }

    fn named(&self) -> &'static str {
        T::NAME
    }

    fn named_caption(&self) -> &'static str {
        T::CAPTION
    }

    fn code(&self) -> &'static str {
        field_of::<T>(self.to).map_or("", |field| field.name)
    }

    fn only(&self) -> Option<(&'static str, &'static str)> {
        let (column, text) = self.only?;
        Some((field_of::<F>(column)?.name, text))
    }

    fn is_there<'a>(&'a self, tx: &'a Tx, code: &'a str) -> Answer<'a> {
        Box::pin(async move { Ok(T::find().filter(self.to.eq(code)).count(tx).await? > 0) })
    }

    fn is_named<'a>(&'a self, tx: &'a Tx, code: &'a str) -> Answer<'a> {
        Box::pin(async move {
            let mut naming = F::find().filter(self.from.eq(code));
            if let Some((column, text)) = self.only {
                naming = naming.filter(column.eq(text));
            }
            Ok(naming.limit(1).one(tx).await?.is_some())
        })
    }
}

/// Checks that the codes which the fields `which` of a record name are there; blank names nothing.
///
/// # Errors
/// [`Error::Field`] says which field names what is not there.
pub async fn check_names<E: Record>(tx: &Tx, record: &E::Model, which: impl Fn(&str) -> bool) -> Result<()>
where
    E::Model: Sync,
{
    let holds = |names: &dyn Names| {
        names.only().is_none_or(|(name, text)| {
            E::field(name).is_some_and(|field| E::value(record, field.column) == Value::Text(text.to_owned()))
        })
    };
    // What a field names changes with the field that says of what kind it is.
    let asked = |names: &dyn Names| which(names.field()) || names.only().is_some_and(|(kind, _)| which(kind));
    let own = all().filter(|names| names.naming() == E::NAME && asked(*names) && holds(*names));
    let codes = own.filter_map(|names| {
        let field = E::field(names.field())?;
        match E::value(record, field.column) {
            Value::Text(code) if !code.is_empty() => Some((names, code)),
            _ => None,
        }
    });
    for (names, code) in codes.collect::<Vec<_>>() {
        if !names.is_there(tx, &code).await? {
            let problem = format!("there is no {} {code}: create it, or choose another", names.named_caption());
            return Err(Error::Field { field: names.field(), problem });
        }
    }
    Ok(())
}

/// Which records name this one; nothing when none does.
pub(super) async fn who_names<E: Record>(tx: &Tx, record: &E::Model) -> Result<Option<&'static str>>
where
    E::Model: Sync,
{
    let codes = all().filter(|names| names.named() == E::NAME).filter_map(|names| {
        let field = E::field(names.code())?;
        match E::value(record, field.column) {
            Value::Text(code) => Some((names, code)),
            _ => None,
        }
    });
    for (names, code) in codes.collect::<Vec<_>>() {
        if names.is_named(tx, &code).await? {
            return Ok(Some(names.naming_caption()));
        }
    }
    Ok(None)
}
