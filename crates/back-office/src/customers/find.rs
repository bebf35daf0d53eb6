use database::Tx;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
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

/// The customers of those numbers, as far as they are there, for this transaction alone; in one order, so that two who lock
/// some of the same do not wait for each other in a circle.
///
/// # Errors
/// When the database fails.
pub async fn lock(tx: &Tx, numbers: &[Code<20>]) -> Result<Vec<Model>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let customers = Entity::find().filter(Column::Number.is_in(numbers.to_vec())).order_by_asc(Column::Number);
    Ok(customers.lock_exclusive().all(tx).await?)
}

/// By which an e-mail address is found: whatever its case, without what stands around it.
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// So many digits tell a phone number, without what stands before them for its country or its place.
const TELLING: usize = 7;

/// The digits of a phone number, without the zeroes that stand for a plus.
pub(super) fn digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// By which a phone number is found: the last seven of its digits; blank where it has fewer, since those tell nobody.
pub fn phone_key(phone: &str) -> String {
    let digits = digits(phone);
    digits.len().checked_sub(TELLING).and_then(|from| digits.get(from..)).unwrap_or_default().to_owned()
}

/// Whether two phone numbers are one: the digits of one end with those of the other, of which there are seven or more.
pub fn same_phone(one: &str, other: &str) -> bool {
    let (one, other) = (digits(one), digits(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() >= TELLING && long.ends_with(&short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_the_same_with_and_without_its_country() {
        assert!(same_phone("+45 4545 4545", "45454545"));
        assert!(same_phone("0045 (45) 45.45/45", "+45-4545 4545"));
        assert!(!same_phone("+47 4545 4545", "+45 4545 4545"), "of two countries");
        assert!(!same_phone("0045 12-3", "45123"), "so few digits tell nobody");
        assert_eq!((phone_key("+45 4545 4545").as_str(), phone_key("0045 12-3").as_str()), ("5454545", ""));
    }
}
