use chrono::{DateTime, Utc};
use database::Tx;
use runtime::Random;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use values::Code;
use values::money::{Amount, Percent};

use super::{Column, Entity, Model};
use crate::{Error, Result, currencies};

/// A step of an invoice discount that is to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewStep {
    /// The code that customers have.
    pub code: Code<20>,
    /// The currency of its amounts; blank is the company's own.
    pub currency_code: Code<10>,
    /// From this amount on.
    pub minimum_amount: Amount,
    /// So much off.
    pub discount_percent: Percent,
    /// So much on top.
    pub service_charge: Amount,
}

/// Makes a step of an invoice discount.
///
/// # Errors
/// [`Error::Unknown`] for a currency that is not there, [`Error::Exists`], [`Error::Unfit`].
pub async fn add(tx: &Tx, new: &NewStep, now: DateTime<Utc>, random: &Random) -> Result<Model> {
    let new = new.clone();
    let step = Model {
        id: random.id(now),
        code: new.code,
        currency_code: new.currency_code,
        minimum_amount: new.minimum_amount,
        discount_percent: new.discount_percent,
        service_charge: new.service_charge,
    };
    check(&step)?;
    if let Some(code) = step.currency_code.non_blank() {
        let found = currencies::Entity::find().filter(currencies::Column::Code.eq(code.clone())).one(tx).await?;
        found.ok_or_else(|| Error::Unknown { kind: "currency", code: code.to_string() })?;
    }
    let same = Entity::find()
        .filter(Column::Code.eq(step.code.clone()))
        .filter(Column::CurrencyCode.eq(step.currency_code.clone()))
        .filter(Column::MinimumAmount.eq(step.minimum_amount));
    if same.one(tx).await?.is_some() {
        let code = format!("{} from {} on", step.code, step.minimum_amount);
        return Err(Error::Exists { kind: "customer invoice discount", code });
    }
    Entity::insert(step.clone().into_active_model().reset_all()).exec_without_returning(tx).await?;
    tx.changed::<Entity>(&[step.id]).await?;
    Ok(step)
}

/// Checks that a step can be reached, and takes no more than there is.
pub(crate) fn check(step: &Model) -> Result<()> {
    if step.code.is_blank() {
        return Err(Error::Unfit { field: "code", caption: "Code", value: String::new(), why: "must not be blank" });
    }
    let (percent, minimum, charge) = (step.discount_percent, step.minimum_amount, step.service_charge);
    let unfit = |field, caption, value: &dyn std::fmt::Display, why| {
        Err(Error::Unfit { field, caption, value: value.to_string(), why })
    };
    if percent < Percent::ZERO || percent > 100.into() {
        return unfit("discountPercent", "Discount %", &percent, "must lie between 0 and 100");
    }
    if minimum < Amount::ZERO {
        return unfit("minimumAmount", "Minimum Amount", &minimum, "must be 0 or greater");
    }
    if charge < Amount::ZERO {
        return unfit("serviceCharge", "Service Charge", &charge, "must be 0 or greater");
    }
    Ok(())
}
