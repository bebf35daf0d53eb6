use database::{Tx, search};
use sea_orm::ModelTrait;

use super::Upkeep;
use super::fields::{id_of, key_of};
use super::names::who_names;
use crate::{Error, Result};

/// Deletes a record that nothing names.
///
/// # Errors
/// [`Error::InUse`] says who names it.
pub async fn remove<E: Upkeep>(tx: &Tx, record: E::Model) -> Result<()> {
    let code = key_of::<E>(&record);
    let user = match who_names::<E>(tx, &record).await? {
        Some(user) => Some(user),
        None => E::is_used(tx, &record).await?,
    };
    if let Some(user) = user {
        return Err(Error::InUse { kind: E::ONE, code, user });
    }
    let ids = id_of::<E>(&record);
    record.delete(tx).await?;
    search::forget::<E>(tx, ids.as_slice()).await?;
    tx.changed::<E>(ids.as_slice()).await?;
    Ok(())
}
