//! Lists as files of comma-separated values.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::call::with;
use crate::world::World;

const SKIPPED: &str = "/api/v1/skippedRecords";
/// More than a page has.
const MANY: i64 = 2_345;

#[rstest]
#[tokio::test]
async fn a_file_has_the_whole_list_under_its_captions(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.skip_orders(MANY).await;
    let options = [("$format", "csv"), ("$select", "shopifyId,kind,documentName"), ("filter.shopifyId", "<>7")];
    let reply = world.read(with(SKIPPED, &options)).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    assert_eq!(reply.headers["content-type"], "text/csv; charset=utf-8; header=present");
    assert_eq!(reply.headers["content-disposition"], "attachment; filename=\"skippedRecords.csv\"");
    let mut file = csv::Reader::from_reader(reply.text.as_bytes());
    assert_eq!(file.headers().unwrap(), vec!["Shopify Id", "Kind", "Document Name"]);
    let lines: Vec<_> = file.records().map(Result::unwrap).collect();
    let mut ids: Vec<i64> = lines.iter().map(|line| line[0].parse().unwrap()).collect();
    ids.sort_unstable();
    assert_eq!(ids, (1..=MANY).filter(|id| *id != 7).collect::<Vec<_>>());
    assert!(lines.iter().all(|line| line[1] == *"Order" && line[2] == format!("#{}", &line[0])));
}

#[rstest]
#[tokio::test]
async fn a_file_is_no_longer_than_asked(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.skip_orders(MANY).await;
    for (top, skip, lines) in [("1500", "0", 1500), ("0", "0", 0), ("2000", "2340", 5)] {
        let options = [("$format", "csv"), ("$select", "shopifyId"), ("$top", top), ("$skip", skip)];
        let reply = world.read(with(SKIPPED, &options)).await;
        assert_eq!(reply.text.lines().count(), lines + 1, "{top} {skip}");
    }
}

#[rstest]
#[tokio::test]
async fn a_cell_is_a_text_and_never_a_formula(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let name = "=HYPERLINK(\"http://x\",\"a, b\")";
    let item = json!({"number": "A", "displayName": name, "unitPrice": 12.5, "baseUnitOfMeasureCode": "PCS",
        "taxGroupCode": "HIGH"});
    world.call(Method::POST, "/api/v1/items").body(item).send(&world.router).await.expect(201);
    let reply = world.read("/api/v1/items?$format=csv&$select=displayName,unitPrice,blocked,gtin").await;
    let lines: Vec<_> = reply.text.lines().collect();
    assert_eq!(
        lines,
        ["Description,Unit Price,Blocked,GTIN", "\"'=HYPERLINK(\"\"http://x\"\",\"\"a, b\"\")\",12.5,false,"]
    );
}

#[rstest]
#[tokio::test]
async fn the_lines_of_one_order_are_a_file_too(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    world.sales_order("#1001").await;
    world.sales_order("#1002").await;
    let orders = world.read("/api/v1/salesOrders").await.expect(200);
    let path = format!("/api/v1/salesOrders/{}/salesOrderLines", orders["value"][0]["id"].as_str().unwrap());
    let reply = world.read(format!("{path}?$format=csv&$select=sequence,description")).await;
    assert_eq!(reply.text.lines().skip(1).collect::<Vec<_>>(), ["10000,Shirt", "20000,Cap"]);
}

#[tokio::test]
async fn what_can_not_be_a_file_is_refused_before_it_begins() {
    let world = World::new(Engine::Sqlite).await;
    let reply = world.read("/api/v1/salesOrders?$format=csv&$expand=salesOrderLines").await;
    assert_eq!(reply.expect(400)["error"]["target"], "$expand");
    let reply = world.read(format!("{SKIPPED}?$format=csv&$orderby=cause")).await;
    assert_eq!(reply.expect(400)["error"]["target"], "$orderby");
}
