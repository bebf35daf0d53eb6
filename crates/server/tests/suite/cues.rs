//! Cues: each counts what its list shows.

mod failed;
mod thresholds;

use std::collections::BTreeSet;

use axum::http::Method;
use connector::orders::staged::order;
use connector::outbound_webhooks::{Delivery, DeliveryColumn, State};
use database::{Engine, Tx};
use job_queue::{Worker, WorkerOptions};
use rstest::rstest;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::{Value, json};
use server::Error;

use crate::call::{Call, with};
use crate::world::World;

async fn cues(world: &World) -> Vec<Value> {
    world.read("/api/v1/cues").await.expect(200)["value"].as_array().unwrap().clone()
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap()
}

/// Name, count and style of each cue.
fn short(cues: &[Value]) -> Vec<(&str, u64, &str)> {
    let of = |cue| (text(cue, "name"), cue["count"].as_u64().unwrap(), text(cue, "style"));
    cues.iter().map(of).collect()
}

/// The lists in which cues are found, as the description of the API says.
fn found_in() -> BTreeSet<String> {
    let document: Value = serde_json::from_str(&server::openapi_json()).unwrap();
    let lists = &document["components"]["schemas"]["CueBody"]["properties"]["entity"]["enum"];
    serde_json::from_value(lists.clone()).unwrap()
}

async fn entry(world: &World, entry: Value) {
    world.call(Method::POST, "/api/v1/jobQueueEntries").body(entry).send(&world.router).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn a_cue_counts_exactly_what_its_list_shows(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_orders(engine, 7).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.skip_orders(2).await;
    let nowhere = json!({"Shop.code": "NOWHERE"});
    for _ in 0..2 {
        entry(&world, json!({"objectIdToRun": 30104, "filters": nowhere})).await;
    }
    world.work().await;
    for scope in ["A", "B", "C"] {
        entry(&world, json!({"objectIdToRun": 30104, "scope": scope})).await;
    }
    for scope in ["A", "B"] {
        entry(&world, json!({"objectIdToRun": 30104, "scope": scope, "status": "On Hold"})).await;
    }
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let path = format!("/api/v1/shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap());
    let off = world.call(Method::PATCH, path).header("if-match", "*").body(json!({"allowBackgroundSyncs": false}));
    off.send(&world.router).await.expect(200);
    let _runs_it_later = Worker::new(world.app.queue.clone(), WorkerOptions::default());
    world.sync(json!({"object": 30103})).await.expect(202);

    let cues = cues(&world).await;
    // An order without a document is a skipped record as well.
    let unmapped = world.read("/api/v1/shopifyCustomers?$filter=customerNumber eq ''&$count=true").await.expect(200);
    let unmapped = unmapped["@odata.count"].as_u64().unwrap();
    let of_unmapped = if unmapped > 5 { "unfavorable" } else { "ambiguous" };
    let expected = [
        ("unmappedCustomers", unmapped, of_unmapped),
        ("unmappedCompanies", 0, "favorable"),
        ("unmappedProducts", 0, "favorable"),
        ("unprocessedOrders", 7, "unfavorable"),
        ("unprocessedShipments", 0, "favorable"),
        ("shipmentsErrors", 0, "favorable"),
        // Of the same task, the latest run counts; Business Central counts both.
        ("synchronizationErrors", 1, "ambiguous"),
        ("unprocessedOrderUpdates", 0, "favorable"),
        ("skippedRecords", 9, "ambiguous"),
        ("apiErrors", 0, "favorable"),
        ("ordersWithDifference", 0, "favorable"),
        ("disputesNeedingResponse", 0, "favorable"),
        ("webhookDeliveriesFailed", 0, "favorable"),
        ("tasksFailed", 2, "unfavorable"),
        ("tasksInProcess", 1, "favorable"),
        ("tasksInQueue", 3, "ambiguous"),
        ("tasksOnHold", 2, "subordinate"),
    ];
    assert_eq!(short(&cues), expected);
    assert_eq!(cues.iter().map(|cue| text(cue, "entity").to_owned()).collect::<BTreeSet<_>>(), found_in());
    for cue in &cues {
        let path = format!("/api/v1/{}", text(cue, "entity"));
        let list = world.read(with(&path, &[("$filter", text(cue, "filter"))])).await.expect(200);
        assert_eq!(list["value"].as_array().unwrap().len() as u64, cue["count"].as_u64().unwrap(), "{cue}");
        if let Some(filter) = cue["businessCentral"]["filter"].as_str() {
            let list = world.read(with(&path, &[("$filter", filter)])).await.expect(200);
            let count = cue["businessCentral"]["count"].as_u64().unwrap();
            assert_eq!(list["value"].as_array().unwrap().len() as u64, count, "{cue}");
        }
    }
    let groups: Vec<_> = cues.iter().map(|cue| text(cue, "group")).collect();
    assert_eq!(groups, [["shopifyActivities"; 13].as_slice(), &["jobQueue"; 4]].concat());
    let errors = cues.iter().find(|cue| cue["name"] == "synchronizationErrors").unwrap();
    assert_eq!(errors["businessCentral"]["count"], 2, "{errors}");
}

#[rstest]
#[tokio::test]
async fn of_one_shop_only_what_is_its_own_counts(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_orders(engine, 3).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let code = text(&shops["value"][0], "code").to_owned();
    let other = json!({"code": "OTHER", "domain": "other.myshopify.com", "token": "shpat_other"});
    world.call(Method::POST, "/api/v1/shopifyShops").body(other).send(&world.router).await.expect(201);
    for scope in [code.as_str(), "OTHER"] {
        entry(&world, json!({"objectIdToRun": 30104, "scope": scope, "status": "On Hold"})).await;
    }
    let of = async |shop: &str| {
        let path = with("/api/v1/cues", &[("shop", shop)]);
        world.read(path).await.expect(200)["value"].as_array().unwrap().clone()
    };
    let (own, others) = (of(&code.to_lowercase()).await, of("OTHER").await);
    let count =
        |cues: &[Value], name: &str| cues.iter().find(|cue| cue["name"] == name).and_then(|cue| cue["count"].as_u64());
    assert_eq!((count(&own, "unprocessedOrders"), count(&others, "unprocessedOrders")), (Some(3), Some(0)));
    assert_eq!((count(&own, "tasksOnHold"), count(&others, "tasksOnHold")), (Some(1), Some(1)));
    assert_eq!(count(&others, "unmappedCustomers"), Some(0), "another store has other customers");
    assert_eq!(count(&own, "webhookDeliveriesFailed"), None, "what programs are told is of no shop");
    for cue in own.iter().chain(&others) {
        let path = with(&format!("/api/v1/{}", text(cue, "entity")), &[("$filter", text(cue, "filter"))]);
        let list = world.read(path).await.expect(200);
        assert_eq!(list["value"].as_array().unwrap().len() as u64, cue["count"].as_u64().unwrap(), "{cue}");
    }
    let refused = world.read("/api/v1/cues?shop=NOWHERE").await.expect(404);
    assert!(refused["error"]["message"].as_str().unwrap().contains("NOWHERE"), "{refused}");
    world.read("/api/v1/cues?shops=x").await.expect(400);
}

#[tokio::test]
async fn nothing_waits_in_a_new_company_and_a_viewer_sees_that() {
    let world = World::new(Engine::Sqlite).await;
    let reply = Call::new(Method::GET, "/api/v1/cues").token(&world.viewer).send(&world.router).await.expect(200);
    for cue in reply["value"].as_array().unwrap() {
        let calm = if cue["name"] == "tasksOnHold" { "subordinate" } else { "favorable" };
        assert_eq!((cue["count"].as_u64(), cue["style"].as_str()), (Some(0), Some(calm)), "{cue}");
    }
}

#[rstest]
#[tokio::test]
async fn who_looks_after_the_job_queue_sees_all_jobs_and_others_their_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    entry(&world, json!({"objectIdToRun": 30104, "status": "On Hold"})).await;
    let on_hold = async |token: &str| {
        let reply = Call::new(Method::GET, "/api/v1/cues").token(token).send(&world.router).await.expect(200);
        let cue = reply["value"].as_array().unwrap().iter().find(|cue| cue["name"] == "tasksOnHold").unwrap().clone();
        let list = with("/api/v1/jobQueueEntries", &[("$filter", text(&cue, "filter"))]);
        let list = Call::new(Method::GET, list).token(token).send(&world.router).await.expect(200);
        assert_eq!(list["value"].as_array().unwrap().len() as u64, cue["count"].as_u64().unwrap());
        cue["count"].as_u64().unwrap()
    };
    assert_eq!((on_hold(&world.user).await, on_hold(&world.administrator).await), (1, 1));
    let administrator = world.call(Method::POST, "/api/v1/jobQueueAdministrators").body(json!({"userName": "viewer"}));
    administrator.send(&world.router).await.expect(201);
    assert_eq!((on_hold(&world.user).await, on_hold(&world.viewer).await), (0, 1));
}

/// The cue of that name.
async fn cue(world: &World, name: &str) -> Value {
    cues(world).await.into_iter().find(|cue| cue["name"] == name).unwrap()
}

#[rstest]
#[tokio::test]
async fn an_order_that_shopify_changed_and_one_whose_document_differs_count(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 3).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    let mark = |tx: Tx| async move {
        let one = order::Entity::find().one(&tx).await?.unwrap().id;
        let updated = order::ActiveModel { has_order_state_error: Set(true), ..Default::default() };
        order::Entity::update_many().set(updated).filter(order::Column::Id.eq(one)).exec(&tx).await?;
        let differing = order::ActiveModel { difference_amount: Set((-1).into()), ..Default::default() };
        order::Entity::update_many().set(differing).filter(order::Column::Id.ne(one)).exec(&tx).await?;
        Ok::<_, Error>(())
    };
    world.app.db.write(mark).await.unwrap();
    for (name, count) in [("unprocessedOrderUpdates", 1), ("ordersWithDifference", 2)] {
        let cue = cue(&world, name).await;
        assert_eq!((cue["count"].as_u64(), cue["style"].as_str()), (Some(count), Some("ambiguous")), "{cue}");
        let list = world.read(with("/api/v1/shopifyOrders", &[("$filter", text(&cue, "filter"))])).await.expect(200);
        assert_eq!(list["value"].as_array().unwrap().len() as u64, count, "{cue}");
    }
}

#[rstest]
#[tokio::test]
async fn an_event_that_a_program_was_never_told_counts_until_it_is_sent_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let new = json!({"description": "ERP", "url": "https://erp.example/hook", "jobFailed": true});
    let webhook = world.call(Method::POST, "/api/v1/outboundWebhooks").body(new).send(&world.router).await.expect(201);
    let test = format!("/api/v1/outboundWebhooks/{}/Kobling.test", webhook["id"].as_str().unwrap());
    world.call(Method::POST, test).send(&world.router).await.expect(202);
    let count = async || cue(&world, "webhookDeliveriesFailed").await["count"].as_u64().unwrap();
    assert_eq!(count().await, 0);
    let give_up = |tx: Tx| async move {
        let failed = Delivery::update_many().col_expr(DeliveryColumn::State, Expr::value(State::Failed));
        Ok::<_, Error>(failed.exec(&tx).await?)
    };
    assert_eq!(world.app.db.write(give_up).await.unwrap().rows_affected, 1);
    assert_eq!(count().await, 1);
    let delivery = world.read("/api/v1/outboundWebhookDeliveries?$filter=state eq 'Failed'").await.expect(200);
    let again =
        format!("/api/v1/outboundWebhookDeliveries/{}/Kobling.retry", delivery["value"][0]["id"].as_str().unwrap());
    world.call(Method::POST, again).send(&world.router).await.expect(202);
    assert_eq!(count().await, 0);
}

#[rstest]
#[tokio::test]
async fn who_maps_everyone_to_the_default_customer_has_nobody_to_map(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 3).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    let all = cue(&world, "unmappedCustomers").await["count"].as_u64().unwrap();
    assert!(all > 0);
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let path = format!("shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap());
    let by_default = json!({"customerMappingType": "Always take the default customer"});
    world.change(Method::PATCH, path, by_default).await.expect(200);
    let cue = cue(&world, "unmappedCustomers").await;
    assert_eq!(
        (&cue["count"], &cue["style"], &cue["businessCentral"]["count"]),
        (&json!(0), &json!("favorable"), &json!(all))
    );
}
