use sea_orm::{ConnectionTrait, EntityTrait};

use super::{Entity, Model};
use crate::{Error, Result};

/// The company.
///
/// # Errors
/// [`Error::NoCompany`] before it has been set up.
pub async fn read(connection: &impl ConnectionTrait) -> Result<Model> {
    Entity::find().one(connection).await?.ok_or(Error::NoCompany)
}
