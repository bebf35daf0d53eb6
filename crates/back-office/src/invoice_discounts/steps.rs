use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;
use values::money::Amount;

use super::{Column, Entity, Model};
use crate::Result;
use crate::currencies::Rate;

/// The steps of an invoice discount code.
#[derive(Clone, Debug, Default)]
pub struct Steps(Vec<Model>);

impl Steps {
    /// Reads those of a code; a blank one has none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(c: &impl ConnectionTrait, code: &Code<20>) -> Result<Self> {
        if code.is_blank() {
            return Ok(Self::default());
        }
        Ok(Self(Entity::find().filter(Column::Code.eq(code.clone())).all(c).await?))
    }

    /// The step that an amount in a currency has reached, and how much of that currency one unit of the step's is worth:
    /// the highest in that currency; where none is reached, the highest in the company's own. `factor` is how much of the
    /// currency one of the company's own is worth.
    pub fn reached(&self, currency: &Code<10>, factor: Option<Rate>, amount: Amount) -> Option<(&Model, Decimal)> {
        let highest = |currency: &Code<10>, amount: Decimal| {
            let reached = |step: &&Model| step.currency_code == *currency && step.minimum_amount.decimal() <= amount;
            self.0.iter().filter(reached).max_by_key(|step| step.minimum_amount)
        };
        if let Some(step) = highest(currency, amount.decimal()) {
            return Some((step, Decimal::ONE));
        }
        let factor = factor.filter(|_| !currency.is_blank())?;
        highest(&Code::blank(), factor.to_own(amount.decimal())).map(|step| (step, factor.decimal()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(currency: &str, minimum: i32, percent: i32) -> Model {
        Model {
            currency_code: currency.parse().unwrap(),
            minimum_amount: minimum.into(),
            discount_percent: percent.into(),
            ..Model::default()
        }
    }

    #[test]
    fn the_highest_step_that_is_reached_is_taken_and_the_own_currency_s_where_there_is_none() {
        let steps = Steps(vec![step("", 0, 1), step("", 1000, 5), step("EUR", 100, 7)]);
        let reached = |currency: &str, amount: i32| {
            let (step, _) = steps.reached(&currency.parse().unwrap(), "0.1".parse().ok(), amount.into())?;
            Some(step.discount_percent)
        };
        assert_eq!(reached("", 999), Some(1.into()));
        assert_eq!(reached("", 1000), Some(5.into()));
        assert_eq!(reached("EUR", 100), Some(7.into()));
        assert_eq!(reached("EUR", 99), Some(1.into()));
        assert_eq!(reached("USD", 100), Some(5.into()));
        assert_eq!(reached("", -1), None);
    }
}
