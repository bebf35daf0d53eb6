//! What has become of jobs, in the form of Business Central's automation API.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::with;
use crate::world::World;

async fn jobs(world: &World, filter: &str) -> Value {
    world.read(with("/api/v1/scheduledJobs", &[("$filter", filter)])).await.expect(200)["value"].clone()
}

#[rstest]
#[tokio::test]
async fn a_job_is_found_by_its_id_or_category_also_when_it_is_over(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 1).await;
    let make = async |entry: Value| {
        let made =
            world.call(Method::POST, "/api/v1/jobQueueEntries").body(entry).send(&world.router).await.expect(201);
        (made["id"].as_str().unwrap().to_owned(), made["jobQueueCategoryCode"].as_str().unwrap().to_owned())
    };
    let (over, category) =
        make(json!({"objectIdToRun": 30104, "scope": "SHOP", "filters": {"Shop.code": "SHOP"}})).await;
    world.work().await;
    let (waits, _) = make(json!({"objectIdToRun": 30104, "status": "On Hold"})).await;
    let found = jobs(&world, &format!("id eq {over}")).await;
    assert_eq!((&found[0]["id"], &found[0]["status"], &found[1]), (&json!(over), &json!("Finished"), &Value::Null));
    let found = jobs(&world, &format!("category eq '{category}'")).await;
    let found: Vec<_> =
        found.as_array().unwrap().iter().map(|job| (job["id"].clone(), job["status"].clone())).collect();
    assert_eq!(found, [(json!(waits), json!("On Hold")), (json!(over), json!("Finished"))]);
    let both = format!("(id eq {over} or id eq {waits}) and status eq 'On Hold'");
    assert_eq!(jobs(&world, &both).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn jobs_that_nobody_names_are_not_listed() {
    let world = World::new(Engine::Sqlite).await;
    for path in [
        "",
        "?$filter=status eq 'Ready'",
        "?$filter=status eq 'Ready' or category eq 'A'",
        "?$filter=not (category eq 'A')",
    ] {
        let reply = world.read(format!("/api/v1/scheduledJobs{path}")).await;
        assert_eq!(reply.expect(400)["error"]["target"], "$filter", "{path}");
    }
    assert_eq!(world.read("/api/v1/scheduledJobs?$top=1").await.expect(400)["error"]["target"], "$top");
}
