use chrono::{DateTime, Utc};
use database::Tx;
use runtime::Random;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::create::put;
use super::list::{Column, Entity, Model, Status};
use super::{NewList, NewPrice, create_list, set_status};
use crate::{Error, Result};

/// Puts prices on the list of that code, all of them or none, as a program does that knows them from elsewhere. Where there is
/// no such list it is made, and holds at once. One that does not hold goes on not to hold: someone has said so.
///
/// # Errors
/// [`Error::Unfit`] for a list of that code that is for others, in another currency, or other than wanted about VAT; those of
/// [`super::add`], but for [`Error::ActiveList`].
pub async fn keep(tx: &Tx, on: &NewList, new: &[NewPrice], now: DateTime<Utc>, random: &Random) -> Result<()> {
    let found = Entity::find().filter(Column::Code.eq(on.code.clone())).lock_exclusive().one(tx).await?;
    let list = match found {
        Some(list) if is_meant(&list, on) => list,
        Some(list) => {
            let why = "is a price list for something else, and prices that come by themselves are to be kept on one of this \
                       code: give that list another code";
            return Err(Error::Unfit { field: "code", caption: "Code", value: list.code.to_string(), why });
        }
        None => {
            let made = create_list(tx, on, now, random).await?;
            set_status(tx, made, Status::Active, now).await?
        }
    };
    put(tx, list, new, now, random).await?;
    Ok(())
}

fn is_meant(list: &Model, on: &NewList) -> bool {
    list.source_type == on.source_type
        && list.source_number == on.source_number
        && list.currency_code == on.currency_code
        && list.price_includes_vat == on.price_includes_vat
        && list.vat_business_posting_group_price == on.vat_business_posting_group_price
}
