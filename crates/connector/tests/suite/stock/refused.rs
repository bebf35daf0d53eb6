//! What can't be sent is told, with what to do, and holds nothing else up.

use connector::locations;
use connector::products::staged::variant;
use connector::stock::options::Explanation;
use connector::stock::staged::inventory;
use database::Engine;
use devstore::{Fault, FaultKind, ItemChange};
use rstest::rstest;
use serde_json::{Value, json};
use values::Code;

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
    assert_eq!(world.stock_calls().0, 5, "one that breaks off, and four that are told that it goes on");
    let told = told(&world).await;
    assert!(told[0].0.contains("due to IDEMPOTENCY_CONCURRENT_REQUEST error"), "{told:?}");
    world.advance(61);
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 7, "the next run hears what came of it, by the same key");
    assert!(world.skipped().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_refusal_that_names_no_number_takes_no_other_with_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, buyers) = World::stocked(engine).await;
    let wrong = world.product_variants().await.into_iter().find(|one| one.sku == "2000").unwrap();
    buyers.refuse(wrong.inventory_item_id);
    world.found_in_stock("1000", 7).await;
    world.found_in_stock("2000", 7).await;
    let done = world.sync_stock().await;
    assert_eq!((done.updated, done.skipped, world.in_shopify("1000").await.0), (1, 1, 7));
    let told = told(&world).await;
    assert!(told[0].0.contains("Shopify refuses the stock of 'Product 2000"), "{told:?}");
    let row = world.stock_of("2000").await;
    assert!(row.said_at.is_none() && !row.error_message.is_empty(), "it is read before it is sent again");
}

#[rstest]
#[tokio::test]
async fn a_location_that_is_gone_is_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    let location = world.all::<locations::Entity>().await.remove(0);
    for row in world.all::<inventory::Entity>().await {
        world.rewrite::<inventory::ActiveModel, _>(inventory::Model { location_id: 404, ..row }).await;
    }
    world.rewrite::<locations::ActiveModel, _>(locations::Model { location_id: 404, ..location }).await;
    world.found_in_stock("1000", 7).await;
    assert_eq!(world.sync_stock().await.skipped, 1);
    let told = told(&world).await;
    let (cause, remedy) = &told[0];
    assert!(cause.contains("is no location of the store") && remedy.contains("Get from Shopify"), "{told:?}");
}

#[rstest]
#[tokio::test]
async fn a_location_that_does_not_have_it_is_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    let torget = crate::places::open_location(&world, "Torget").await;
    let updates = json!([{ "locationId": torget, "activate": true }, { "locationId": super::OSLO, "activate": false }]);
    have_at(&world, "1000", updates).await;
    world.found_in_stock("1000", 7).await;
    let done = world.stock_log(json!({ "compareWithShopify": true })).await.summary().unwrap();
    assert_eq!((done.updated, done.skipped), (0, 1));
    let told = told(&world).await;
    assert!(told[0].0.contains("does not have it in Shopify") && told[0].1.contains("Edit locations"), "{told:?}");
    let drifts = world.drifts().await;
    assert_eq!(drifts.iter().map(|one| one.explanation).collect::<Vec<_>>(), [Explanation::NotStocked]);
    assert!(!world.stock_of("1000").await.stocked);
}

#[rstest]
#[tokio::test]
async fn a_variant_whose_item_is_gone_is_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    let kept = world.product_variants().await.into_iter().find(|one| one.sku == "2000").unwrap();
    let unknown = variant::Model { item_number: Code::cut("GONE"), ..kept };
    world.rewrite::<variant::ActiveModel, _>(unknown).await;
    let done = world.stock_log(json!({ "compareWithShopify": true })).await.summary().unwrap();
    assert_eq!(done.skipped, 1);
    let told = told(&world).await;
    assert!(told[0].0.contains("The item GONE") && told[0].1.contains("to another item"), "{told:?}");
}

#[rstest]
#[tokio::test]
async fn a_variant_that_only_an_order_has_named_is_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    let kept = world.product_variants().await.into_iter().find(|one| one.sku == "2000").unwrap();
    world.rewrite::<variant::ActiveModel, _>(variant::Model { inventory_item_id: 0, ..kept }).await;
    world.found_in_stock("2000", 7).await;
    assert_eq!(world.stock_log(json!(null)).await.summary().unwrap().skipped, 1);
    let told = told(&world).await;
    assert!(told[0].0.contains("is known only from orders") && told[0].1.contains("Sync Products"), "{told:?}");
}

/// More locations than come with an item that is read by its id.
const LOCATIONS: usize = 55;

#[rstest]
#[tokio::test]
async fn a_location_beyond_those_that_are_read_at_once_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    let mut updates = Vec::new();
    for at in 1..=LOCATIONS {
        let id = crate::places::open_location(&world, &format!("Place {at}")).await;
        updates.push(json!({ "locationId": id, "activate": true }));
    }
    have_at(&world, "1000", json!(updates)).await;
    crate::places::refresh(&world).await;
    let is_last = |row: &locations::Model| row.name == format!("Place {LOCATIONS}");
    let fields = [("stockCalculation", "Projected Available Balance Today")];
    world.mend::<locations::Entity>(is_last, &fields).await.unwrap();
    assert_eq!(world.sync_stock_of("1000").await.skipped, 1);
    let told = told(&world).await;
    assert!(told[0].0.contains("at so many locations") && told[0].1.contains("Compare the stock"), "{told:?}");
}

/// Says which locations of the store have an item.
async fn have_at(world: &World, sku: &str, updates: Value) {
    let variant = world.product_variants().await.into_iter().find(|one| one.sku == sku).unwrap();
    let document = "mutation($item: ID!, $updates: [InventoryBulkToggleActivationInput!]!) {
        inventoryBulkToggleActivation(inventoryItemId: $item, inventoryItemUpdates: $updates) {
            userErrors { message } } }";
    let item = format!("gid://shopify/InventoryItem/{}", variant.inventory_item_id);
    let data = graphql(&world.store, document, json!({ "item": item, "updates": updates })).await;
    assert_eq!(data["inventoryBulkToggleActivation"]["userErrors"], json!([]));
}

#[rstest]
#[tokio::test]
async fn a_bundle_is_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    let variant = world.product_variants().await.into_iter().find(|one| one.sku == "2000").unwrap();
    let item = format!("gid://shopify/InventoryItem/{}", variant.inventory_item_id);
    world.store.handle().change_item(&ItemChange { store: None, item, bundle: true }).unwrap();
    world.found_in_stock("1000", 7).await;
    world.found_in_stock("2000", 7).await;
    let done = world.sync_stock().await;
    assert_eq!((done.updated, done.skipped, world.in_shopify("1000").await.0), (1, 1, 7));
    let told = told(&world).await;
    assert!(told[0].0.contains("works out by itself") && told[0].1.contains("parts of the bundle"), "{told:?}");
}
