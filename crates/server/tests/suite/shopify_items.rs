//! Items on their way to Shopify, and the sales channels on which they are sold there.

use axum::http::Method;
use database::Engine;
use devstore::Devstore;
use outbound::Http;
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::call::{Call, Reply};
use crate::world::World;

const CHANNELS: &str = "/api/v1/shopifySalesChannels";

/// A shop that knows items by their numbers, with a store in which nothing is.
async fn world(engine: Engine) -> (World, Devstore) {
    let (world, store) = World::with_store_of(engine, |store| Http::in_process(store.router())).await;
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let path = format!("shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap());
    let card = json!({"skuMapping": "Item No.", "pricesIncludingVat": true, "vatBusPostingGroup": "DOMESTIC"});
    world.change(Method::PATCH, path, card).await.expect(200);
    (world, store)
}

async fn post(world: &World, token: &str, path: &str, body: Value) -> Reply {
    Call::new(Method::POST, path).token(token).body(body).send(&world.router).await
}

async fn channels(world: &World) -> Vec<Value> {
    world.read(format!("{CHANNELS}?$orderby=name")).await.expect(200)["value"].as_array().unwrap().clone()
}

#[rstest]
#[tokio::test]
async fn the_chosen_items_are_added_and_no_others(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, store) = world(engine).await;
    let mut ids = Vec::new();
    for number in ["SHIRT", "CAP"] {
        let item = json!({
            "number": number, "displayName": number, "unitPrice": 100, "priceIncludesTax": true, "taxGroupCode": "HIGH",
        });
        ids.push(world.change(Method::POST, "items", item).await.expect(201)["id"].clone());
    }
    let path = "/api/v1/items/Kobling.addToShopify";
    let chosen = json!({"shopCode": "SHOP", "ids": [ids[0]]});
    post(&world, &world.viewer, path, chosen.clone()).await.expect(403);
    let unknown = json!({"shopCode": "SHOP", "ids": [ids[0], Uuid::nil()]});
    let refused = post(&world, &world.user, path, unknown).await.message(400);
    assert!(refused.contains("there is no item with the id"), "{refused}");
    let nothing = json!({"shopCode": "SHOP", "ids": []});
    post(&world, &world.user, path, nothing).await.expect(400);

    let started = post(&world, &world.user, path, chosen.clone()).await.expect(202);
    assert_eq!((&started["mode"], &started["alreadyQueued"]), (&json!("background"), &json!(false)));
    let again = post(&world, &world.user, path, chosen).await.expect(202);
    assert_eq!((&again["entry"], &again["alreadyQueued"]), (&started["entry"], &json!(true)));
    world.work().await;
    assert_eq!(world.read("/api/v1/skippedRecords").await.expect(200)["value"], json!([]));
    let products = world.read("/api/v1/shopifyProducts").await.expect(200);
    let [product] = &products["value"].as_array().unwrap()[..] else { panic!("one product: {products}") };
    assert_eq!((&product["itemNumber"], &product["title"]), (&json!("SHIRT"), &json!("SHIRT")));
    assert_eq!(store.handle().holds(None).unwrap().products, 1);
}

#[rstest]
#[tokio::test]
async fn sales_channels_are_read_anew_and_used_by_those_who_may(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _store) = world(engine).await;
    let refresh = format!("{CHANNELS}/Kobling.refresh");
    let shop = json!({"shopCode": "SHOP"});
    post(&world, &world.viewer, &refresh, shop.clone()).await.expect(403);
    post(&world, &world.user, &refresh, json!({"shopCode": "MARS"})).await.expect(404);
    assert!(channels(&world).await.is_empty());
    post(&world, &world.user, &refresh, shop.clone()).await.expect(204);
    let all = channels(&world).await;
    let names: Vec<_> = all.iter().map(|one| (one["name"].as_str().unwrap(), one["isDefault"].clone())).collect();
    assert_eq!(names, [("Online Store", json!(true)), ("Point of Sale", json!(false))]);

    let path = format!("{CHANNELS}/{}/Kobling.publish", all[1]["id"].as_str().unwrap());
    let used = json!({"useForPublication": true});
    post(&world, &world.user, &path, used.clone()).await.expect(403);
    let stale = world.call(Method::POST, path.clone()).header("if-match", "W/\"old\"").body(used.clone());
    stale.send(&world.router).await.expect(412);
    post(&world, &world.administrator, &path, used.clone()).await.expect(204);
    post(&world, &world.user, &refresh, shop).await.expect(204);
    let used_now: Vec<_> = channels(&world).await.iter().map(|one| one["useForPublication"].clone()).collect();
    assert_eq!(used_now, [json!(false), json!(true)], "and it stays so when they are read anew");
    let nowhere = format!("{CHANNELS}/{}/Kobling.publish", Uuid::nil());
    post(&world, &world.administrator, &nowhere, used).await.expect(404);
}
