//! Prices: what they come to, how few calls they take, and what becomes of those that Shopify refuses.

use std::time::Duration;

use back_office::customer_price_groups;
use back_office::items::Change;
use back_office::prices::list::Source;
use back_office::prices::{NewList, NewPrice, line};
use connector::Sync;
use connector::calls::Contents;
use connector::products::SYNC_PRODUCTS;
use connector::products::staged::variant;
use connector::skipped::{Kind, retry};
use database::Engine;
use devstore::{Fault, FaultKind};
use job_queue::Filters;
use rstest::rstest;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use values::Code;

use super::{
    Block, added, change, give_unit, give_variants, in_store, list, money, of, reprice, sync, variants, world,
};
use crate::world::{World, kari};

pub fn prices_of(products: &[Value]) -> Vec<String> {
    products.iter().flat_map(of).map(|variant| money(&variant["price"]).to_string()).collect()
}

#[rstest]
#[tokio::test]
async fn one_changed_price_takes_one_call_and_ten_points(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    added(&world, "1000..3000").await;
    world.forget_calls();
    let nothing = sync(&world, true).await;
    assert_eq!((nothing.fetched, nothing.unchanged, nothing.calls), (3, 3, 0));
    assert_eq!(world.calls(), (0, 0), "nothing is asked where nothing changed");
    reprice(&world, "2000", 120).await;
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.unchanged), (1, 2));
    assert_eq!((summary.calls, summary.points), (1, 10));
    assert_eq!(world.calls(), (1, 10));
    assert_eq!(prices_of(&in_store(&world).await), ["100", "120", "100"]);
    assert_eq!(sync(&world, true).await.calls, 0);
}

/// Example 1 of the worked examples.
#[rstest]
#[tokio::test]
async fn prices_go_whichever_way_products_do(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    reprice(&world, "1000", 10).await;
    added(&world, "1000").await;
    world.set(&[("syncItem", ""), ("loggingMode", "All")]).await;
    reprice(&world, "1000", 12).await;
    world.forget_calls();
    assert_eq!(sync(&world, false).await.calls, 0, "products go neither way");
    assert_eq!(sync(&world, true).await.updated, 1);
    assert_eq!((world.calls().0, world.calls_of("VariantsUpdate")), (1, 1));
    world.connector.write_calls().await.unwrap();
    let [call] = &world.all::<Contents>().await[..] else { panic!("one call is logged") };
    let sent: Value = serde_json::from_str(&call.request).unwrap();
    let id = format!("gid://shopify/ProductVariant/{}", variants(&world).await[0].shopify_variant_id);
    assert_eq!(sent["variables"]["variants0"], json!([{ "id": id, "price": "12" }]), "the price, and nothing else");
    assert_eq!(sent["variables"]["variants1"], json!([]));
    assert_eq!(prices_of(&in_store(&world).await), ["12"]);
}

#[rstest]
#[tokio::test]
async fn the_variants_of_a_product_go_together(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    give_variants(&world, "1000", &(0..260).map(|at| format!("C{at:03}")).collect::<Vec<_>>()).await;
    added(&world, "1000").await;
    reprice(&world, "1000", 90).await;
    world.forget_calls();
    assert_eq!(sync(&world, true).await.calls, 1, "260 variants are two lists in one call");
    assert!(variants(&world).await.iter().all(|variant| variant.price == 90.into()));
}

#[rstest]
#[tokio::test]
async fn a_refused_price_is_told_and_tried_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(2, 30)] products: usize,
) {
    let world = world(engine).await;
    let numbers: Vec<String> = (5_000..5_000 + products).map(|number| number.to_string()).collect();
    world.add_numbered(&numbers).await;
    added(&world, "5000..5999").await;
    let real = variants(&world).await[0].shopify_variant_id;
    move_variant(&world, real, 999_999).await;
    for number in &numbers {
        reprice(&world, number, 50).await;
    }
    let summary = sync(&world, true).await;
    let others = u64::try_from(products - 1).unwrap();
    assert_eq!((summary.updated, summary.failed), (others, 1));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!((skipped.kind, skipped.document_name.as_str()), (Kind::Product, "Item 5000"));
    assert!(skipped.cause.starts_with("The variant of item 5000 was refused: "), "{}", skipped.cause);
    let staged: Vec<_> = variants(&world).await.iter().map(|variant| variant.price).collect();
    assert_eq!(
        staged.iter().filter(|price| **price == 100.into()).count(),
        1,
        "what was refused is not staged as sent"
    );

    move_variant(&world, 999_999, real).await;
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.failed), (1, 0));
    assert_eq!(world.skipped().await, []);
    assert!(prices_of(&in_store(&world).await).iter().all(|price| price == "50"));
}

#[rstest]
#[tokio::test]
async fn a_skipped_product_is_tried_again_alone(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    added(&world, "1000..3000").await;
    let ids: Vec<i64> = variants(&world).await.iter().map(|variant| variant.shopify_variant_id).collect();
    for number in ["1000", "2000"] {
        reprice(&world, number, 50).await;
    }
    move_variant(&world, ids[0], 999_998).await;
    move_variant(&world, ids[1], 999_999).await;
    assert_eq!(sync(&world, true).await.failed, 2);
    move_variant(&world, 999_998, ids[0]).await;
    move_variant(&world, 999_999, ids[1]).await;
    reprice(&world, "3000", 60).await;
    let skipped = world.skipped().await.remove(0);
    world.forget_calls();
    retry(&world.connector, &world.queue, &kari(), &skipped, chrono_tz::Europe::Oslo).await.unwrap();
    world.work().await;
    assert_eq!(world.calls(), (1, 10));
    assert_eq!(prices_of(&in_store(&world).await), ["50", "100", "100"], "the others wait for their run");
    let left: Vec<_> = world.skipped().await.into_iter().map(|one| one.document_name).collect();
    assert_eq!(left, ["Item 2000"]);
}

/// Gives a staged variant another id, as if Shopify had made it anew.
pub async fn move_variant(world: &World, from: i64, to: i64) {
    let moved = variant::Entity::update_many().col_expr(variant::Column::ShopifyVariantId, Expr::value(to));
    let moved = &moved.filter(variant::Column::ShopifyVariantId.eq(from));
    let write = |tx| async move { Ok::<_, database::Error>(moved.clone().exec(&tx).await?) };
    assert_eq!(world.test.db.write(write).await.unwrap().rows_affected, 1);
}

#[rstest]
#[tokio::test]
async fn what_was_answered_is_kept_when_something_goes_wrong_at_one_product(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    added(&world, "1000..3000").await;
    for number in ["1000", "2000", "3000"] {
        reprice(&world, number, 120).await;
    }
    let (operation, path) = (Some("VariantsUpdate".to_owned()), vec!["s1".into()]);
    let fault = Fault { operation, path, times: 50, ..Fault::of(FaultKind::Partial) };
    world.store.handle().set_faults(vec![fault], 1);
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.failed), (2, 1));
    assert_eq!(world.skipped().await[0].cause, "The variant of item 2000 was refused: Shopify has not confirmed it.");
    world.store.handle().set_faults(Vec::new(), 1);
    world.forget_calls();
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.unchanged, world.calls()), (1, 2, (1, 10)), "only that one is told again");
    assert_eq!(world.skipped().await, []);
}

/// Example 25 of the worked examples.
#[rstest]
#[tokio::test]
async fn price_lists_and_the_day_decide(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let off = |percent: i32, from: Option<&str>, to: Option<&str>| NewPrice {
        asset_number: Code::cut("1000"),
        amount_type: line::AmountType::Discount,
        line_discount_percent: percent.into(),
        starting_date: from.map(|day| day.parse().unwrap()),
        ending_date: to.map(|day| day.parse().unwrap()),
        ..NewPrice::default()
    };
    let lines = [off(50, None, Some("2026-03-31")), off(20, Some("2026-04-01"), None)];
    list(&world, NewList::new(Code::cut("SALE"), Source::AllCustomers, Code::blank()), &lines).await;
    added(&world, "1000").await;
    let told = |products: Vec<Value>| {
        let variant = of(&products[0])[0].clone();
        (money(&variant["price"]).to_string(), money(&variant["compareAtPrice"]).to_string())
    };
    assert_eq!(told(in_store(&world).await), ("50".into(), "100".into()));
    world.clock.advance(Duration::from_secs(60 * 60 * 24 * 40));
    assert_eq!(sync(&world, true).await.updated, 1);
    assert_eq!(told(in_store(&world).await), ("80".into(), "100".into()));
}

/// The currency's amounts decide, not how fine a price is kept.
#[rstest]
#[case("10.004", "10")]
#[case("10.005", "10.01")]
#[tokio::test]
async fn a_price_that_is_finer_than_money_is_no_discount(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] fine: &str,
    #[case] price: &str,
) {
    let world = world(engine).await;
    change(&world, "1000", Change { unit_price: Some(fine.parse().unwrap()), ..Change::default() }).await;
    added(&world, "1000").await;
    let variant = of(&in_store(&world).await[0])[0].clone();
    assert_eq!((money(&variant["price"]).to_string().as_str(), &variant["compareAtPrice"]), (price, &Value::Null));
    assert_eq!(sync(&world, true).await.calls, 0);
}

#[rstest]
#[tokio::test]
async fn what_was_asked_before_is_taken_away_with_the_discount(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let off = NewPrice {
        asset_number: Code::cut("1000"),
        amount_type: line::AmountType::Discount,
        line_discount_percent: 10.into(),
        ending_date: Some("2026-03-31".parse().unwrap()),
        ..NewPrice::default()
    };
    list(&world, NewList::new(Code::cut("SALE"), Source::AllCustomers, Code::blank()), &[off]).await;
    added(&world, "1000").await;
    world.clock.advance(Duration::from_secs(60 * 60 * 24 * 40));
    sync(&world, true).await;
    let variant = of(&in_store(&world).await[0])[0].clone();
    assert_eq!((money(&variant["price"]), &variant["compareAtPrice"]), (100.into(), &Value::Null));
    assert_eq!(sync(&world, true).await.calls, 0);
}

#[rstest]
#[tokio::test]
async fn what_may_not_be_sold_keeps_its_price(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(Block::Wholly, Block::ForSales)] block: Block,
) {
    let world = world(engine).await;
    // Else the product of an item that is blocked wholly is left alone before its price is looked at.
    world.set(&[("actionForRemovedProductsAndBlockedItems", "Status to Archived")]).await;
    added(&world, "1000|2000").await;
    change(&world, "1000", Change { unit_price: Some(7.into()), ..block.set(true) }).await;
    reprice(&world, "2000", 8).await;
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.skipped), (1, 1));
    assert_eq!(world.skipped().await[0].cause, "The item 1000 may not be sold, so its price is left as it is.");
    assert_eq!(prices_of(&in_store(&world).await), ["100", "8"]);
}

/// Example 10 of the worked examples.
#[rstest]
#[tokio::test]
async fn a_price_of_the_shops_group_goes_before_that_of_the_item_and_of_several_the_lowest(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.keep::<customer_price_groups::Entity>(&[("code", "WEB")]).await.unwrap();
    world.set(&[("customerPriceGroup", "WEB"), ("uomAsVariant", "true")]).await;
    for item in ["1000", "2000"] {
        reprice(&world, item, 80).await;
    }
    give_unit(&world, "1000", "SET", 6).await;
    let price = |item: &str, unit_price: i32, minimum: i32| NewPrice {
        asset_number: Code::cut(item),
        unit_price: unit_price.into(),
        minimum_quantity: minimum.into(),
        ..NewPrice::default()
    };
    let of_group =
        NewList { price_includes_vat: true, ..NewList::new(Code::cut("WEB"), Source::PriceGroup, Code::cut("WEB")) };
    let lines = [price("1000", 90, 0), price("1000", 85, 0), price("1000", 60, 5), price("2000", 90, 0)];
    list(&world, of_group, &lines).await;
    added(&world, "1000|2000").await;
    let prices = prices_of(&in_store(&world).await);
    assert_eq!(
        prices,
        ["85", "360", "90"],
        "a piece, a set of six, which is more than five, and what is above the card"
    );
}

#[rstest]
#[tokio::test]
async fn only_the_products_that_a_filter_lets_through_are_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    added(&world, "1000..3000").await;
    for item in ["1000", "2000", "3000"] {
        reprice(&world, item, 120).await;
    }
    let filters = Filters::new().with("ShopifyProduct.itemNumber", "2000..");
    let task = Sync { options: json!({ "onlySyncPrices": true }), ..world.sync(SYNC_PRODUCTS, filters) };
    super::passing_as(&world, &task).await;
    assert_eq!(prices_of(&in_store(&world).await), ["100", "120", "120"]);
}
