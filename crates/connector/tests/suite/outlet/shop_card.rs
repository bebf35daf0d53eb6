//! What the shop card says of products, and when a product is told of it.

use back_office::items::Change;
use connector::products::options::ProductStatus;
use connector::shops;
use database::Engine;
use rstest::rstest;

use super::pricing::prices_of;
use super::{added, change, give_unit, give_variants, in_store, of, products, sync, variants, world};
use crate::world::{SHOP, kari};

#[rstest]
#[tokio::test]
async fn a_product_that_changes_keeps_its_price_where_prices_go_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.set(&[("syncPrices", "false")]).await;
    added(&world, "1000").await;
    let told = Change { description: Some("Sweater".into()), unit_price: Some(110.into()), ..Change::default() };
    change(&world, "1000", told).await;
    give_variants(&world, "2000", &["RED".into()]).await;
    added(&world, "2000").await;
    world.forget_calls();
    let summary = sync(&world, false).await;
    assert_eq!((summary.updated, summary.unchanged, summary.skipped), (1, 1, 0));
    assert_eq!((world.calls_of("ProductsUpdate"), world.calls_of("VariantsUpdate")), (1, 0));
    let all = in_store(&world).await;
    assert_eq!(all[0]["title"], "Sweater");
    assert_eq!(prices_of(&all), ["100", "100"], "what is added has its price, and keeps it");

    assert_eq!(sync(&world, true).await.updated, 1);
    assert_eq!(prices_of(&in_store(&world).await), ["110", "100"], "a run for prices alone tells it");
}

#[rstest]
#[case::draft("Draft", "DRAFT", ProductStatus::Draft)]
#[case::unlisted("Unlisted", "UNLISTED", ProductStatus::Unlisted)]
#[tokio::test]
async fn a_product_begins_with_the_status_of_the_card_and_keeps_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] status: &str,
    #[case] told: &str,
    #[case] staged: ProductStatus,
) {
    let world = world(engine).await;
    world.set(&[("statusForCreatedProducts", status)]).await;
    assert_eq!(added(&world, "1000").await.created, 1);
    assert_eq!(world.calls_of("ProductsPublish"), 1, "it is on its channels when someone sells it");
    assert_eq!(in_store(&world).await[0]["status"], told);
    assert_eq!(products(&world).await[0].status, staged);

    world.set(&[("statusForCreatedProducts", "Active")]).await;
    change(&world, "1000", Change { description: Some("Sweater".into()), ..Change::default() }).await;
    assert_eq!(sync(&world, false).await.updated, 1);
    assert_eq!(in_store(&world).await[0]["status"], told, "the card says how a product begins");
}

#[rstest]
#[tokio::test]
async fn stock_is_counted_from_the_next_change_of_the_goods_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    added(&world, "1000").await;
    world.set(&[("inventoryTracked", "true")]).await;
    added(&world, "2000").await;
    let tracked = async || {
        let all = in_store(&world).await;
        all.iter().map(|one| of(one)[0]["inventoryItem"]["tracked"].as_bool().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(tracked().await, [false, true]);
    assert_eq!(sync(&world, false).await.calls, 0, "the card alone is no reason to tell anything");
    let told = Change { gross_weight: Some("0.4".parse().unwrap()), ..Change::default() };
    change(&world, "1000", told).await;
    assert_eq!(sync(&world, false).await.calls, 1);
    assert_eq!(tracked().await, [true, true]);
    assert!(variants(&world).await.iter().all(|variant| variant.tracked));
    assert_eq!(sync(&world, false).await.calls, 0);
}

#[rstest]
#[tokio::test]
async fn another_inventory_policy_reaches_all_products(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    added(&world, "1000|2000").await;
    let policies = async || {
        let all = in_store(&world).await;
        all.iter().map(|one| of(one)[0]["inventoryPolicy"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(policies().await, ["CONTINUE", "CONTINUE"]);
    world.set(&[("defaultInventoryPolicy", "Deny")]).await;
    let summary = sync(&world, false).await;
    assert_eq!((summary.updated, summary.calls), (2, 1));
    assert_eq!(policies().await, ["DENY", "DENY"]);
    assert_eq!(sync(&world, false).await.calls, 0);
}

#[rstest]
#[tokio::test]
async fn the_option_of_the_unit_is_called_otherwise_than_that_of_the_variant(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let call_it = async |name: &str| {
        let fields = [("uomAsVariant", "true"), ("optionNameForUom", name)];
        let fields = fields.map(|(field, value)| (field.to_owned(), value.to_owned()));
        shops::set(&world.connector, &kari(), SHOP, &fields).await.map(drop)
    };
    for name in ["Variant", " variant "] {
        let refused = call_it(name).await.unwrap_err().to_string();
        assert!(refused.contains("the option Variant tells the variant of an item"), "{refused}");
    }
    assert!(!world.shop().await.uom_as_variant);
    call_it("Pakning").await.unwrap();
    give_unit(&world, "1000", "SET", 6).await;
    give_variants(&world, "1000", &["RED".into()]).await;
    assert_eq!(added(&world, "1000").await.created, 1);
    let product = in_store(&world).await.remove(0);
    let names: Vec<_> = product["options"].as_array().unwrap().iter().map(|option| option["name"].clone()).collect();
    assert_eq!(names, ["Variant", "Pakning"]);
    assert_eq!(of(&product).len(), 2);
}
