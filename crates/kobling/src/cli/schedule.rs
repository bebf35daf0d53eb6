use anyhow::{Result, bail};
use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use clap::Args;
use job_queue::schedule::{Schedule, ScheduleMode, Weekdays};

/// When an entry runs.
#[derive(Args, Debug)]
pub struct ScheduleArgs {
    /// The days on which it runs, as mon,tue; without it, once.
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
    /// Not before this instant, as 2026-03-02T09:00:00Z.
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
    /// As the job queue takes it; times of day are in `company_zone` unless they say another.
    pub fn read(&self, company_zone: Tz) -> Result<Schedule> {
        let zone = match &self.time_zone {
            None => company_zone,
            Some(name) => match name.parse() {
                Ok(zone) => zone,
                Err(_) => bail!("'{name}' is no time zone: write its IANA name, as Europe/Oslo"),
            },
        };
        let mut days = Weekdays::default();
        for day in &self.days {
            *weekday(&mut days, day)? = true;
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
            earliest_start: self.earliest.as_deref().map(instant).transpose()?,
            zone,
        })
    }
}

fn weekday<'a>(days: &'a mut Weekdays, name: &str) -> Result<&'a mut bool> {
    Ok(match name.trim().to_lowercase().get(..3).unwrap_or_default() {
        "mon" => &mut days.monday,
        "tue" => &mut days.tuesday,
        "wed" => &mut days.wednesday,
        "thu" => &mut days.thursday,
        "fri" => &mut days.friday,
        "sat" => &mut days.saturday,
        "sun" => &mut days.sunday,
        _ => bail!("'{name}' is no day: write mon, tue, wed, thu, fri, sat or sun"),
    })
}

fn time(text: &str) -> Result<NaiveTime> {
    let read = NaiveTime::parse_from_str(text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S"));
    match read {
        Ok(time) => Ok(time),
        Err(_) => bail!("'{text}' is no time of day: write it as 08:00"),
    }
}

fn instant(text: &str) -> Result<DateTime<Utc>> {
    match DateTime::parse_from_rfc3339(text) {
        Ok(instant) => Ok(instant.with_timezone(&Utc)),
        Err(_) => bail!("'{text}' is no instant: write it as 2026-03-02T09:00:00Z"),
    }
}
