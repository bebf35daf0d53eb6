//! Bulk operations are written down, with what was sent and what came back, whoever started them.

use std::time::Duration;

use connector::bulk::{self, Kind, Status};
use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;
use sea_orm::IntoActiveModel;
use serde_json::json;
use shopify::bulk::{BulkMutation, BulkQuery, Finish, Outcome, mutate, query, start};
use shopify::webhook::Topic;
use uuid::Uuid;
use values::Code;

use crate::gallery::Product;
use crate::webhooks::{SECRET, Told};
use crate::world::{World, kari};

const PRICES: &str = "mutation PricesInBulk($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
  productVariantsBulkUpdate(productId: $productId, variants: $variants) { productVariants { id price } userErrors { field message } }
}";

const PRODUCTS: &str = "query ProductsInBulk { products { edges { node { id title } } } }";

async fn client(world: &World) -> shopify::Client {
    world.connector.client(&world.shop().await).await.unwrap()
}

/// What is known of the operations, the first one first.
async fn written(world: &World) -> Vec<bulk::Model> {
    world.connector.write_calls().await.unwrap();
    let mut all = world.all::<bulk::Entity>().await;
    all.sort_by_key(|operation| operation.bulk_operation_id);
    all
}

/// Runs a mutation of prices for a product of the store and one that is not there, to its end.
async fn prices(world: &World) -> Vec<String> {
    let product = Product::plain(world, "Lue").await;
    let line = |product: &str, variant: i64| json!({ "productId": product, "variants": [{ "id": format!("gid://shopify/ProductVariant/{variant}"), "price": "12.00" }] });
    let lines = [line(&product.gid(), product.variants[0]), line("gid://shopify/Product/1", 1)];
    let (client, mutation, finish) = (client(world).await, BulkMutation::text(PRICES), Finish::default());
    let running = mutate(&client, &mutation, &lines, &finish);
    let Outcome::Whole(finished) = world.while_time_passes(running, None).await.unwrap().unwrap() else { panic!() };
    let mut answers = finished.answers();
    let mut told = Vec::new();
    while let Some(answer) = answers.next().await.unwrap() {
        told.push(answer.data.unwrap().get().to_owned());
    }
    told
}

#[rstest]
#[tokio::test]
async fn a_mutation_is_kept_with_its_lines_and_done_with_when_its_answers_are_read(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("loggingMode", "All")]).await;
    let told = prices(&world).await;
    assert!(told[1].contains("does not exist"), "{told:?}");
    let operations = written(&world).await;
    let [operation] = operations.as_slice() else { panic!("{operations:?}") };
    assert_eq!((operation.kind, operation.name.as_str()), (Kind::Mutation, "PricesInBulk"));
    assert_eq!((&operation.status, operation.processed, operation.object_count), (&Status::Completed, true, 2));
    assert!(operation.completed_at.is_some() && operation.sent_size > 0 && operation.received_size > 0);
    let id = operation.id;
    let lines =
        |r| async move { Ok::<_, connector::Error>((bulk::sent(&r, id).await?, bulk::received(&r, id).await?)) };
    let (sent, received) = world.test.db.read(lines).await.unwrap();
    let (sent, received) = (sent.unwrap(), received.unwrap());
    assert_eq!((sent.lines().count(), received.lines().count()), (2, 2));
    assert!(sent.contains("\"price\":\"12.00\"") && received.contains("does not exist"));

    let now = world.connector.clock().now();
    let delete = async |days| bulk::delete_older_than(&world.test.db, now - chrono::TimeDelta::days(days)).await;
    assert_eq!(delete(7).await.unwrap(), 0);
    assert_eq!(delete(0).await.unwrap(), 1);
    assert!(written(&world).await.is_empty() && world.all::<bulk::Contents>().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn what_is_under_way_is_not_done_with_until_a_refresh_finds_it_ended(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    Product::plain(&world, "Lue").await;
    start(&client(&world).await, &BulkQuery::text(PRODUCTS)).await.unwrap();
    let operation = &written(&world).await[0];
    assert_eq!((operation.kind, operation.name.as_str()), (Kind::Query, "ProductsInBulk"));
    assert_eq!((operation.status.is_final(), operation.processed), (false, false));
    assert_eq!(bulk::refresh(&world.connector, &kari()).await.unwrap(), 1);
    assert!(!written(&world).await[0].processed, "it is looked at, and goes on");
    world.clock.advance(Duration::from_secs(60));
    world.forget_calls();
    assert_eq!(bulk::refresh(&world.connector, &kari()).await.unwrap(), 1);
    assert_eq!(world.calls(), (1, 1));
    let operation = &written(&world).await[0];
    assert_eq!((&operation.status, operation.processed), (&Status::Completed, false), "nobody has read what it found");
    assert_eq!(bulk::refresh(&world.connector, &kari()).await.unwrap(), 0, "it has ended");
}

#[rstest]
#[case::failed(FaultKind::BulkAccessDenied, Status::Failed)]
#[case::stopped(FaultKind::BulkCanceled, Status::Canceled)]
#[case::expired(FaultKind::BulkExpired, Status::Expired)]
#[tokio::test]
async fn an_operation_that_ends_without_a_result_is_done_with(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] kind: FaultKind,
    #[case] status: Status,
) {
    let world = World::new(engine).await;
    Product::plain(&world, "Lue").await;
    world.store.handle().set_faults(vec![Fault { times: 3, ..Fault::of(kind) }], 1);
    let (client, query_of, finish) = (client(&world).await, BulkQuery::text(PRODUCTS), Finish::default());
    let outcome = world.while_time_passes(query(&client, &query_of, &finish), None).await.unwrap();
    assert!(outcome.is_err(), "{outcome:?}");
    let operations = written(&world).await;
    assert!(operations.iter().all(|operation| operation.status == status && operation.processed), "{operations:?}");
    assert!(!operations.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_store_that_can_not_be_asked_keeps_no_other_from_being_asked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    Product::plain(&world, "Lue").await;
    start(&client(&world).await, &BulkQuery::text(PRODUCTS)).await.unwrap();
    let operation = written(&world).await.remove(0);
    let of_no_shop = bulk::Model { id: Uuid::from_u128(9), shop_code: Code::cut("AAA"), ..operation.clone() };
    let row = &of_no_shop.into_active_model();
    let write = |tx| async move { database::insert_many(&tx, vec![row.clone()]).await };
    world.test.db.write(write).await.unwrap();
    world.clock.advance(Duration::from_secs(60));
    let refused = bulk::refresh(&world.connector, &kari()).await.unwrap_err().to_string();
    assert!(refused.contains("AAA"), "{refused}");
    let looked = written(&world).await.into_iter().find(|one| one.id == operation.id).unwrap();
    assert_eq!(looked.status, Status::Completed);
}

#[rstest]
#[tokio::test]
async fn one_for_which_nobody_waits_has_ended_when_the_store_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    Product::plain(&world, "Lue").await;
    start(&client(&world).await, &BulkQuery::text(PRODUCTS)).await.unwrap();
    let id = written(&world).await[0].bulk_operation_id;
    let body = json!({
        "admin_graphql_api_id": format!("gid://shopify/BulkOperation/{id}"),
        "completed_at": "2026-11-27T08:00:00Z",
        "error_code": "internal_server_error",
        "status": "failed",
    });
    world.tell(Told { topic: Topic::BulkOperationsFinish, id: "w1", secret: SECRET, body }).await.unwrap();
    let operation = &written(&world).await[0];
    assert_eq!((&operation.status, operation.error_code.as_str()), (&Status::Failed, "INTERNAL_SERVER_ERROR"));
    assert_eq!(operation.completed_at.unwrap().to_rfc3339(), "2026-11-27T08:00:00+00:00");
    assert_eq!(bulk::refresh(&world.connector, &kari()).await.unwrap(), 0, "it has ended");
}

#[rstest]
#[case::disabled("Disabled")]
#[case::of_failed_calls("Error Only")]
#[tokio::test]
async fn no_line_is_kept_where_not_all_is_logged(#[case] mode: &str) {
    let world = World::new(Engine::Sqlite).await;
    world.set(&[("loggingMode", mode)]).await;
    prices(&world).await;
    assert_eq!(written(&world).await.len(), 1);
    assert!(world.all::<bulk::Contents>().await.is_empty());
}

/// E52. Otherwise than in Business Central, a second one is started beside the first, because Shopify runs several at once.
#[rstest]
#[tokio::test]
async fn one_that_is_under_way_keeps_no_other_from_being_started(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    Product::plain(&world, "Lue").await;
    start(&client(&world).await, &BulkQuery::text(PRODUCTS)).await.unwrap();
    assert!(!written(&world).await[0].status.is_final());
    start(&client(&world).await, &BulkQuery::text(PRODUCTS)).await.unwrap();
    let under_way = written(&world).await;
    assert_eq!((under_way.len(), under_way.iter().filter(|one| one.status.is_final()).count()), (2, 0), "side by side");

    world.clock.advance(Duration::from_secs(60));
    bulk::refresh(&world.connector, &kari()).await.unwrap();
    assert!(written(&world).await.iter().all(|one| one.status == Status::Completed));
    start(&client(&world).await, &BulkQuery::text(PRODUCTS)).await.unwrap();
    assert_eq!(written(&world).await.len(), 3, "and each is written down");
}
