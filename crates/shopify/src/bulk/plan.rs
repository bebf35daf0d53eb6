//! Pages or a bulk operation: what is read sooner, and at what price. Pure.

use std::time::Duration;

use crate::cost;

/// What reading page by page would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pages {
    /// The records that are expected.
    pub records: u64,
    /// How many of them a page holds.
    pub page: u32,
    /// What a page costs, in points.
    pub points: u32,
    /// How long a call takes.
    pub call: Duration,
}

/// What a bulk operation would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bulk {
    /// The lines that are expected: the records and everything below them.
    pub lines: u64,
    /// How many lines Shopify writes in a second.
    pub speed: f64,
    /// How long it takes until it begins.
    pub start: Duration,
}

/// The store's points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// How many there are.
    pub available: f64,
    /// How many flow in in a second.
    pub restore_rate: f64,
}

/// How records are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Page by page.
    Pages,
    /// By a bulk operation.
    Bulk,
}

/// What a way is expected to take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// Calls.
    pub calls: u64,
    /// Points.
    pub points: u64,
    /// Time.
    pub time: Duration,
}

/// The better way, and what each would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// The better one.
    pub way: Way,
    /// Page by page.
    pub pages: Forecast,
    /// By a bulk operation.
    pub bulk: Forecast,
}

/// A bulk operation must save this much of the points to be worth a longer wait.
const CHEAPER: u64 = 10;

/// Chooses. The faster way is the better one; a bulk operation also when it costs a tenth of the points and takes no
/// more than twice the time, so that others find points left. Pages when both are as good: their first records are
/// there at once.
pub fn plan(pages: Pages, bulk: Bulk, bucket: Bucket) -> Plan {
    let (pages, bulk) = (by_pages(&pages, &bucket), by_bulk(&bulk));
    let cheaper = bulk.points.saturating_mul(CHEAPER) <= pages.points && bulk.time <= pages.time * 2;
    let way = if bulk.time < pages.time || cheaper { Way::Bulk } else { Way::Pages };
    Plan { way, pages, bulk }
}

fn by_pages(pages: &Pages, bucket: &Bucket) -> Forecast {
    let calls = pages.records.div_ceil(u64::from(pages.page.max(1))).max(1);
    let points = calls.saturating_mul(u64::from(pages.points));
    let missing = (points as f64 - bucket.available).max(0.0);
    let for_points = missing / bucket.restore_rate.max(f64::MIN_POSITIVE);
    let for_calls = pages.call.as_secs_f64() * calls as f64;
    Forecast { calls, points, time: seconds(for_points.max(for_calls)) }
}

fn by_bulk(bulk: &Bulk) -> Forecast {
    let time = bulk.start + seconds(bulk.lines as f64 / bulk.speed.max(f64::MIN_POSITIVE));
    // It is looked at after 0, 1, 2.5, … seconds, then every thirty.
    let (mut looks, mut passed, mut pause) = (1, Duration::ZERO, Duration::from_secs(1));
    const LONGEST: Duration = Duration::from_secs(30);
    while passed < time && pause < LONGEST {
        passed += pause;
        pause = (pause * 3 / 2).min(LONGEST);
        looks += 1;
    }
    let rest = time.saturating_sub(passed).as_secs().div_ceil(LONGEST.as_secs());
    looks += rest;
    passed += LONGEST * u32::try_from(rest).unwrap_or(u32::MAX);
    // To start it, to look, to read the file.
    Forecast { calls: 1 + looks + 1, points: u64::from(cost::MUTATION) + looks, time: time.max(passed) }
}

/// A time, however long.
fn seconds(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANDARD: Bucket = Bucket { available: 2_000.0, restore_rate: 100.0 };

    fn orders(records: u64) -> Plan {
        let pages = Pages { records, page: 90, points: 900, call: Duration::from_millis(700) };
        let bulk = Bulk { lines: records * 8, speed: 2_000.0, start: Duration::from_secs(5) };
        plan(pages, bulk, STANDARD)
    }

    #[test]
    fn a_few_orders_come_in_a_page() {
        let plan = orders(50);
        assert_eq!(plan.way, Way::Pages);
        assert_eq!((plan.pages.calls, plan.pages.points), (1, 900));
        assert_eq!(plan.pages.time, Duration::from_millis(700));
    }

    #[test]
    fn ten_thousand_orders_come_in_bulk() {
        let plan = orders(10_000);
        assert_eq!(plan.way, Way::Bulk);
        assert_eq!((plan.pages.calls, plan.pages.points), (112, 100_800));
        assert_eq!(plan.pages.time, Duration::from_secs(988), "the points take longer than the calls");
        assert!(plan.bulk.points < 30 && plan.bulk.calls < 20, "{plan:?}");
        assert!(plan.bulk.time >= Duration::from_secs(45) && plan.bulk.time < Duration::from_secs(80), "{plan:?}");
    }

    #[test]
    fn cheap_pages_win_over_a_slow_bulk_operation() {
        let pages = Pages { records: 2_500, page: 250, points: 13, call: Duration::from_millis(300) };
        let bulk = Bulk { lines: 2_500, speed: 100.0, start: Duration::from_secs(5) };
        assert_eq!(plan(pages, bulk, STANDARD).way, Way::Pages);
    }

    #[test]
    fn a_bulk_operation_that_saves_most_of_the_points_may_take_a_little_longer() {
        let pages = Pages { records: 250, page: 90, points: 900, call: Duration::from_secs(1) };
        let bulk = |speed| Bulk { lines: 2_000, speed, start: Duration::from_secs(2) };
        let slower = plan(pages, bulk(200.0), STANDARD);
        assert!(slower.bulk.time > slower.pages.time && slower.bulk.time <= slower.pages.time * 2, "{slower:?}");
        assert_eq!(slower.way, Way::Bulk);
        assert_eq!(plan(pages, bulk(20.0), STANDARD).way, Way::Pages);
    }

    #[test]
    fn no_numbers_lead_to_nonsense() {
        let pages = Pages { records: 0, page: 0, points: 0, call: Duration::ZERO };
        let bulk = Bulk { lines: u64::MAX, speed: 0.0, start: Duration::ZERO };
        let plan = plan(pages, bulk, Bucket { available: 0.0, restore_rate: 0.0 });
        assert_eq!((plan.way, plan.pages.calls), (Way::Pages, 1));
    }
}
