//! Filter expressions and searches on lists.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Reply, with};
use crate::world::World;

const SKIPPED: &str = "/api/v1/skippedRecords";
const ITEMS: &str = "/api/v1/items";
/// Whatever means something in a pattern of an engine.
const SIGNS: &str = r#"[a]^-\'"<>.*+?(){}|&%_$#/~"#;

async fn read(world: &World, path: &str, options: &[(&str, &str)]) -> Reply {
    world.read(with(path, options)).await
}

async fn found(world: &World, path: &str, options: &[(&str, &str)], field: &str) -> Vec<Value> {
    let page = read(world, path, options).await.expect(200);
    page["value"].as_array().unwrap().iter().map(|row| row[field].clone()).collect()
}

async fn items(world: &World) {
    world.company().await;
    let all =
        [("A-1", "Café au lait", 20.5), ("A-2", "Blåbær", 90.0), ("B-1", "100% bomull", 7.0), ("C-1", SIGNS, 30.0)];
    for (number, name, price) in all {
        let item = json!({"number": number, "displayName": name, "unitPrice": price, "baseUnitOfMeasureCode": "PCS",
            "taxGroupCode": "HIGH"});
        world.call(Method::POST, ITEMS).body(item).send(&world.router).await.expect(201);
    }
}

#[rstest]
#[case(&[("filter.number", "a*")], &["A-1", "A-2"])]
#[case(&[("filter.number", "A-2|B-1"), ("filter.unitPrice", "<10")], &["B-1"])]
#[case(&[("filter.number", "A*"), ("$filter", "unitPrice gt 50")], &["A-2"])]
#[case(&[("filter.displayName", "@*CAFE*")], &["A-1"])]
#[case(&[("filter.number", ">A-1"), ("filter.number", "<B-1")], &["A-2"])]
#[case(&[("filter.lastModifiedDateTime", "today")], &["A-1", "A-2", "B-1", "C-1"])]
#[case(&[("filter.lastModifiedDateTime", "..-1D")], &[])]
#[case(&[("filter.blocked", "No"), ("filter.number", "")], &["A-1", "A-2", "B-1", "C-1"])]
#[tokio::test]
async fn filters_on_fields_are_written_as_on_a_request_page(
    #[case] options: &[(&str, &str)],
    #[case] numbers: &[&str],
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    items(&world).await;
    let mut options = options.to_vec();
    options.push(("$orderby", "number"));
    assert_eq!(found(&world, ITEMS, &options, "number").await, numbers);
}

#[rstest]
#[case("cafe", &["A-1"])]
#[case("BLÅB", &["A-2"])]
#[case("0% b", &["B-1"])]
#[case(" b-1 ", &["B-1"])]
#[case("?*", &[])]
#[case(SIGNS, &["C-1"])]
#[case(r"]^-\", &["C-1"])]
#[case("", &["A-1", "A-2", "B-1", "C-1"])]
#[tokio::test]
async fn a_search_looks_at_every_text_and_minds_no_case_and_no_accent(
    #[case] text: &str,
    #[case] numbers: &[&str],
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    items(&world).await;
    assert_eq!(found(&world, ITEMS, &[("$search", text), ("$orderby", "number")], "number").await, numbers);
}

#[rstest]
#[case(ITEMS, json!({"number": "D-1", "displayName": "Skjørt", "baseUnitOfMeasureCode": "PCS"}))]
#[case("/api/v1/customers", json!({"number": "D-1", "displayName": "Skjørt", "customerTemplateCode": "DOMESTIC"}))]
#[tokio::test]
async fn a_search_finds_a_record_by_what_it_is_called_now(
    #[case] set: &str,
    #[case] body: Value,
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.company().await;
    let made = world.call(Method::POST, set).body(body).send(&world.router).await.expect(201);
    assert_eq!(found(&world, set, &[("$search", "skjørt")], "number").await, ["D-1"]);

    let path = format!("{set}/{}", made["id"].as_str().unwrap());
    let renamed = world.call(Method::PATCH, path).header("if-match", "*").body(json!({"displayName": "Bukse"}));
    renamed.send(&world.router).await.expect(200);
    assert!(found(&world, set, &[("$search", "skjørt")], "number").await.is_empty());
    assert_eq!(found(&world, set, &[("$search", "BUKSE")], "number").await, ["D-1"]);
}

#[rstest]
#[tokio::test]
async fn the_one_who_asks_is_me(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let me = found(&world, "/api/v1/users", &[("filter.userName", "%me")], "userName").await;
    assert_eq!(me, ["ADMINISTRATOR"]);
}

#[rstest]
#[tokio::test]
async fn a_field_is_asked_for_by_the_name_it_is_shown_by(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    world.sales_order("#1001").await;
    world.sales_order("#1002").await;
    let orders = found(&world, "/api/v1/salesOrders", &[("filter.shopifyOrderNumber", "*2")], "shopifyOrderNumber");
    assert_eq!(orders.await, ["#1002"]);
    let orders = found(&world, "/api/v1/salesOrders", &[("$search", "#1001")], "shopifyOrderNumber");
    assert_eq!(orders.await, ["#1001"]);
}

#[rstest]
#[case(&[("filter.shopifyId", "1..x")], "shopifyId", "at character 4 of the filter a whole number for shopifyId was expected")]
#[case(&[("filter.kind", "Order|")], "kind", "at character 7 of the filter")]
#[case(&[("filter.secret", "1")], "secret", "they can by: id, shopCode")]
#[case(&[("$search", "a\0")], "$search", "at most 100 characters")]
#[case(&[("$format", "pdf")], "$format", "json or csv")]
#[tokio::test]
async fn a_filter_that_can_not_be_taken_is_named(
    #[case] options: &[(&str, &str)],
    #[case] target: &str,
    #[case] says: &str,
) {
    let world = World::new(Engine::Sqlite).await;
    let reply = read(&world, SKIPPED, options).await;
    assert!(reply.message(400).contains(says), "{}", reply.text);
    assert_eq!(reply.expect(400)["error"]["target"], target);
}

#[rstest]
#[tokio::test]
async fn the_next_page_is_filtered_as_the_first(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.skip_orders(9).await;
    let path = with(SKIPPED, &[("filter.shopifyId", "<>2&<=4"), ("$search", "#"), ("$orderby", "lastSeenAt")]);
    let first = world.call(Method::GET, path).header("prefer", "maxpagesize=2").send(&world.router).await.expect(200);
    let next = world.read(first["@odata.nextLink"].as_str().unwrap()).await.expect(200);
    let ids = |page: &Value| {
        page["value"].as_array().unwrap().iter().map(|row| row["shopifyId"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    let mut seen = [ids(&first), ids(&next)].concat();
    seen.sort_unstable();
    assert_eq!(seen, [1, 3, 4]);
    assert!(next.get("@odata.nextLink").is_none());
}

#[rstest]
#[tokio::test]
async fn filters_together_have_no_more_conditions_than_one_may(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let none_of = |count: i64| (0..count).map(|id| format!("<>{id}")).collect::<Vec<_>>().join("&");
    let (most, half) = (none_of(500), none_of(251));
    read(&world, SKIPPED, &[("filter.shopifyId", &most)]).await.expect(200);
    let reply = read(&world, SKIPPED, &[("filter.shopifyId", &half), ("filter.retries", &half)]).await;
    assert!(reply.message(400).contains("at most 500 conditions together"), "{}", reply.text);
}
