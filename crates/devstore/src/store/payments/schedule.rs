use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// The hour of the day, in UTC, at which payouts are made.
const HOUR: NaiveTime = match NaiveTime::from_hms_opt(6, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// When money is paid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Schedule {
    pub interval: Interval,
    /// The day of a weekly payout.
    pub weekly: Weekday,
    /// The day of a monthly payout; the last one of a month that is shorter.
    pub monthly: u32,
    /// How many days a payment waits before it can be paid out.
    pub delay_days: u32,
    /// How many days a payout takes.
    pub arrival_days: u32,
}

/// `ShopifyPaymentsPayoutInterval`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Interval {
    /// On working days.
    Daily,
    /// When the merchant asks for it.
    Manual,
    Monthly,
    Weekly,
}

impl Default for Schedule {
    fn default() -> Self {
        Self { interval: Interval::Daily, weekly: Weekday::Mon, monthly: 1, delay_days: 2, arrival_days: 1 }
    }
}

impl Schedule {
    /// The first moment after `after` at which payouts are made; none where only the merchant makes them.
    pub(crate) fn next_after(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.interval == Interval::Manual {
            return None;
        }
        let days = (0..=31).filter_map(|days| after.date_naive().checked_add_days(Days::new(days)));
        days.filter(|day| self.is_on(*day)).map(|day| day.and_time(HOUR).and_utc()).find(|moment| *moment > after)
    }

    fn is_on(&self, day: NaiveDate) -> bool {
        match self.interval {
            Interval::Daily => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
            Interval::Weekly => day.weekday() == self.weekly,
            Interval::Monthly => day.day() == self.monthly.min(u32::from(day.num_days_in_month())),
            Interval::Manual => false,
        }
    }

    /// How long a payment waits before it can be paid out.
    pub(crate) fn delay(&self) -> TimeDelta {
        TimeDelta::days(self.delay_days.into())
    }

    /// How long a payout takes.
    pub(super) fn on_the_way(&self) -> TimeDelta {
        TimeDelta::days(self.arrival_days.into())
    }
}

impl Interval {
    /// As the schema names it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Daily => "DAILY",
            Self::Manual => "MANUAL",
            Self::Monthly => "MONTHLY",
            Self::Weekly => "WEEKLY",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(schedule: Schedule, after: &str) -> Option<String> {
        let next = schedule.next_after(after.parse().unwrap())?;
        Some(next.format("%a %Y-%m-%d %H:%M").to_string())
    }

    #[test]
    fn payouts_are_made_on_the_days_of_the_schedule() {
        let every = |interval| Schedule { interval, monthly: 31, weekly: Weekday::Thu, ..Schedule::default() };
        for (interval, after, then) in [
            (Interval::Daily, "2026-11-02T05:59:59Z", Some("Mon 2026-11-02 06:00")),
            (Interval::Daily, "2026-11-02T06:00:00Z", Some("Tue 2026-11-03 06:00")),
            (Interval::Daily, "2026-11-06T06:00:00Z", Some("Mon 2026-11-09 06:00")),
            (Interval::Weekly, "2026-11-05T06:00:00Z", Some("Thu 2026-11-12 06:00")),
            (Interval::Monthly, "2026-11-02T06:00:00Z", Some("Mon 2026-11-30 06:00")),
            (Interval::Monthly, "2026-12-31T06:00:00Z", Some("Sun 2027-01-31 06:00")),
            (Interval::Monthly, "2027-01-31T06:00:00Z", Some("Sun 2027-02-28 06:00")),
            (Interval::Manual, "2026-11-02T06:00:00Z", None),
        ] {
            assert_eq!(next(every(interval), after).as_deref(), then, "{interval:?} after {after}");
        }
    }
}
