use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use values::Code;

use super::create::check_code;
use super::list::Status;
use super::{line, list};
use crate::Result;

/// Makes a list of the same prices under another code. It is a draft, so that the prices of the next season can be made
/// ready while those of this one hold.
///
/// # Errors
/// [`crate::Error::Exists`] when there is a list of that code; [`crate::Error::Unfit`] for a blank one.
pub async fn copy_list(
    tx: &Tx,
    list: &list::Model,
    (code, description): (&Code<20>, Option<&str>),
    now: DateTime<Utc>,
    random: &Random,
) -> Result<list::Model> {
    check_code(tx, code).await?;
    let copy = list::Model {
        id: random.id(now),
        code: code.clone(),
        description: description.unwrap_or(&list.description).to_owned(),
        status: Status::Draft,
        last_modified_date_time: now,
        version: 1,
        ..list.clone()
    };
    insert_many(tx, vec![copy.clone().into_active_model().reset_all()]).await?;
    let of_list = line::Entity::find().filter(line::Column::ListCode.eq(list.code.clone()));
    let lines = of_list.order_by_asc(line::Column::LineNumber).all(tx).await?.into_iter().map(|line| line::Model {
        id: random.id(now),
        list_code: code.clone(),
        status: Status::Draft,
        ..line
    });
    insert_many(tx, lines.map(|line| line.into_active_model().reset_all()).collect()).await?;
    tx.changed::<list::Entity>(&[copy.id]).await?;
    Ok(copy)
}
