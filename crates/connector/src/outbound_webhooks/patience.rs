use chrono::TimeDelta;

/// How long to wait after each attempt that failed: a day and a half in all.
const WAITS: [TimeDelta; 9] = [
    TimeDelta::seconds(10),
    TimeDelta::seconds(60),
    TimeDelta::minutes(5),
    TimeDelta::minutes(20),
    TimeDelta::hours(1),
    TimeDelta::hours(3),
    TimeDelta::hours(6),
    TimeDelta::hours(12),
    TimeDelta::hours(12),
];

/// How long to wait when so many attempts have failed; nothing: it is given up.
pub(super) fn wait_after(attempts: i32) -> Option<TimeDelta> {
    let at = usize::try_from(attempts).ok()?.checked_sub(1)?;
    WAITS.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_waits_longer_each_time_and_gives_up_after_more_than_a_day() {
        let waits: Vec<_> = (1..).map_while(wait_after).collect();
        assert!(waits.is_sorted() && waits[0] == TimeDelta::seconds(10));
        assert!(waits.iter().sum::<TimeDelta>() > TimeDelta::days(1));
        assert_eq!((wait_after(0), wait_after(10)), (None, None));
    }
}
