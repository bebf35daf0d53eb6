//! The moment and the user of these tests.

use chrono::{TimeZone, Utc};
use values::field::Kind;
use values::filter::Words;

pub const STATUS: &[&str] = &["Open", "Released", "Pending Approval", "Pending Prepayment"];
pub const FINANCIAL_STATUS: &[&str] = &["", "Pending", "Paid", "Partially Paid"];

/// Half an hour before Tuesday 3 March 2026 in Oslo, where it is Tuesday already.
pub fn words() -> Words {
    Words {
        now: Utc.with_ymd_and_hms(2026, 3, 2, 23, 30, 0).unwrap(),
        zone: chrono_tz::Europe::Oslo,
        work_date: chrono::NaiveDate::from_ymd_opt(2026, 2, 15),
        user: "Kari".into(),
    }
}

pub fn kind_of(name: &str) -> Option<Kind> {
    Some(match name {
        "name" => Kind::Text,
        "number" => Kind::Code,
        "fullyPaid" => Kind::Boolean,
        "count" => Kind::Integer,
        "amount" => Kind::Decimal,
        "postingDate" => Kind::Date,
        "startingTime" => Kind::Time,
        "createdAt" => Kind::DateTime,
        "id" => Kind::Id,
        "status" => Kind::Option(STATUS),
        "financialStatus" => Kind::Option(FINANCIAL_STATUS),
        _ => return None,
    })
}
