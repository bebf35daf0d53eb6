use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
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

/// The customer with that e-mail address, whatever its case; the first by number when there are several.
///
/// # Errors
/// When the database fails.
pub async fn find_by_email(connection: &impl ConnectionTrait, email: &str) -> Result<Option<Model>> {
    first(connection, Column::EmailKey, email_key(email)).await
}

/// The customer with that phone number, whatever stands between its digits; the first by number when there are several.
///
/// # Errors
/// When the database fails.
pub async fn find_by_phone(connection: &impl ConnectionTrait, phone: &str) -> Result<Option<Model>> {
    first(connection, Column::PhoneKey, phone_key(phone)).await
}

async fn first(connection: &impl ConnectionTrait, column: Column, key: String) -> Result<Option<Model>> {
    if key.is_empty() {
        return Ok(None);
    }
    Ok(Entity::find().filter(column.eq(key)).order_by_asc(Column::Number).one(connection).await?)
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
