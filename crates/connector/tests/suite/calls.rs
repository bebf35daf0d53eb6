//! The log of calls: what is written down of them, what is hidden, and how long it stays.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::HeaderValue;
use axum::middleware::map_response;
use axum::response::Response;
use connector::calls::{self, Content, Contents, deprecated};
use connector::cues;
use connector::orders::SYNC_ORDERS;
use database::Engine;
use job_queue::Filters;
use outbound::Http;
use rstest::rstest;
use runtime::{Scope, Shutdown};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};

use crate::store::{self, line, order, with};
use crate::world::{SHOP, World, kari};

/// What is in the log, oldest first.
async fn logged(world: &World) -> Vec<(calls::Model, Content)> {
    world.connector.write_calls().await.unwrap();
    let query = calls::Entity::find().order_by_asc(calls::Column::EntryNumber);
    let read = |r| async move {
        let mut found = Vec::new();
        for entry in query.all(&r).await? {
            let content = Contents::find_by_id(entry.id).one(&r).await?.unwrap();
            found.push((entry, content));
        }
        database::Result::<_>::Ok(found)
    };
    world.test.db.read(read).await.unwrap()
}

async fn fail(world: &World, fault: Value) {
    world.store.handle().set_faults(vec![serde_json::from_value(fault).unwrap()], 1);
}

async fn count_of_cue(world: &World) -> u64 {
    let now = world.connector.clock().now();
    let all = world.test.db.read(|r| async move { cues::cues(&r, "KARI", now, None).await }).await.unwrap();
    all.iter().find(|cue| cue.name == "apiErrors").unwrap().count
}

/// Runs the sync of orders against a store that fails, while the clock moves on.
async fn sync_in_vain(world: &World) -> job_queue::log::Model {
    fail(world, json!({ "kind": "status", "status": 403, "times": 1 })).await;
    world.log_of(SYNC_ORDERS, Filters::new()).await
}

#[rstest]
#[tokio::test]
async fn a_call_that_failed_is_in_the_log_with_the_run_that_made_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.sync_orders().await;
    assert_eq!(logged(&world).await.len(), 0, "only errors are logged, as the card says");
    let run = sync_in_vain(&world).await;
    let log = logged(&world).await;
    let (entry, content) = &log[0];
    assert_eq!((log.len(), entry.status_code, entry.has_error, entry.reviewed), (1, 403, true, false));
    assert_eq!(
        (entry.shop_code.as_str(), entry.document.as_str(), entry.method.as_str()),
        (SHOP, "OrdersGlance", "POST")
    );
    assert_eq!(entry.url, "https://devstore.myshopify.com/admin/api/2026-10/graphql.json");
    assert_eq!((entry.job_queue_log_entry_id, entry.date_time), (Some(run.id), world.connector.clock().now()));
    assert!(entry.message.contains("403"), "{}", entry.message);
    let request: Value = serde_json::from_str(&content.request).unwrap();
    assert_eq!(request["operationName"], "OrdersGlance");
    let all = format!("{entry:?}{content:?}");
    assert!(!all.contains("shpat_") && !all.contains("x-shopify-access-token"), "no token is in the log");
    assert_eq!(count_of_cue(&world).await, 1);
}

#[rstest]
#[tokio::test]
async fn every_call_is_logged_when_the_card_says_all_and_none_when_it_says_disabled(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.set(&[("loggingMode", "All")]).await;
    let summary = world.sync_orders().await;
    let log = logged(&world).await;
    assert_eq!(log.len() as u64, summary.calls);
    let (entry, _) = &log[0];
    assert_eq!((entry.status_code, entry.has_error, entry.message.as_str()), (200, false, ""));
    assert_eq!(u64::try_from(entry.requested_query_cost).unwrap(), summary.points);
    assert!(entry.query_cost > 0 && entry.query_cost <= entry.requested_query_cost);
    assert_eq!(entry.api_version, "2026-10");
    assert_eq!(count_of_cue(&world).await, 0);

    world.set(&[("loggingMode", "Disabled")]).await;
    sync_in_vain(&world).await;
    assert_eq!(logged(&world).await.len(), log.len());
}

#[rstest]
#[tokio::test]
async fn who_bought_is_hidden_unless_the_card_keeps_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let personal = json!({
        "email": "kari@example.com", "note": "Ring the bell twice",
        "shippingAddress": { "firstName": "Kari", "lastName": "Nordmann", "address1": "Strandgaten 7", "city": "Bergen",
            "zip": "5013", "countryCode": "NO" },
    });
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), personal)).await;
    world.set(&[("loggingMode", "All")]).await;
    world.sync_orders().await;
    let (_, content) = logged(&world).await.pop().unwrap();
    for hidden in ["kari@", "Nordmann", "Strandgaten", "Ring the bell"] {
        assert!(!content.response.contains(hidden), "{hidden} is in the log");
    }
    assert!(content.response.contains("#1001") && content.response.contains("Product 1000"), "{}", content.response);

    world.set(&[("keepPersonalDataInLog", "true")]).await;
    world.advance(1);
    world.sync_orders().await;
    let (_, content) = logged(&world).await.pop().unwrap();
    assert!(content.response.contains("Strandgaten 7") && content.response.contains("kari@example.com"));
}

#[rstest]
#[tokio::test]
async fn what_nobody_has_looked_at_is_counted_for_a_week(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    sync_in_vain(&world).await;
    sync_in_vain(&world).await;
    let first = logged(&world).await[0].0.id;
    assert_eq!(count_of_cue(&world).await, 2);
    world.test.db.write(|tx| async move { calls::review(&tx, first).await }).await.unwrap();
    assert_eq!(count_of_cue(&world).await, 1);
    world.advance(8 * 24 * 60);
    assert_eq!(count_of_cue(&world).await, 0);
    let reviewed = world.test.db.write(|tx| async move { calls::review_all(&tx).await }).await.unwrap();
    assert_eq!(reviewed, 1);
}

#[rstest]
#[tokio::test]
async fn entries_are_deleted_when_they_have_had_their_time(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    sync_in_vain(&world).await;
    logged(&world).await;
    world.advance(20 * 24 * 60);
    sync_in_vain(&world).await;
    assert_eq!(logged(&world).await.len(), 2);
    assert_eq!(world.connector.delete_old_calls().await.unwrap(), 0);
    world.advance(11 * 24 * 60);
    assert_eq!(world.connector.delete_old_calls().await.unwrap(), 1, "a month is the card's default");
    world.set(&[("logRetentionDays", "0")]).await;
    world.advance(365 * 24 * 60);
    assert_eq!(world.connector.delete_old_calls().await.unwrap(), 0, "0 keeps them for ever");
    assert_eq!(logged(&world).await.len(), 1);
    let now = world.connector.clock().now();
    assert_eq!(calls::delete_older_than(&world.test.db, now).await.unwrap(), 1);
    let contents = Contents::find();
    let left = world.test.db.read(|r| async move { database::Result::<_>::Ok(contents.all(&r).await?) }).await.unwrap();
    assert_eq!(left, [], "the bodies go with their entries");
}

#[rstest]
#[tokio::test]
async fn what_waits_is_written_before_the_process_ends(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (mut scope, stop) = (Scope::new(), Shutdown::new());
    sync_in_vain(&world).await;
    scope.spawn(world.connector.clone().keep_calls(stop.clone()));
    stop.request();
    scope.join().await;
    let query = calls::Entity::find();
    let left = world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap();
    assert_eq!(left.len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_store_that_answers_with_another_version_is_told_once_on_the_card_and_in_the_log(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("apiVersion", "2031-01")]).await;
    for _ in 0..2 {
        world.advance(1);
        world.sync_orders().await;
    }
    let log = logged(&world).await;
    let shop = world.shop().await;
    assert!(!shop.served_api_version.is_empty() && shop.served_api_version != "2031-01");
    let said = format!("The store answers with version {} instead of 2031-01.", shop.served_api_version);
    assert_eq!((log.len(), log[0].0.message.as_str(), log[0].0.has_error), (1, said.as_str(), false));

    world.set(&[("apiVersion", "")]).await;
    world.advance(1);
    world.sync_orders().await;
    let log = logged(&world).await;
    assert_eq!((log.len(), log[1].0.message.as_str()), (2, "The store answers with version 2026-10 again."));
    assert_eq!(world.shop().await.served_api_version, "");
}

#[rstest]
#[tokio::test]
async fn only_the_pinned_version_and_newer_ones_can_be_chosen(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for (field, value, sentence) in [
        ("apiVersion", "2026-07", "is older than 2026-10"),
        ("apiVersion", "unstable", "no version of the Admin API"),
        ("logRetentionDays", "-1", "from 0 to 3650"),
    ] {
        let change = [(field.to_owned(), value.to_owned())];
        let error = connector::shops::set(&world.connector, &kari(), SHOP, &change).await.unwrap_err().to_string();
        assert!(error.contains(sentence), "{error}");
    }
}

#[rstest]
#[tokio::test]
async fn deprecated_members_are_written_down_once_for_each_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let is_said = Arc::new(AtomicBool::new(false));
    let said = is_said.clone();
    let between = move |store: axum::Router| {
        store.layer(map_response(move |mut response: Response| {
            if said.load(Ordering::Relaxed) {
                let members = HeaderValue::from_static("Order.email, Customer.phone");
                response.headers_mut().insert("x-shopify-api-deprecated-reason", members);
            }
            std::future::ready(response)
        }))
    };
    let world = World::with_network(engine, "NOK", |store, _| Http::in_process(between(store.router()))).await;
    let found = async || {
        world.connector.write_calls().await.unwrap();
        let query = deprecated::Entity::find();
        world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    };
    world.sync_orders().await;
    assert_eq!(found().await, []);
    is_said.store(true, Ordering::Relaxed);
    for days in 0..2 {
        world.advance(days * 24 * 60 + 1);
        world.sync_orders().await;
    }
    let used = found().await;
    assert_eq!((used.len(), used[0].document.as_str()), (1, "OrdersGlance"));
    assert_eq!(used[0].members, "Order.email, Customer.phone");
    assert!(used[0].last_seen_at > used[0].first_seen_at);
    assert_eq!(logged(&world).await.len(), 0, "it is no error");
}
