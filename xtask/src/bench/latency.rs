use std::time::Duration;

use anyhow::Result;

/// How long answers took.
#[derive(Clone, Copy, Debug)]
pub(super) struct Latency {
    /// Half of them took no longer.
    pub p50: Duration,
    /// 99 of 100 took no longer.
    pub p99: Duration,
    /// None took longer.
    pub longest: Duration,
}

impl From<Vec<Duration>> for Latency {
    fn from(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let at = |percent: usize| {
            let rank = (times.len() * percent).div_ceil(100).max(1);
            times.get(rank - 1).copied().unwrap_or_default()
        };
        Self { p50: at(50), p99: at(99), longest: at(100) }
    }
}

/// How long something takes.
///
/// # Errors
/// Its own.
#[expect(clippy::disallowed_methods, reason = "a measurement asks the machine")]
pub(super) fn of<T>(what: impl FnOnce() -> Result<T>) -> Result<Duration> {
    let began = std::time::Instant::now();
    what()?;
    Ok(began.elapsed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_the_least_time_that_so_many_did_not_exceed() {
        let latency = Latency::from((1..=200).rev().map(Duration::from_millis).collect::<Vec<_>>());
        let found = [latency.p50, latency.p99, latency.longest].map(|time| time.as_millis());
        assert_eq!(found, [100, 198, 200]);
    }
}
