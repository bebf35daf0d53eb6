use chrono::{DateTime, Utc};
use database::{Tx, search};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IdenStatic, IntoActiveModel, Iterable, TryIntoModel};

use super::fields::{Given, id_of, set};
use super::{Upkeep, check_names};
use crate::Result;

/// The column that counts the changes of a record, where there is one.
const VERSION: &str = "version";

/// Changes what is given of a record.
///
/// # Errors
/// Those of [`super::make`]; [`crate::Error::Field`] for a field of the key, too.
pub async fn change<E: Upkeep>(
    tx: &Tx,
    record: E::Model,
    given: &Given,
    now: DateTime<Utc>,
    random: &Random,
) -> Result<E::Model> {
    let mut changed = record.into_active_model().reset_all();
    set::<E>(&mut changed, given, false)?;
    E::follow(&mut changed, given);
    count::<E>(&mut changed)?;
    let model = changed.clone().try_into_model()?;
    check_names::<E>(tx, &model, |name| given.iter().any(|(given, _)| given == name)).await?;
    E::check(tx, &model).await?;
    E::update(changed).exec(tx).await?;
    E::kept(tx, &model, now, random).await?;
    search::keep::<E>(tx, [&model]).await?;
    tx.changed::<E>(id_of::<E>(&model).as_slice()).await?;
    Ok(model)
}

fn count<E: Upkeep>(record: &mut E::ActiveModel) -> Result<()> {
    let Some(version) = E::Column::iter().find(|column| column.as_str() == VERSION) else { return Ok(()) };
    if let Some(sea_orm::Value::BigInt(Some(changes))) = record.get(version).into_value() {
        record.try_set(version, (changes + 1).into())?;
    }
    Ok(())
}
