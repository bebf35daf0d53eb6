//! A product that a person takes away here, or whose item is gone, becomes in Shopify what the shop card says.

use std::time::Duration;

use back_office::items;
use connector::operations::{self, State};
use connector::products::removal;
use connector::skipped;
use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use values::Code;

use super::{added, in_store, item, products, sync, variants, world};
use crate::store::graphql;
use crate::world::{World, kari};

async fn with_product(engine: Engine, action: &str) -> World {
    let world = world(engine).await;
    added(&world, "1000").await;
    world.set(&[("actionForRemovedProductsAndBlockedItems", action)]).await;
    world.forget_calls();
    world
}

async fn remove(world: &World) {
    let (connector, queue) = (&world.connector, &world.queue);
    let (by, product) = (&kari(), &products(world).await[0]);
    let zone = chrono_tz::Europe::Oslo;
    let write = |tx| async move { removal::remove_in(&tx, (connector, queue), by, product, zone).await };
    world.test.db.write(write).await.unwrap();
}

async fn states(world: &World) -> Vec<State> {
    world.all::<operations::Entity>().await.into_iter().map(|change| change.state).collect()
}

#[rstest]
#[case::archived("Status to Archived", "ARCHIVED", &[State::Done])]
#[case::draft("Status to Draft", "DRAFT", &[State::Done])]
#[case::unchanged("", "ACTIVE", &[])]
#[tokio::test]
async fn a_removed_product_becomes_what_the_shop_card_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] action: &str,
    #[case] status: &str,
    #[case] told: &[State],
) {
    let world = with_product(engine, action).await;
    remove(&world).await;
    assert!(products(&world).await.is_empty() && variants(&world).await.is_empty());
    world.work().await;
    assert_eq!(states(&world).await, told);
    assert_eq!(in_store(&world).await[0]["status"], status);
    assert_eq!(item(&world, "1000").await.number.as_str(), "1000", "its item stays");
}

#[rstest]
#[tokio::test]
async fn a_lost_answer_about_a_removed_product_is_looked_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Archived").await;
    let operation = Some("ProductSetStatus".into());
    let fault = Fault { operation, times: 1, ..Fault::of(FaultKind::LostResponse) };
    world.store.handle().set_faults(vec![fault], 1);
    remove(&world).await;
    world.work().await;
    assert_eq!(states(&world).await, [State::Sent]);
    world.clock.advance(Duration::from_secs(180));
    world.work().await;
    assert_eq!((states(&world).await, world.calls_of("ProductSetStatus")), (vec![State::Done], 1), "it is sent once");
}

#[rstest]
#[tokio::test]
async fn a_removed_product_waits_until_the_shop_card_allows_changes(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Draft").await;
    world.set(&[("allowOutgoingRequests", "false")]).await;
    remove(&world).await;
    world.work().await;
    assert_eq!((states(&world).await, world.calls_of("ProductSetStatus")), (vec![State::Open], 0));
    world.set(&[("allowOutgoingRequests", "true")]).await;
    assert_eq!(sync(&world, false).await.updated, 1);
    assert_eq!(in_store(&world).await[0]["status"], "DRAFT");
}

#[rstest]
#[tokio::test]
async fn the_product_of_an_item_that_is_gone_leaves_the_store(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Archived").await;
    let write = |tx| async move {
        let gone = items::Entity::delete_many().filter(items::Column::Number.eq(Code::<20>::cut("1000")));
        database::Result::<_>::Ok(gone.exec(&tx).await?.rows_affected)
    };
    assert_eq!(world.test.db.write(write).await.unwrap(), 1);
    assert_eq!(sync(&world, false).await.updated, 1);
    assert_eq!(in_store(&world).await[0]["status"], "ARCHIVED");
    assert_eq!(world.skipped().await[0].cause, "The item 1000 does not exist any more.");
    assert_eq!(sync(&world, false).await.calls, 0, "it is told once");
}

#[rstest]
#[tokio::test]
async fn what_the_store_refuses_of_a_removed_product_is_told_it_again_when_a_person_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Archived").await;
    let document = "mutation($input: ProductDeleteInput!) { productDelete(input: $input) { userErrors { message } } }";
    let gone = in_store(&world).await[0]["id"].clone();
    graphql(&world.store, document, json!({ "input": { "id": gone } })).await;
    world.forget_calls();
    remove(&world).await;
    world.work().await;
    assert_eq!((states(&world).await, world.calls_of("ProductSetStatus")), (vec![State::Failed], 1));
    let skipped = world.skipped().await.remove(0);
    assert_eq!(skipped.kind, skipped::Kind::Change);
    assert_eq!(skipped.cause, "Status of Removed Product was refused: Product does not exist.");
    let zone = chrono_tz::Europe::Oslo;
    skipped::retry(&world.connector, &world.queue, &kari(), &skipped, zone).await.unwrap();
    world.work().await;
    assert_eq!(world.calls_of("ProductSetStatus"), 2, "it is asked for again");
    assert_eq!(world.skipped().await.len(), 1, "and refused again");
}
