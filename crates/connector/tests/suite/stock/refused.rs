//! What can't be sent is told, with what to do, and holds nothing else up.

use connector::products::staged::variant;
use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;
use serde_json::json;

use crate::store::graphql;
use crate::world::World;

/// The causes and remedies of what was left out.
async fn told(world: &World) -> Vec<(String, String)> {
    world.skipped().await.into_iter().map(|one| (one.cause, one.remedy)).collect()
}

#[rstest]
#[tokio::test]
async fn a_variant_that_was_deleted_holds_nothing_up(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    let gone = world.product_variants().await.into_iter().find(|one| one.sku == "2000").unwrap();
    let document = "mutation($input: ProductDeleteInput!) { productDelete(input: $input) { userErrors { message } } }";
    let id = format!("gid://shopify/Product/{}", gone.shopify_product_id);
    graphql(&world.store, document, json!({ "input": { "id": id } })).await;
    world.found_in_stock("1000", 7).await;
    world.found_in_stock("2000", 7).await;
    let done = world.stock_log(json!(null)).await.summary().unwrap();
    assert_eq!((done.updated, done.skipped), (1, 1));
    assert_eq!(world.in_shopify("1000").await.0, 7);
    let told = told(&world).await;
    assert!(told[0].0.contains("is not in Shopify any more") && told[0].1.contains("Sync Products"), "{told:?}");
    world.forget_calls();
    assert_eq!(world.sync_stock().await.skipped, 0);
    assert_eq!(world.calls().0, 0, "it is not sent again before something has changed");
}

#[rstest]
#[tokio::test]
async fn what_shopify_does_not_count_is_told_and_sent_once_it_does(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    let mut product = crate::world::shelf::simple("Product 3000", "3000");
    product["variants"][0]["inventoryItem"]["tracked"] = false.into();
    product["variants"][0]["inventoryQuantities"] =
        json!([{ "locationId": super::OSLO, "name": "available", "quantity": 0 }]);
    let id = world.put_product(product).await;
    world.sync_products().await;
    world.found_in_stock("3000", 7).await;
    assert_eq!(world.stock_log(json!(null)).await.summary().unwrap().skipped, 1);
    let told = told(&world).await;
    assert!(told[0].0.contains("Shopify does not count") && told[0].1.contains("Track Quantity"), "{told:?}");
    let kept = world.product_variants().await.into_iter().find(|one| one.sku == "3000").unwrap();
    let document = "mutation($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
        productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }";
    let variants = json!([{ "id": format!("gid://shopify/ProductVariant/{}", kept.shopify_variant_id),
        "inventoryItem": { "tracked": true } }]);
    let id = format!("gid://shopify/Product/{id}");
    let data = graphql(&world.store, document, json!({ "id": id, "variants": variants })).await;
    assert_eq!(data["productVariantsBulkUpdate"]["userErrors"], json!([]));
    world.stock_log(json!({ "compareWithShopify": true })).await;
    assert_eq!(world.in_shopify("3000").await.0, 7);
    assert!(world.skipped().await.is_empty(), "what was told of it is gone");
}

#[rstest]
#[tokio::test]
async fn a_variant_that_its_item_left_is_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    let kept = world.product_variants().await.into_iter().find(|one| one.sku == "2000").unwrap();
    world.rewrite::<variant::ActiveModel, _>(variant::Model { uom_option_id: 1, ..kept }).await;
    world.found_in_stock("2000", 7).await;
    assert_eq!(world.stock_log(json!(null)).await.summary().unwrap().skipped, 1);
    let told = told(&world).await;
    assert!(told[0].0.contains("no unit of measure of the item 2000"), "{told:?}");
}

#[rstest]
#[tokio::test]
async fn a_store_that_never_comes_to_an_end_is_left_alone_after_four_calls(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 7).await;
    let fault = Fault {
        operation: Some("InventorySetQuantities".into()),
        seconds: Some(3_600),
        ..Fault::of(FaultKind::StillRunning)
    };
    world.store.handle().set_faults(vec![fault], 1);
    world.forget_calls();
    let task = world.sync(connector::stock::SYNC_STOCK, job_queue::Filters::new());
    connector::sync(&world.connector, &world.queue, &crate::world::kari(), &task).await.unwrap();
    world.while_time_passes(world.work(), None).await;
    assert_eq!(world.stock_calls().0, 4);
    let told = told(&world).await;
    assert!(told[0].0.contains("due to IDEMPOTENCY_CONCURRENT_REQUEST error"), "{told:?}");
    world.advance(61);
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 7, "the next run hears what came of it, by the same key");
    assert!(world.skipped().await.is_empty());
}
