//! Sync Disputes: what buyers' banks want back, followed until each is decided.

use connector::cues;
use connector::disputes::SYNC_DISPUTES;
use connector::disputes::options::{DisputeReason, DisputeStatus, DisputeType};
use connector::disputes::staged::{Column, Entity, Model};
use connector::setup_guide::recurring;
use connector::shops;
use database::Engine;
use devstore::{DEFAULT_DOMAIN, DisputeChange, Fault, FaultKind, NewDispute, PaymentsSettings};
use job_queue::{Filters, NewEntry, Outcome, log};
use rstest::rstest;
use rust_decimal::Decimal;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};

use crate::store::{kroner, line, order, place, with};
use crate::world::{SHOP, World, amount, kari};

/// An order that was paid by Shopify Payments.
async fn sold(world: &World) -> String {
    let payment = json!({ "kind": "SALE", "gateway": "shopify_payments", "amountSet": kroner("100.00") });
    place(&world.store, with(order(vec![line("1000", 1, "100.00")]), json!({ "transactions": [payment] }))).await
}

fn open(world: &World, new: NewDispute) -> String {
    world.store.handle().open_dispute(&new).unwrap()
}

/// A dispute that belongs to no order.
fn any(world: &World) -> String {
    open(world, NewDispute { amount: Some(Decimal::from(5)), kind: Some("INQUIRY".into()), ..NewDispute::default() })
}

fn change(world: &World, dispute: &str, change: DisputeChange) {
    world.store.handle().change_dispute(&DisputeChange { dispute: dispute.into(), ..change }).unwrap();
}

fn decide(world: &World, dispute: &str, status: &str) {
    change(world, dispute, DisputeChange { status: Some(status.into()), ..DisputeChange::default() });
}

async fn disputes(world: &World) -> Vec<Model> {
    world.read(Entity::find().order_by_asc(Column::ShopifyDisputeId)).await
}

/// Fetched, created, updated, unchanged, calls and points of a run.
async fn sync(world: &World) -> [u64; 6] {
    let done = world.run_with(SYNC_DISPUTES, Filters::new()).await;
    [done.fetched, done.created, done.updated, done.unchanged, done.calls, done.points]
}

#[rstest]
#[tokio::test]
async fn a_dispute_comes_whole_with_one_call_and_says_nothing_new_the_next_time(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let order = sold(&world).await;
    let network_reason_code = Some("4855".to_owned());
    let reason = Some("PRODUCT_NOT_RECEIVED".to_owned());
    let id =
        open(&world, NewDispute { order: Some(order.clone()), reason, network_reason_code, ..NewDispute::default() });
    let opened = world.store.handle();
    world.forget_calls();

    assert_eq!(sync(&world).await, [1, 1, 0, 0, 1, 36]);
    let dispute = disputes(&world).await.remove(0);
    let number = |gid: &str| gid.rsplit('/').next().unwrap().parse::<i64>().unwrap();
    assert_eq!((dispute.shopify_dispute_id, dispute.source_order_id), (number(&id), number(&order)));
    assert_eq!((dispute.store.as_str(), dispute.shop_code.as_str()), (DEFAULT_DOMAIN, SHOP));
    assert_eq!(dispute.shopify_order_number, "#1001");
    assert_eq!((dispute.kind.clone(), dispute.status.clone()), (DisputeType::Chargeback, DisputeStatus::NeedsResponse));
    assert_eq!((dispute.shopify_status.as_str(), dispute.network_reason_code.as_str()), ("NEEDS_RESPONSE", "4855"));
    assert_eq!((dispute.reason.clone(), dispute.amount), (DisputeReason::ProductNotReceived, amount("100")));
    assert_eq!((dispute.currency.as_str(), dispute.is_decided), ("NOK", false));
    let due = dispute.evidence_due_by.unwrap();
    assert_eq!(due - dispute.initiated_at, chrono::TimeDelta::days(10));
    assert_eq!((dispute.evidence_sent_on, dispute.finalized_on), (None, None));
    assert_eq!(opened.summary().calls, 1);

    assert_eq!(sync(&world).await, [1, 0, 0, 1, 1, 21], "a small page, of what is new and of what is not decided");
    assert_eq!(disputes(&world).await, [dispute]);
}

/// Example E28.
#[rstest]
#[case("WON", DisputeStatus::Won)]
#[case("LOST", DisputeStatus::Lost)]
#[case("ACCEPTED", DisputeStatus::Accepted)]
#[case("PREVENTED", DisputeStatus::Prevented)]
#[case("CHARGE_REFUNDED", DisputeStatus::ChargeRefunded)]
#[tokio::test]
async fn a_dispute_is_followed_until_it_is_decided_and_no_longer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] decision: &str,
    #[case] status: DisputeStatus,
) {
    let world = World::new(engine).await;
    let order = Some(sold(&world).await);
    let id = open(&world, NewDispute { order, ..NewDispute::default() });
    sync(&world).await;
    world.advance(60);
    change(&world, &id, DisputeChange { evidence_sent: true, ..DisputeChange::default() });
    assert_eq!(sync(&world).await, [1, 0, 1, 0, 1, 21]);
    let reviewed = disputes(&world).await.remove(0);
    assert_eq!((reviewed.status.clone(), reviewed.is_decided), (DisputeStatus::UnderReview, false));
    assert_eq!(reviewed.evidence_sent_on.unwrap() - reviewed.initiated_at, chrono::TimeDelta::hours(1));
    assert_eq!(reviewed.evidence_due_by.unwrap() - reviewed.initiated_at, chrono::TimeDelta::days(10));

    world.advance(60);
    decide(&world, &id, decision);
    assert_eq!(sync(&world).await, [1, 0, 1, 0, 1, 21]);
    let decided = disputes(&world).await.remove(0);
    assert_eq!((decided.status.clone(), decided.shopify_status.as_str()), (status, decision));
    assert_eq!(decided.finalized_on.unwrap() - decided.initiated_at, chrono::TimeDelta::hours(2));
    assert!(decided.is_decided);

    assert_eq!(sync(&world).await, [0, 0, 0, 0, 1, 18], "only what is new is asked for");
    let next = any(&world);
    assert_eq!(sync(&world).await, [1, 1, 0, 0, 1, 18]);
    decide(&world, &next, "WON");
    assert_eq!(sync(&world).await[..3], [1, 0, 1]);
}

#[rstest]
#[tokio::test]
async fn a_dispute_that_waits_for_an_answer_is_counted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (first, _) = (any(&world), any(&world));
    sync(&world).await;
    let now = world.now();
    let waiting = async |shop: Option<&str>| {
        let all = world.test.db.read(|r| async move { cues::cues(&r, "KARI", now, shop).await }).await.unwrap();
        all.into_iter().find(|cue| cue.name == "disputesNeedingResponse").map(|cue| (cue.count, cue.entity))
    };
    assert_eq!(waiting(None).await, Some((2, "shopifyDisputes")));
    change(&world, &first, DisputeChange { evidence_sent: true, ..DisputeChange::default() });
    sync(&world).await;
    assert_eq!(waiting(Some(SHOP)).await, Some((1, "shopifyDisputes")));
}

#[rstest]
#[tokio::test]
async fn values_that_came_later_are_kept_as_shopify_says_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    any(&world);
    let path: Vec<Value> = ["shopifyPaymentsAccount", "disputes", "nodes"].map(Value::from).to_vec();
    let operation = Some("Disputes".to_owned());
    let fault = Fault { operation, path, ..Fault::of(FaultKind::UnknownEnum) };
    world.store.handle().set_faults(vec![fault], 1);
    assert_eq!(sync(&world).await[..2], [1, 1]);
    let dispute = disputes(&world).await.remove(0);
    let word = "Unknown To Every Client";
    assert_eq!(dispute.status, DisputeStatus::Other(word.to_owned()));
    assert_eq!(dispute.kind, DisputeType::Other(word.to_owned()));
    assert_eq!(dispute.reason, DisputeReason::Other(word.to_owned()));
    assert_eq!((dispute.shopify_status.as_str(), dispute.is_decided), ("UNKNOWN_TO_EVERY_CLIENT", false));
    assert_eq!((dispute.source_order_id, dispute.shopify_order_number.as_str()), (0, ""));

    assert_eq!(sync(&world).await[..4], [1, 0, 1, 0], "it is asked for again, and is known by then");
    assert_eq!(disputes(&world).await[0].status, DisputeStatus::NeedsResponse);
}

#[rstest]
#[tokio::test]
async fn a_store_without_shopify_payments_has_no_disputes_and_that_is_said(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let settings = PaymentsSettings { active: Some(false), ..PaymentsSettings::default() };
    world.store.handle().set_payments(&settings).unwrap();
    let log = world.log_of(SYNC_DISPUTES, Filters::new()).await;
    assert_eq!(log.result, Outcome::Success);
    assert_eq!(log.error_message, "devstore.myshopify.com does without Shopify Payments: it has no disputes");
    assert_eq!((log.summary().unwrap().calls, disputes(&world).await.len()), (1, 0));
}

#[rstest]
#[case(&["read_orders", "read_shopify_payments_disputes"], "read_shopify_payments_accounts")]
#[case(&["read_orders", "read_shopify_payments_accounts"], "read_shopify_payments_disputes")]
#[case(&["read_products", "read_shopify_payments", "read_shopify_payments_disputes"], "read_orders")]
#[tokio::test]
async fn what_the_app_lacks_is_said_in_one_sentence_and_nothing_is_asked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] granted: &[&str],
    #[case] lacking: &str,
) {
    let world = World::new(engine).await;
    world.store.handle().grant_scopes(None, granted).unwrap();
    shops::test(&world.connector, SHOP).await.unwrap();
    world.forget_calls();
    let log = world.log_of(SYNC_DISPUTES, Filters::new()).await;
    assert_eq!((log.result, world.calls()), (Outcome::Error, (0, 0)));
    let sentence = format!(
        "the app of the shop DEMO lacks the access scope {lacking}: grant it in Shopify, then test the connection on the \
         shop card"
    );
    assert_eq!(log.error_message, sentence);
}

#[rstest]
#[tokio::test]
async fn cards_of_one_store_share_its_disputes_and_how_far_they_have_been_read(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.add_shop("POS").await;
    let id = any(&world);
    sync(&world).await;
    decide(&world, &id, "WON");
    sync(&world).await;
    let by_pos = connector::Sync { shop: "POS".into(), ..world.sync(SYNC_DISPUTES, Filters::new()) };
    connector::sync(&world.connector, &world.queue, &kari(), &by_pos).await.unwrap();
    any(&world);
    world.forget_calls();
    world.work().await;
    assert_eq!(world.calls(), (1, 18), "what one card has read is not read by another");
    let [first, second] = <[_; 2]>::try_from(disputes(&world).await).unwrap();
    assert_eq!((first.shop_code.as_str(), second.shop_code.as_str()), (SHOP, "POS"));

    world.forget_calls();
    let both = &NewEntry { filters: Filters::new().with("Shop.code", "DEMO|POS"), ..NewEntry::now(SYNC_DISPUTES) };
    let queue = &world.queue;
    world.test.db.write(|tx| async move { queue.enqueue(&tx, both).await }).await.unwrap();
    world.work().await;
    let done =
        world.read(log::Entity::find().order_by_desc(log::Column::EntryNumber)).await.remove(0).summary().unwrap();
    assert_eq!((done.calls, done.unchanged, world.calls().0), (1, 1, 1), "a store is asked once");
}

#[rstest]
#[tokio::test]
async fn as_many_disputes_as_there_may_be_come_by_pages_and_a_page_that_fails_loses_none(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let ids: Vec<String> = (0..260).map(|_| any(&world)).collect();
    let refused =
        Fault { operation: Some("Disputes".to_owned()), after: 1, status: Some(400), ..Fault::of(FaultKind::Status) };
    world.store.handle().set_faults(vec![refused], 1);
    assert_eq!(world.log_of(SYNC_DISPUTES, Filters::new()).await.result, Outcome::Error);
    assert_eq!(disputes(&world).await.len(), 0);

    assert_eq!(sync(&world).await, [260, 260, 0, 0, 2, 72]);
    decide(&world, &ids[3], "LOST");
    decide(&world, &ids[250], "LOST");
    any(&world);
    assert_eq!(sync(&world).await[..5], [261, 1, 2, 258, 2], "260 that are not decided are named in two calls");
}

#[rstest]
#[tokio::test]
async fn disputes_recur_for_a_shop_that_is_paid_by_shopify_and_may_read_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let recurs = async || {
        let jobs = recurring::preview(&world.connector, &world.queue, SHOP).await.unwrap();
        jobs.into_iter().find(|job| job.object == SYNC_DISPUTES).map(|job| (job.category, job.minutes))
    };
    assert_eq!(recurs().await, None);
    sold(&world).await;
    world.sync_orders().await;
    assert_eq!(recurs().await, Some(("SHPFYPAY", 360)));
    world.store.handle().grant_scopes(None, &["read_orders", "read_customers", "read_products"]).unwrap();
    shops::test(&world.connector, SHOP).await.unwrap();
    assert_eq!(recurs().await, None);
}
