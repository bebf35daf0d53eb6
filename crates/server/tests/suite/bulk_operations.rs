//! Bulk operations over the API: how they stand, their lines, and how long they stay.

use std::time::Duration;

use axum::http::Method;
use connector::bulk::Content;
use connector::shops;
use database::Engine;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};
use server::Error;
use shopify::bulk::{BulkQuery, start};

use crate::call::Call;
use crate::world::World;

const SET: &str = "/api/v1/shopifyBulkOperations";

/// A shop for which a query was started that nobody waits for.
async fn world(engine: Engine) -> World {
    let world = World::with_orders(engine, 2).await;
    let connector = &world.app.connector;
    let shop = world.app.db.read(|read| async move { shops::find(&read, "SHOP").await }).await.unwrap();
    let query = BulkQuery::text("query OrdersInBulk { orders { edges { node { id name } } } }");
    start(&connector.client(&shop).await.unwrap(), &query).await.unwrap();
    connector.write_calls().await.unwrap();
    world
}

async fn only(world: &World) -> Value {
    let all = world.read(SET).await.expect(200)["value"].as_array().unwrap().clone();
    assert_eq!(all.len(), 1);
    all[0].clone()
}

#[rstest]
#[tokio::test]
async fn an_operation_is_asked_for_again_and_deleted_by_those_who_may(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let operation = only(&world).await;
    assert_eq!((&operation["type"], &operation["name"]), (&json!("Query"), &json!("OrdersInBulk")));
    assert_eq!((&operation["shopCode"], &operation["processed"]), (&json!("SHOP"), &json!(false)));
    let post = async |token: &str, action: &str, body: Value| {
        Call::new(Method::POST, format!("{SET}/Kobling.{action}")).token(token).body(body).send(&world.router).await
    };
    world.clock.advance(Duration::from_secs(60));
    post(&world.viewer, "refresh", json!({})).await.expect(403);
    assert_eq!(post(&world.user, "refresh", json!({})).await.expect(200), json!({"refreshed": 1}));
    assert_eq!(only(&world).await["status"], "Completed");
    assert_eq!(post(&world.user, "refresh", json!({})).await.expect(200), json!({"refreshed": 0}));
    for lines in ["data", "sentData"] {
        let refused = world.read(format!("{SET}/{}/{lines}", operation["id"].as_str().unwrap())).await;
        assert!(refused.message(409).contains("no line that was"), "nobody has read what it found");
    }
    post(&world.viewer, "deleteOlderThan", json!({"days": 0})).await.expect(403);
    assert_eq!(post(&world.user, "deleteOlderThan", json!({"days": 7})).await.expect(200), json!({"deleted": 0}));
    assert_eq!(post(&world.user, "deleteOlderThan", json!({"days": 0})).await.expect(200), json!({"deleted": 1}));
}

#[rstest]
#[tokio::test]
async fn the_lines_of_an_operation_are_read_as_they_are_kept(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let operation = only(&world).await;
    let id = operation["id"].as_str().unwrap();
    let kept = &Content {
        bulk_operation_id: id.parse().unwrap(),
        sent: "{\"price\":\"12.00\"}\n".into(),
        received: "{\"id\":\"gid://shopify/Order/1\"}\n{\"id\":\"gid://shopify/Order/2\"}\n".into(),
    };
    let write = |tx| async move {
        kept.clone().into_active_model().reset_all().insert(&tx).await?;
        Ok::<_, Error>(())
    };
    world.app.db.write(write).await.unwrap();
    for (lines, what, text) in [("sentData", "sent", &kept.sent), ("data", "received", &kept.received)] {
        let path = format!("{SET}/{id}/{lines}");
        Call::new(Method::GET, path.clone()).send(&world.router).await.expect(401);
        let read = Call::new(Method::GET, path).token(&world.viewer).send(&world.router).await;
        assert_eq!((read.status.as_u16(), &read.text), (200, text));
        assert_eq!(read.headers["content-type"], "application/jsonl");
        let name = format!("BulkOperation_{}-{what}.jsonl", operation["bulkOperationId"]);
        let disposition = read.headers["content-disposition"].to_str().unwrap();
        assert_eq!(disposition, format!("attachment; filename=\"{name}\""));
    }
}
