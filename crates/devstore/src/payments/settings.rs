use chrono::Weekday;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::known;
use crate::store::payments::{Interval, Schedule};
use crate::{Error, Handle};

/// The conditions of a store's account. What is left out stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct PaymentsSettings {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// Whether it uses Shopify Payments. What moves while it does not is never booked.
    pub active: Option<bool>,
    /// ISO code of the country.
    pub country: Option<String>,
    /// What is paid out: amounts of orders in another currency are changed at the devstore's own rates.
    pub currency: Option<String>,
    /// What is kept of each payment, in percent of it.
    pub fee_percent: Option<Decimal>,
    /// What is kept of each payment besides.
    pub fee_fixed: Option<Decimal>,
    /// Whether a refund gives the fee of its payment back.
    pub returns_fees: Option<bool>,
    /// What a chargeback costs.
    pub chargeback_fee: Option<Decimal>,
    /// `DAILY` (on working days), `WEEKLY`, `MONTHLY` or `MANUAL`.
    pub interval: Option<String>,
    /// The day of a weekly payout, as `MONDAY`.
    pub weekly_anchor: Option<String>,
    /// The day of a monthly payout, from 1 to 31.
    pub monthly_anchor: Option<u32>,
    /// How many days a payment waits before it can be paid out.
    pub delay_days: Option<u32>,
    /// How many days a payout takes.
    pub arrival_days: Option<u32>,
}

/// No store makes anyone wait longer.
const MOST_DAYS: u32 = 366;

impl Handle {
    /// Changes the conditions of a store's account from now on.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for what can't be.
    pub fn set_payments(&self, settings: &PaymentsSettings) -> Result<(), Error> {
        let coded = [("CountryCode", &settings.country), ("CurrencyCode", &settings.currency)];
        for (enumeration, code) in coded {
            code.as_deref().map_or(Ok(()), |code| known::value(self.devstore(), enumeration, code))?;
        }
        settings.check()?;
        self.alter(settings.store.as_deref(), |state, now| {
            state.settle_payments(now);
            let payments = &mut state.payments;
            payments.schedule = settings.schedule(payments.schedule)?;
            // What was to be paid out by the old schedule was; the new one begins now.
            payments.settled_at = now;
            payments.active = settings.active.unwrap_or(payments.active);
            payments.country = settings.country.clone().unwrap_or_else(|| payments.country.clone());
            payments.currency = settings.currency.clone().unwrap_or_else(|| payments.currency.clone());
            payments.fee_percent = settings.fee_percent.unwrap_or(payments.fee_percent);
            payments.fee_fixed = settings.fee_fixed.unwrap_or(payments.fee_fixed);
            payments.returns_fees = settings.returns_fees.unwrap_or(payments.returns_fees);
            payments.chargeback_fee = settings.chargeback_fee.unwrap_or(payments.chargeback_fee);
            Ok(())
        })
    }
}

impl PaymentsSettings {
    fn check(&self) -> Result<(), Error> {
        let percent = self.fee_percent.unwrap_or_default();
        if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent) {
            return Err(Error::Value(format!("feePercent is {percent}: a fee is between 0 and 100 percent")));
        }
        for (name, fee) in [("feeFixed", self.fee_fixed), ("chargebackFee", self.chargeback_fee)] {
            if let Some(fee) = fee.filter(|fee| *fee < Decimal::ZERO) {
                return Err(Error::Value(format!("{name} is {fee}: a fee is not below 0")));
            }
        }
        for (name, days) in [("delayDays", self.delay_days), ("arrivalDays", self.arrival_days)] {
            check_days(name, days.unwrap_or_default())?;
        }
        Ok(())
    }

    fn schedule(&self, mut schedule: Schedule) -> Result<Schedule, Error> {
        if let Some(interval) = &self.interval {
            schedule.interval = match interval.as_str() {
                "DAILY" => Interval::Daily,
                "MANUAL" => Interval::Manual,
                "MONTHLY" => Interval::Monthly,
                "WEEKLY" => Interval::Weekly,
                other => {
                    let text = format!("there is no interval '{other}': there are DAILY, MANUAL, MONTHLY and WEEKLY");
                    return Err(Error::Value(text));
                }
            };
        }
        if let Some(day) = &self.weekly_anchor {
            let wrong = |_| Error::Value(format!("there is no day '{day}': write it as MONDAY"));
            schedule.weekly = day.parse::<Weekday>().map_err(wrong)?;
        }
        if let Some(day) = self.monthly_anchor {
            if !(1..=31).contains(&day) {
                return Err(Error::Value(format!("monthlyAnchor is {day}: a day of a month is from 1 to 31")));
            }
            schedule.monthly = day;
        }
        schedule.delay_days = self.delay_days.unwrap_or(schedule.delay_days);
        schedule.arrival_days = self.arrival_days.unwrap_or(schedule.arrival_days);
        Ok(schedule)
    }
}

/// Whether anyone may be made to wait so many days.
///
/// # Errors
/// [`Error::Value`] where it is too long.
pub(super) fn check_days(name: &str, days: u32) -> Result<(), Error> {
    if days > MOST_DAYS {
        return Err(Error::Value(format!("{name} is {days}: give at most {MOST_DAYS} days")));
    }
    Ok(())
}
