//! Going live over the API: the guide, the checklist, what recurs, the VAT check, and who may do what.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

/// The address of the shop SHOP.
async fn shop(world: &World) -> String {
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    format!("/api/v1/shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap())
}

async fn act(world: &World, token: &str, path: String, body: Value) -> Reply {
    Call::new(Method::POST, path).token(token).body(body).send(&world.router).await
}

#[rstest]
#[tokio::test]
async fn the_guide_is_begun_by_whoever_may_change_shops_and_ends_with_its_checklist(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 1).await;
    let shop = shop(&world).await;
    let guide = world.read(format!("{shop}/Kobling.setupGuide")).await.expect(200);
    assert_eq!(guide["step"], Value::Null, "it was not begun");
    let step = async |step: &str| {
        act(&world, &world.administrator, format!("{shop}/Kobling.setupGuideStep"), json!({ "step": step })).await
    };
    assert!(step("VAT").await.message(400).contains("begin it first"));
    let begin = async |token: &str| act(&world, token, format!("{shop}/Kobling.beginSetupGuide"), json!({})).await;
    begin(&world.user).await.expect(403);
    assert_eq!(begin(&world.administrator).await.expect(200)["step"], "Sync");
    assert_eq!(step("Nowhere").await.expect(400)["error"]["target"], "step");
    assert_eq!(step("VAT").await.expect(200)["step"], "VAT");

    let read = Call::new(Method::GET, format!("{shop}/Kobling.checklist")).token(&world.viewer);
    let checklist = read.send(&world.router).await.expect(200);
    let names: Vec<&str> =
        checklist["value"].as_array().unwrap().iter().map(|check| check["name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        [
            "connection",
            "scopes",
            "accounts",
            "customers",
            "items",
            "products",
            "stock",
            "testOrder",
            "vat",
            "schedules"
        ]
    );
    assert_eq!(checklist["ready"], false);
    let live = async |token: &str| act(&world, token, format!("{shop}/Kobling.goLive"), json!({})).await;
    live(&world.user).await.expect(403);
    let refused = live(&world.administrator).await.message(409);
    assert!(refused.contains("Test Order") && refused.contains("Schedules"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn what_recurs_and_what_the_vat_needs_is_made_by_whoever_may(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 1).await;
    let shop = shop(&world).await;
    let states = |jobs: &Value| -> Vec<(Value, Value)> {
        let jobs = jobs["value"].as_array().unwrap().iter();
        jobs.map(|job| (job["objectIdToRun"].clone(), job["state"].clone())).collect()
    };
    let jobs = world.read(format!("{shop}/Kobling.recurringJobs")).await.expect(200);
    assert_eq!(states(&jobs), [(json!(30104), json!("Missing")), (json!(30109), json!("Missing"))]);
    let create = async |token: &str| act(&world, token, format!("{shop}/Kobling.createRecurringJobs"), json!({})).await;
    create(&world.viewer).await.expect(403);
    let ready = [(json!(30104), json!("Ready")), (json!(30109), json!("Ready"))];
    assert_eq!(states(&create(&world.user).await.expect(200)), ready);

    let seen = world.read(format!("{shop}/Kobling.vatCheck")).await.expect(200);
    assert_eq!((&seen["countries"], &seen["findings"]), (&json!([]), &json!([])));
    let rows =
        async |token: &str, action: &str| act(&world, token, format!("{shop}/Kobling.{action}"), json!({})).await;
    rows(&world.user, "createOneStopShop").await.expect(403);
    let refused = rows(&world.viewer, "previewOneStopShop").await;
    assert!(refused.message(400).contains("names no customer template"), "{}", refused.text);
    assert_eq!(refused.expect(400)["error"]["target"], "customerTemplateCode");
}
