use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;

use super::{Column, Entity, Model};
use crate::Result;

/// The items of those numbers, as far as they are there.
///
/// # Errors
/// When the database fails.
pub async fn by_numbers(connection: &impl ConnectionTrait, numbers: &[Code<20>]) -> Result<Vec<Model>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    Ok(Entity::find().filter(Column::Number.is_in(numbers.to_vec())).all(connection).await?)
}
