//! What no item should be like, and some are: it is left out with its reason, or made to fit, and stops no other.

use back_office::items::{Change, unit_of_measure, variant};
use back_office::vendors;
use database::Engine;
use job_queue::Outcome;
use rstest::rstest;
use rust_decimal::Decimal;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use values::Code;

use super::{
    add, added, change, give_texts, give_unit, give_variants, in_store, money, of, products, reprice, sync, variants,
    world,
};
use crate::store::graphql;
use crate::world::World;
use crate::world::shelf::simple;

fn codes(count: usize) -> Vec<String> {
    (0..count).map(|at| format!("C{at:05}")).collect()
}

/// How many variants the products of the store have.
async fn counts(world: &World) -> Vec<Value> {
    let document = "{ products(first: 10, sortKey: ID) { nodes { variantsCount { count } } } }";
    let data = graphql(&world.store, document, json!({})).await;
    let products = data["products"]["nodes"].as_array().unwrap();
    products.iter().map(|product| product["variantsCount"]["count"].clone()).collect()
}

/// Example 18 of the worked examples.
#[rstest]
#[tokio::test]
async fn a_product_has_2048_variants_at_most(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    give_variants(&world, "1000", &codes(2_049)).await;
    assert_eq!(add(&world, "1000").await.result, Outcome::PartialSuccess);
    assert_eq!(world.skipped().await[0].cause, "The item 1000 comes to 2049 variants; a product has 2048 at most.");

    world.set(&[("uomAsVariant", "true")]).await;
    for item in ["2000", "3000"] {
        give_unit(&world, item, "SET", 6).await;
        give_unit(&world, item, "KG", 2).await;
    }
    give_variants(&world, "2000", &codes(683)).await;
    // The blocked one does not count.
    give_variants(&world, "3000", &[codes(682), vec!["XOLD".into()]].concat()).await;
    add(&world, "2000").await;
    assert_eq!(world.skipped().await[1].cause, "The item 2000 comes to 2049 variants; a product has 2048 at most.");
    world.forget_calls();
    assert_eq!(added(&world, "3000").await.created, 1);
    assert_eq!((world.calls_of("ProductsSet"), world.calls_of("VariantsAdd")), (1, 8), "250 a list");
    assert_eq!((counts(&world).await, variants(&world).await.len()), (vec![json!(2_046)], 2_046));
}

#[rstest]
#[tokio::test]
async fn a_title_of_256_letters_is_cut_to_a_hundred(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    change(&world, "1000", Change { description: Some("Ø".repeat(256)), ..Change::default() }).await;
    assert_eq!(added(&world, "1000").await.created, 1);
    assert_eq!(in_store(&world).await[0]["title"], "Ø".repeat(100));
    assert_eq!(sync(&world, false).await.calls, 0, "it is not sent again and again");
}

#[rstest]
#[tokio::test]
async fn what_shopify_refuses_of_one_item_is_told_in_its_words_and_the_others_are_added(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let name = "V".repeat(256);
    world.keep::<vendors::Entity>(&[("number", "V10"), ("displayName", name.as_str())]).await.unwrap();
    change(&world, "1000", Change { vendor_number: Some(Code::cut("V10")), ..Change::default() }).await;
    let summary = added(&world, "1000|2000").await;
    assert_eq!((summary.created, summary.failed), (1, 1));
    let cause = &world.skipped().await[0].cause;
    assert_eq!(cause, "The product of item 1000 was refused: Vendor is too long (maximum is 255 characters).");
    change(&world, "1000", Change { vendor_number: Some(Code::blank()), ..Change::default() }).await;
    assert_eq!(added(&world, "1000|2000").await.created, 1);
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn a_price_of_nothing_is_a_price(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    reprice(&world, "1000", 0).await;
    assert_eq!(added(&world, "1000").await.created, 1);
    let told = async || {
        let variant = of(&in_store(&world).await[0])[0].clone();
        (money(&variant["price"]), variant["compareAtPrice"].clone())
    };
    assert_eq!(told().await, (0.into(), Value::Null), "it is published at 0.00, as the item says");
    assert_eq!(sync(&world, false).await.calls, 0);
    reprice(&world, "1000", 10).await;
    sync(&world, true).await;
    reprice(&world, "1000", 0).await;
    assert_eq!(sync(&world, true).await.updated, 1);
    assert_eq!(told().await, (0.into(), Value::Null));
    assert_eq!(world.skipped().await, []);
}

/// A number of a vendor is any text: what a search means something by is looked for as it stands.
#[rstest]
#[case("V'7 OR sku:*")]
#[case("A\\B \"C\" (D)")]
#[case("V-7:8 AND -9")]
#[tokio::test]
async fn a_sku_that_looks_like_a_search_finds_its_own_variant_and_no_other(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] sku: &str,
) {
    let world = world(engine).await;
    world.set(&[("skuMapping", "Vendor Item No.")]).await;
    change(&world, "1000", Change { vendor_item_number: Some(sku.into()), ..Change::default() }).await;
    world.put_product(simple("Tent", "OTHER")).await;
    world.put_product(simple("Stove", &format!("{sku}0"))).await;
    let summary = added(&world, "1000").await;
    assert_eq!((summary.created, summary.updated, summary.skipped), (1, 0, 0), "nothing in the store is that");
    assert_eq!(of(&in_store(&world).await[2])[0]["sku"], sku);

    change(&world, "2000", Change { vendor_item_number: Some(format!("{sku}0")), ..Change::default() }).await;
    let summary = added(&world, "2000").await;
    assert_eq!((summary.created, summary.updated, in_store(&world).await.len()), (0, 1, 3));
    assert_eq!(products(&world).await.iter().find(|one| one.title == "Stove").unwrap().item_number, "2000");
}

#[rstest]
#[tokio::test]
async fn a_bar_code_that_several_have_links_nothing_and_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.set(&[("skuMapping", "")]).await;
    for item in ["1000", "2000", "3000"] {
        let number = if item == "3000" { "590999" } else { "590123" };
        world.add_reference(item, "", number).await;
    }
    let summary = added(&world, "1000|2000").await;
    assert_eq!((summary.created, summary.skipped), (2, 0), "the store has none of them yet, and takes both");
    let barcodes: Vec<_> = in_store(&world).await.iter().map(|one| of(one)[0]["barcode"].clone()).collect();
    assert_eq!(barcodes, ["590123", "590123"]);
    assert_eq!(sync(&world, false).await.calls, 0);

    world.add_items(&[("4000", "HIGH")]).await;
    world.add_reference("4000", "", "590123").await;
    let summary = added(&world, "3000|4000").await;
    assert_eq!((summary.created, summary.skipped), (1, 1));
    let skipped = &world.skipped().await[0];
    assert_eq!(skipped.cause, "Several variants in Shopify have the bar code '590123' of item 4000.");
    assert!(skipped.remedy.contains("Link the product to the item"), "{}", skipped.remedy);
}

/// The product has nothing to choose, and its item gets variants.
#[rstest]
#[tokio::test]
async fn variants_that_need_other_options_than_the_product_has_are_told_and_the_rest_is_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    added(&world, "1000").await;
    give_variants(&world, "1000", &["BLUE".into(), "RED".into()]).await;
    change(&world, "1000", Change { description: Some("Sweater".into()), ..Change::default() }).await;
    world.forget_calls();
    let summary = sync(&world, false).await;
    assert_eq!((summary.updated, summary.skipped, summary.failed), (1, 1, 0));
    assert_eq!((world.calls_of("VariantsAdd"), world.calls_of("ProductsUpdate")), (0, 1));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!(skipped.cause, "Variants of item 1000 can't be added: its product has no options Variant.");
    let product = &in_store(&world).await[0];
    assert_eq!((product["title"].as_str(), of(product).len()), (Some("Sweater"), 1));
}

#[rstest]
#[tokio::test]
async fn nothing_that_runs_reaches_the_store(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    world.set(&[("syncItemExtendedText", "true"), ("syncItemMarketingText", "true")]).await;
    let extended = "Fine wood.\nOak<script>alert(1)</script>";
    let marketing = "<p onclick=\"steal()\">Warm</p><iframe src=\"https://evil.example\"></iframe>";
    give_texts(&world, "1000", extended, marketing).await;
    added(&world, "1000").await;
    let (open, close) = ("<div class=\"productDescription\">", "</div><br>");
    let body = format!("{open}  Fine wood.<br />  Oak {close}{open}<p>Warm</p>{close}");
    assert_eq!(in_store(&world).await[0]["descriptionHtml"], body);
    assert_eq!(sync(&world, false).await.calls, 0);
}

#[rstest]
#[tokio::test]
async fn a_variant_that_is_sold_in_a_unit_that_was_deleted_keeps_its_price_and_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(true, false)] only_prices: bool,
) {
    let world = world(engine).await;
    world.set(&[("uomAsVariant", "true")]).await;
    give_unit(&world, "1000", "SET", 6).await;
    added(&world, "1000").await;
    let delete = unit_of_measure::Entity::delete_many().filter(unit_of_measure::Column::Code.eq("SET"));
    let delete = &delete;
    let write = |tx| async move { Ok::<_, database::Error>(delete.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
    reprice(&world, "1000", 50).await;
    let summary = sync(&world, only_prices).await;
    assert_eq!((summary.updated, summary.skipped, summary.failed), (1, 1, 0));
    let prices: Vec<_> = of(&in_store(&world).await[0]).iter().map(|variant| money(&variant["price"])).collect();
    assert_eq!(prices, [50, 600].map(Decimal::from), "the piece has its price, the set keeps its own");
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    let cause = "The item 1000 has no unit of measure 'SET', so the variant that is sold in it is left as it is.";
    assert_eq!(skipped.cause, cause);
    assert!(skipped.remedy.contains("units of measure"), "{}", skipped.remedy);
}

#[rstest]
#[case::blocked(variant::Column::Blocked)]
#[case::blocked_for_sales(variant::Column::SalesBlocked)]
#[tokio::test]
async fn a_variant_that_may_not_be_sold_keeps_its_price_and_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] how: variant::Column,
) {
    let world = world(engine).await;
    give_variants(&world, "1000", &["BLUE".into(), "RED".into()]).await;
    added(&world, "1000").await;
    let block = variant::Entity::update_many().col_expr(how, Expr::value(true));
    let block = &block.filter(variant::Column::Code.eq("RED"));
    let write = |tx| async move { Ok::<_, database::Error>(block.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
    reprice(&world, "1000", 50).await;
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.skipped), (1, 1));
    let prices: Vec<_> = of(&in_store(&world).await[0]).iter().map(|variant| money(&variant["price"])).collect();
    assert_eq!(prices, [50, 100].map(Decimal::from));
    let cause = "The variant RED of item 1000 may not be sold, so its price is left as it is.";
    assert_eq!(world.skipped().await[0].cause, cause);
}

#[rstest]
#[tokio::test]
async fn what_is_sold_in_a_currency_without_a_rate_has_no_price_and_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    added(&world, "1000").await;
    world.sells_in("EUR").await;
    reprice(&world, "1000", 50).await;
    let summary = added(&world, "2000").await;
    assert_eq!((summary.created, summary.skipped), (0, 1));
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.skipped, summary.calls), (0, 1, 0));
    for (skipped, item) in world.skipped().await.iter().zip(["2000", "1000"]) {
        let cause = &skipped.cause;
        assert!(cause.starts_with(&format!("The price of item {item} can't be worked out: ")), "{cause}");
        assert!(cause.contains("EUR"), "{cause}");
    }
    assert_eq!(money(&of(&in_store(&world).await[0])[0]["price"]), 100.into());
}
