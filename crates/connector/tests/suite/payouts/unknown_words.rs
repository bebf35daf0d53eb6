//! What a store says in words that nobody knew.

use connector::payouts::options::{Group, PayoutStatus};
use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;

use super::{pay_out_as, payouts, sell, sync_payouts, transactions, world};
use crate::world::amount;

/// A fault by which the first record of a list has a word that no client knows.
fn unknown(list: &str, field: &str) -> Fault {
    let path = vec!["shopifyPaymentsAccount".into(), list.into(), "nodes".into(), 0.into(), field.into()];
    Fault { operation: Some("PaymentsPage".to_owned()), path, ..Fault::of(FaultKind::UnknownEnum) }
}

#[rstest]
#[tokio::test]
async fn a_type_of_transactions_that_came_later_is_kept_as_shopify_says_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "PAID");
    let twice = vec![unknown("new_transactions", "type"), unknown("transactions_of_payouts", "type")];
    world.store.handle().set_faults(twice, 1);
    assert_eq!(sync_payouts(&world).await.failed, 0);
    let said = &transactions(&world).await[0];
    assert_eq!((said.kind.as_str(), said.part), ("UNKNOWN_TO_EVERY_CLIENT", Group::Other));
    assert_eq!(said.description, "Unknown To Every Client");
    let made = &payouts(&world).await[0];
    assert_eq!((made.other_amount, made.fees_amount), (amount("100"), amount("-3.20")));
    assert!(made.unexplained_amount.is_zero());
}

#[rstest]
#[tokio::test]
async fn a_payout_that_stands_as_nobody_knew_is_followed(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "PAID");
    world.store.handle().set_faults(vec![unknown("new_payouts", "status"), unknown("open_payouts", "status")], 1);
    sync_payouts(&world).await;
    world.store.handle().set_faults(Vec::new(), 0);
    let word = "Unknown To Every Client".to_owned();
    assert_eq!(payouts(&world).await[0].status, PayoutStatus::Other(word));
    let done = sync_payouts(&world).await;
    assert_eq!((done.updated, done.calls), (1, 1));
    assert_eq!(payouts(&world).await[0].status, PayoutStatus::Paid);
}
