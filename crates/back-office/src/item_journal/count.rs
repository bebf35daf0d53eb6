use database::Tx;
use rust_decimal::Decimal;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use uuid::Uuid;
use values::money::{Amount, Quantity};

use super::line::{Entity, Model};
use super::lines::held;
use super::{EntryType, Refusal};
use crate::{Error, Result, company};

/// Says how many are there, of a line that [`super::calculate_inventory`] made. Its quantity is the difference.
///
/// # Errors
/// [`Error::Unknown`] when there is no such line, [`Refusal::IsNotCounted`] when it is no line of a count,
/// [`Error::NotPositive`] for less than nothing.
pub async fn count(tx: &Tx, id: Uuid, quantity: Quantity) -> Result<Model> {
    let line = held(tx, id).await?;
    if !line.physical_inventory {
        return Err(Refusal::IsNotCounted(line.line_number).into());
    }
    if quantity < Quantity::ZERO {
        return Err(Error::NotPositive { field: "Qty. (Phys. Inventory)", value: quantity });
    }
    let precision = company::read(tx).await?.amount_rounding_precision.decimal();
    let line = counted(Model { version: line.version + 1, ..line }, quantity, precision)?;
    tx.changed::<Entity>(&[id]).await?;
    Ok(line.into_active_model().reset_all().update(tx).await?)
}

/// The line when so many are there.
pub(super) fn counted(line: Model, quantity: Quantity, precision: Decimal) -> Result<Model> {
    let difference = quantity - line.quantity_calculated;
    let (entry_type, quantity_of_difference) = if difference < Quantity::ZERO {
        (EntryType::NegativeAdjustment, -difference)
    } else {
        (EntryType::PositiveAdjustment, difference)
    };
    Ok(Model {
        entry_type,
        quantity: quantity_of_difference,
        quantity_physical: quantity,
        amount: Amount::rounded(line.unit_cost.decimal() * quantity_of_difference.decimal(), precision)?,
        ..line
    })
}
