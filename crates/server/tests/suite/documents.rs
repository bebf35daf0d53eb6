use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

async fn post(world: &World, set: &str, body: Value) -> Reply {
    Call::new(Method::POST, format!("/api/v1/{set}")).token(&world.user).body(body).send(&world.router).await
}

async fn patch(world: &World, set: &str, id: &Value, body: Value) -> Reply {
    let path = format!("/api/v1/{set}/{}", id.as_str().unwrap());
    let call = Call::new(Method::PATCH, path).token(&world.user).header("if-match", "*");
    call.body(body).send(&world.router).await
}

#[rstest]
#[tokio::test]
async fn a_customer_is_made_and_mended(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let new = json!({"customerTemplateCode": "DOMESTIC", "displayName": "Kari", "email": "Kari@example.com"});
    let customer = post(&world, "customers", new).await.expect(201);
    assert_eq!((customer["number"].as_str(), customer["displayName"].as_str()), (Some("C00001"), Some("Kari")));
    let changed =
        patch(&world, "customers", &customer["id"], json!({"email": "k@example.com", "blocked": "All"})).await;
    let changed = changed.expect(200);
    assert_eq!((changed["email"].as_str(), changed["displayName"].as_str()), (Some("k@example.com"), Some("Kari")));
    assert_eq!(changed["blocked"], "All");
    let asked = ("K@EXAMPLE.COM", "");
    let find = |read| async move { back_office::customers::Contacts::read(&read, std::iter::once(asked)).await };
    assert_eq!(world.app.db.read(find).await.unwrap().find(asked.0, asked.1).unwrap(), "C00001");

    let nameless = post(&world, "customers", json!({"displayName": "Ola"})).await;
    assert_eq!(nameless.expect(400)["error"]["target"], "customerTemplateCode");
    let unknown = post(&world, "customers", json!({"customerTemplateCode": "MARS"})).await;
    assert!(unknown.message(400).contains("customer template MARS"));
    let renumbered = patch(&world, "customers", &customer["id"], json!({"number": "C2"})).await;
    assert_eq!(renumbered.expect(400)["error"]["target"], "number");
}

#[rstest]
#[tokio::test]
async fn an_item_is_made_and_mended(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let new = json!({"number": "shirt-1", "displayName": "Shirt", "unitPrice": 199.9, "baseUnitOfMeasureCode": "PCS",
        "taxGroupCode": "HIGH"});
    let made = post(&world, "items", new.clone()).await;
    assert!(made.text.contains(r#""unitPrice":199.9,"#), "{}", made.text);
    let item = made.expect(201);
    assert_eq!((item["number"].as_str(), item["type"].as_str()), (Some("SHIRT-1"), Some("Inventory")));
    assert!(post(&world, "items", new).await.message(409).contains("SHIRT-1"));
    let changed = patch(&world, "items", &item["id"], json!({"unitPrice": "249.95", "salesBlocked": true})).await;
    assert!(changed.text.contains(r#""unitPrice":249.95,"#), "{}", changed.text);
    assert_eq!(changed.expect(200)["salesBlocked"], true);
    let dear = world.read("/api/v1/items?$filter=unitPrice gt 249.94 and salesBlocked eq true").await.expect(200);
    assert_eq!(dear["value"][0]["number"], "SHIRT-1");
}

#[rstest]
#[tokio::test]
async fn a_sales_order_shows_its_lines_and_the_shop_s_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.company().await;
    world.sales_order("#1001").await;
    world.sales_order("#1002").await;
    let found = world.read("/api/v1/salesOrders?$filter=shopifyOrderNumber eq '%231002'&$expand=salesOrderLines").await;
    let orders = found.expect(200);
    assert_eq!(orders["value"].as_array().unwrap().len(), 1);
    let order = &orders["value"][0];
    assert_eq!(order["shopifyOrderNumber"], "#1002");
    assert!(order.get("sourceNumber").is_none());
    assert!(found.text.contains(r#""totalAmountIncludingTax":250,"#), "{}", found.text);
    let lines = order["salesOrderLines"].as_array().unwrap();
    let sequence: Vec<_> = lines.iter().map(|line| line["sequence"].as_i64().unwrap()).collect();
    assert_eq!(sequence, [10000, 20000]);
    let path = format!("/api/v1/salesOrders({})/salesOrderLines", order["id"].as_str().unwrap());
    let alone = world.read(path).await.expect(200);
    assert_eq!(alone["value"].as_array().unwrap().len(), 2);
    assert_eq!(alone["value"][0], lines[0]);
    let all = world.read("/api/v1/salesOrderLines?$count=true").await.expect(200);
    assert_eq!(all["@odata.count"], 4);
}
