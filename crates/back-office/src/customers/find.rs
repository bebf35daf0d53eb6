use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;

use super::{Column, Entity, Model};
use crate::Result;

/// The customers of those numbers, as far as they are there.
///
/// # Errors
/// When the database fails.
pub async fn by_numbers(connection: &impl ConnectionTrait, numbers: &[Code<20>]) -> Result<Vec<Model>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    Ok(Entity::find().filter(Column::Number.is_in(numbers.to_vec())).all(connection).await?)
}

/// By which an e-mail address is found.
pub(super) fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// By which a phone number is found: its digits, without the zeroes that stand for a plus.
pub(super) fn phone_key(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}
