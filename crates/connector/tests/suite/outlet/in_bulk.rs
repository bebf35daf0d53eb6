//! Many products at once are changed by a bulk operation, and whatever becomes of it each ends as its item says.

use std::time::Duration;

use back_office::items;
use connector::products::staged::variant;
use connector::skipped::Kind;
use database::Engine;
use devstore::{Fault, FaultKind, Limits};
use job_queue::log;
use rstest::rstest;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use shopify::bulk::{Finish, mutate};
use shopify::documents::product_changes;
use values::money::Price;

use super::pricing::{move_variant, prices_of};
use super::{SETTINGS, added, in_store, only_prices, reprice, sync, variants, world};
use crate::store::graphql;
use crate::world::World;

/// So many products are better changed by a bulk operation.
const MANY: usize = 60;

async fn with_products(engine: Engine) -> World {
    with_so_many(engine, MANY).await
}

/// A world with as many products, of the items from 5000 on.
async fn with_so_many(engine: Engine, products: usize) -> World {
    let world = world(engine).await;
    add_so_many(&world, products).await;
    world
}

async fn add_so_many(world: &World, products: usize) {
    let numbers: Vec<String> = (5_000..).take(products).map(|number: i32| number.to_string()).collect();
    world.add_numbered(&numbers).await;
    assert_eq!(added(world, "5000..5999").await.created, products as u64);
    world.forget_calls();
}

/// Sets fields of all items.
async fn set_all(world: &World, fields: &[(items::Column, i32)]) {
    let set = |all: sea_orm::UpdateMany<items::Entity>, (column, value): &(items::Column, i32)| {
        all.col_expr(*column, Expr::value(Price::from(*value)))
    };
    let all = &fields.iter().fold(items::Entity::update_many(), set);
    let write = |tx| async move { Ok::<_, database::Error>(all.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
}

async fn reprice_all(world: &World, price: i32) {
    set_all(world, &[(items::Column::UnitPrice, price)]).await;
}

/// A thousand products, of which each has another price; and many more that have not.
#[rstest]
#[tokio::test]
async fn a_thousand_changed_prices_take_few_calls(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let numbers: Vec<String> = (10_000..11_000).map(|number| number.to_string()).collect();
    world.add_numbered(&numbers).await;
    assert_eq!(added(&world, "10000..10999").await.created, 1_000);
    set_all(&world, &[(items::Column::UnitPrice, 80)]).await;
    world.forget_calls();
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.failed), (1_000, 0));
    assert_eq!(world.calls(), (4, 23), "a bulk operation");
    assert!(variants(&world).await.iter().all(|variant| variant.price == 80.into()));
    assert_eq!(sync(&world, true).await.calls, 0);
}

/// An operation costs less than two calls, but takes more than twice their time.
#[rstest]
#[case::as_many_as_two_calls_take(50, (0, 2))]
#[case::one_more(51, (1, 0))]
#[tokio::test]
async fn a_bulk_operation_takes_the_place_of_three_calls(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] products: usize,
    #[case] calls: (u64, u64),
) {
    let world = with_so_many(engine, products).await;
    reprice_all(&world, 50).await;
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.failed), (products as u64, 0));
    assert_eq!((world.calls_of("BulkRunMutation"), world.calls_of("VariantsUpdate")), calls);
    assert!(prices_of(&in_store(&world).await).iter().all(|price| price == "50"));
}

/// What an operation has written counts, and the rest is told at once, call by call.
#[rstest]
#[case::before_anything(FaultKind::BulkInternalError, 0, 3)]
#[case::in_the_midst(FaultKind::BulkTimeout, 7, 3)]
#[case::near_the_end(FaultKind::BulkInternalError, 40, 1)]
#[case::stopped_without_a_word(FaultKind::BulkCanceled, 40, 3)]
#[case::of_which_the_result_is_gone(FaultKind::BulkExpired, 40, 3)]
#[tokio::test]
async fn a_bulk_operation_that_fails_leaves_no_price_behind(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] kind: FaultKind,
    #[case] done: u64,
    #[case] calls: u64,
) {
    let world = with_products(engine).await;
    reprice_all(&world, 50).await;
    world.store.handle().set_faults(vec![Fault { objects: done, ..Fault::of(kind) }], 1);
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.failed), (MANY as u64, 0));
    assert_eq!((world.calls_of("BulkRunMutation"), world.calls_of("VariantsUpdate")), (1, calls));
    assert_eq!((summary.calls, summary.points), world.calls());
    assert!(prices_of(&in_store(&world).await).iter().all(|price| price == "50"));
    assert_eq!(world.skipped().await, []);
    assert_eq!(sync(&world, true).await.calls, 0);
}

/// Example 14 of the worked examples: the second line breaks a rule, at the third something goes wrong inside Shopify.
#[rstest]
#[tokio::test]
async fn lines_of_a_bulk_operation_that_fail_keep_price_price_before_and_cost_and_are_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_products(engine).await;
    cost_before(&world, 150, 50).await;
    set_all(&world, &[(items::Column::UnitPrice, 200), (items::Column::UnitCost, 80)]).await;
    let second = variants(&world).await[1].shopify_variant_id;
    move_variant(&world, second, 999_999).await;
    let operation = Some("productVariantsBulkUpdate".to_owned());
    let fault = Fault { operation, after: 2, ..Fault::of(FaultKind::BulkLineError) };
    world.store.handle().set_faults(vec![fault], 1);
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.failed), (MANY as u64 - 2, 2));
    assert_eq!((world.calls_of("BulkRunMutation"), world.calls_of("VariantsUpdate")), (1, 0));

    let (old, new) = ([100, 150, 50].map(Price::from), [200, 0, 80].map(Price::from));
    let expected = |at: usize| if matches!(at, 1 | 2) { old } else { new };
    let staged = variants(&world).await;
    assert!(
        staged.iter().enumerate().all(|(at, one)| [one.price, one.compare_at_price, one.unit_cost] == expected(at))
    );
    for (at, product) in in_store(&world).await.iter().enumerate() {
        assert_eq!(told(product), expected(at), "what is staged is what the store has: {product}");
    }
    let skipped = world.skipped().await;
    let told: Vec<_> = skipped.iter().map(|one| (one.kind, one.document_name.as_str())).collect();
    assert_eq!(told, [(Kind::Product, "Item 5001"), (Kind::Product, "Item 5002")]);
    let [rule, inside] = [&skipped[0].cause, &skipped[1].cause];
    assert!(rule.starts_with("The variant of item 5001 was refused: ") && rule.contains("does not exist"), "{rule}");
    assert!(inside.starts_with("The variant of item 5002 was refused: Internal error. "), "{inside}");
    assert!(!inside.contains('\n'), "it is a sentence: {inside}");

    move_variant(&world, 999_999, second).await;
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.unchanged, summary.failed), (2, MANY as u64 - 2, 0));
    assert_eq!(world.calls(), (1, 20), "only what was refused is told again");
    assert!(in_store(&world).await.iter().all(|product| self::told(product) == new));
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn a_line_of_which_a_bulk_operation_says_nothing_keeps_its_price_and_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::spoilt(engine, |text| text).await;
    world.set(&SETTINGS).await;
    add_so_many(&world, MANY).await;
    reprice_all(&world, 50).await;
    world.network().answers(|text| without_second_line(&text));
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.failed), (MANY as u64 - 1, 1));
    assert_eq!((world.calls_of("BulkRunMutation"), world.calls_of("VariantsUpdate")), (1, 0));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!(skipped.cause, "The variant of item 5001 was refused: Shopify has not confirmed it.");
    let staged = variants(&world).await;
    assert!(staged.iter().all(|one| (one.price == 100.into()) == (one.item_number == "5001")));

    world.network().answers(|text| text);
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.unchanged, summary.failed), (1, MANY as u64 - 1, 0));
    assert_eq!(world.skipped().await, []);
}

/// The result of a bulk operation without what came of its second line, and as long as it was.
fn without_second_line(text: &str) -> String {
    let is_second = |line: &str| line.trim_end().ends_with("\"__lineNumber\":1}");
    text.split_inclusive('\n')
        .map(|line| if is_second(line) { "\n".repeat(line.len()) } else { line.to_owned() })
        .collect()
}

/// As if all had been dearer, and cost that much, when the store last heard of them.
async fn cost_before(world: &World, price: i32, cost: i32) {
    let document = "mutation($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
        productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }";
    for product in in_store(world).await {
        let variant = json!({ "id": super::of(&product)[0]["id"], "compareAtPrice": price.to_string(),
            "inventoryItem": { "cost": cost.to_string() } });
        let data = graphql(&world.store, document, json!({ "id": product["id"], "variants": [variant] })).await;
        assert_eq!(data["productVariantsBulkUpdate"]["userErrors"], json!([]));
    }
    let staged = variant::Entity::update_many()
        .col_expr(variant::Column::CompareAtPrice, Expr::value(Price::from(price)))
        .col_expr(variant::Column::UnitCost, Expr::value(Price::from(cost)));
    let staged = &staged.filter(variant::Column::ItemNumber.ne(""));
    let write = |tx| async move { Ok::<_, database::Error>(staged.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
    world.forget_calls();
}

/// Price, price before and cost of the only variant of a product in the store.
fn told(product: &Value) -> [Price; 3] {
    let variant = &super::of(product)[0];
    let money = |value: &Value| value.as_str().map_or(Price::ZERO, |text| text.parse().unwrap());
    [&variant["price"], &variant["compareAtPrice"], &variant["inventoryItem"]["unitCost"]["amount"]].map(money)
}

/// The end of example 12 of the worked examples.
#[rstest]
#[tokio::test]
async fn prices_go_call_by_call_while_the_store_is_at_as_many_bulk_operations_as_it_takes(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_products(engine).await;
    slowly(&world, 3_600_000);
    let client = world.connector.client(&world.shop().await).await.unwrap();
    let other = &variants(&world).await[0];
    let line = json!({ "productId": format!("gid://shopify/Product/{}", other.shopify_product_id), "variants": [] });
    for _ in 0..5 {
        let finish = Finish::default();
        assert!(
            world
                .while_time_passes(mutate(&client, &product_changes::in_bulk(), [&line], &finish), Some(40))
                .await
                .is_none()
        );
        assert!(finish.started().is_some());
    }
    reprice_all(&world, 50).await;
    world.forget_calls();
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.failed), (MANY as u64, 0));
    assert_eq!((world.calls_of("BulkRunMutation"), world.calls_of("VariantsUpdate")), (1, 3));
    assert!(prices_of(&in_store(&world).await).iter().all(|price| price == "50"));
    assert_eq!(sync(&world, true).await.calls, 0, "no operation of ours is waited for");
}

/// The store begins with bulk operations after so long, in milliseconds.
fn slowly(world: &World, bulk_start_ms: u64) {
    let limits = Limits { bucket: 1_000_000.0, restore_rate: 10_000.0, latency_ms: 0, ..Limits::default() };
    world.store.handle().set_limits(Limits { bulk_start_ms, ..limits }).unwrap();
}

/// The store goes on with what it was told, although nobody has heard that it has begun.
#[rstest]
#[tokio::test]
async fn what_a_lost_bulk_operation_writes_is_neither_doubled_nor_the_last_word(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_products(engine).await;
    reprice_all(&world, 50).await;
    let store = world.store.handle();
    slowly(&world, 90_000);
    let lost = Fault { operation: Some("BulkRunMutation".into()), ..Fault::of(FaultKind::LostResponse) };
    store.set_faults(vec![lost], 1);
    world.forget_calls();
    only_prices(&world).await;
    let logs = world.all::<log::Entity>().await;
    assert!(logs.iter().any(|log| log.error_message.contains("too early to look")), "{logs:?}");
    assert_eq!(world.calls_of("VariantsUpdate"), 0, "nothing is told while the store may be at it");

    reprice(&world, "5000", 60).await;
    world.clock.advance(Duration::from_secs(61));
    only_prices(&world).await;
    assert_eq!((world.calls_of("BulkRunMutation"), world.calls_of("VariantsUpdate")), (1, 1));
    world.clock.advance(Duration::from_secs(600));
    let told = prices_of(&in_store(&world).await);
    assert_eq!((told[0].as_str(), told.iter().filter(|price| *price == "50").count()), ("60", 59));
    assert_eq!(sync(&world, true).await.calls, 0);
}
