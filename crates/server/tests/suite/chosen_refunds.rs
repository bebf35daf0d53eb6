//! Sales documents of the refunds that someone chose.

use axum::http::Method;
use database::Engine;
use serde_json::json;

use crate::world::World;

const CREATE: &str = "/api/v1/shopifyRefunds/Kobling.createSalesDocuments";

#[tokio::test]
async fn refunds_that_will_not_do_are_refused() {
    let world = World::with_orders(Engine::Sqlite, 1).await;
    let refused = async |ids: &[&str]| {
        let reply = world.call(Method::POST, CREATE).body(json!({ "ids": ids })).send(&world.router).await;
        assert_eq!(reply.expect(400)["error"]["target"], "ids");
        reply.message(400)
    };
    assert!(refused(&[]).await.contains("choose 1 to 250 Shopify refunds"));
    let missing = "0192aaaa-0000-7000-8000-000000000000";
    assert!(refused(&[missing]).await.contains(missing));
}

#[tokio::test]
async fn refunds_and_returns_are_lists_like_any_other_and_belong_to_their_orders() {
    let world = World::with_orders(Engine::Sqlite, 1).await;
    for list in ["shopifyRefunds?$expand=shopifyRefundLines", "shopifyReturns?$expand=shopifyReturnLines"] {
        assert_eq!(world.read(format!("/api/v1/{list}")).await.expect(200)["value"], json!([]));
    }
    world.read("/api/v1/shopifyOrders?$expand=shopifyRefunds,shopifyReturns").await.expect(200);
}
