use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;
use values::money::Quantity;

use super::release::lock;
use super::{header, line};
use crate::{Error, Result};

/// What of a line the next posting is to ship and to invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which line.
    pub line_number: i32,
    /// How many to ship.
    pub to_ship: Quantity,
    /// How many to invoice, of those that are shipped by then.
    pub to_invoice: Quantity,
}

/// Plans what the next posting ships and invoices. Lines that are not named keep their plan.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Queued`], [`Error::CannotShip`], [`Error::CannotInvoice`]: nothing is changed.
pub async fn plan_quantities(tx: &Tx, id: Uuid, plans: &[Plan], now: DateTime<Utc>) -> Result<()> {
    let document = lock(tx, id).await?;
    let lines = line::Entity::find().filter(line::Column::DocumentId.eq(id)).all(tx).await?;
    let mut planned = Vec::with_capacity(plans.len());
    for plan in plans {
        let known = lines.iter().find(|line| line.line_number == plan.line_number);
        let unknown =
            || Error::Unknown { kind: "line", code: format!("{} of {}", plan.line_number, document.in_words()) };
        let line = known.ok_or_else(unknown)?;
        check(line, plan)?;
        planned.push(line::Model {
            quantity_to_ship: plan.to_ship,
            quantity_to_invoice: plan.to_invoice,
            ..line.clone()
        });
    }
    for line in planned {
        line.into_active_model().reset_all().update(tx).await?;
    }
    let changed = header::Model { last_modified_date_time: now, version: document.version + 1, ..document };
    changed.into_active_model().reset_all().update(tx).await?;
    Ok(tx.changed::<header::Entity>(&[id]).await?)
}

/// Quantities have the sign of the line, and go no further than what is left of it.
pub(super) fn check(line: &line::Model, plan: &Plan) -> Result<()> {
    if !lies_within(plan.to_ship, line.outstanding()) {
        return Err(Error::CannotShip { line: line.line_number, most: line.outstanding() });
    }
    let most = line.invoiceable(plan.to_ship);
    if !lies_within(plan.to_invoice, most) {
        return Err(Error::CannotInvoice { line: line.line_number, most });
    }
    Ok(())
}

fn lies_within(quantity: Quantity, most: Quantity) -> bool {
    let zero = Quantity::ZERO;
    (zero <= quantity && quantity <= most) || (most <= quantity && quantity <= zero)
}
