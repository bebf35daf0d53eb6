//! Records that are chosen by their codes.

use database::Record;
use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter};
use values::Code;

use crate::{Error, Result};

/// Checks that a record that is to be chosen by its code is there; none or a blank one may always be. `kind` is what people
/// call it.
///
/// # Errors
/// [`Error::Unknown`].
pub(crate) async fn check<E, const N: usize>(
    connection: &impl ConnectionTrait,
    column: E::Column,
    code: Option<&Code<N>>,
    kind: &'static str,
) -> Result<()>
where
    E: Record<Model: Send + Sync>,
{
    let Some(code) = code.and_then(Code::non_blank) else { return Ok(()) };
    match E::find().filter(column.eq(code.clone())).count(connection).await? {
        0 => Err(Error::Unknown { kind, code: code.to_string() }),
        _ => Ok(()),
    }
}
