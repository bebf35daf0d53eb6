//! Items and customers through the API: every field of their cards, what they begin with, and pictures.

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{Method, Request};
use database::Engine;
use http_body_util::BodyExt;
use rstest::rstest;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::world::World;

#[rstest]
#[tokio::test]
async fn every_field_of_a_card_is_changed_or_refused_by_name(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.company().await;
    for (set, new) in [
        ("itemCategories", json!({"code": "CLOTHES"})),
        ("vendors", json!({"number": "V1", "displayName": "Weaver"})),
        ("tariffNumbers", json!({"number": "6109.10"})),
        ("itemDiscountGroups", json!({"code": "SUMMER"})),
        ("customerPriceGroups", json!({"code": "DEALER"})),
        ("customerDiscountGroups", json!({"code": "LARGE"})),
        ("shippingAgents", json!({"code": "POST", "displayName": "The post"})),
        ("shippingAgentServices", json!({"shippingAgentCode": "POST", "code": "NEXTDAY", "shippingTime": "1D"})),
        ("salespeoplePurchasers", json!({"code": "JO", "displayName": "Jo"})),
        ("salespeoplePurchasers", json!({"code": "PER", "privacyBlocked": true})),
        ("items", json!({"number": "SHIRT", "displayName": "Shirt"})),
        ("itemUnitsOfMeasure", json!({"itemNumber": "SHIRT", "code": "SET", "qtyPerUnitOfMeasure": 6})),
        ("customers", json!({"customerTemplateCode": "DOMESTIC", "number": "C1", "displayName": "Kari"})),
        ("shipToAddresses", json!({"customerNumber": "C1", "code": "CABIN", "city": "Geilo"})),
    ] {
        world.change(Method::POST, set, new).await.expect(201);
    }
    let cards = [
        (
            "items",
            json!({
                "displayName2": "Cotton", "itemCategoryCode": "CLOTHES", "vendorNumber": "V1", "vendorItemNumber": "S-1",
                "grossWeight": 0.3, "netWeight": 0.25, "tariffNumber": "6109.10", "countryOfOrigin": "NO",
                "salesUnitOfMeasureCode": "SET", "costingMethod": "Standard", "standardCost": 40,
                "generalProductPostingGroupCode": "SERVICES", "inventoryPostingGroupCode": "",
                "vatBusinessPostingGroupPrice": "DOMESTIC", "itemDiscountGroup": "SUMMER",
                "allowInvoiceDiscount": false, "priceIncludesTax": false, "taxGroupCode": "MEDIUM", "gtin": "7038010000001",
                "unitPrice": 349.9, "blocked": true, "salesBlocked": true,
            }),
            vec![
                (json!({"itemCategoryCode": "MARS"}), "itemCategoryCode"),
                (json!({"vendorNumber": "MARS"}), "vendorNumber"),
                (json!({"tariffNumber": "0000.00"}), "tariffNumber"),
                (json!({"grossWeight": -1}), "grossWeight"),
                (json!({"countryOfOrigin": "ZZ"}), "countryOfOrigin"),
                (json!({"salesUnitOfMeasureCode": "KG"}), "salesUnitOfMeasureCode"),
                (json!({"unitCost": 5}), "unitCost"),
                (json!({"standardCost": -5}), "standardCost"),
                (json!({"costingMethod": "Average", "standardCost": 5}), "standardCost"),
                (json!({"generalProductPostingGroupCode": "MARS"}), "generalProductPostingGroupCode"),
                (json!({"itemDiscountGroup": "MARS"}), "itemDiscountGroup"),
                (json!({"number": "CAP"}), "number"),
            ],
        ),
        (
            "customers",
            json!({
                "contact": "Ola", "mobilePhoneNumber": "99887766", "website": "https://example.no",
                "languageCode": "NOB", "taxRegistrationNumber": "NO 912345678 MVA", "shipmentMethodCode": "PARCEL",
                "shippingAgentCode": "POST", "shippingAgentServiceCode": "NEXTDAY", "shipToCode": "CABIN",
                "salespersonCode": "JO",
                "generalBusinessPostingGroupCode": "EXPORT", "taxAreaCode": "EXPORT",
                "customerPostingGroupCode": "EXPORT", "currencyCode": "EUR", "paymentTermsCode": "14D",
                "paymentMethodCode": "BANK", "customerPriceGroup": "DEALER", "customerDiscountGroup": "LARGE",
                "invoiceDiscountCode": "LOYAL", "allowLineDiscount": false, "pricesIncludeTax": false,
                "blocked": "Ship",
            }),
            vec![
                (json!({"shipToCode": "HUT"}), "shipToCode"),
                (json!({"shippingAgentServiceCode": "SLOW"}), "shippingAgentServiceCode"),
                (json!({"shippingAgentCode": ""}), "shippingAgentServiceCode"),
                (json!({"salespersonCode": "MARS"}), "salespersonCode"),
                (json!({"salespersonCode": "PER"}), "salespersonCode"),
                (json!({"shipmentMethodCode": "MARS"}), "shipmentMethodCode"),
                (json!({"currencyCode": "XXX"}), "currencyCode"),
                (json!({"customerPriceGroup": "MARS"}), "customerPriceGroup"),
                (json!({"paymentTermsCode": "NEVER"}), "paymentTermsCode"),
            ],
        ),
    ];
    for (set, change, refusals) in cards {
        let all = world.read(format!("/api/v1/{set}")).await.expect(200);
        let path = format!("{set}/{}", all["value"][0]["id"].as_str().unwrap());
        let changed = world.change(Method::PATCH, &path, change.clone()).await.expect(200);
        for (name, value) in change.as_object().unwrap() {
            assert_eq!(&changed[name], value, "{set}.{name}");
        }
        for (wrong, field) in refusals {
            let refused = world.change(Method::PATCH, &path, wrong).await;
            assert_eq!(refused.expect(400)["error"]["target"], field, "{set}: {}", refused.text);
        }
        // What stands for nothing is nothing: the field does not stay as it was.
        let emptied = if set == "items" { ("unitPrice", json!(0)) } else { ("contact", json!("")) };
        let nothing = json!({ emptied.0: null });
        assert_eq!(world.change(Method::PATCH, &path, nothing).await.expect(200)[emptied.0], emptied.1, "{set}");
    }
    // What others name stays.
    for (set, filter, user) in [
        ("shipToAddresses", "code eq 'CABIN'", "Customer"),
        ("shippingAgentServices", "code eq 'NEXTDAY'", "Customer"),
        ("shippingAgents", "code eq 'POST'", "Customer"),
        ("salespeoplePurchasers", "code eq 'JO'", "Customer"),
        ("itemCategories", "code eq 'CLOTHES'", "Item"),
        ("vendors", "number eq 'V1'", "Item"),
        ("tariffNumbers", "number eq '6109.10'", "Item"),
    ] {
        let found = world.read(format!("/api/v1/{set}?$filter={filter}")).await.expect(200);
        let path = format!("{set}/{}", found["value"][0]["id"].as_str().unwrap());
        let refused = world.change(Method::DELETE, path, json!({})).await;
        assert!(refused.message(409).contains(user), "{set}: {}", refused.text);
    }
}

#[rstest]
#[tokio::test]
async fn a_new_item_begins_with_its_template(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let new = json!({"itemTemplateCode": "SERVICE", "displayName": "Fitting", "itemCategoryCode": ""});
    let made = world.change(Method::POST, "items", new).await.expect(201);
    assert_eq!((&made["number"], &made["type"]), (&json!("1000"), &json!("Service")));
    assert_eq!((&made["baseUnitOfMeasureCode"], &made["priceIncludesTax"]), (&json!("HOUR"), &json!(true)));
    let refused = world.change(Method::POST, "items", json!({"itemTemplateCode": "MARS"})).await;
    assert_eq!(refused.expect(400)["error"]["target"], "itemTemplateCode", "{}", refused.text);
    world.change(Method::POST, "vendors", json!({"number": "V1"})).await.expect(201);
    let whole = json!({"number": "CAP", "costingMethod": "Standard", "standardCost": 30, "vendorNumber": "V1"});
    let made = world.change(Method::POST, "items", whole).await.expect(201);
    assert_eq!((&made["unitCost"], &made["vendorNumber"]), (&json!(30), &json!("V1")));
}

/// What the administrator is answered for a picture.
async fn add(world: &World, question: &str, content: &[u8]) -> (u16, Value) {
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("/api/v1/itemPictures?{question}"))
        .header(AUTHORIZATION, format!("Bearer {}", world.administrator))
        .header(CONTENT_TYPE, "application/octet-stream")
        .body(Body::from(content.to_vec()))
        .unwrap();
    let response = world.router.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&bytes).unwrap())
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nand so on";

#[rstest]
#[tokio::test]
async fn pictures_are_added_shown_and_taken_away(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    world.change(Method::POST, "items", json!({"number": "SHIRT"})).await.expect(201);
    world.change(Method::POST, "itemVariants", json!({"itemNumber": "SHIRT", "code": "RED"})).await.expect(201);
    for (question, content, field) in [
        ("itemNumber=HAT", PNG, "itemNumber"),
        ("itemNumber=SHIRT&variantCode=BLUE", PNG, "variantCode"),
        ("itemNumber=SHIRT", b"<svg onload=alert(1)>", "content"),
        ("itemNumber=SHIRT", &vec![0xff; 10 * 1024 * 1024 + 2], "content"),
    ] {
        let (status, refused) = add(&world, question, content).await;
        assert_eq!((status, &refused["error"]["target"]), (400, &json!(field)), "{refused}");
    }
    let (status, first) = add(&world, "itemNumber=SHIRT&fileName=front.png", PNG).await;
    assert_eq!((status, &first["position"], &first["contentType"]), (201, &json!(1), &json!("image/png")), "{first}");
    let large = [b"\xff\xd8\xff", vec![7; 2 * 1024 * 1024].as_slice()].concat();
    let (status, second) = add(&world, "itemNumber=SHIRT&variantCode=RED", &large).await;
    assert_eq!((status, &second["position"], &second["size"]), (201, &json!(2), &json!(large.len())), "{second}");

    let path = format!("itemPictures/{}", second["id"].as_str().unwrap());
    let shown = world.call(Method::GET, format!("/api/v1/{path}/content")).request();
    let shown = world.router.clone().oneshot(shown).await.unwrap();
    assert_eq!(shown.headers()[CONTENT_TYPE], "image/jpeg");
    assert_eq!(shown.headers()["x-content-type-options"], "nosniff");
    assert_eq!(shown.into_body().collect().await.unwrap().to_bytes(), large);

    let main = world.change(Method::POST, format!("{path}/Kobling.makeMain"), json!({})).await.expect(200);
    assert_eq!(main["position"], 1);
    let variants = world.read("/api/v1/itemVariants").await.expect(200);
    let variant = format!("itemVariants/{}", variants["value"][0]["id"].as_str().unwrap());
    let refused = world.change(Method::DELETE, &variant, json!({})).await;
    assert!(refused.message(409).contains("Item Picture"), "{}", refused.text);
    world.change(Method::DELETE, &path, json!({})).await.expect(204);
    world.change(Method::DELETE, &variant, json!({})).await.expect(204);
    assert_eq!(world.read(format!("/api/v1/{path}/content")).await.status, 404);
    let left = world.read("/api/v1/itemPictures").await.expect(200);
    assert_eq!((&left["value"][0]["fileName"], &left["value"][0]["position"]), (&json!("front.png"), &json!(2)));
}
