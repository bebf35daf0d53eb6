use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use futures::poll;
use runtime::{Clock, ManualClock, Random};

use crate::Lane;
use crate::bucket::ThrottleStatus;
use crate::budget::permit::Permit;
use crate::budget::shared::{AT_ONCE, AT_ONCE_UNWATCHED};
use crate::budget::{Budget, Charged, Ledger, Local, Refusal, Settled, Statement};

fn world() -> (Clock, ManualClock, Budget) {
    let (clock, manual) = Clock::manual(DateTime::UNIX_EPOCH);
    let budget = Budget::alone(clock.clone(), &Random::seeded(1));
    (clock, manual, budget)
}

fn answer(available: f64) -> Charged {
    let status = ThrottleStatus { maximum_available: 1000.0, currently_available: available, restore_rate: 50.0 };
    Charged { status: Some(status), points: None, refused: false }
}

/// A store that has said how many points are left.
async fn with(available: f64) -> (Clock, ManualClock, Budget) {
    let (clock, manual, budget) = world();
    budget.reserve(&clock, 1, Lane::Urgent).await.unwrap().settle(answer(available), &clock);
    (clock, manual, budget)
}

#[tokio::test]
async fn a_call_waits_exactly_until_its_points_have_run_in_since_the_store_told_of_them() {
    // 50 points run in each second, also before the call.
    for (available, elapsed, cost, milliseconds) in
        [(100.0, 0, 300, 4_000), (50.0, 0, 150, 2_000), (50.0, 2_000, 200, 1_000)]
    {
        let (clock, manual, budget) = with(available).await;
        manual.advance(Duration::from_millis(elapsed));
        let waiting = budget.reserve(&clock, cost, Lane::Urgent);
        tokio::pin!(waiting);
        assert!(poll!(&mut waiting).is_pending());
        manual.advance(Duration::from_millis(milliseconds - 1));
        assert!(poll!(&mut waiting).is_pending(), "{cost} points in less than {milliseconds} ms");
        manual.advance(Duration::from_millis(1));
        assert!(poll!(&mut waiting).is_ready(), "{cost} points in {milliseconds} ms");
    }
}

#[tokio::test]
async fn a_call_that_costs_nothing_does_not_wait_where_points_are_in_hand() {
    let (clock, _manual, budget) = with(1000.0).await;
    let free = budget.reserve(&clock, 0, Lane::Background);
    tokio::pin!(free);
    assert!(poll!(&mut free).is_ready());
}

#[tokio::test]
async fn a_fifth_is_left_to_people() {
    let (clock, manual, budget) = with(300.0).await;
    let background = budget.reserve(&clock, 150, Lane::Background);
    tokio::pin!(background);
    assert!(poll!(&mut background).is_pending());
    let urgent = budget.reserve(&clock, 150, Lane::Urgent);
    tokio::pin!(urgent);
    assert!(poll!(&mut urgent).is_ready());
    manual.advance(Duration::from_secs(4));
    assert!(poll!(&mut background).is_ready(), "200 of 1,000 points are left then");
}

#[tokio::test]
async fn a_person_overtakes_and_the_others_keep_their_order() {
    let (clock, _manual, budget) = with(1000.0).await;
    let mut permits: Vec<Permit<'_>> = Vec::new();
    for place in 0..AT_ONCE {
        let lane = if place < AT_ONCE_UNWATCHED { Lane::Orders } else { Lane::Urgent };
        permits.push(budget.reserve(&clock, 1, lane).await.unwrap());
    }
    let (first, second) = (budget.reserve(&clock, 1, Lane::Orders), budget.reserve(&clock, 1, Lane::Orders));
    let urgent = budget.reserve(&clock, 1, Lane::Urgent);
    tokio::pin!(first, second, urgent);
    assert!(poll!(&mut first).is_pending() && poll!(&mut second).is_pending() && poll!(&mut urgent).is_pending());
    permits.pop();
    assert!(poll!(&mut second).is_pending() && poll!(&mut first).is_pending());
    assert!(poll!(&mut urgent).is_ready(), "and it is over at once");
    permits.truncate(AT_ONCE_UNWATCHED as usize);
    assert!(poll!(&mut first).is_pending(), "two places are left to people");
    permits.pop();
    assert!(poll!(&mut second).is_pending());
    assert!(poll!(&mut first).is_ready());
}

#[tokio::test]
async fn orders_go_before_stock_and_stock_before_the_rest_but_nothing_waits_for_ever() {
    let (clock, manual, budget) = with(0.0).await;
    let old = budget.reserve(&clock, 300, Lane::Background);
    tokio::pin!(old);
    assert!(poll!(&mut old).is_pending());
    manual.advance(Duration::from_millis(100));
    let stock = budget.reserve(&clock, 10, Lane::Stock);
    let orders = budget.reserve(&clock, 10, Lane::Orders);
    tokio::pin!(stock, orders);
    assert!(poll!(&mut stock).is_pending() && poll!(&mut orders).is_pending());
    manual.advance(Duration::from_secs(5));
    assert!(poll!(&mut old).is_pending() && poll!(&mut stock).is_pending());
    assert!(poll!(&mut orders).is_ready() && poll!(&mut stock).is_ready() && poll!(&mut old).is_pending());
    manual.advance(Duration::from_secs(16));
    let late = budget.reserve(&clock, 10, Lane::Orders);
    tokio::pin!(late);
    assert!(poll!(&mut late).is_pending(), "what has waited for 20 seconds is not overtaken any more");
    assert!(poll!(&mut old).is_ready());
}

#[tokio::test]
async fn one_who_no_longer_waits_holds_nobody_up() {
    let (clock, _manual, budget) = with(100.0).await;
    {
        let gone = budget.reserve(&clock, 900, Lane::Urgent);
        tokio::pin!(gone);
        assert!(poll!(&mut gone).is_pending());
    }
    let next = budget.reserve(&clock, 100, Lane::Urgent);
    tokio::pin!(next);
    assert!(poll!(&mut next).is_ready());
}

#[tokio::test]
async fn more_than_the_bucket_holds_is_refused_at_once() {
    let (clock, _manual, budget) = with(100.0).await;
    let refused = budget.reserve(&clock, 1001, Lane::Background).await.err();
    assert_eq!(refused, Some(Refusal::TooMuch { maximum: 1000 }));
}

#[tokio::test]
async fn what_is_under_way_is_not_counted_as_there() {
    let (clock, _manual, budget) = with(1000.0).await;
    let first = budget.reserve(&clock, 400, Lane::Urgent).await.unwrap();
    let second = budget.reserve(&clock, 400, Lane::Urgent).await.unwrap();
    first.settle(answer(600.0), &clock);
    let third = budget.reserve(&clock, 300, Lane::Urgent);
    tokio::pin!(third);
    assert!(poll!(&mut third).is_pending(), "200 are left once the second has reached the store");
    second.settle(answer(600.0), &clock);
    assert!(poll!(&mut third).is_ready(), "it has cost nothing in the end");
}

#[tokio::test]
async fn points_of_a_request_that_was_not_sent_come_back() {
    let (clock, _manual, budget) = world();
    budget.reserve(&clock, 2000, Lane::Urgent).await.unwrap().give_back(&clock);
    let again = budget.reserve(&clock, 2000, Lane::Urgent);
    tokio::pin!(again);
    assert!(poll!(&mut again).is_ready());
}

#[tokio::test]
async fn before_the_store_has_said_how_large_its_bucket_is_one_call_is_sent() {
    let (clock, _manual, budget) = world();
    let probe = budget.reserve(&clock, 1, Lane::Orders).await.unwrap();
    let next = budget.reserve(&clock, 1, Lane::Orders);
    tokio::pin!(next);
    assert!(poll!(&mut next).is_pending());
    probe.settle(answer(1000.0), &clock);
    assert!(poll!(&mut next).is_ready());
}

/// A ledger that wants to be left alone for a while.
#[derive(Debug)]
struct Paced(Local);

impl Ledger for Paced {
    fn settle(&self, statement: Statement) -> Settled<'_> {
        self.0.settle(statement)
    }

    fn pace(&self) -> Duration {
        Duration::from_millis(250)
    }
}

#[tokio::test]
async fn whoever_has_told_of_a_new_store_does_not_wait_before_the_next_call() {
    let (clock, _manual) = Clock::manual(DateTime::UNIX_EPOCH);
    let budget = Budget::shared(Arc::new(Paced(Local::new(clock.clone()))), &Random::seeded(1));
    budget.reserve(&clock, 1, Lane::Orders).await.unwrap().settle(answer(1000.0), &clock);
    budget.introduce(&clock).await;
    let next = budget.reserve(&clock, 1, Lane::Orders);
    tokio::pin!(next);
    assert!(poll!(&mut next).is_ready());
}
