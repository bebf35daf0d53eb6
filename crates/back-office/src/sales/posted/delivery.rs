use std::collections::BTreeMap;

use database::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::Kind;
use super::header::{Column, Entity};
use crate::Result;

/// As many shipments are named in a statement.
const AT_ONCE: usize = 500;

/// Writes down what posted shipments are where their orders came from: a statement for all that are the same there, of which
/// there are many only where that came to nothing.
///
/// # Errors
/// When the database fails.
pub async fn say_deliveries(tx: &Tx, said: &[(Uuid, i64)]) -> Result<()> {
    let mut by_number: BTreeMap<i64, Vec<Uuid>> = BTreeMap::new();
    for (shipment, number) in said {
        by_number.entry(*number).or_default().push(*shipment);
    }
    for (number, shipments) in by_number {
        for some in shipments.chunks(AT_ONCE) {
            Entity::update_many()
                .col_expr(Column::SourceDeliveryId, Expr::value(number))
                .filter(Column::Id.is_in(some.iter().copied()))
                .filter(Column::Kind.eq(Kind::Shipment))
                .exec(tx)
                .await?;
        }
    }
    let shipments: Vec<Uuid> = said.iter().map(|(shipment, _)| *shipment).collect();
    if !shipments.is_empty() {
        tx.changed::<Entity>(&shipments).await?;
    }
    Ok(())
}
