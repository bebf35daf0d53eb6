//! Sales documents of the orders that someone chose.

use std::collections::BTreeSet;

use axum::http::Method;
use database::Engine;
use job_queue::{Worker, WorkerOptions};
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Reply;
use crate::world::World;

const CREATE: &str = "/api/v1/shopifyOrders/Kobling.createSalesDocuments";

async fn create(world: &World, ids: &[&Value]) -> Reply {
    world.call(Method::POST, CREATE).body(json!({ "ids": ids })).send(&world.router).await
}

/// The staged orders, the first placed first.
async fn staged(world: &World) -> Vec<Value> {
    let page = world.read("/api/v1/shopifyOrders?$orderby=shopifyOrderId").await.expect(200);
    page["value"].as_array().unwrap().clone()
}

/// Orders that are staged, of customers and items that nobody knows.
async fn with_orders(engine: Engine, orders: usize) -> World {
    let world = World::with_orders(engine, orders).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    world
}

/// Every order can be mapped: unknown customers are made, and there is an item for each SKU.
async fn with_known_goods(world: &World) {
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let path = format!("shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap());
    let card =
        json!({"autoCreateUnknownCustomers": true, "customerTemplateCode": "DOMESTIC", "skuMapping": "Item No."});
    world.change(Method::PATCH, path, card).await.expect(200);
    let lines = world.read("/api/v1/shopifyOrderLines").await.expect(200);
    let skus: BTreeSet<_> = lines["value"].as_array().unwrap().iter().map(|line| line["sku"].to_string()).collect();
    for sku in skus {
        let item = json!({"number": sku.trim_matches('"'), "displayName": "Goods", "unitPrice": 100,
            "priceIncludesTax": true, "baseUnitOfMeasureCode": "PCS", "taxGroupCode": "HIGH"});
        world.call(Method::POST, "/api/v1/items").body(item).send(&world.router).await.expect(201);
    }
}

#[rstest]
#[tokio::test]
async fn only_the_chosen_orders_are_processed(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = with_orders(engine, 4).await;
    let orders = staged(&world).await;
    let started = create(&world, &[&orders[1]["id"], &orders[3]["id"], &orders[1]["id"]]).await.expect(202);
    assert_eq!(started["mode"], "background");
    let entry = world.read(format!("/api/v1/jobQueueEntries/{}", started["entry"].as_str().unwrap())).await.expect(200);
    assert_eq!(entry["objectIdToRun"], 30103);
    let parameters: Value = serde_json::from_str(entry["parameterString"].as_str().unwrap()).unwrap();
    let (one, other) = (&orders[1]["shopifyOrderId"], &orders[3]["shopifyOrderId"]);
    let filters = json!({ "Shop.code": "'SHOP'", "ShopifyOrder.shopifyOrderId": format!("{one}|{other}") });
    assert_eq!(parameters["filters"], filters);
    let again = create(&world, &[&orders[3]["id"], &orders[1]["id"]]).await.expect(202);
    assert_eq!((&again["entry"], &again["alreadyQueued"]), (&started["entry"], &json!(true)));

    world.work().await;
    let log = world.read("/api/v1/jobQueueLogEntries?$filter=objectIdToRun eq 30103").await.expect(200);
    let summary: Value = serde_json::from_str(log["value"][0]["summary"].as_str().unwrap()).unwrap();
    let handled = ["created", "skipped", "failed"].map(|name| summary[name].as_u64().unwrap());
    assert_eq!(handled.iter().sum::<u64>(), 2, "{summary}");
}

#[rstest]
#[tokio::test]
async fn they_are_processed_at_once_while_the_toggle_is_off(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_orders(engine, 1).await;
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let path = format!("/api/v1/shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap());
    let off = world.call(Method::PATCH, path).header("if-match", "*").body(json!({"allowBackgroundSyncs": false}));
    off.send(&world.router).await.expect(200);
    let mut worker = Worker::new(world.app.queue.clone(), WorkerOptions::default());
    let orders = staged(&world).await;
    let started = create(&world, &[&orders[0]["id"]]).await.expect(202);
    assert_eq!(started["mode"], "foreground");
    worker.work_until_idle().await.unwrap();
}

#[tokio::test]
async fn orders_that_will_not_do_are_refused() {
    let world = with_orders(Engine::Sqlite, 1).await;
    let orders = staged(&world).await;
    let refused = async |ids: &[&Value]| {
        let reply = create(&world, ids).await;
        assert_eq!(reply.expect(400)["error"]["target"], "ids");
        reply.message(400)
    };
    assert!(refused(&[]).await.contains("choose 1 to 250"));
    let missing = json!("019ca000-0000-7000-8000-000000000000");
    assert!(refused(&[&orders[0]["id"], &missing]).await.contains("019ca000"));
    let write = |tx| async move {
        use connector::orders::staged::order::{Column, Entity};
        use sea_orm::EntityTrait;
        use sea_orm::sea_query::Expr;
        Entity::update_many().col_expr(Column::Processed, Expr::value(true)).exec(&tx).await?;
        Ok::<_, server::Error>(())
    };
    world.app.db.write(write).await.unwrap();
    assert!(refused(&[&orders[0]["id"]]).await.contains("already"));
}

#[rstest]
#[tokio::test]
async fn what_would_be_made_is_shown_and_compared_with_the_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_orders(engine, 2).await;
    with_known_goods(&world).await;
    let orders = staged(&world).await;
    world.change(Method::POST, "salespeoplePurchasers", json!({"code": "OLA"})).await.expect(201);
    let order = format!("shopifyOrders/{}", orders[0]["id"].as_str().unwrap());
    world.change(Method::PATCH, order, json!({"salespersonCode": "OLA"})).await.expect(200);
    let path = "/api/v1/shopifyOrders/Kobling.previewSalesDocuments";
    let ask = |id: &Value| world.call(Method::POST, path).body(json!({ "ids": [id] })).send(&world.router);
    let shown = ask(&orders[0]["id"]).await.expect(200);
    let preview = &shown["value"][0];
    assert_eq!((&preview["orderId"], &preview["cause"]), (&orders[0]["id"], &json!("")), "{preview}");
    let document = &preview["document"];
    assert_eq!(document["totalAmountIncludingTax"], orders[0]["totalAmount"]);
    assert_eq!(document["salesperson"], "OLA");
    assert!(!document["lines"].as_array().unwrap().is_empty());
    let made = world.read("/api/v1/salesOrders?$count=true&$top=0").await.expect(200);
    assert_eq!(made["@odata.count"], 0, "nothing was made");

    create(&world, &[&orders[0]["id"]]).await.expect(202);
    world.work().await;
    let totals = format!("/api/v1/shopifyOrders/{}/Kobling.totals", orders[0]["id"].as_str().unwrap());
    let totals = world.read(totals).await.expect(200);
    assert_eq!(totals["document"]["number"], document["number"]);
    let total = totals["totals"].as_array().unwrap().last().unwrap();
    assert_eq!((&total["part"], &total["shopAmount"]), (&json!("Total"), &orders[0]["totalAmount"]));
    assert_eq!(total["difference"], 0);
    let refused = ask(&orders[0]["id"]).await;
    assert!(refused.message(400).contains("has its sales document already"), "{}", refused.text);
}
