use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QuerySelect, Select};
use values::Code;
use values::money::Quantity;

use crate::Result;

/// Item, variant, location, and a sum.
pub(crate) type OfPlace = (Code<20>, Code<10>, Code<10>, Quantity);

/// The sum of a column over rows, by the columns of item, variant and location.
///
/// # Errors
/// When the database fails.
pub(crate) async fn by_place<E: EntityTrait>(
    c: &impl ConnectionTrait,
    rows: Select<E>,
    place: [E::Column; 3],
    of: E::Column,
) -> Result<Vec<OfPlace>> {
    let sums =
        rows.select_only().columns(place).column_as(Expr::col(of.as_column_ref()).sum().cast_as("bigint"), "sum");
    let sums = place.into_iter().fold(sums, QuerySelect::group_by);
    Ok(sums.into_tuple().all(c).await?)
}
