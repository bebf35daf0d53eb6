use chrono::NaiveDate;
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::release::lock;
use super::{Context, header, line};
use crate::{Error, Result, availability};

/// Says on which day the goods of a line are sent, or come back; `None`: as soon as can be. What is available on a day
/// depends on it.
///
/// # Errors
/// [`Error::Unknown`] when there is no such line.
pub async fn set_shipment_date(
    tx: &Tx,
    id: Uuid,
    line_number: i32,
    date: Option<NaiveDate>,
    cx: &Context,
) -> Result<line::Model> {
    let document = lock(tx, id).await?;
    let of_document = line::Entity::find().filter(line::Column::DocumentId.eq(id));
    let found = of_document.filter(line::Column::LineNumber.eq(line_number)).one(tx).await?;
    let unknown = || Error::Unknown { kind: "line", code: format!("{line_number} of {}", document.in_words()) };
    let line = line::Model { shipment_date: date, ..found.ok_or_else(unknown)? };
    availability::mark(tx, line.place(), cx).await?;
    let changed = header::Model { last_modified_date_time: cx.now, version: document.version + 1, ..document };
    changed.into_active_model().reset_all().update(tx).await?;
    tx.changed::<header::Entity>(&[id]).await?;
    Ok(line.into_active_model().reset_all().update(tx).await?)
}
