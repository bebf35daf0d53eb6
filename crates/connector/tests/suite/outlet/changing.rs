//! A product is changed where its item says something new, and nowhere else.

use back_office::items::Change;
use connector::products::staged::product;
use connector::skipped::Kind;
use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::{Value, json};
use values::Code;

use super::{added, change, give_variants, in_store, item, money, of, products, sync, variants, world};
use crate::store::graphql;
use crate::world::World;

async fn with_product(engine: Engine) -> World {
    let world = world(engine).await;
    added(&world, "1000").await;
    world.forget_calls();
    world
}

#[rstest]
#[tokio::test]
async fn only_what_changed_is_sent(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = with_product(engine).await;
    let nothing = sync(&world, false).await;
    assert_eq!((nothing.unchanged, nothing.calls, world.calls()), (1, 0, (0, 0)));
    let told = Change {
        description: Some("Wool\tsweater".into()),
        gross_weight: Some("0.4".parse().unwrap()),
        tariff_number: Some(Code::cut("6104.43")),
        country_region_of_origin_code: Some(Code::cut("NO")),
        unit_price: Some(110.into()),
        ..Change::default()
    };
    change(&world, "1000", told).await;
    let summary = sync(&world, false).await;
    assert_eq!((summary.updated, summary.calls, summary.points), (1, 2, 20));
    assert_eq!((world.calls_of("ProductsUpdate"), world.calls_of("VariantsUpdate")), (1, 1));
    let product = &in_store(&world).await[0];
    assert_eq!(product["title"], "Wool sweater");
    let variant = &of(product)[0];
    assert_eq!(money(&variant["price"]), 110.into());
    let inventory = &variant["inventoryItem"];
    assert_eq!(inventory["measurement"]["weight"], json!({ "value": 0.4, "unit": "KILOGRAMS" }));
    assert_eq!(inventory["harmonizedSystemCode"], "610443");
    assert_eq!(inventory["countryCodeOfOrigin"], "NO");
    assert_eq!(products(&world).await[0].title, "Wool sweater");
    assert_eq!(sync(&world, false).await.calls, 0);
}

/// The export of example 16 of the worked examples.
#[rstest]
#[tokio::test]
async fn a_tariff_number_is_another_only_by_its_digits(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = with_product(engine).await;
    let tariff = |number: &str| Change { tariff_number: Some(Code::cut(number)), ..Change::default() };
    change(&world, "1000", tariff("6104.43")).await;
    assert_eq!(sync(&world, false).await.calls, 1);
    change(&world, "1000", tariff("610443")).await;
    assert_eq!(sync(&world, false).await.calls, 0);
    change(&world, "1000", tariff("6104.44")).await;
    assert_eq!(sync(&world, false).await.calls, 1);
    world.set(&[("syncHsCodeAndCountry", "false")]).await;
    change(&world, "1000", tariff("6104.45")).await;
    assert_eq!(sync(&world, false).await.calls, 0, "where the shop card leaves it alone");
}

/// Example 15 of the worked examples; the next two are the rest of it.
#[rstest]
#[case::archived("Status to Archived", "ARCHIVED", "and its product is archived.")]
#[case::draft("Status to Draft", "DRAFT", "and its product is a draft.")]
#[tokio::test]
async fn the_product_of_a_blocked_item_leaves_the_store_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] action: &str,
    #[case] status: &str,
    #[case] cause: &str,
) {
    let world = with_product(engine).await;
    world.set(&[("actionForRemovedProductsAndBlockedItems", action)]).await;
    change(&world, "1000", Change { blocked: Some(true), ..Change::default() }).await;
    assert_eq!(sync(&world, false).await.calls, 1);
    assert_eq!(in_store(&world).await[0]["status"], status);
    let next = sync(&world, false).await;
    assert_eq!((next.calls, next.skipped), (0, 1));
    assert!(world.skipped().await[0].cause.ends_with(cause), "{}", world.skipped().await[0].cause);
    change(&world, "1000", Change { blocked: Some(false), ..Change::default() }).await;
    sync(&world, false).await;
    assert_eq!(in_store(&world).await[0]["status"], status, "it is not sold again by itself");
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn the_product_of_a_blocked_item_stays_where_nothing_is_to_be_done(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine).await;
    let blocked = Change { blocked: Some(true), description: Some("Other".into()), ..Change::default() };
    change(&world, "1000", blocked).await;
    let summary = sync(&world, false).await;
    assert_eq!((summary.calls, summary.skipped), (0, 1));
    assert_eq!(world.skipped().await[0].cause, "The item 1000 is blocked, and its product is left as it is.");
}

#[rstest]
#[tokio::test]
async fn an_item_that_may_not_be_sold_keeps_its_price_and_tells_the_rest(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine).await;
    let told = Change {
        sales_blocked: Some(true),
        description: Some("Sweater".into()),
        unit_price: Some(1.into()),
        ..Change::default()
    };
    change(&world, "1000", told).await;
    let summary = sync(&world, false).await;
    assert_eq!((summary.updated, summary.skipped, summary.calls), (1, 1, 1));
    let product = &in_store(&world).await[0];
    assert_eq!((product["title"].as_str(), money(&of(product)[0]["price"])), (Some("Sweater"), 100.into()));
}

#[rstest]
#[tokio::test]
async fn variants_that_are_missing_are_added(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    world.set(&[("skuMapping", "Item No. + Variant Code")]).await;
    give_variants(&world, "1000", &["RED".into()]).await;
    added(&world, "1000").await;
    give_variants_later(&world, &["BLUE", "XOLD"]).await;
    world.forget_calls();
    let summary = sync(&world, false).await;
    assert_eq!((summary.updated, summary.skipped, world.calls_of("VariantsAdd")), (1, 1, 1));
    assert_eq!(world.skipped().await[0].cause, "The variant XOLD of item 1000 is blocked and is not added.");
    let product = &in_store(&world).await[0];
    let skus: Vec<_> = of(product).iter().map(|variant| variant["sku"].clone()).collect();
    assert_eq!(skus, [Value::from("1000|RED"), "1000|BLUE".into()]);
    let staged: Vec<_> =
        variants(&world).await.iter().map(|one| (one.variant_code.to_string(), one.sku.clone())).collect();
    assert_eq!(staged, [("RED".to_owned(), "1000|RED".to_owned()), ("BLUE".to_owned(), "1000|BLUE".to_owned())]);
    assert_eq!(sync(&world, false).await.calls, 0, "and they are there then");
}

#[rstest]
#[tokio::test]
async fn variants_whose_making_was_not_answered_are_found_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.set(&[("skuMapping", "Item No. + Variant Code")]).await;
    give_variants(&world, "1000", &["RED".into()]).await;
    added(&world, "1000").await;
    give_variants_later(&world, &["BLUE"]).await;
    let fault = Fault { operation: Some("VariantsAdd".into()), times: 1, ..Fault::of(FaultKind::LostResponse) };
    world.store.handle().set_faults(vec![fault], 1);
    let summary = sync(&world, false).await;
    assert_eq!((summary.updated, summary.failed, summary.skipped), (1, 0, 0));
    assert_eq!(world.skipped().await, []);
    assert_eq!(of(&in_store(&world).await[0]).len(), 2);
    let told = sync(&world, false).await;
    assert_eq!((told.updated, told.failed), (1, 0), "what is not known of them is told");
    let staged: Vec<_> = variants(&world).await.iter().map(|one| (one.sku.clone(), one.price)).collect();
    assert_eq!(staged, [("1000|RED".to_owned(), 100.into()), ("1000|BLUE".to_owned(), 100.into())]);
    assert_eq!(sync(&world, false).await.calls, 0);
}

#[rstest]
#[tokio::test]
async fn a_country_without_an_iso_code_holds_up_nothing_else(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine).await;
    let origin = Some(Code::cut("SOMEWHERE"));
    let told = Change { country_region_of_origin_code: origin, unit_price: Some(110.into()), ..Change::default() };
    change(&world, "1000", told).await;
    let summary = sync(&world, false).await;
    assert_eq!((summary.updated, summary.skipped, summary.failed), (1, 1, 0));
    let variant = of(&in_store(&world).await[0])[0].clone();
    assert_eq!(
        (money(&variant["price"]), &variant["inventoryItem"]["countryCodeOfOrigin"]),
        (110.into(), &Value::Null)
    );
    let cause = &world.skipped().await[0].cause;
    assert_eq!(cause, "The country of origin SOMEWHERE of item 1000 has no ISO code and is not told.");
}

async fn give_variants_later(world: &World, codes: &[&str]) {
    // With other ids than those of the first ones.
    let random = runtime::Random::seeded(77);
    let row = |code: &&str| back_office::items::variant::Model {
        id: random.id(database::testing::start()),
        item_number: Code::cut("1000"),
        code: Code::cut(code),
        description: (*code).to_owned(),
        blocked: code.starts_with('X'),
        sales_blocked: false,
    };
    let rows = &codes.iter().map(row).map(sea_orm::IntoActiveModel::into_active_model).collect::<Vec<_>>();
    world.test.db.write(|tx| async move { database::insert_many(&tx, rows.clone()).await }).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn what_the_item_does_not_tell_stays_as_the_merchant_has_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine).await;
    assert!(item(&world, "1000").await.vendor_number.is_blank());
    let entered = product::Entity::update_many()
        .col_expr(product::Column::Vendor, Expr::value("Fjell"))
        .col_expr(product::Column::DescriptionHtml, Expr::value("<p>Warm</p>"));
    let entered = &entered;
    let write = |tx| async move { Ok::<_, database::Error>(entered.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
    assert_eq!(sync(&world, false).await.calls, 0, "neither is taken away");
    change(&world, "1000", Change { description: Some("Other".into()), ..Change::default() }).await;
    assert_eq!(sync(&world, false).await.calls, 1);
    let staged = &products(&world).await[0];
    assert_eq!((staged.title.as_str(), staged.vendor.as_str()), ("Other", "Fjell"));
}

#[rstest]
#[tokio::test]
async fn a_product_whose_change_shopify_refuses_is_told_and_the_others_are_changed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    added(&world, "1000|2000").await;
    let document = "mutation($id: ID!) { productDelete(input: { id: $id }) { userErrors { message } } }";
    let gone = format!("gid://shopify/Product/{}", products(&world).await[0].shopify_product_id);
    graphql(&world.store, document, json!({ "id": gone })).await;
    for number in ["1000", "2000"] {
        change(&world, number, Change { description: Some("Wool sweater".into()), ..Change::default() }).await;
    }
    world.forget_calls();
    let summary = sync(&world, false).await;
    assert_eq!((summary.updated, summary.failed, world.calls_of("ProductsUpdate")), (1, 1, 1));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!((skipped.kind, skipped.document_name.as_str()), (Kind::Product, "Item 1000"));
    assert_eq!(skipped.cause, "The product 'Wool sweater' was refused: Product does not exist.");
    let titles: Vec<_> = products(&world).await.into_iter().map(|product| product.title).collect();
    assert_eq!(titles, ["Item 1000", "Wool sweater"], "what was refused is not staged as sent");
}

#[rstest]
#[tokio::test]
async fn no_product_is_changed_where_the_shop_card_forbids_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine).await;
    world.set(&[("canUpdateShopifyProducts", "false")]).await;
    change(&world, "1000", Change { description: Some("Other".into()), ..Change::default() }).await;
    assert_eq!(sync(&world, false).await.calls, 0, "products may not be changed from here");
}
