use std::time::Duration;

use crate::Lane;
use crate::budget::shared::{AT_ONCE, AT_ONCE_UNWATCHED};
use crate::budget::{Grant, Seen, Shared, Statement, Wants};

/// A ledger of a store that holds 1,000 points, restores 50 a second and has just said what is there.
struct Desk {
    shared: Shared,
    now: Duration,
}

impl Desk {
    fn new(available: f64) -> Self {
        let mut desk = Self { shared: Shared::default(), now: Duration::from_secs(1000) };
        // By a process that is gone when its 300 points have run in.
        desk.settle(Statement { seen: Some(seen(available - 300.0)), ..idle(99, 0.0) });
        desk.now += Duration::from_secs(6);
        desk
    }

    fn settle(&mut self, statement: Statement) -> Grant {
        self.shared.settle(self.now, &statement)
    }

    fn pass(&mut self, milliseconds: u64) {
        self.now += Duration::from_millis(milliseconds);
    }
}

fn seen(available: f64) -> Seen {
    Seen { available, uncertain: 0.0, maximum: 1000.0, rate: 50.0, refused: false }
}

fn idle(member: u64, held: f64) -> Statement {
    Statement { member, held, in_flight: 0, wants: None, seen: None }
}

fn wants(member: u64, lane: Lane, cost: f64) -> Statement {
    let wants = Wants { lane, waited: Duration::ZERO, first: cost, all: cost, calls: 1 };
    Statement { wants: Some(wants), ..idle(member, 0.0) }
}

#[test]
fn a_killed_process_holds_its_slice_for_five_seconds() {
    let mut desk = Desk::new(900.0);
    assert!(desk.settle(wants(1, Lane::Orders, 700.0)).points >= 700.0);
    assert_eq!(desk.settle(wants(2, Lane::Urgent, 500.0)).points, 0.0);
    desk.pass(2000);
    desk.settle(wants(2, Lane::Urgent, 500.0));
    desk.pass(3000);
    assert!(desk.settle(wants(2, Lane::Urgent, 500.0)).points >= 500.0);
}

#[test]
fn a_slice_that_was_written_by_a_clock_gone_wrong_is_taken_back() {
    let mut desk = Desk::new(900.0);
    assert!(desk.settle(wants(1, Lane::Orders, 700.0)).points >= 700.0);
    desk.now -= Duration::from_secs(600);
    assert!(desk.settle(wants(2, Lane::Urgent, 500.0)).points >= 500.0);
}

#[test]
fn how_a_budget_stands_is_seen_without_changing_it() {
    let mut desk = Desk::new(300.0);
    let standing = |desk: &Desk| desk.shared.standing(desk.now);
    assert_eq!((standing(&desk).level, standing(&desk).processes), (300.0, 0));
    let grant = desk.settle(wants(1, Lane::Urgent, 100.0));
    assert_eq!(desk.settle(wants(2, Lane::Orders, 200.0)).points, 0.0);
    let before = desk.shared.clone();
    let seen = standing(&desk);
    assert_eq!((seen.known, seen.maximum, seen.rate, seen.processes), (true, 1000.0, 50.0, 2));
    assert_eq!((seen.level, seen.held, seen.waiting), (300.0 - grant.points, grant.points, 200.0));
    let missing = 200.0 + 200.0 - seen.level;
    assert_eq!(seen.wait, Duration::from_secs_f64(missing / 50.0), "a fifth of the bucket is left to people");
    desk.pass(5000);
    let later = standing(&desk);
    assert_eq!((later.level, later.held, later.waiting, later.wait), (550.0, 0.0, 0.0, Duration::ZERO));
    assert_eq!(desk.shared, before);
}

#[test]
fn a_budget_of_a_store_that_has_said_nothing_is_not_known() {
    let standing = Shared::default().standing(Duration::from_secs(1000));
    assert_eq!((standing.known, standing.level, standing.wait), (false, 2000.0, Duration::ZERO));
}

#[test]
fn what_is_not_spent_comes_back() {
    let mut desk = Desk::new(900.0);
    let grant = desk.settle(wants(1, Lane::Orders, 700.0));
    assert_eq!(desk.settle(idle(1, grant.points)).points, 0.0);
    assert!(desk.settle(wants(2, Lane::Orders, 700.0)).points >= 700.0);
}

#[test]
fn a_person_in_another_process_goes_first() {
    let mut desk = Desk::new(300.0);
    assert_eq!(desk.settle(wants(1, Lane::Urgent, 400.0)).points, 0.0);
    desk.pass(1900);
    let other = desk.settle(wants(2, Lane::Orders, 10.0));
    assert_eq!(other.points, 0.0, "the points that run in are left to the one who waits");
    desk.pass(100);
    assert!(desk.settle(wants(1, Lane::Urgent, 400.0)).points >= 400.0);
}

#[test]
fn the_earlier_call_of_another_process_goes_first() {
    let mut desk = Desk::new(250.0);
    assert_eq!(desk.settle(wants(1, Lane::Orders, 100.0)).points, 0.0);
    assert_eq!(desk.settle(wants(2, Lane::Background, 10.0)).points, 0.0);
    desk.pass(1000);
    assert_eq!(desk.settle(wants(2, Lane::Background, 10.0)).points, 0.0);
    assert!(desk.settle(wants(1, Lane::Orders, 100.0)).points >= 100.0);
}

#[test]
fn two_in_a_small_store_never_wait_for_what_the_other_holds() {
    let small = Seen { available: 40.0, uncertain: 0.0, maximum: 40.0, rate: 2.0, refused: false };
    let mut shared = Shared::default();
    let mut now = Duration::from_secs(1000);
    shared.settle(now, &Statement { seen: Some(small), ..idle(1, 0.0) });
    let mut calls = 0;
    let (mut held, mut since) = ([0.0; 2], [now; 2]);
    for turn in 0..1000 {
        now += Duration::from_millis(500);
        let member = turn % 2;
        let mut asked = Statement { held: held[member], ..wants(member as u64, Lane::Orders, 30.0) };
        asked.wants = asked.wants.map(|wants| Wants { waited: now - since[member], ..wants });
        held[member] = shared.settle(now, &asked).points;
        if held[member] >= 30.0 {
            held[member] -= 30.0;
            since[member] = now;
            calls += 1;
        }
    }
    assert!(calls >= 33, "{calls} calls of 30 points in 500 seconds at 2 points a second");
}

#[test]
fn what_another_program_spends_is_noticed() {
    let mut desk = Desk::new(900.0);
    let told = Statement { seen: Some(seen(100.0)), ..wants(1, Lane::Urgent, 500.0) };
    let grant = desk.settle(told);
    assert_eq!((grant.points, grant.level), (0.0, 100.0));
    assert_eq!(grant.wait, Duration::from_secs(2), "it shows itself again before its 8 seconds are over");
}

#[test]
fn points_that_were_counted_as_spent_and_were_not_come_back_with_the_next_answer() {
    let mut desk = Desk::new(900.0);
    let grant = desk.settle(wants(1, Lane::Urgent, 800.0));
    assert!(grant.level < 101.0);
    let told = Statement { held: grant.points - 800.0, seen: Some(seen(900.0)), ..idle(1, 0.0) };
    assert_eq!(desk.settle(told).level, 900.0);
}

#[test]
fn what_others_hold_is_not_taken_for_free_because_the_store_still_has_it() {
    let mut desk = Desk::new(900.0);
    let other = desk.settle(wants(2, Lane::Urgent, 600.0)).points;
    desk.settle(idle(1, 0.0));
    let told = Statement { seen: Some(seen(900.0)), ..idle(1, 0.0) };
    assert_eq!(desk.settle(told).level, 900.0 - other);
}

#[test]
fn a_plan_that_grows_is_believed_at_once() {
    let mut desk = Desk::new(900.0);
    desk.settle(idle(1, 0.0));
    let plus = Seen { available: 19_990.0, uncertain: 0.0, maximum: 20_000.0, rate: 1000.0, refused: false };
    let grant = desk.settle(Statement { seen: Some(plus), ..wants(1, Lane::Orders, 900.0) });
    assert_eq!((grant.maximum, grant.rate), (20_000.0, 1000.0));
    assert!(grant.level > 17_000.0 && grant.points >= 900.0, "{grant:?}");
}

#[test]
fn the_places_of_all_processes_together_are_bounded_and_shared() {
    let mut desk = Desk::new(1000.0);
    let many = |member, in_flight, lane| {
        let wants = Wants { lane, waited: Duration::ZERO, first: 1.0, all: 10.0, calls: 10 };
        Statement { in_flight, wants: Some(wants), ..idle(member, 0.0) }
    };
    assert_eq!(desk.settle(many(1, 0, Lane::Orders)).slots, AT_ONCE_UNWATCHED);
    assert_eq!(desk.settle(many(2, 0, Lane::Orders)).slots, 0);
    assert_eq!(desk.settle(many(3, 0, Lane::Urgent)).slots, AT_ONCE - AT_ONCE_UNWATCHED);
    assert_eq!(desk.settle(many(1, 6, Lane::Orders)).slots, 2, "the others wait: it lets its calls end");
    assert_eq!(desk.settle(many(1, 1, Lane::Orders)).slots, 2);
    assert_eq!(desk.settle(many(2, 0, Lane::Orders)).slots, 2);
}
