//! Items are added once, whatever becomes of the answer, and whatever the store has of them already.

use back_office::items::Change;
use database::Engine;
use devstore::{Fault, FaultKind};
use job_queue::{Filters, Outcome};
use rstest::rstest;
use sea_orm::EntityTrait;
use serde_json::json;

use connector::products::ADD_ITEMS;
use connector::products::staged::{product, variant};
use connector::skipped::Kind;

use super::{
    Block, add, added, change, channels, give_unit, give_variants, in_store, money, of, products, variants, world,
};
use crate::world::shelf::simple;

#[rstest]
#[tokio::test]
async fn an_item_becomes_a_product_that_is_published(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let summary = added(&world, "1000").await;
    assert_eq!((summary.fetched, summary.created, summary.failed), (1, 1, 0));
    assert_eq!((summary.calls, summary.points), world.calls());
    assert_eq!((world.calls_of("ProductsSet"), world.calls_of("ProductsPublish")), (1, 1));
    assert!(channels(&world).await.iter().any(|channel| channel.is_default));
    let [product] = &in_store(&world).await[..] else { panic!("one product") };
    assert_eq!((product["title"].as_str(), product["status"].as_str()), (Some("Item 1000"), Some("ACTIVE")));
    let [variant] = &of(product)[..] else { panic!("one variant") };
    assert_eq!((variant["sku"].as_str(), money(&variant["price"])), (Some("1000"), 100.into()));
    assert_eq!(variant["inventoryPolicy"], "CONTINUE");

    let staged = &products(&world).await[0];
    assert_eq!((staged.item_number.as_str(), staged.has_variants), ("1000", false));
    let staged = &variants(&world).await[0];
    assert_eq!((staged.sku.as_str(), staged.price, staged.item_number.as_str()), ("1000", 100.into(), "1000"));
    assert!(staged.inventory_item_id != 0 && staged.shopify_variant_id != 0);

    let again = added(&world, "1000").await;
    assert_eq!((again.unchanged, again.created, again.calls), (1, 0, 0), "what is a product already is passed over");
}

#[rstest]
#[tokio::test]
async fn variants_and_units_become_options(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    world.set(&[("uomAsVariant", "true"), ("skuMapping", "Item No. + Variant Code")]).await;
    give_unit(&world, "1000", "SET", 6).await;
    give_variants(&world, "1000", &["RED".into(), "XOLD".into()]).await;
    let summary = added(&world, "1000|2000").await;
    assert_eq!((summary.created, summary.skipped), (2, 1), "a blocked variant is left out");
    let [shirt, cup] = &in_store(&world).await[..] else { panic!("two products") };
    let told: Vec<_> = of(shirt)
        .iter()
        .map(|variant| {
            let value = |at: usize| variant["selectedOptions"][at]["value"].as_str().unwrap().to_owned();
            (value(0), value(1), variant["sku"].as_str().unwrap().to_owned(), money(&variant["price"]))
        })
        .collect();
    let row = |unit: &str, price: i32| ("RED".to_owned(), unit.to_owned(), "1000|RED".to_owned(), price.into());
    assert_eq!(told, [row("PCS", 100), row("SET", 600)]);
    let names: Vec<_> = shirt["options"].as_array().unwrap().iter().map(|option| option["name"].clone()).collect();
    assert_eq!(names, ["Variant", "Unit of Measure"]);
    assert_eq!(of(cup)[0]["selectedOptions"], json!([{ "name": "Unit of Measure", "value": "PCS" }]));
    let skipped = &world.skipped().await[0];
    assert_eq!((skipped.kind, skipped.document_name.as_str()), (Kind::Item, "1000"));
    assert_eq!(skipped.cause, "The variant XOLD of item 1000 is blocked and is not added.");
    assert!(
        variants(&world)
            .await
            .iter()
            .all(|variant| variant.uom_option_id == if variant.variant_code.is_blank() { 1 } else { 2 })
    );
}

#[rstest]
#[tokio::test]
async fn an_item_that_the_store_has_already_is_linked(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    world.put_product(simple("Tent", "1000")).await;
    world.put_product(simple("Tent 10", "10000")).await;
    world.forget_calls();
    let summary = added(&world, "1000").await;
    assert_eq!((summary.created, summary.updated), (0, 1));
    assert_eq!(world.calls_of("ProductsSet"), 0);
    assert_eq!(in_store(&world).await.len(), 2);
    let staged = &products(&world).await[0];
    assert_eq!((staged.item_number.as_str(), staged.title.as_str()), ("1000", "Tent"));
    let staged = &variants(&world).await[0];
    assert!(staged.item_number.as_str() == "1000" && staged.is_read(), "what the store says is read: {staged:?}");

    world.put_product(simple("Tent", "2000")).await;
    world.put_product(simple("Tent again", "2000")).await;
    let summary = added(&world, "2000").await;
    assert_eq!((summary.created, summary.updated, summary.skipped), (0, 0, 1));
    assert_eq!(world.skipped().await[0].cause, "Several variants in Shopify have the SKU '2000' of item 2000.");
}

#[rstest]
#[case::lost(FaultKind::LostResponse)]
#[case::half_told(FaultKind::Truncated)]
#[case::not_made(FaultKind::Reset)]
#[case::failed_inside(FaultKind::InternalError)]
#[tokio::test]
async fn a_lost_answer_doubles_no_product(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] kind: FaultKind,
) {
    let world = world(engine).await;
    let fault = Fault { operation: Some("ProductsSet".into()), status: Some(502), times: 1, ..Fault::of(kind) };
    world.store.handle().set_faults(vec![fault], 1);
    super::passing(&world, ADD_ITEMS, Filters::new().with("Item.number", "1000..2000")).await;
    super::passing(&world, ADD_ITEMS, Filters::new().with("Item.number", "1000..2000")).await;
    assert!(world.calls_of("ProductsPublish") >= 1);
    assert_eq!((in_store(&world).await.len(), products(&world).await.len()), (2, 2));
    let staged: Vec<_> = variants(&world).await.iter().map(|variant| variant.item_number.to_string()).collect();
    assert_eq!((staged.len(), world.skipped().await), (2, Vec::new()), "{staged:?}");
}

#[rstest]
#[tokio::test]
async fn a_lost_answer_to_the_variants_behind_the_first_ones_is_no_refusal(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    give_variants(&world, "3000", &(0..260).map(|at| format!("C{at:05}")).collect::<Vec<_>>()).await;
    let fault = Fault { operation: Some("VariantsAdd".into()), times: 1, ..Fault::of(FaultKind::LostResponse) };
    world.store.handle().set_faults(vec![fault], 1);
    super::passing(&world, ADD_ITEMS, Filters::new().with("Item.number", "3000")).await;
    assert_eq!((in_store(&world).await.len(), variants(&world).await.len()), (1, 260));
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn what_could_not_be_published_is_published_by_the_next_run(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let publishing = Some("ProductsPublish".into());
    let fault = Fault { operation: publishing, status: Some(400), times: 1, ..Fault::of(FaultKind::Status) };
    world.store.handle().set_faults(vec![fault], 1);
    let summary = added(&world, "1000").await;
    assert_eq!((summary.created, summary.failed), (1, 1));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!((skipped.kind, skipped.document_name.as_str()), (Kind::Item, "1000"));
    assert_eq!(skipped.shopify_id, products(&world).await[0].shopify_product_id);
    let told = "The item 1000 was added, but its product was not published: ";
    assert!(skipped.cause.starts_with(told), "{}", skipped.cause);

    world.forget_calls();
    let again = added(&world, "1000").await;
    assert_eq!((again.unchanged, again.failed, world.calls_of("ProductsPublish")), (1, 0, 1));
    assert_eq!(world.skipped().await, []);
    assert_eq!(added(&world, "1000").await.calls, 0, "and it is published once");
}

#[rstest]
#[tokio::test]
async fn a_product_is_one_item_only(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    world.set(&[("skuMapping", "Vendor Item No.")]).await;
    for number in ["1000", "2000"] {
        change(&world, number, Change { vendor_item_number: Some("V-7".into()), ..Change::default() }).await;
    }
    world.put_product(simple("Tent", "V-7")).await;
    let summary = added(&world, "1000|2000").await;
    assert_eq!((summary.created, summary.updated, summary.skipped), (0, 1, 1));
    assert_eq!((in_store(&world).await.len(), products(&world).await.len()), (1, 1));
    let cause = &world.skipped().await[0].cause;
    assert!(cause.starts_with("The product in Shopify that item ") && cause.ends_with(" already."), "{cause}");
}

#[rstest]
#[tokio::test]
async fn what_was_made_and_not_written_down_is_found_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    world.set(&[("skuMapping", "")]).await;
    added(&world, "1000").await;
    let forget = |tx| async move {
        product::Entity::delete_many().exec(&tx).await?;
        variant::Entity::delete_many().exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(forget).await.unwrap();
    let summary = added(&world, "1000").await;
    assert_eq!((summary.created, summary.updated), (0, 1));
    assert_eq!((in_store(&world).await.len(), variants(&world).await[0].item_number.as_str()), (1, "1000"));
    assert_eq!(world.skipped().await, [], "and it is published");
}

#[rstest]
#[tokio::test]
async fn what_can_not_be_sold_is_told_with_its_reason(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(Block::Wholly, Block::ForSales)] block: Block,
) {
    let world = world(engine).await;
    change(&world, "1000", block.set(true)).await;
    change(&world, "2000", Change { description: Some(String::new()), ..Change::default() }).await;
    give_variants(&world, "3000", &["X1".into(), "X2".into()]).await;
    let log = add(&world, "1000..3000").await;
    assert_eq!((log.result, log.summary().unwrap().skipped), (Outcome::PartialSuccess, 3));
    let causes: Vec<_> = world.skipped().await.into_iter().map(|skipped| skipped.cause).collect();
    assert_eq!(
        causes,
        [
            "The item 1000 is blocked, or blocked for sales.",
            "The item 2000 has no description.",
            "All variants of item 3000 are blocked.",
        ]
    );
    assert_eq!((in_store(&world).await.len(), world.calls_of("ProductsSet")), (0, 0));

    change(&world, "1000", block.set(false)).await;
    let skipped = world.skipped().await.remove(0);
    let zone = chrono_tz::Europe::Oslo;
    connector::skipped::retry(&world.connector, &world.queue, &crate::world::kari(), &skipped, zone).await.unwrap();
    world.work().await;
    assert_eq!((in_store(&world).await.len(), world.skipped().await.len()), (1, 2), "it is taken up again by itself");
}

#[tokio::test]
async fn nothing_is_added_where_the_shop_card_forbids_it() {
    let world = world(Engine::Sqlite).await;
    world.set(&[("allowOutgoingRequests", "false")]).await;
    let log = add(&world, "1000").await;
    assert!(log.error_message.contains("turn on Allow Data Sync to Shopify"), "{}", log.error_message);
    assert_eq!(world.calls().0, 0);
}
