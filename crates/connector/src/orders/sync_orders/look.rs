//! What has changed since the watermark is looked at before it is read: most runs find nothing new, and the orders of the
//! last two minutes before the watermark, which a search may bring late, are not worth a page each time.
//!
//! Shopify tells the second in which an order changed, and it may change again in that second, after it was read. So an
//! order is not left unread because it says when it changed and that is known: what a look has found is read a second time
//! in a run a minute later, and only then, as long as every look finds the very same, nothing is read.

use std::fmt::Write;

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use shopify::documents::orders::GlancedOrder;

use crate::orders::import::digest;
use crate::watermark::{self, Look};

/// After so long nothing changes any more in the second in which an order was found to have changed.
const SETTLES: Duration = Duration::minutes(1);

/// Whether the watermark is one from which changes can be looked at: until the first sync is whole everything is read.
pub(super) const fn is_worth_it(watermark: &watermark::Model) -> bool {
    watermark.first_read_to.is_some() && watermark.last_updated_at.is_some()
}

/// Whether all of it was read already, and nothing else can have come of it since.
pub(super) fn is_known(watermark: &watermark::Model, look: &Look) -> bool {
    watermark.settled && watermark.seen == look.seen
}

/// What is written down of a look once all of it was read.
pub(super) fn look(watermark: &watermark::Model, found: &[GlancedOrder], now: DateTime<Utc>) -> Look {
    let seen = digest_of(found);
    let before = watermark.seen_at.filter(|_| watermark.seen == seen);
    let seen_at = before.unwrap_or(now);
    Look { settled: now - seen_at >= SETTLES, seen, seen_at }
}

fn digest_of(found: &[GlancedOrder]) -> String {
    let mut text = String::new();
    for order in found {
        let changed = order.updated_at.to_rfc3339_opts(SecondsFormat::Millis, true);
        // Writing to a text never fails.
        let _ = writeln!(text, "{} {changed}", order.id.inner());
    }
    digest(&[&text])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn changed(at: &str) -> Vec<GlancedOrder> {
        vec![GlancedOrder { id: shopify::Id::new("gid://shopify/Order/1"), updated_at: time(at) }]
    }

    fn after(look: &Look) -> watermark::Model {
        let Look { seen, seen_at, settled } = look.clone();
        watermark::Model { seen, seen_at: Some(seen_at), settled, ..watermark::Model::default() }
    }

    #[test]
    fn what_was_found_is_read_again_a_minute_later_and_then_no_more() {
        let found = changed("2026-03-01T10:00:00Z");
        let first = look(&watermark::Model::default(), &found, time("2026-03-01T10:00:00Z"));
        assert!(!is_known(&watermark::Model::default(), &first) && !first.settled);
        let soon = look(&after(&first), &found, time("2026-03-01T10:00:30Z"));
        assert!(!is_known(&after(&first), &soon) && !soon.settled, "it may have changed in that very second");
        let later = look(&after(&soon), &found, time("2026-03-01T10:01:00Z"));
        assert!(!is_known(&after(&soon), &later) && later.settled);
        let last = look(&after(&later), &found, time("2026-03-01T10:05:00Z"));
        assert!(is_known(&after(&later), &last) && last.settled);
    }

    #[test]
    fn whatever_else_is_found_is_read() {
        let found = changed("2026-03-01T10:00:00Z");
        let known = Look { seen: digest_of(&found), seen_at: time("2026-03-01T10:00:00Z"), settled: true };
        let other = look(&after(&known), &changed("2026-03-01T10:00:01Z"), time("2026-03-01T11:00:00Z"));
        assert!(!is_known(&after(&known), &other) && !other.settled);
        let none = look(&after(&known), &[], time("2026-03-01T11:00:00Z"));
        assert!(!is_known(&after(&known), &none));
    }
}
