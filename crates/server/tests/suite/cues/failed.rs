//! What is told of tasks that failed.

use axum::http::Method;
use database::{Engine, Tx};
use job_queue::log;
use rstest::rstest;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::json;
use server::Error;

use super::{cue, entry, text};
use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_task_counts_as_failed_until_its_next_run_ends_well_or_a_person_deletes_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 1).await;
    let errors = async || {
        let cue = cue(&world, "synchronizationErrors").await;
        (cue["count"].as_u64().unwrap(), cue["businessCentral"]["count"].as_u64().unwrap())
    };
    let nowhere = json!({"Shop.code": "NOWHERE"});
    // 30103 counts, which Business Central leaves out; a task of another scope is another task.
    for (object, scope) in [(30104, "SHOP"), (30103, "SHOP"), (30104, "OTHER")] {
        entry(&world, json!({"objectIdToRun": object, "filters": nowhere, "scope": scope})).await;
    }
    world.work().await;
    let log = world.read("/api/v1/jobQueueLogEntries").await.expect(200);
    assert_eq!(errors().await, (3, 2), "{log}");
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    assert_eq!(errors().await, (2, 2));
    let failed = world.read("/api/v1/jobQueueEntries?$filter=scope eq 'OTHER'").await.expect(200);
    let path = format!("jobQueueEntries/{}", failed["value"][0]["id"].as_str().unwrap());
    world.change(Method::DELETE, path, json!({})).await.expect(204);
    assert_eq!(errors().await, (1, 2));
}

#[tokio::test]
async fn no_task_that_syncs_makes_documents_or_posts_is_left_out_of_those_that_failed() {
    let world = World::new(Engine::Sqlite).await;
    let cue = cue(&world, "synchronizationErrors").await;
    let (_, counted) = text(&cue, "filter").trim_end_matches(')').split_once(" in (").unwrap();
    let counted: Vec<i64> = counted.split(", ").map(|id| id.parse().unwrap()).collect();
    let objects = world.read("/api/v1/jobQueueObjects").await.expect(200);
    let objects = objects["value"].as_array().unwrap().iter().map(|object| object["objectId"].as_i64().unwrap());
    let left_out: Vec<_> = objects.filter(|id| !counted.contains(id)).collect();
    assert_eq!(left_out, [88], "of a single document that could not be posted its list says so");
}

#[rstest]
#[tokio::test]
async fn a_task_that_makes_documents_posts_or_adds_to_shopify_counts_where_it_failed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 1).await;
    entry(&world, json!({"objectIdToRun": 30104, "filters": {"Shop.code": "NOWHERE"}})).await;
    world.work().await;
    for (object, count) in [(296, 1), (297, 1), (298, 1), (30103, 1), (30106, 1), (30112, 1), (88, 0)] {
        let is_of = |tx: Tx| async move {
            let runs = log::Entity::update_many().col_expr(log::Column::ObjectIdToRun, Expr::value(object));
            Ok::<_, Error>(runs.exec(&tx).await?)
        };
        assert_eq!(world.app.db.write(is_of).await.unwrap().rows_affected, 1);
        assert_eq!(cue(&world, "synchronizationErrors").await["count"], count, "{object}");
    }
}
