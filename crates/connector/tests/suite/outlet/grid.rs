//! Each way in which an item can be added: what its SKU is made of, whether it has variants, and which texts tell of it.

use back_office::items::vendor;
use back_office::items::{Change, reference};
use connector::products::staged::{product, variant as staged};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use runtime::Random;
use sea_orm::{EntityTrait, IntoActiveModel};
use values::Code;

use super::{added, change, give_texts, give_variants, in_store, money, of, sync, variants, world};
use crate::world::World;

/// What the shop card says of SKUs, and the SKU of an item and of its variant.
const MAPPINGS: [(&str, &str, &str); 6] = [
    ("", "", ""),
    ("Item No.", "{}", "{}"),
    ("Variant Code", "", "RED"),
    ("Item No. + Variant Code", "{}", "{}|RED"),
    ("Vendor Item No.", "VI-{}", "VX-{}"),
    ("Bar Code", "B{}", "C{}"),
];

#[tokio::test]
async fn an_item_is_told_by_its_texts_and_its_sku_in_every_way() {
    let world = world(Engine::Sqlite).await;
    let (mut number, random) = (5_000, Random::seeded(5));
    for (mapping, of_item, of_variant) in MAPPINGS {
        for has_variants in [false, true] {
            for (extended, marketing) in [(false, false), (true, false), (false, true), (true, true)] {
                number += 1;
                let item = number.to_string();
                world.add_items(&[(item.as_str(), "HIGH")]).await;
                tell(&world, &item, has_variants, &random).await;
                world
                    .set(&[
                        ("skuMapping", mapping),
                        ("syncItemExtendedText", if extended { "true" } else { "false" }),
                        ("syncItemMarketingText", if marketing { "true" } else { "false" }),
                    ])
                    .await;
                assert_eq!(added(&world, &item).await.created, 1, "{item} by {mapping}");
                let product = in_store(&world).await.pop().unwrap();
                let what = format!("{mapping}, variants {has_variants}, {extended}, {marketing}: {product}");
                assert_eq!(product["title"], format!("Item {item}"), "{what}");
                let body = product["descriptionHtml"].as_str().unwrap();
                assert_eq!(
                    (body.contains("Fine wood."), body.contains("<b>Warm</b>")),
                    (extended, marketing),
                    "{what}"
                );
                assert_eq!(body.contains("productDescription"), extended || marketing, "{what}");
                if extended && !marketing {
                    // Example 17 of the worked examples.
                    let whole = "<div class=\"productDescription\">  Fine wood.<br />  Oak </div><br>";
                    assert_eq!(body, whole, "{what}");
                }
                let [variant] = &of(&product)[..] else { panic!("one variant: {what}") };
                let expected = if has_variants { of_variant } else { of_item };
                let sku = variant["sku"].as_str().unwrap_or_default();
                assert_eq!(sku, expected.replace("{}", &item), "{what}");
                assert_eq!(money(&variant["price"]), 100.into(), "{what}");
                let option = &variant["selectedOptions"][0];
                let wanted = if has_variants { ("Variant", "RED") } else { ("Title", "Default Title") };
                assert_eq!(
                    (option["name"].as_str(), option["value"].as_str()),
                    (Some(wanted.0), Some(wanted.1)),
                    "{what}"
                );
            }
        }
    }
}

/// Whichever way a SKU is made, adding an item and keeping its product in step make the same of it.
#[rstest]
#[tokio::test]
async fn what_was_added_is_not_told_otherwise_by_the_next_sync(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let (mut number, random) = (5_000, Random::seeded(5));
    world.set(&[("syncItemExtendedText", "true"), ("syncItemMarketingText", "true")]).await;
    for (mapping, of_item, of_variant) in MAPPINGS {
        world.set(&[("skuMapping", mapping)]).await;
        for has_variants in [false, true] {
            number += 1;
            let item = number.to_string();
            world.add_items(&[(item.as_str(), "HIGH")]).await;
            tell(&world, &item, has_variants, &random).await;
            assert_eq!(added(&world, &item).await.created, 1, "{item} by {mapping}");
            let summary = sync(&world, false).await;
            assert_eq!((summary.unchanged, summary.calls), (1, 0), "{item} by {mapping}");
            let expected = if has_variants { of_variant } else { of_item };
            assert_eq!(variants(&world).await[0].sku, expected.replace("{}", &item), "{item} by {mapping}");
            forget(&world).await;
        }
    }
}

/// Forgets the products, so that the next one is alone.
async fn forget(world: &World) {
    let forget = |tx| async move {
        product::Entity::delete_many().exec(&tx).await?;
        staged::Entity::delete_many().exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(forget).await.unwrap();
}

/// Gives an item texts, a vendor and bar codes.
async fn tell(world: &World, item: &str, has_variants: bool, random: &Random) {
    if has_variants {
        give_variants(world, item, &["RED".to_owned()]).await;
    }
    let of_vendor = Change {
        vendor_number: Some(Code::cut("V10")),
        vendor_item_number: Some(format!("VI-{item}")),
        ..Change::default()
    };
    change(world, item, of_vendor).await;
    give_texts(world, item, "Fine wood.\nOak", "<b>Warm</b>").await;
    let reference = |variant: &str, number: String| reference::Model {
        id: random.id(start()),
        item_number: Code::cut(item),
        variant_code: Code::cut(variant),
        unit_of_measure_code: Code::blank(),
        reference_number: Code::cut(&number),
    };
    let references = &[reference("", format!("B{item}")), reference("RED", format!("C{item}"))];
    let vendor = &vendor::Model {
        id: random.id(start()),
        item_number: Code::cut(item),
        variant_code: Code::cut("RED"),
        vendor_number: Code::cut("V10"),
        vendor_item_number: format!("VX-{item}"),
    };
    let write = |tx| async move {
        database::insert_many(&tx, references.iter().cloned().map(IntoActiveModel::into_active_model).collect())
            .await?;
        database::insert_many(&tx, vec![vendor.clone().into_active_model()]).await
    };
    world.test.db.write(write).await.unwrap();
}
