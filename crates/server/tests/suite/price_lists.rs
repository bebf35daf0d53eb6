//! Price lists through the API, and what an item costs a customer.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::World;

/// A company with the item SHIRT at 100 without VAT, and a customer C1 in the price group DEALER.
async fn shop(engine: Engine) -> World {
    let world = World::new(engine).await;
    world.company().await;
    for (set, new) in [
        ("items", json!({"number": "SHIRT", "displayName": "Shirt", "unitPrice": 100, "priceIncludesTax": false})),
        ("customerPriceGroups", json!({"code": "DEALER"})),
        (
            "customers",
            json!({"customerTemplateCode": "DOMESTIC", "number": "C1", "displayName": "Kari",
            "customerPriceGroup": "DEALER", "pricesIncludeTax": false}),
        ),
    ] {
        world.change(Method::POST, set, new).await.expect(201);
    }
    world
}

async fn price(world: &World, question: &str) -> Value {
    world.read(format!("/api/v1/salesPrice?{question}")).await.expect(200)
}

#[rstest]
#[tokio::test]
async fn a_price_list_holds_once_it_is_active(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = shop(engine).await;
    let new = json!({"code": "DEALERS", "sourceType": "Customer Price Group", "sourceNumber": "dealer"});
    let list = world.change(Method::POST, "priceLists", new.clone()).await.expect(201);
    assert_eq!((&list["status"], &list["sourceNumber"]), (&json!("Draft"), &json!("DEALER")));
    assert!(world.change(Method::POST, "priceLists", new).await.message(409).contains("already exists"));
    let path = format!("priceLists/{}", list["id"].as_str().unwrap());
    for (change, field) in [
        (json!({"sourceNumber": "MARS"}), "sourceNumber"),
        (json!({"sourceType": "All Customers"}), "sourceNumber"),
        (json!({"currencyCode": "XXX"}), "currencyCode"),
        (json!({"vatBusinessPostingGroupPrice": "MARS"}), "vatBusinessPostingGroupPrice"),
        (json!({"startingDate": "2026-02-01", "endingDate": "2026-01-01"}), "endingDate"),
        (json!({"code": "OTHERS"}), "code"),
    ] {
        let refused = world.change(Method::PATCH, &path, change).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{}", refused.text);
    }

    let line = json!({"listCode": "DEALERS", "assetNumber": "SHIRT", "unitPrice": 80});
    let made = world.change(Method::POST, "priceListLines", line.clone()).await.expect(201);
    let line_path = format!("priceListLines/{}", made["id"].as_str().unwrap());
    for (change, field) in [
        (json!({"assetNumber": "HAT"}), "assetNumber"),
        (json!({"variantCode": "BLUE"}), "variantCode"),
        (json!({"unitOfMeasureCode": "BOX"}), "unitOfMeasureCode"),
        (json!({"minimumQuantity": -1}), "minimumQuantity"),
        (json!({"unitPrice": -1}), "unitPrice"),
        (json!({"amountType": "Discount"}), "amountType"),
    ] {
        let refused = world.change(Method::PATCH, &line_path, change).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{}", refused.text);
    }
    assert_eq!(price(&world, "itemNumber=SHIRT&customerNumber=C1").await["unitPrice"], 100);
    let active = world.change(Method::PATCH, &path, json!({"status": "Active"})).await.expect(200);
    assert_eq!(active["status"], "Active");
    let found = price(&world, "itemNumber=SHIRT&customerNumber=C1").await;
    assert_eq!((&found["unitPrice"], &found["priceListLineId"]), (&json!(80), &made["id"]));
    assert_eq!(price(&world, "itemNumber=SHIRT").await["unitPrice"], 100, "others are no dealers");

    for (method, path, body) in [
        (Method::PATCH, &path, json!({"description": "Dealers"})),
        (Method::PATCH, &line_path, json!({"unitPrice": 70})),
        (Method::DELETE, &line_path, json!({})),
        (Method::DELETE, &path, json!({})),
        (Method::POST, &"priceListLines".to_owned(), line),
    ] {
        let refused = world.change(method.clone(), path, body).await;
        assert!(refused.message(409).contains("is active"), "{method} {path}: {}", refused.text);
    }
    let both = json!({"status": "Draft", "description": "Dealers"});
    assert_eq!(world.change(Method::PATCH, &path, both).await.expect(200)["description"], "Dealers");
    world.change(Method::DELETE, &line_path, json!({})).await.expect(204);
    world.change(Method::DELETE, &path, json!({})).await.expect(204);
    assert_eq!(world.read("/api/v1/priceLists").await.expect(200)["value"], json!([]));
}

#[rstest]
#[tokio::test]
async fn a_copy_has_the_same_prices_and_holds_not_yet(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = shop(engine).await;
    let spring = json!({"code": "SPRING", "startingDate": "2026-03-01", "endingDate": "2026-05-31"});
    let list = world.change(Method::POST, "priceLists", spring).await.expect(201);
    let always = json!({"listCode": "SPRING", "assetNumber": "SHIRT", "unitPrice": 90, "startingDate": null});
    let made = world.change(Method::POST, "priceListLines", always).await.expect(201);
    assert_eq!((&made["startingDate"], &made["endingDate"]), (&Value::Null, &json!("2026-05-31")));
    let path = format!("priceLists/{}", list["id"].as_str().unwrap());
    world.change(Method::PATCH, &path, json!({"status": "Active"})).await.expect(200);

    let copy = format!("{path}/Kobling.copy");
    assert_eq!(world.change(Method::POST, &copy, json!({"code": "SPRING"})).await.status, 409);
    assert_eq!(world.change(Method::POST, &copy, json!({"code": ""})).await.expect(400)["error"]["target"], "code");
    let copied = world.change(Method::POST, &copy, json!({"code": "autumn", "description": "Next"})).await.expect(201);
    assert_eq!((&copied["code"], &copied["status"]), (&json!("AUTUMN"), &json!("Draft")));
    let lines = world.read("/api/v1/priceListLines?$filter=listCode eq 'AUTUMN'").await.expect(200);
    assert_eq!((&lines["value"][0]["unitPrice"], &lines["value"][0]["status"]), (&json!(90), &json!("Draft")));
    // What the list has in common with its lines is theirs, too.
    let path = format!("priceLists/{}", copied["id"].as_str().unwrap());
    world.change(Method::PATCH, &path, json!({"currencyCode": "EUR", "priceIncludesTax": true})).await.expect(200);
    let lines = world.read("/api/v1/priceListLines?$filter=listCode eq 'AUTUMN'").await.expect(200);
    assert_eq!(
        (&lines["value"][0]["currencyCode"], &lines["value"][0]["priceIncludesTax"]),
        (&json!("EUR"), &json!(true))
    );
}

#[rstest]
#[tokio::test]
async fn what_is_asked_for_a_price_must_be_there(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = shop(engine).await;
    for (question, field) in [
        ("itemNumber=HAT", "itemNumber"),
        ("itemNumber=SHIRT&customerNumber=C9", "customerNumber"),
        ("itemNumber=SHIRT&unitOfMeasureCode=BOX", "unitOfMeasureCode"),
        ("itemNumber=SHIRT&currencyCode=XXX", "currencyCode"),
    ] {
        let refused = world.read(format!("/api/v1/salesPrice?{question}")).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{}", refused.text);
    }
    let steps = json!({"code": "STEPS", "allowLineDiscount": true});
    world.change(Method::POST, "priceLists", steps).await.expect(201);
    let line = json!({"listCode": "STEPS", "assetNumber": "SHIRT", "minimumQuantity": 10, "unitPrice": 60});
    world.change(Method::POST, "priceListLines", line).await.expect(201);
    let lists = world.read("/api/v1/priceLists").await.expect(200);
    let path = format!("priceLists/{}", lists["value"][0]["id"].as_str().unwrap());
    world.change(Method::PATCH, path, json!({"status": "Active"})).await.expect(200);
    for (quantity, expected) in [("9.5", 100), ("10", 60)] {
        let found = price(&world, &format!("itemNumber=SHIRT&quantity={quantity}")).await;
        assert_eq!(found["unitPrice"], expected, "{quantity}");
    }
}
