use anyhow::{Result, bail};
use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use clap::Args;
use job_queue::schedule::{Schedule, ScheduleMode, Weekdays, at_wall_clock};

/// When an entry runs.
#[derive(Args, Debug)]
pub struct ScheduleArgs {
    /// The days on which it runs, as mon,tue or mon-fri; without it, once.
    #[arg(long, value_delimiter = ',', value_name = "DAYS")]
    days: Vec<String>,
    /// Minutes from one run to the next.
    #[arg(long, default_value_t = 0, value_name = "N")]
    minutes: i32,
    /// The earliest time of day, as 08:00.
    #[arg(long, value_name = "TIME")]
    starting_time: Option<String>,
    /// The latest time of day at which a run may start.
    #[arg(long, value_name = "TIME")]
    ending_time: Option<String>,
    /// Leads from the day of one run to that of the next, as CM+1D.
    #[arg(long, value_name = "FORMULA", conflicts_with = "days")]
    formula: Option<String>,
    /// Not before this instant, as 2026-03-02T09:00:00Z, or without a zone in the entry's.
    #[arg(long, value_name = "INSTANT")]
    earliest: Option<String>,
    /// The zone of its times of day; the company's without it.
    #[arg(long, value_name = "ZONE")]
    time_zone: Option<String>,
    /// How the next run is computed: anchored at the starting time, or bc, after the end of the last.
    #[arg(long, default_value = "anchored", value_name = "MODE")]
    mode: String,
}

impl ScheduleArgs {
    /// The zone that was named.
    pub fn zone(&self) -> Result<Option<Tz>> {
        let Some(name) = &self.time_zone else { return Ok(None) };
        match name.parse() {
            Ok(zone) => Ok(Some(zone)),
            Err(_) => bail!("'{name}' is no time zone: write its IANA name, as Europe/Oslo"),
        }
    }

    /// As the job queue takes it; times of day are in `company_zone` unless they say another.
    pub fn read(&self, company_zone: Tz) -> Result<Schedule> {
        let zone = self.zone()?.unwrap_or(company_zone);
        let mut days = Weekdays::default();
        for text in &self.days {
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            let (mut day, last) = (weekday(first)?, weekday(last)?);
            *flag(&mut days, day) = true;
            while day != last {
                day = day.succ();
                *flag(&mut days, day) = true;
            }
        }
        Ok(Schedule {
            mode: match self.mode.to_lowercase().as_str() {
                "anchored" => ScheduleMode::Anchored,
                "bc" => ScheduleMode::Bc,
                _ => bail!("'{}' is no mode: write anchored or bc", self.mode),
            },
            days,
            starting_time: self.starting_time.as_deref().map(time).transpose()?,
            ending_time: self.ending_time.as_deref().map(time).transpose()?,
            minutes: self.minutes,
            formula: self.formula.as_deref().unwrap_or_default().parse()?,
            earliest_start: self.earliest.as_deref().map(|text| instant(text, zone)).transpose()?,
            zone,
        })
    }
}

fn weekday(name: &str) -> Result<Weekday> {
    match name.trim().parse() {
        Ok(day) => Ok(day),
        Err(_) => bail!("'{name}' is no day: write mon, tue, wed, thu, fri, sat or sun"),
    }
}

fn flag(days: &mut Weekdays, day: Weekday) -> &mut bool {
    match day {
        Weekday::Mon => &mut days.monday,
        Weekday::Tue => &mut days.tuesday,
        Weekday::Wed => &mut days.wednesday,
        Weekday::Thu => &mut days.thursday,
        Weekday::Fri => &mut days.friday,
        Weekday::Sat => &mut days.saturday,
        Weekday::Sun => &mut days.sunday,
    }
}

fn time(text: &str) -> Result<NaiveTime> {
    let read = NaiveTime::parse_from_str(text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S"));
    match read {
        Ok(time) => Ok(time),
        Err(_) => bail!("'{text}' is no time of day: write it as 08:00"),
    }
}

/// An instant; one without a zone is on the wall clock of `zone`.
pub fn instant(text: &str, zone: Tz) -> Result<DateTime<Utc>> {
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Ok(instant.with_timezone(&Utc));
    }
    let wall = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    match wall {
        Some(wall) => Ok(at_wall_clock(wall, zone)),
        None => bail!(
            "'{text}' is no instant: write it as 2026-03-02T09:00:00Z, or 2026-03-02T09:00:00 for the entry's zone"
        ),
    }
}
