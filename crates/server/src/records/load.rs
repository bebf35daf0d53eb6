use database::{Record, Tx};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::Error;

/// The field by which every record is addressed.
pub(super) const ID: &str = "id";

/// The record of that id.
///
/// # Errors
/// [`Error::NoSuchRecord`] when there is none.
pub(crate) async fn load<E: Record>(c: &impl ConnectionTrait, id: Uuid) -> Result<E::Model, Error> {
    find::<E>(c, id).await?.ok_or_else(|| Error::no_such_record::<E>(id))
}

/// The record of that id, for this transaction alone: what is checked of it stays so until it is changed.
///
/// # Errors
/// [`Error::NoSuchRecord`] when there is none.
pub(crate) async fn hold<E: Record>(tx: &Tx, id: Uuid) -> Result<E::Model, Error> {
    let no_such = || Error::no_such_record::<E>(id);
    let field = E::field(ID).ok_or_else(no_such)?;
    E::find().filter(field.column.eq(id)).lock_exclusive().one(tx).await?.ok_or_else(no_such)
}

/// The record of that id, if there is one.
pub(super) async fn find<E: Record>(c: &impl ConnectionTrait, id: Uuid) -> Result<Option<E::Model>, Error> {
    let Some(field) = E::field(ID) else { return Ok(None) };
    Ok(E::find().filter(field.column.eq(id)).one(c).await?)
}
