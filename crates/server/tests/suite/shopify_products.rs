//! Shopify products, their variants, and the mapping worksheet.

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{Method, Request};
use connector::products::staged::{product, variant};
use database::Engine;
use http_body_util::BodyExt;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};
use server::Error;
use tower::ServiceExt;
use uuid::Uuid;
use values::Code;

use crate::call::Call;
use crate::world::World;

impl World {
    /// A shop with a product of two variants, S and M, and the items SHIRT and CAP.
    async fn shelf(&self) {
        self.company().await;
        self.shop().await;
        for number in ["SHIRT", "CAP"] {
            let item = json!({ "number": number, "displayName": number });
            self.change(Method::POST, "items", item).await.expect(201);
        }
        let code = Code::<20>::cut("SHOP");
        let product = &product::Model {
            title: "Shirt".into(),
            has_variants: true,
            content_hash: "read".into(),
            ..product::Model::named(Uuid::from_u128(1), code.clone(), 5001)
        };
        let variants = &[(2, 6001, "S"), (3, 6002, "M")].map(|(id, number, size)| variant::Model {
            title: "Shirt".into(),
            variant_title: size.into(),
            sku: format!("SHIRT-{size}"),
            position: i32::try_from(number - 6000).unwrap(),
            content_hash: "read".into(),
            ..variant::Model::named(Uuid::from_u128(id), code.clone(), 5001, number)
        });
        let write = |tx| async move {
            product.clone().into_active_model().reset_all().insert(&tx).await?;
            for variant in variants {
                variant.clone().into_active_model().reset_all().insert(&tx).await?;
            }
            Ok::<_, Error>(())
        };
        self.app.db.write(write).await.unwrap();
    }

    async fn worksheet(&self) -> Vec<Value> {
        let found = self.read("/api/v1/shopifyProductMatches?$orderby=position").await.expect(200);
        found["value"].as_array().unwrap().clone()
    }

    async fn import_worksheet(&self, file: &str, dry_run: bool) -> (u16, Value) {
        let request = Request::post(format!("/api/v1/shopifyProductMatches/Kobling.import?dryRun={dry_run}"))
            .header(AUTHORIZATION, format!("Bearer {}", self.administrator))
            .header(CONTENT_TYPE, "text/csv; charset=utf-8")
            .body(Body::from(file.to_owned()))
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap())
    }
}

#[rstest]
#[tokio::test]
async fn a_product_and_a_variant_are_mapped(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.shelf().await;
    let product = format!("shopifyProducts/{}", Uuid::from_u128(1));
    let variant = format!("shopifyVariants/{}", Uuid::from_u128(3));
    let refused = world.change(Method::POST, format!("{product}/Kobling.map"), json!({ "itemNumber": "MARS" })).await;
    assert_eq!(refused.expect(400)["error"]["target"], "itemNumber", "{}", refused.text);
    for path in [&product, &variant] {
        let call = world.call(Method::POST, format!("/api/v1/{path}/Kobling.map")).header("if-match", "W/\"old\"");
        call.body(json!({ "itemNumber": "CAP" })).send(&world.router).await.expect(412);
    }
    let to = json!({ "itemNumber": "CAP" });
    world.change(Method::POST, format!("{variant}/Kobling.map"), to).await.expect(204);
    let to = json!({ "itemNumber": "SHIRT" });
    world.change(Method::POST, format!("{product}/Kobling.map"), to).await.expect(204);
    let staged = world.read(format!("/api/v1/{product}")).await.expect(200);
    assert_eq!(staged["itemNumber"], "SHIRT");
    let variants = world.read("/api/v1/shopifyVariants?$orderby=position&$filter=shopifyProductId eq 5001").await;
    let items: Vec<_> =
        variants.expect(200)["value"].as_array().unwrap().iter().map(|one| one["itemNumber"].clone()).collect();
    assert_eq!(items, ["SHIRT", "CAP"], "what was mapped already stays");
    let refused = world.change(Method::POST, "shopifyProducts/Kobling.createItems", json!({ "ids": [] })).await;
    assert!(refused.message(400).contains("choose 1 to"), "{}", refused.text);
}

#[rstest]
#[tokio::test]
async fn chosen_products_become_items_where_the_shop_card_lets_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.shelf().await;
    let chosen = json!({ "ids": [Uuid::from_u128(1)] });
    let make = async |token: &str| {
        let call = Call::new(Method::POST, "/api/v1/shopifyProducts/Kobling.createItems").token(token);
        call.body(chosen.clone()).send(&world.router).await
    };
    make(&world.viewer).await.expect(403);
    assert_eq!(make(&world.user).await.expect(200), json!({ "created": 0, "failed": 1 }));
    let product = format!("/api/v1/shopifyProducts/{}", Uuid::from_u128(1));
    let why = world.read(&product).await.expect(200)["errorMessage"].clone();
    assert!(why.as_str().unwrap().contains("Auto Create Unknown Items"), "{why}");

    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let shop = format!("shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap());
    let card = json!({ "autoCreateUnknownItems": true, "itemTemplateCode": "ITEM", "skuMapping": "Item No." });
    world.change(Method::PATCH, shop, card).await.expect(200);
    assert_eq!(make(&world.user).await.expect(200), json!({ "created": 1, "failed": 0 }));
    let product = world.read(&product).await.expect(200);
    assert_eq!((&product["itemNumber"], &product["hasError"]), (&json!("SHIRT-S"), &json!(false)));
    let variants = world.read("/api/v1/shopifyVariants?$orderby=position").await.expect(200);
    let items: Vec<_> = variants["value"].as_array().unwrap().iter().map(|one| one["itemNumber"].clone()).collect();
    assert_eq!(items, ["SHIRT-S", "SHIRT-M"]);
    let made = world.read("/api/v1/items?$filter=number eq 'SHIRT-M'").await.expect(200);
    assert_eq!(made["value"][0]["displayName"], "Shirt", "an item is called as its product");
}

#[rstest]
#[tokio::test]
async fn a_product_is_deleted_with_its_variants_and_the_change_log_says_by_whom(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.shelf().await;
    let path = format!("shopifyProducts/{}", Uuid::from_u128(1));
    world.call(Method::DELETE, format!("/api/v1/{path}")).send(&world.router).await.expect(428);
    world.change(Method::DELETE, &path, json!({})).await.expect(204);
    world.read(format!("/api/v1/{path}")).await.expect(404);
    let left = world.read("/api/v1/shopifyVariants").await.expect(200);
    assert_eq!(left["value"], json!([]));
    let log = world.read("/api/v1/auditLogEntries?$filter=action eq 'Shopify Product deleted'").await.expect(200);
    assert_eq!(log["value"][0]["subject"], "Shirt", "{log}");
    let changes = world.read("/api/v1/shopifyChanges").await.expect(200);
    assert_eq!(changes["value"], json!([]), "the shop card leaves products in Shopify as they are");
}

#[rstest]
#[tokio::test]
async fn the_worksheet_goes_through_a_file_and_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.shelf().await;
    let propose = json!({ "shop": "SHOP" });
    let told = world.change(Method::POST, "shopifyProductMatches/Kobling.propose", propose).await.expect(200);
    assert_eq!(told, json!({ "proposed": 2, "unknown": 0 }), "both are called as the item SHIRT is");
    let rows = world.worksheet().await;
    assert_eq!((&rows[0]["reason"], &rows[0]["duplicate"]), (&json!("Title"), &json!(true)));

    let call = world.call(Method::GET, "/api/v1/shopifyProductMatches?$orderby=position&$format=csv");
    let written = call.send(&world.router).await.text;
    let head = written.lines().next().unwrap();
    assert!(head.contains("Shopify Variant Id") && head.contains("Item No."), "{head}");
    let file = "Shop Code,Shopify Variant ID,Item No.,Variant Code\n\
        SHOP,6001,CAP,\nSHOP,6002,MARS,\nSHOP,7777,CAP,\n,6002,CAP,\n";
    let (status, report) = world.import_worksheet(file, true).await;
    let places: Vec<_> =
        report["problems"].as_array().unwrap().iter().map(|one| format!("{} {}", one["row"], one["field"])).collect();
    assert_eq!(
        (status, places.as_slice()),
        (200, &[r#"3 "itemNumber""#, r#"4 "shopifyVariantId""#, r#"5 "shopCode""#].map(String::from)[..])
    );
    assert_eq!(world.import_worksheet(file, false).await.0, 400);
    assert_eq!(
        world.worksheet().await[0]["itemNumber"],
        "SHIRT",
        "a trial changes nothing, and neither does a refusal"
    );

    let (status, report) = world.import_worksheet(&written, false).await;
    assert_eq!((status, &report["created"]), (200, &json!(2)), "what was written out is read in again: {report}");
    let rows = world.worksheet().await;
    assert!(rows.iter().all(|row| row["reason"] == "Title"), "what stays as it was is no one's choice: {rows:?}");
    let file = "Shop Code,Shopify Variant ID,Item No.,Variant Code\nSHOP,6001,CAP,\n";
    assert_eq!(world.import_worksheet(file, false).await.0, 200);
    let ids: Vec<_> = world.worksheet().await.iter().map(|row| row["id"].clone()).collect();
    let accepted = world.change(Method::POST, "shopifyProductMatches/Kobling.accept", json!({ "ids": ids })).await;
    assert_eq!(accepted.expect(200)["changed"], 2);
    let variants = world.read("/api/v1/shopifyVariants?$orderby=position").await.expect(200);
    let items: Vec<_> = variants["value"].as_array().unwrap().iter().map(|one| one["itemNumber"].clone()).collect();
    assert_eq!(items, ["CAP", "SHIRT"]);
    assert_eq!(world.worksheet().await, Vec::<Value>::new());
}
