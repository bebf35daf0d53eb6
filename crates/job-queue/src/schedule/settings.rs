use chrono::{DateTime, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use values::DateFormula;

values::options! {
    /// How the next run of a recurring entry is computed.
    pub enum ScheduleMode {
        /// At the starting time and every so many minutes after it.
        #[default]
        Anchored => "Anchored",
        /// So many minutes after the last run has ended.
        Bc => "BC",
    }
}

/// The days on which an entry runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the days of the week")]
pub struct Weekdays {
    pub monday: bool,
    pub tuesday: bool,
    pub wednesday: bool,
    pub thursday: bool,
    pub friday: bool,
    pub saturday: bool,
    pub sunday: bool,
}

impl Weekdays {
    /// Every day.
    pub const ALL: Self = Self {
        monday: true,
        tuesday: true,
        wednesday: true,
        thursday: true,
        friday: true,
        saturday: true,
        sunday: true,
    };
    /// Monday to Friday.
    pub const WORKING: Self = Self { saturday: false, sunday: false, ..Self::ALL };

    /// Whether that day is one of them.
    pub const fn contains(self, day: Weekday) -> bool {
        match day {
            Weekday::Mon => self.monday,
            Weekday::Tue => self.tuesday,
            Weekday::Wed => self.wednesday,
            Weekday::Thu => self.thursday,
            Weekday::Fri => self.friday,
            Weekday::Sat => self.saturday,
            Weekday::Sun => self.sunday,
        }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// When an entry runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// How the next run is computed.
    pub mode: ScheduleMode,
    /// On which days; none, and no formula: the entry runs once.
    pub days: Weekdays,
    /// The earliest time of day.
    pub starting_time: Option<NaiveTime>,
    /// The latest time of day at which a run may start.
    pub ending_time: Option<NaiveTime>,
    /// Minutes from one run to the next; 0: once a day.
    pub minutes: i32,
    /// Leads from the day of one run to that of the next.
    pub formula: DateFormula,
    /// Not before this instant.
    pub earliest_start: Option<DateTime<Utc>>,
    /// The zone in which times of day are meant.
    pub zone: Tz,
}

impl Schedule {
    /// Runs once.
    pub fn once(zone: Tz) -> Self {
        Self {
            mode: ScheduleMode::Anchored,
            days: Weekdays::default(),
            starting_time: None,
            ending_time: None,
            minutes: 0,
            formula: DateFormula::default(),
            earliest_start: None,
            zone,
        }
    }

    /// Runs every so many minutes on `days`.
    pub fn every(minutes: i32, days: Weekdays, zone: Tz) -> Self {
        Self { minutes, days, ..Self::once(zone) }
    }

    /// Whether it runs again.
    pub fn is_recurring(&self) -> bool {
        !self.days.is_empty() || !self.formula.is_blank()
    }

    /// The time of day at which a day's runs begin.
    pub(crate) fn start(&self) -> NaiveTime {
        self.starting_time.unwrap_or(NaiveTime::MIN)
    }

    /// The window's end when it lies on the day after its beginning.
    pub(crate) fn end_after_midnight(&self) -> Option<NaiveTime> {
        self.ending_time.filter(|end| self.start() > *end)
    }
}
