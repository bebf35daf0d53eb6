use chrono::{DateTime, Utc};
use database::{Tx, Unfit, assign, assign_nothing, search};
use runtime::Random;
use sea_orm::{ActiveModelTrait, ColumnTrait, PaginatorTrait, QueryFilter, TryIntoModel};
use values::field::Value;

use super::fields::{Given, among, field_of, id_of, key_of, set};
use super::{Upkeep, check_names};
use crate::{Error, Result};

/// Makes a record of what is given of it.
///
/// # Errors
/// [`Error::NoField`] and [`Error::Field`] for what is given wrongly, a blank key and a code that is not there among it;
/// [`Error::Exists`]; those of [`Upkeep::check`].
pub async fn make<E: Upkeep>(tx: &Tx, given: &Given, now: DateTime<Utc>, random: &Random) -> Result<E::Model> {
    if E::KEY.is_empty() {
        return Err(Error::Exists { kind: "the", code: E::ONE.to_owned() });
    }
    let mut record = new::<E>(now, random)?;
    set::<E>(&mut record, given, true)?;
    assign_nothing::<E>(&mut record).map_err(|unfit| unfit_of("id", &unfit))?;
    let model = record.clone().try_into_model()?;
    for field in E::KEY.iter().filter_map(|column| field_of::<E>(*column)) {
        if E::value(&model, field.column).is_blank() && !among::<E>(E::MAY_BE_BLANK, field) {
            let problem = format!("{} is blank: a {} needs one", field.caption, E::ONE);
            return Err(Error::Field { field: field.name, problem });
        }
    }
    if is_there::<E>(tx, &record).await? {
        return Err(Error::Exists { kind: E::ONE, code: key_of::<E>(&model) });
    }
    check_names::<E>(tx, &model, |_| true).await?;
    E::check(tx, &model).await?;
    E::insert(record).exec_without_returning(tx).await?;
    E::kept(tx, &model, now, random).await?;
    search::keep::<E>(tx, [&model]).await?;
    tx.changed::<E>(id_of::<E>(&model).as_slice()).await?;
    Ok(model)
}

/// A record with what its list begins with.
fn new<E: Upkeep>(now: DateTime<Utc>, random: &Random) -> Result<E::ActiveModel> {
    let mut record = <E::ActiveModel as ActiveModelTrait>::default();
    let id = ("id", Value::Id(random.id(now)));
    let begins = E::begins_with().iter().filter_map(|(name, text)| {
        let kind = E::field(name)?.kind;
        Some((*name, Value::from_text(kind, text).ok()?))
    });
    for (name, value) in begins.chain([id]) {
        let Some(field) = E::field(name) else { continue };
        assign::<E>(&mut record, field, &value).map_err(|unfit| unfit_of(field.name, &unfit))?;
    }
    Ok(record)
}

fn unfit_of(field: &'static str, unfit: &Unfit) -> Error {
    Error::Field { field, problem: unfit.to_string() }
}

/// Whether there is a record of that key.
async fn is_there<E: Upkeep>(tx: &Tx, record: &E::ActiveModel) -> Result<bool> {
    let of_key = E::KEY.iter().filter_map(|column| Some((*column, record.get(*column).into_value()?)));
    let found = of_key.fold(E::find(), |find, (column, value)| find.filter(column.eq(value)));
    Ok(found.count(tx).await? > 0)
}
