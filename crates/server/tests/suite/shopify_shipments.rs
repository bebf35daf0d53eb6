//! Posted shipments of Shopify orders: how they stand in Shopify, and what people say of them.

use std::collections::BTreeSet;

use axum::http::Method;
use back_office::setup::SHIPPING_ACCOUNT;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Reply, with};
use crate::world::World;

/// A company that has shipped the orders of its shop, and not invoiced them.
async fn shipped(engine: Engine, orders: usize) -> World {
    let world = World::with_orders(engine, orders).await;
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let path = format!("shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap());
    let card = json!({"autoCreateUnknownCustomers": true, "customerTemplateCode": "DOMESTIC",
        "skuMapping": "Item No.", "shippingChargesAccount": SHIPPING_ACCOUNT});
    world.change(Method::PATCH, path, card).await.expect(200);
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    let lines = world.read("/api/v1/shopifyOrderLines").await.expect(200);
    let skus: BTreeSet<_> = lines["value"].as_array().unwrap().iter().map(|line| line["sku"].to_string()).collect();
    for sku in skus {
        let item = json!({"number": sku.trim_matches('"'), "displayName": "Goods", "unitPrice": 100,
            "priceIncludesTax": true, "baseUnitOfMeasureCode": "PCS", "taxGroupCode": "HIGH"});
        world.call(Method::POST, "/api/v1/items").body(item).send(&world.router).await.expect(201);
    }
    world.sync(json!({"object": 30103})).await.expect(202);
    world.work().await;
    for order in all(&world, "salesOrders?$orderby=number").await {
        let path = format!("salesOrders/{}/Kobling.post", order["id"].as_str().unwrap());
        act(&world, &path, json!({"invoice": false})).await.expect(200);
    }
    world
}

async fn act(world: &World, path: &str, body: Value) -> Reply {
    world.call(Method::POST, format!("/api/v1/{path}")).body(body).send(&world.router).await
}

async fn all(world: &World, path: &str) -> Vec<Value> {
    world.read(format!("/api/v1/{path}")).await.expect(200)["value"].as_array().unwrap().clone()
}

async fn shipments(world: &World) -> Vec<Value> {
    all(world, "salesShipments?$orderby=number").await
}

/// Says what a shipment is in Shopify.
async fn say(world: &World, shipment: &Value, number: Value) -> Reply {
    let path = format!("salesShipments/{}", shipment["id"].as_str().unwrap());
    world.change(Method::PATCH, path, json!({"shopifyFulfillmentId": number})).await
}

#[rstest]
#[tokio::test]
async fn people_say_that_a_shipment_is_to_be_sent_or_left_out_until_it_is_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = shipped(engine, 1).await;
    let shipment = shipments(&world).await.remove(0);
    assert_eq!(shipment["shopifyFulfillmentId"], 0);
    for number in [-2, -1, 0] {
        let said = say(&world, &shipment, number.into()).await.expect(200);
        assert_eq!(said["shopifyFulfillmentId"], number);
    }
    let refused = say(&world, &shipment, 7.into()).await;
    assert!(refused.message(400).contains("0 (to be sent), -1 (not sent) or -2 (left out)"), "{}", refused.text);
    let refused = say(&world, &shipment, "there".into()).await;
    assert!(refused.text.contains("is no whole number"), "{}", refused.text);
    assert_eq!(refused.status, 400);

    let sent = act(&world, "salesShipments/Kobling.sendToShopify", json!({"ids": [shipment["id"]]})).await.expect(202);
    assert_eq!(sent["mode"], "background");
    world.work().await;
    let there = shipments(&world).await.remove(0);
    assert!(there["shopifyFulfillmentId"].as_i64().unwrap() > 0, "{there}");
    let refused = say(&world, &shipment, 0.into()).await;
    assert!(refused.message(400).contains("only one that is not there is sent again or left out"), "{}", refused.text);
}

#[rstest]
#[tokio::test]
async fn the_list_behind_a_tile_shows_the_shipments_that_it_counts(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = shipped(engine, 3).await;
    let [failed, left_out, waiting] = &shipments(&world).await[..] else { panic!("three orders were shipped") };
    say(&world, failed, (-1).into()).await.expect(200);
    say(&world, left_out, (-2).into()).await.expect(200);
    let cues = all(&world, "cues").await;
    for (name, number, shown) in [("unprocessedShipments", "0", waiting), ("shipmentsErrors", "-1", failed)] {
        let cue = cues.iter().find(|cue| cue["name"] == name).unwrap();
        assert_eq!((&cue["entity"], &cue["count"]), (&json!("salesShipments"), &json!(1)));
        // As the tile says it, and as the page of the list does.
        let tile = [("$filter", cue["filter"].as_str().unwrap())];
        let page = [("filter.sourceKind", "Shopify Order"), ("filter.shopifyFulfillmentId", number)];
        for asked in [&tile[..], &page] {
            let list = world.read(with("/api/v1/salesShipments", asked)).await.expect(200);
            let ids: Vec<_> = list["value"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
            assert_eq!(ids, [&shown["id"]], "{name}");
        }
    }
}

#[rstest]
#[tokio::test]
async fn chosen_shipments_are_left_out_and_sent_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = shipped(engine, 2).await;
    let ids: Vec<Value> = shipments(&world).await.iter().map(|shipment| shipment["id"].clone()).collect();
    let (out, again) = ("salesShipments/Kobling.leaveOutOfShopify", "salesShipments/Kobling.sendToShopifyAgain");
    for (path, changed) in [(out, 2), (out, 0), (again, 2)] {
        assert_eq!(act(&world, path, json!({"ids": ids})).await.expect(200)["changed"], changed, "{path}");
    }
    act(&world, out, json!({"ids": [ids[0]]})).await.expect(200);
    let now = "salesShipments/Kobling.sendToShopify";
    act(&world, now, json!({"ids": ids})).await.expect(202);
    world.work().await;
    let stand: Vec<i64> =
        shipments(&world).await.iter().map(|one| one["shopifyFulfillmentId"].as_i64().unwrap()).collect();
    assert!(stand[0] == -2 && stand[1] > 0, "{stand:?}");
    for (path, why) in [(out, "only one that is not there"), (now, "choose Send Again")] {
        let refused = act(&world, path, json!({"ids": ids})).await;
        assert!(refused.message(400).contains(why), "{path}: {}", refused.text);
    }
    assert!(act(&world, out, json!({"ids": []})).await.message(400).contains("choose 1 to"));
    let viewer = world.call(Method::POST, format!("/api/v1/{out}")).token(&world.viewer).body(json!({"ids": ids}));
    viewer.send(&world.router).await.expect(403);
}

#[rstest]
#[tokio::test]
async fn what_waits_and_what_was_sent_of_an_order_is_read_in_its_sets(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = shipped(engine, 1).await;
    world.sync(json!({"object": 30109})).await.expect(202);
    world.work().await;
    let shipment = shipments(&world).await.remove(0);
    let sent = all(&world, "shopifyFulfillments").await;
    assert_eq!(sent.len(), 1);
    assert_eq!(
        (&sent[0]["shopifyFulfillmentId"], &sent[0]["shipmentNumber"]),
        (&shipment["shopifyFulfillmentId"], &shipment["number"])
    );
    let waited = all(&world, "shopifyFulfillmentOrders?$expand=shopifyFulfillmentOrderLines").await;
    assert_eq!((waited.len(), &waited[0]["status"]), (1, &json!("Open")));
    assert_eq!(waited[0]["shopifyOrderNumber"], shipment["shopifyOrderNumber"]);
    let lines = all(&world, "shopifyFulfillmentOrderLines").await;
    assert_eq!(waited[0]["shopifyFulfillmentOrderLines"].as_array().unwrap().len(), lines.len());
    assert!(lines.iter().all(|line| line["remainingQuantity"].as_i64().unwrap() > 0), "{lines:?}");
    // The next run that looks at the order reads what is in its parcels; and the carriers are always there.
    assert_eq!(all(&world, "shopifyFulfillmentLines").await, Vec::<Value>::new());
    assert!(!all(&world, "shopifyTrackingCompanies").await.is_empty());
}
