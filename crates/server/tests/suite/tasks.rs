use axum::http::Method;
use back_office::posting_jobs::BATCH_POST_ORDERS;
use database::Engine;
use job_queue::{Worker, WorkerOptions};
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::call::{Call, Reply};
use crate::world::World;

/// Create Sales Orders: without orders it has nothing to do.
const CREATE_SALES_ORDERS: i32 = 30103;
const SYNC_ORDERS: i32 = 30104;

async fn sync(world: &World, shop: Uuid, body: Value) -> Reply {
    let path = format!("/api/v1/shopifyShops/{shop}/Kobling.sync");
    Call::new(Method::POST, path).token(&world.user).body(body).send(&world.router).await
}

async fn set(world: &World, shop: Uuid, change: Value) -> Reply {
    let path = format!("/api/v1/shopifyShops/{shop}");
    world.call(Method::PATCH, path).header("if-match", "*").body(change).send(&world.router).await
}

#[rstest]
#[tokio::test]
async fn a_sync_becomes_an_entry_while_the_toggle_is_on(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let shop = world.shop().await;
    let body = json!({"object": SYNC_ORDERS, "filters": {"OrdersToImport.fullyPaid": "true"}});
    let started = sync(&world, shop, body.clone()).await.expect(202);
    assert_eq!(started["mode"], "background");
    assert_eq!(started["alreadyQueued"], false);
    let path = format!("/api/v1/jobQueueEntries/{}?$expand=jobQueueLogEntries", started["entry"].as_str().unwrap());
    let entry = world.read(path).await.expect(200);
    assert_eq!((entry["objectIdToRun"].as_i64(), entry["status"].as_str()), (Some(30104), Some("Ready")));
    assert_eq!((entry["scope"].as_str(), entry["userId"].as_str()), (Some("SHOP"), Some("USER")));
    assert_eq!(entry["jobQueueLogEntries"], json!([]));
    let again = sync(&world, shop, body).await.expect(202);
    assert_eq!((again["entry"].clone(), again["alreadyQueued"].as_bool()), (started["entry"].clone(), Some(true)));
}

#[rstest]
#[tokio::test]
async fn a_sync_runs_at_once_while_the_toggle_is_off(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let shop = world.shop().await;
    set(&world, shop, json!({"allowBackgroundSyncs": false})).await.expect(200);
    let body = json!({"object": CREATE_SALES_ORDERS});
    assert!(sync(&world, shop, body.clone()).await.message(409).contains("runs no jobs"));

    let mut worker = Worker::new(world.app.queue.clone(), WorkerOptions::default());
    let started = sync(&world, shop, body.clone()).await.expect(202);
    assert_eq!(started["mode"], "foreground");
    let busy = sync(&world, shop, body.clone()).await;
    assert!(busy.message(409).contains("SHOP' is running"), "{}", busy.text);

    worker.work_until_idle().await.unwrap();
    let path = format!("/api/v1/jobQueueLogEntries?$filter=jobQueueEntryId eq {}", started["entry"].as_str().unwrap());
    let log = world.read(path).await.expect(200);
    assert_eq!(log["value"][0]["result"], "Success", "{log}");
    sync(&world, shop, body).await.expect(202);
}

#[rstest]
#[case(json!({"object": 1}), "there is no object 1", "object")]
#[case(json!({"object": BATCH_POST_ORDERS}), "runs for no shop", "object")]
#[case(json!({"object": SYNC_ORDERS, "options": {"colour": "red"}}), "no option 'colour'", "options")]
#[case(json!({"object": SYNC_ORDERS, "filters": {"OrdersToImport.fullyPaid": "yes&"}}), "character", "filters.OrdersToImport.fullyPaid")]
#[case(json!({"object": SYNC_ORDERS, "filters": {"OrdersToImport.colour": "red"}}), "fullyPaid", "filters.OrdersToImport.colour")]
#[tokio::test]
async fn a_task_that_cannot_be_run_says_why(#[case] body: Value, #[case] says: &str, #[case] target: &str) {
    let world = World::new(Engine::Sqlite).await;
    let shop = world.shop().await;
    let reply = sync(&world, shop, body).await;
    assert!(reply.message(400).contains(says), "{}", reply.text);
    assert_eq!(reply.expect(400)["error"]["target"], target);
    assert_eq!(world.read("/api/v1/jobQueueEntries").await.expect(200)["value"], json!([]));
}

#[rstest]
#[tokio::test]
async fn a_shop_card_takes_only_what_it_may_have(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let shop = world.shop().await;
    let changed = set(&world, shop, json!({"autoCreateOrders": true, "skuMapping": "Item No."})).await.expect(200);
    assert_eq!((changed["autoCreateOrders"].as_bool(), changed["skuMapping"].as_str()), (Some(true), Some("Item No.")));
    let refused = set(&world, shop, json!({"autoCreateOrders": false, "skuMapping": "Colour"})).await;
    assert!(refused.message(400).contains("Bar Code"), "{}", refused.text);
    assert_eq!(refused.expect(400)["error"]["target"], "skuMapping");
    assert!(set(&world, shop, json!({"code": "OTHER"})).await.message(400).contains("autoCreateOrders"));
    let now = world.read(format!("/api/v1/shopifyShops/{shop}")).await.expect(200);
    assert_eq!((now["autoCreateOrders"].as_bool(), now["code"].as_str()), (Some(true), Some("SHOP")));
}

#[rstest]
#[tokio::test]
async fn a_shop_is_added_and_its_token_never_shown(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let new = json!({"code": "web", "domain": "web.myshopify.com", "token": "shpat_secret"});
    let add = |body: Value| world.call(Method::POST, "/api/v1/shopifyShops").body(body).send(&world.router);
    let shop = add(new.clone()).await;
    assert_eq!(shop.expect(201)["code"], "WEB");
    assert!(!shop.text.contains("shpat_secret"));
    assert!(add(new).await.message(409).contains("WEB"));
    let wrong = add(json!({"code": "b", "domain": "www.example.com", "token": "x"})).await;
    assert_eq!(wrong.expect(400)["error"]["target"], "domain");
    let path = format!("/api/v1/shopifyShops/{}/Kobling.test", shop.expect(201)["id"].as_str().unwrap());
    let tested = Call::new(Method::POST, path).token(&world.user).send(&world.router).await;
    assert!(tested.message(502).contains("token"), "{}", tested.text);
}

#[rstest]
#[tokio::test]
async fn an_entry_is_scheduled_held_restarted_and_deleted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let new = json!({
        "objectIdToRun": SYNC_ORDERS, "scope": "SHOP", "filters": {"OrdersToImport.fullyPaid": "true"},
        "runOnMonday": true, "runOnFridays": true, "startingTime": "08:00", "endingTime": "18:00",
        "numberOfMinutesBetweenRuns": 15, "maxNumberAttemptsToRun": 3, "timeZone": "Europe/Oslo",
    });
    let call = |method: Method, path: String| Call::new(method, path).token(&world.user);
    let entry = call(Method::POST, "/api/v1/jobQueueEntries".into()).body(new.clone()).send(&world.router).await;
    let entry = entry.expect(201);
    assert_eq!((entry["recurringJob"].as_bool(), entry["status"].as_str()), (Some(true), Some("Ready")));
    assert_eq!((entry["runOnFridays"].as_bool(), entry["runOnSundays"].as_bool()), (Some(true), Some(false)));
    assert_eq!(entry["startingTime"], "08:00:00");
    let path = format!("/api/v1/jobQueueEntries/{}", entry["id"].as_str().unwrap());

    let seen = entry["@odata.etag"].as_str().unwrap();
    world.clock.advance(std::time::Duration::from_secs(1));
    let hold = call(Method::POST, format!("{path}/Kobling.setOnHold")).header("if-match", seen);
    assert_eq!(hold.send(&world.router).await.expect(200)["status"], "On Hold");
    let stale = call(Method::POST, format!("{path}/Kobling.setReady")).header("if-match", seen);
    stale.send(&world.router).await.message(412);
    let restarted = call(Method::POST, format!("{path}/Microsoft.NAV.restart")).send(&world.router).await;
    assert_eq!((restarted.status.as_u16(), restarted.text.as_str()), (204, ""));
    assert_eq!(world.read(&path).await.expect(200)["status"], "Ready");
    call(Method::POST, format!("{path}/Kobling.setOnHold")).send(&world.router).await.expect(200);
    let restarted = call(Method::POST, format!("{path}/Kobling.restart")).send(&world.router).await;
    assert_eq!(restarted.expect(200)["status"], "Ready");
    let nothing = call(Method::POST, format!("{path}/Kobling.cancel")).send(&world.router).await;
    assert!(nothing.message(409).contains("not running"));

    call(Method::DELETE, path.clone()).send(&world.router).await.message(428);
    let delete = call(Method::DELETE, path.clone()).header("if-match", "*").send(&world.router).await;
    delete.expect(204);
    world.read(path).await.message(404);

    let mut wrong = new;
    wrong["timeZone"] = "Oslo".into();
    let refused = call(Method::POST, "/api/v1/jobQueueEntries".into()).body(wrong).send(&world.router).await;
    assert!(refused.message(400).contains("Europe/Oslo"));
}

#[rstest]
#[tokio::test]
async fn the_metrics_count_entries(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let shop = world.shop().await;
    sync(&world, shop, json!({"object": SYNC_ORDERS})).await.expect(202);
    let text = Call::new(Method::GET, "/metrics").send(&world.router).await.text;
    assert!(text.contains("kobling_job_queue_entries{status=\"Ready\"} 1\n"), "{text}");
    world.clock.advance(std::time::Duration::from_secs(7));
    let text = Call::new(Method::GET, "/metrics").send(&world.router).await.text;
    assert!(text.contains("kobling_job_queue_lag_seconds 7\n"), "{text}");
    world.work().await;
    let text = Call::new(Method::GET, "/metrics").send(&world.router).await.text;
    assert!(text.contains("kobling_job_queue_lag_seconds 0\n"), "{text}");
    for counted in [
        "kobling_job_queue_runs_total{object=\"30104\",result=",
        "kobling_job_queue_run_seconds_bucket{object=\"30104\",le=\"43200\"}",
        "kobling_job_queue_pick_up_seconds_count",
    ] {
        assert!(text.contains(counted), "{text}");
    }
}

#[rstest]
#[tokio::test]
async fn a_skipped_record_is_taken_up_again_alone(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.shop().await;
    world.skip_orders(2).await;
    let skipped = world.read("/api/v1/skippedRecords?$filter=shopifyId eq 2").await.expect(200);
    let path = format!("/api/v1/skippedRecords/{}/Kobling.retry", skipped["value"][0]["id"].as_str().unwrap());
    let started = Call::new(Method::POST, path).token(&world.user).send(&world.router).await.expect(202);
    let path = format!("/api/v1/jobQueueEntries/{}", started["entry"].as_str().unwrap());
    let entry = world.read(path).await.expect(200);
    assert_eq!(entry["objectIdToRun"], CREATE_SALES_ORDERS);
    let parameters: Value = serde_json::from_str(entry["parameterString"].as_str().unwrap()).unwrap();
    assert_eq!(parameters["filters"], json!({"Shop.code": "'SHOP'", "ShopifyOrder.shopifyOrderId": "2"}));
}
