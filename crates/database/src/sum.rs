use sea_orm::sea_query::ExprTrait;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, Select, TryGetable};

use crate::Result;

/// The sum of a whole-number column (amounts, prices and quantities are stored as such) over the selected rows; the
/// default, which is nothing, when there are none.
///
/// # Errors
/// What the engine says.
pub async fn sum<E: EntityTrait, N: TryGetable + Default>(
    connection: &impl ConnectionTrait,
    rows: Select<E>,
    column: E::Column,
) -> Result<N> {
    use sea_orm::sea_query::Expr;
    let expression = Expr::col((E::default(), column)).sum().cast_as("bigint");
    let sum = rows.select_only().column_as(expression, "sum").into_tuple::<Option<N>>().one(connection).await?;
    Ok(sum.flatten().unwrap_or_default())
}
