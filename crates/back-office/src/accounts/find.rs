use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;

use super::{AccountType, Column, Entity, Model};
use crate::{Error, Result};

/// The account of that number.
///
/// # Errors
/// [`Error::Unknown`].
pub async fn find(connection: &impl ConnectionTrait, number: &Code<20>) -> Result<Model> {
    let found = Entity::find().filter(Column::Number.eq(number.clone())).one(connection).await?;
    found.ok_or_else(|| Error::Unknown { kind: "G/L account", code: number.to_string() })
}

/// Checks that a document may name an account: it is for posting, directly, and not blocked.
///
/// # Errors
/// [`Error::Blocked`].
pub fn check_direct_posting(account: &Model) -> Result<()> {
    if account.blocked || !account.direct_posting || account.account_type != AccountType::Posting {
        return Err(Error::Blocked { kind: "G/L account", code: account.number.to_string() });
    }
    Ok(())
}
