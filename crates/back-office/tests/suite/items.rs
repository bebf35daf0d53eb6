use back_office::items::{self, NewItem, reference, unit_of_measure, variant};
use back_office::{Error, Result, prices, upkeep};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use values::Code;

use crate::world::{World, code, item};

async fn create(world: &World, items: &[NewItem]) -> Result<Vec<items::Model>> {
    let random = &world.random;
    world.test.db.write(|tx| async move { items::create_many(&tx, items, start(), random).await }).await
}

#[rstest]
#[tokio::test]
async fn a_new_item_takes_what_it_lacks_from_the_template_of_its_type(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let made = create(&world, &[NewItem { description: "A hat".into(), ..item("", "") }]).await.unwrap();
    let hat = &made[0];
    assert_eq!((hat.number.as_str(), hat.base_unit_of_measure_code.as_str()), ("1000", "PCS"));
    assert_eq!((hat.vat_product_posting_group.as_str(), hat.inventory_posting_group.as_str()), ("HIGH", "RESALE"));
}

#[rstest]
#[tokio::test]
async fn an_item_is_made_once_and_with_a_unit_that_is_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    assert!(matches!(create(&world, &[item("HAT", ""), item("SHIRT", "")]).await, Err(Error::Exists { .. })));
    assert!(matches!(create(&world, &[item("HAT", ""), item("hat", "")]).await, Err(Error::Exists { .. })));
    let crate_of = NewItem { unit_of_measure_code: code("CRATE"), ..item("HAT", "") };
    assert!(matches!(create(&world, &[crate_of]).await, Err(Error::Unknown { kind: "unit of measure", .. })));
    create(&world, &[item("HAT", "")]).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn an_item_is_found_by_its_bar_codes(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    create(&world, &[NewItem { gtin: "7038010000001".into(), ..item("HAT", "") }]).await.unwrap();
    let row = &reference::Model {
        id: world.random.id(start()),
        item_number: code("SHIRT"),
        variant_code: code("RED"),
        unit_of_measure_code: Code::blank(),
        reference_number: code("7038010000002"),
    };
    let insert = |tx| async move {
        row.clone().into_active_model().insert(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(insert).await.unwrap();
    for (bar_code, expected) in [
        ("7038010000001", Some(("HAT", ""))),
        (" 7038010000002 ", Some(("SHIRT", "RED"))),
        ("7038010000003", None),
        ("", None),
    ] {
        let found = world.test.db.read(|r| async move { items::by_bar_code(&r, bar_code).await }).await.unwrap();
        let found = found.map(|(item, variant)| (item.number.to_string(), variant.to_string()));
        assert_eq!(found, expected.map(|(item, variant)| (item.to_owned(), variant.to_owned())), "{bar_code}");
    }
}

#[rstest]
#[tokio::test]
async fn a_variant_or_a_unit_that_a_price_list_names_is_not_deleted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = || world.random.id(start());
    let variant = variant::Model {
        id: id(),
        item_number: code("SHIRT"),
        code: code("RED"),
        description: "Red".into(),
        blocked: false,
        sales_blocked: false,
    };
    let set = unit_of_measure::Model {
        id: id(),
        item_number: code("SHIRT"),
        code: code("SET"),
        quantity_per_unit_of_measure: 3.into(),
    };
    world.insert(variant.clone()).await;
    world.insert(set.clone()).await;
    let price = prices::line::Model {
        id: id(),
        list_code: code("SUMMER"),
        asset_type: prices::line::Asset::Item,
        asset_number: code("SHIRT"),
        variant_code: code("RED"),
        unit_of_measure_code: code("SET"),
        ..Default::default()
    };
    world.insert(price).await;
    let of_variant = world.test.db.write(|tx| {
        let variant = variant.clone();
        async move { upkeep::remove::<variant::Entity>(&tx, variant).await }
    });
    let of_variant = of_variant.await.unwrap_err().to_string();
    let of_unit = world.test.db.write(|tx| {
        let set = set.clone();
        async move { upkeep::remove::<unit_of_measure::Entity>(&tx, set).await }
    });
    let of_unit = of_unit.await.unwrap_err().to_string();
    assert!(of_variant.contains("Price List Line") && of_unit.contains("Price List Line"), "{of_variant} {of_unit}");
}

#[rstest]
#[tokio::test]
async fn the_unit_in_which_an_item_is_sold_is_not_deleted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let set = unit_of_measure::Model {
        id: world.random.id(start()),
        item_number: code("SHIRT"),
        code: code("SET"),
        quantity_per_unit_of_measure: 3.into(),
    };
    world.insert(set.clone()).await;
    world.change(items::ActiveModel { sales_unit_of_measure_code: Set(code("SET")), ..Default::default() }).await;
    let remove = |tx| {
        let set = set.clone();
        async move { upkeep::remove::<unit_of_measure::Entity>(&tx, set).await }
    };
    let refused = world.test.db.write(remove).await.unwrap_err().to_string();
    assert!(refused.contains("used by a record of the kind Item;"), "{refused}");
}
