//! What people look at: cues, the version of the API, and the log of calls.

use std::time::Duration;

use axum::http::Method;
use chrono::{DateTime, Utc};
use connector::calls;
use database::Engine;
use rstest::rstest;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use server::Error;

use super::Desk;

/// E42.
#[rstest]
#[tokio::test]
async fn one_to_five_need_a_look_and_six_a_person(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.card(json!({ "customerImportFromShopify": "All Customers" })).await;
    let mut made = 0;
    for (count, style) in [(0, "favorable"), (1, "ambiguous"), (5, "ambiguous"), (6, "unfavorable")] {
        while made < count {
            made += 1;
            desk.in_store(json!({ "email": format!("c{made}@example.com") })).await;
        }
        desk.run(30100).await;
        let cue = desk.cue("unmappedCustomers").await;
        assert_eq!((&cue["count"], &cue["style"]), (&json!(count), &json!(style)));
    }
}

/// E43.
#[rstest]
#[tokio::test]
async fn synchronization_errors_count_tasks_and_making_documents_among_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let entry = async |object: i32| {
        let nowhere = json!({ "Shop.code": "NOWHERE" });
        let entry = json!({ "objectIdToRun": object, "filters": nowhere, "scope": "SHOP" });
        desk.make("jobQueueEntries", entry).await;
        desk.world.work().await;
    };
    for object in [30100, 30103, 30114] {
        entry(object).await;
    }
    desk.log_of(30104, json!({})).await;
    let cue = desk.cue("synchronizationErrors").await;
    assert_eq!((&cue["count"], &cue["businessCentral"]["count"]), (&json!(3), &json!(2)));
    // One that fails again is the same task; Business Central counts each run.
    entry(30100).await;
    let cue = desk.cue("synchronizationErrors").await;
    assert_eq!((&cue["count"], &cue["businessCentral"]["count"]), (&json!(3), &json!(3)));
    let list = desk.list("jobQueueLogEntries", &[("$filter", cue["filter"].as_str().unwrap())]).await;
    assert_eq!(list.len(), 3, "behind the cue are the runs that it counts");
}

/// E46.
///
/// Otherwise than in Business Central, no call is refused after the end: Shopify answers with a version that it has.
#[rstest]
#[case::a_year("2026-11-27", "Supported")]
#[case::four_months("2027-06-01", "Supported")]
#[case::sixty_days("2027-08-02", "Ends Soon")]
#[case::twenty_days("2027-09-11", "Ends Soon")]
#[case::since_yesterday("2027-10-02", "Ended")]
#[tokio::test]
async fn a_version_of_the_api_warns_before_and_after_its_end_and_blocks_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] day: &str,
    #[case] state: &str,
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    let noon: DateTime<Utc> = format!("{day}T12:00:00Z").parse().unwrap();
    if noon > desk.world.app.clock.now() {
        desk.world.clock.advance_to(noon);
    }
    let shop = desk.world.read(format!("/api/v1/shopifyShops/{}", desk.shop)).await.expect(200);
    assert_eq!((&shop["apiVersionState"], &shop["updateApiVersionBefore"]), (&json!(state), &json!("2027-10-01")));
    desk.in_store(super::claudia(json!([super::address(json!({}))]))).await;
    assert_eq!(desk.run(30100).await["created"], 1, "calls go on");
}

/// E48.
#[rstest]
#[case::three_days(500, 3, None)]
#[case::fourteen_days(503, 14, None)]
#[case::fifteen_days(500, 15, Some("of the last 14 days"))]
#[case::no_error_of_shopify(200, 3, Some("status 500 and above"))]
#[tokio::test]
async fn a_call_is_reported_to_the_support_when_the_fault_was_shopifys_and_for_two_weeks(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] status: i32,
    #[case] days: u64,
    #[case] refused: Option<&str>,
) {
    let desk = Desk::new(engine).await;
    desk.card(json!({ "loggingMode": "All" })).await;
    desk.takes_everyone().await;
    desk.run(30100).await;
    desk.world.app.connector.write_calls().await.unwrap();
    let answered =
        &calls::Entity::update_many().set(calls::ActiveModel { status_code: Set(status), ..Default::default() });
    let write = |tx| async move { Ok::<_, Error>(answered.clone().exec(&tx).await?) };
    desk.world.app.db.write(write).await.unwrap();
    desk.world.clock.advance(Duration::from_secs(days * 24 * 3_600));
    let entry = desk.list("shopifyLogEntries", &[]).await.remove(0);
    let path = format!("/api/v1/shopifyLogEntries/{}/supportReport", entry["id"].as_str().unwrap());
    let report = desk.world.read(path).await;
    match refused {
        None => assert!(report.text.contains(&format!("HTTP status: {status}")), "{}", report.text),
        Some(why) => {
            let message = report.message(409);
            assert!(message.contains(why), "{message}");
        }
    }
}

#[rstest]
#[tokio::test]
async fn reading_again_begins_at_the_last_sync_and_never_leaves_anything_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    desk.in_store(super::claudia(json!([super::address(json!({}))]))).await;
    desk.world.clock.advance(Duration::from_secs(3_600));
    desk.run(30100).await;
    let last = desk.last_sync("Customers").await;
    assert_eq!(last, json!(desk.world.app.clock.now()), "when the run began, not when the last customer changed");
    let reset = async |from: Value| {
        let path = format!("shopifyShops/{}/Kobling.resetSync", desk.shop);
        desk.world.change(Method::POST, path, json!({ "kind": "Customers", "from": from })).await
    };
    // As the dialog proposes it: nothing is read that was read, and nothing is passed over that comes meanwhile.
    reset(last.clone()).await.expect(204);
    assert_eq!(desk.last_sync("Customers").await, last);
    desk.in_store(json!({ "email": "late@example.com" })).await;
    assert_eq!(desk.run(30100).await["created"], 1);
    assert!(reset(json!("2199-01-01T00:00:00Z")).await.message(400).contains("give an earlier time"));
    reset(Value::Null).await.expect(204);
    assert_eq!(desk.last_sync("Customers").await, Value::Null);
    let again = desk.run(30100).await;
    assert_eq!((&again["fetched"], &again["unchanged"], &again["created"]), (&json!(2), &json!(2), &json!(0)));
}
