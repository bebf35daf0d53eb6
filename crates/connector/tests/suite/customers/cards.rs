//! Several cards of one store: what is read for one counts for all, and what stands against a customer for its own.

use connector::customers::SYNC_CUSTOMERS;
use connector::mappings::tax_area;
use connector::watermark;
use database::Engine;
use job_queue::{Filters, Summary};
use rstest::rstest;
use serde_json::json;

use super::{change_in_store, claudia, gone_area, in_store, reading_everyone, staged, sven, sync};
use crate::world::{SHOP, World};

/// Another card of the same store.
async fn add_other(world: &World, fields: &[(&str, &str)]) {
    world.add_shop("OTHER").await;
    world.set_on("OTHER", fields).await;
}

/// Its customers come.
async fn sync_other(world: &World) -> Summary {
    world.log_on("OTHER", SYNC_CUSTOMERS, Filters::new()).await.summary().unwrap()
}

#[rstest]
#[tokio::test]
async fn what_one_card_has_read_changes_the_customers_of_another(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    let id = in_store(&world, claudia()).await;
    sync(&world).await;
    let number = &staged(&world).await[0].customer_number.clone();
    let follows = [("customerImportFromShopify", "All Customers"), ("shopifyCanUpdateCustomers", "true")];
    add_other(&world, &follows).await;

    world.advance(5);
    change_in_store(&world, json!({ "id": id, "email": "lawson@example.com" })).await;
    sync(&world).await;
    assert_eq!(super::customer(&world, number).await.email, "claudia@example.com", "this card may not");
    sync_other(&world).await;
    assert_eq!(super::customer(&world, number).await.email, "lawson@example.com");
}

#[rstest]
#[tokio::test]
async fn what_one_card_of_a_store_has_read_no_other_reads_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    add_other(&world, &[("customerImportFromShopify", "All Customers")]).await;
    for number in 0..3 {
        in_store(&world, json!({ "email": format!("n{number}@example.com"), "firstName": "Nils" })).await;
    }
    world.advance(60);
    in_store(&world, claudia()).await;
    assert_eq!(sync(&world).await.fetched, 4);
    let summary = sync_other(&world).await;
    assert_eq!((summary.fetched, summary.unchanged), (1, 1), "only the overlap is read");
}

#[rstest]
#[tokio::test]
async fn what_stands_against_a_customer_on_one_card_is_not_taken_away_by_another(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    add_other(&world, &[("customerImportFromShopify", "All Customers")]).await;
    let id = in_store(&world, sven()).await;
    sync(&world).await;
    world.insert::<tax_area::ActiveModel, _>(gone_area()).await;
    world.advance(5);
    change_in_store(&world, json!({ "id": id, "email": "svensson@example.com" })).await;
    assert_eq!(sync(&world).await.skipped, 1);
    // Here its customer need not know what it says: that it does not is no reason to be content.
    assert_eq!(sync_other(&world).await.skipped, 0);
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!(skipped.shop_code.as_str(), SHOP);
    assert!(staged(&world).await[0].has_error);

    world.remove::<tax_area::Entity>(|area| area.tax_area_code.as_str() == "GONE").await.unwrap();
    sync(&world).await;
    assert!(world.skipped().await.is_empty() && !staged(&world).await[0].has_error);
}

#[rstest]
#[tokio::test]
async fn a_card_that_reads_nothing_does_not_say_that_all_was_synchronized(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    add_other(&world, &[]).await;
    in_store(&world, claudia()).await;
    assert_eq!(sync_other(&world).await.fetched, 0);
    let all = async || {
        let kept = world.all::<watermark::Entity>().await;
        kept.into_iter().find(|one| one.kind == watermark::Kind::Customers).and_then(|all| all.synced_at)
    };
    assert_eq!(all().await, None, "the card that wants all has not read them");
    sync(&world).await;
    assert_eq!(all().await, Some(world.now()));
}
