use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::Error;

/// A month, in the company's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    zone: Tz,
}

impl Period {
    /// The month of that name, as `2026-11`; blank: the one before this day's.
    ///
    /// # Errors
    /// [`Error::Given`] for what is no month.
    pub fn named(month: &str, today: NaiveDate, zone: Tz) -> Result<Self, Error> {
        let no_month = || Error::Given { name: "month", reason: format!("'{month}' is no month: write it as 2026-11") };
        let from = match month.trim() {
            "" => today.with_day(1).and_then(|day| day.checked_sub_months(Months::new(1))),
            named => NaiveDate::parse_from_str(&format!("{named}-01"), "%Y-%m-%d").ok(),
        };
        let from = from.ok_or_else(no_month)?;
        let to = from.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1)));
        Ok(Self { from, to: to.ok_or_else(no_month)?, zone })
    }

    /// Whether a day is in it.
    pub fn has(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// On which day an instant is.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// When it begins.
    pub fn begins(&self) -> DateTime<Utc> {
        self.start_of(self.from)
    }

    /// When the next one begins.
    pub fn ends(&self) -> DateTime<Utc> {
        self.start_of(self.to + Days::new(1))
    }

    fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let midnight = day.and_time(NaiveTime::MIN);
        let local = self.zone.from_local_datetime(&midnight).earliest();
        // Where a clock skips midnight the day begins with the hour after it.
        let later = || self.zone.from_local_datetime(&(midnight + chrono::TimeDelta::hours(1))).earliest();
        local.or_else(later).map_or_else(|| midnight.and_utc(), |at| at.with_timezone(&Utc))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OSLO: Tz = chrono_tz::Europe::Oslo;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_has_its_days_in_the_zone_of_the_company() {
        let november = Period::named("2026-11", day("2026-12-03"), OSLO).unwrap();
        assert_eq!((november.from, november.to), (day("2026-11-01"), day("2026-11-30")));
        assert_eq!(november.begins().to_rfc3339(), "2026-10-31T23:00:00+00:00");
        assert_eq!(november.ends().to_rfc3339(), "2026-11-30T23:00:00+00:00");
        assert!(november.has(day("2026-11-30")) && !november.has(day("2026-12-01")));
    }

    #[test]
    fn without_a_name_it_is_the_month_before() {
        assert_eq!(Period::named("", day("2027-01-31"), OSLO).unwrap().from, day("2026-12-01"));
        assert!(Period::named("November", day("2027-01-31"), OSLO).is_err());
    }
}
