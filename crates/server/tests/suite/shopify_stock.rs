//! Stock in the store: the first time, what a number is made of, and what has drifted apart.

use axum::http::Method;
use database::Engine;
use devstore::{Limits, catalog};
use outbound::Http;
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::World;

/// A shop with one item that the store has, too, which was compared with it. Gives the shop's address.
async fn compared(engine: Engine) -> (World, String) {
    let (world, _) = World::with_store_of(engine, |store| {
        let plenty = Limits { bucket: 1_000_000.0, restore_rate: 10_000.0, ..Limits::default() };
        store.handle().set_limits(plenty).unwrap();
        store.handle().place_orders(0, None).unwrap();
        Http::in_process(store.router())
    })
    .await;
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let shop = format!("shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap());
    let card = json!({"syncItem": "From Shopify", "skuMapping": "Item No."});
    world.change(Method::PATCH, &shop, card).await.expect(200);
    let item = json!({"number": catalog()[0].number, "displayName": "Goods"});
    world.change(Method::POST, "items", item).await.expect(201);
    run(&world, json!({"object": 30108})).await;
    let locations = world.read("/api/v1/shopifyLocations").await.expect(200);
    let location = format!("shopifyLocations/{}", locations["value"][0]["id"].as_str().unwrap());
    let projected = json!({"stockCalculation": "Projected Available Balance Today"});
    world.change(Method::PATCH, location, projected).await.expect(200);
    run(&world, json!({"object": 30102})).await;
    (world, shop)
}

/// Runs an object for the shop.
async fn run(world: &World, body: Value) {
    world.sync(body).await.expect(202);
    world.work().await;
}

async fn stock(world: &World) -> Value {
    world.read("/api/v1/shopifyInventory").await.expect(200)["value"][0].clone()
}

#[rstest]
#[tokio::test]
async fn stock_begins_with_what_shopify_has_and_each_number_says_what_it_is_made_of(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, shop) = compared(engine).await;
    let differs = stock(&world).await;
    let there = differs["shopifyStock"].as_i64().unwrap();
    assert!(there > 0, "{differs}");
    assert_eq!((&differs["stock"], &differs["difference"]), (&json!(0), &json!(-there)));

    let begin = format!("{shop}/Kobling.beginStockSync");
    assert_eq!(world.change(Method::POST, &begin, json!({"how": "Perhaps"})).await.status, 400);
    let begun = world.change(Method::POST, &begin, json!({"how": "Take Over as Opening Stock"})).await.expect(200);
    let told = ["locations", "differences", "posted", "left"].map(|name| begun[name].clone());
    assert_eq!(told, [json!(1), json!(1), json!(1), json!([])]);
    assert_eq!(begun["started"]["mode"], "background", "{begun}");
    world.work().await;
    let agrees = stock(&world).await;
    let told = ["shopifyStock", "stock", "difference"].map(|name| agrees[name].clone());
    assert_eq!(told, [json!(there), json!(there), json!(0)]);
    let again = world.change(Method::POST, &begin, json!({"how": "Push Ours"})).await;
    assert!(again.message(400).contains("is sent to every location"), "{}", again.text);

    let path = format!("/api/v1/shopifyInventory/{}/explanation", agrees["id"].as_str().unwrap());
    let made = world.read(path).await.expect(200);
    assert_eq!(made["stockCalculation"], "Projected Available Balance Today");
    let told = ["available", "quantityPerUnitOfMeasure", "stock"].map(|name| made[name].clone());
    assert_eq!(told, [json!(there), json!(1), json!(there)]);
    let parts = made["parts"].as_array().unwrap().iter().filter(|part| part["quantity"] != 0);
    assert_eq!(parts.collect::<Vec<_>>(), [&json!({"part": "Inventory", "quantity": there})]);
    let entry = &made["entries"][0];
    assert_eq!((&entry["part"], &entry["documentType"]), (&json!("Inventory"), &json!("Positive Adjmt.")));
    assert_eq!((&entry["quantity"], &entry["counts"]), (&json!(there), &json!(true)));
}

#[rstest]
#[tokio::test]
async fn what_has_drifted_apart_is_told_with_both_numbers(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, shop) = compared(engine).await;
    let begin = format!("{shop}/Kobling.beginStockSync");
    world.change(Method::POST, begin, json!({"how": "Take Over as Opening Stock"})).await.expect(200);
    world.work().await;
    let there = stock(&world).await["shopifyStock"].as_i64().unwrap();
    let found = json!({"postingDate": "2026-01-15", "itemNumber": catalog()[0].number, "quantity": 7, "unitCost": 80});
    world.change(Method::POST, "itemJournalLines", found).await.expect(201);
    let batch = world.read("/api/v1/itemJournalBatches?$filter=code eq 'DEFAULT'").await.expect(200);
    let post = format!("itemJournalBatches/{}/Kobling.post", batch["value"][0]["id"].as_str().unwrap());
    world.change(Method::POST, post, json!({})).await.expect(200);
    run(&world, json!({"object": 30102, "options": {"compareWithShopify": true}})).await;
    let drifts = world.read("/api/v1/shopifyStockDrifts").await.expect(200);
    let drift = &drifts["value"][0];
    let told = ["itemNumber", "expectedStock", "shopifyStock", "stock", "explanation"].map(|name| drift[name].clone());
    let number = json!(catalog()[0].number);
    assert_eq!(told, [number, json!(there), json!(there), json!(there + 7), json!("Not Sent Yet")]);
    assert_eq!(stock(&world).await["shopifyStock"], there + 7, "it is sent now");
}
