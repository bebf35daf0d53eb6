use std::time::Duration;

use runtime::Random;

use crate::Lane;

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);
/// How long someone who waits in front of a page is made to wait for another try.
const IN_FRONT_OF_A_PAGE: Duration = Duration::from_secs(10);
/// As many refusals in a row mean that something else than this process uses up the points.
pub(crate) const THROTTLES_THAT_ARE_STRANGE: u32 = 10;
/// After as many refusals in a row the job is given back to its queue.
pub(crate) const MOST_THROTTLES: u32 = 60;

/// How often, and after what time, a call is tried again. Being throttled is no failure and uses none of it up.
#[derive(Debug)]
pub(crate) struct Patience {
    lane: Lane,
    tries: u32,
    /// Refusals for want of points, in a row.
    pub(crate) throttles: u32,
}

impl Patience {
    pub(crate) fn new(lane: Lane) -> Self {
        Self { lane, tries: 0, throttles: 0 }
    }

    /// The wait before the next try: `asked` if the store named a time, else longer each time, with a jitter so that
    /// many callers do not come back as one. None when patience is at an end.
    pub(crate) fn next(&mut self, asked: Option<Duration>, random: &Random) -> Option<Duration> {
        self.tries += 1;
        self.throttles = 0;
        let most = match self.lane {
            Lane::Urgent => 2,
            _ => 5,
        };
        if self.tries >= most {
            return None;
        }
        let wait = asked.unwrap_or_else(|| {
            let longest = FIRST.saturating_mul(1 << (self.tries - 1).min(6)).min(LONGEST);
            longest.mul_f64(0.5 + random.fraction() / 2.0)
        });
        (self.lane != Lane::Urgent || wait <= IN_FRONT_OF_A_PAGE).then_some(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_longer_than_the_last_and_five_tries_are_all() {
        let (mut patience, random) = (Patience::new(Lane::Background), Random::seeded(1));
        for seconds in [1, 2, 4, 8] {
            let wait = patience.next(None, &random).unwrap();
            let most = Duration::from_secs(seconds);
            assert!(wait <= most && wait >= most / 2, "{wait:?} of {most:?}");
        }
        assert_eq!(patience.next(None, &random), None);
    }

    #[test]
    fn nobody_sits_a_minute_in_front_of_a_page() {
        let random = Random::seeded(1);
        let minute = Some(Duration::from_secs(60));
        assert_eq!(Patience::new(Lane::Urgent).next(minute, &random), None);
        assert_eq!(Patience::new(Lane::Background).next(minute, &random), minute);
    }
}
