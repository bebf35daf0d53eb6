use stateright::{Checker, HasDiscoveries, Model};

use super::properties::{ONE_RUN, OWN_CALLS, OWN_WRITES};
use super::rules::{QueueModel, Rescuer, Rules};

/// Looks at every state, and gives how many there are.
fn states(model: QueueModel) -> usize {
    let checker = model.checker().symmetry().spawn_dfs().join();
    checker.assert_properties();
    checker.unique_state_count()
}

/// Looks for what is wrong, and gives what must not be and is.
fn wrong(rules: Rules) -> Vec<&'static str> {
    let model = QueueModel { rules, ..QueueModel::real([false, false]) };
    let checker = model.checker().finish_when(HasDiscoveries::AnyFailures).spawn_bfs().join();
    let found = checker.discoveries();
    let mut found: Vec<_> =
        [ONE_RUN, OWN_WRITES, OWN_CALLS].into_iter().filter(|name| found.contains_key(name)).collect();
    found.sort_unstable();
    found
}

#[test]
fn whatever_happens_in_whatever_order_two_single_runs_keep_what_is_guaranteed() {
    let states = states(QueueModel { acts: 2, rescues: 1, ..QueueModel::real([false, false]) });
    assert!(states > 50_000, "{states} states are too few to mean something");
}

#[test]
fn whatever_happens_in_whatever_order_a_recurring_entry_keeps_what_is_guaranteed() {
    let states = states(QueueModel::real([true, false]));
    assert!(states > 50_000, "{states} states are too few to mean something");
}

#[test]
fn workers_that_freeze_and_die_do_no_harm() {
    let states = states(QueueModel { acts: 0, mishaps: 2, ..QueueModel::real([false, false]) });
    assert!(states > 10_000, "{states} states are too few to mean something");
}

#[test]
fn clocks_that_differ_by_a_third_of_the_lease_do_no_harm() {
    let rules = Rules { rescuer: Rescuer::IsAhead, ..Rules::REAL };
    let states = states(QueueModel { rules, acts: 0, ..QueueModel::real([false, false]) });
    assert!(states > 10_000, "{states} states are too few to mean something");
}

#[test]
fn a_worker_that_trusts_its_whole_lease_would_do_harm_when_clocks_differ() {
    assert_eq!(wrong(Rules { rescuer: Rescuer::IsAhead, two_thirds: false, ..Rules::REAL }), [OWN_CALLS]);
}

#[test]
fn a_rescuer_that_does_not_wait_for_the_lease_would_do_harm() {
    assert_eq!(wrong(Rules { rescuer: Rescuer::DoesNotWait, ..Rules::REAL }), [OWN_CALLS]);
}

#[test]
fn writes_that_do_not_compare_their_token_would_do_harm() {
    assert_eq!(wrong(Rules { fence: false, ..Rules::REAL }), [OWN_WRITES]);
}

#[test]
fn without_the_unique_key_two_runs_would_overlap() {
    assert_eq!(wrong(Rules { unique_key: false, ..Rules::REAL }), [ONE_RUN]);
}
