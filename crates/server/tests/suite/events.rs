use std::time::Duration;

use axum::body::Body;
use axum::http::Method;
use axum::response::Response;
use database::{Engine, Notice};
use http_body_util::BodyExt;
use rstest::rstest;
use serde_json::json;
use tower::ServiceExt;

use crate::world::World;

async fn open(world: &World) -> Body {
    let request = world.call(Method::GET, "/api/v1/events").header("accept-encoding", "gzip").request();
    let response: Response = world.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    response.into_body()
}

async fn next(body: &mut Body) -> Option<String> {
    let frame = body.frame().await?.unwrap();
    Some(String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap())
}

#[rstest]
#[tokio::test]
async fn a_change_is_told_after_its_commit(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let mut events = open(&world).await;
    let tell = |tx: database::Tx| async move { tx.notify(Notice::new("jobQueueEntries", "1")).await };
    world.app.db.write(tell).await.unwrap();
    let event = next(&mut events).await.unwrap();
    assert!(event.contains("event: change"), "{event}");
    assert!(event.contains(r#"data: {"topic":"jobQueueEntries","id":"1","version":1772442000000000}"#), "{event}");
}

/// The topics and ids that are told until one of this topic is, itself included.
async fn until(events: &mut Body, topic: &str) -> Vec<(String, String)> {
    let mut told = Vec::new();
    loop {
        let event = next(events).await.unwrap();
        let data = event.lines().find_map(|line| line.strip_prefix("data: ")).unwrap();
        let change: serde_json::Value = serde_json::from_str(data).unwrap();
        let text = |name: &str| change[name].as_str().unwrap().to_owned();
        told.push((text("topic"), text("id")));
        if text("topic") == topic {
            return told;
        }
    }
}

#[rstest]
#[tokio::test]
async fn what_the_back_office_makes_is_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let mut events = open(&world).await;
    world.sales_order("#1001").await;
    let customer = world.read("/api/v1/customers").await.expect(200)["value"][0].clone();
    let order = world.read("/api/v1/salesOrders").await.expect(200)["value"][0].clone();
    let id = |record: &serde_json::Value| record["id"].as_str().unwrap().to_owned();
    let expected = [("customers".to_owned(), id(&customer)), ("salesOrders".to_owned(), id(&order))];
    assert_eq!(until(&mut events, "salesOrders").await, expected);

    let change = world.call(Method::PATCH, format!("/api/v1/customers/{}", id(&customer))).header("if-match", "*");
    change.body(json!({"displayName": "Kari Nordmann"})).send(&world.router).await.expect(200);
    assert_eq!(until(&mut events, "customers").await, [("customers".to_owned(), id(&customer))]);
    let item = world.call(Method::POST, "/api/v1/items").body(json!({"displayName": "Cap"}));
    let item = item.send(&world.router).await.expect(201);
    let mut told = until(&mut events, "items").await;
    // Both changes are in the change log, too.
    told.retain(|(topic, _)| topic != "auditLogEntries");
    assert_eq!(told, [("items".to_owned(), id(&item))]);
}

#[tokio::test]
async fn the_cues_are_told_of_at_once_and_then_twice_a_second_however_much_changes() {
    let world = World::new(Engine::Sqlite).await;
    let mut events = open(&world).await;
    let change = |id: u32| {
        let tell =
            move |tx: database::Tx| async move { tx.notify(Notice::new("skippedRecords", id.to_string())).await };
        world.app.db.write(tell)
    };
    change(1).await.unwrap();
    let told = |topic: &str, id: &str| (topic.to_owned(), id.to_owned());
    assert_eq!(until(&mut events, "cues").await, [told("skippedRecords", "1"), told("cues", "")]);
    while world.clock.sleepers() == 0 {
        tokio::task::yield_now().await;
    }
    change(2).await.unwrap();
    change(3).await.unwrap();
    until(&mut events, "skippedRecords").await;
    until(&mut events, "skippedRecords").await;
    world.clock.advance(Duration::from_millis(500));
    assert_eq!(until(&mut events, "cues").await, [told("cues", "")], "once for both");
    change(4).await.unwrap();
    assert_eq!(until(&mut events, "skippedRecords").await, [told("skippedRecords", "4")]);
}

#[rstest]
#[tokio::test]
async fn a_silent_stream_shows_that_it_is_alive_and_ends_with_the_server() {
    let world = World::new(Engine::Sqlite).await;
    let mut events = open(&world).await;
    let (clock, shutdown) = (world.clock.clone(), world.app.shutdown.clone());
    let before = clock.sleepers();
    let pass_time = async {
        while clock.sleepers() <= before {
            tokio::task::yield_now().await;
        }
        clock.advance(Duration::from_secs(15));
    };
    let (comment, ()) = tokio::join!(next(&mut events), pass_time);
    assert_eq!(comment.as_deref(), Some(": still here\n\n"));
    shutdown.request();
    assert_eq!(next(&mut events).await, None);
}
