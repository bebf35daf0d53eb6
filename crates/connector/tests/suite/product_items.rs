//! Items are made of products, and changed by them, where the shop card says so.

use back_office::items::{self, unit_of_measure, variant as item_variant};
use back_office::units_of_measure;
use connector::products::items::create_chosen;
use connector::products::{SYNC_PRODUCTS, map, staged};
use database::Engine;
use rstest::rstest;
use serde_json::json;
use values::Code;

use crate::world::shelf::{simple, sized, variant};
use crate::world::{World, kari};

impl World {
    /// A shop that makes items of products.
    pub async fn making_items(engine: Engine, sku_mapping: &str) -> Self {
        let world = Self::new(engine).await;
        world.taking_products(sku_mapping).await;
        world.set(&[("autoCreateUnknownItems", "true"), ("itemTemplateCode", "ITEM")]).await;
        world
    }

    pub async fn item(&self, number: &str) -> items::Model {
        self.all::<items::Entity>().await.into_iter().find(|item| item.number == number).unwrap()
    }

    /// The codes of an item's variants.
    async fn variants_of(&self, number: &str) -> Vec<String> {
        let all = self.all::<item_variant::Entity>().await.into_iter();
        let mut codes: Vec<_> = all.filter(|one| one.item_number == number).map(|one| one.code.to_string()).collect();
        codes.sort();
        codes
    }
}

/// Example 6 of the worked examples.
#[rstest]
#[tokio::test]
async fn each_variant_becomes_an_item_of_its_own_where_skus_are_item_numbers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    let shirt = json!({
        "title": "Shirt",
        "productOptions": [{ "name": "Size", "values": [{ "name": "S" }, { "name": "M" }] }],
        "variants": [variant("A1", "100.00", &[("Size", "S")]), variant("A2", "120.00", &[("Size", "M")])],
    });
    world.put_product(shirt).await;
    let summary = world.sync_products().await;
    assert_eq!((summary.failed, summary.skipped), (0, 0));
    assert_eq!(world.mapped().await, ["A1", "A2"]);
    for (number, price) in [("A1", 100), ("A2", 120)] {
        let item = world.item(number).await;
        assert_eq!((item.description.as_str(), item.unit_price), ("Shirt", price.into()));
        assert_eq!(item.base_unit_of_measure_code, "PCS", "it begins with its template");
    }
    assert_eq!(world.products().await[0].item_number, "A1");
    assert_eq!(world.sync_products().await.updated, 0, "the next run makes nothing");
}

/// Example 7 of the worked examples.
#[rstest]
#[tokio::test]
async fn variants_without_a_sku_get_codes_behind_the_prefix(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Variant Code").await;
    world.put_product(sized("Shirt", "Size", &[("S", ""), ("M", "MEDIUM"), ("L", "")])).await;
    world.sync_products().await;
    let item = world.products().await[0].item_number.to_string();
    assert_eq!(world.variants_of(&item).await, ["MEDIUM", "V_001", "V_002"]);
    let expected = [format!("{item}/V_001"), format!("{item}/MEDIUM"), format!("{item}/V_002")];
    assert_eq!(world.mapped().await, expected);
    let described = world.all::<item_variant::Entity>().await.into_iter().find(|one| one.code == "V_002").unwrap();
    assert_eq!(described.description, "L");
}

/// The beginning of example 7 of the worked examples: the item has a variant of that prefix already.
#[rstest]
#[tokio::test]
async fn codes_go_on_behind_those_that_the_item_has(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.taking_products("Variant Code").await;
    world.add_variant("1000", "V_001").await;
    world.put_product(sized("Shirt", "Size", &[("S", "")])).await;
    world.sync_products().await;
    let shirt = world.products().await.remove(0);
    let id = shirt.id;
    let of_item = staged::product::Model { item_number: Code::cut("1000"), ..shirt };
    world.rewrite::<staged::product::ActiveModel, _>(of_item).await;
    world.set(&[("autoCreateUnknownItems", "true"), ("itemTemplateCode", "ITEM")]).await;
    let made = create_chosen(&world.connector, &kari(), &[id]).await.unwrap();
    assert_eq!((made.created, made.failed), (1, 0));
    assert_eq!(world.variants_of("1000").await, ["V_001", "V_002"]);
    assert_eq!(world.mapped().await, ["1000/V_002"]);
}

#[rstest]
#[tokio::test]
async fn skus_of_item_and_variant_make_both(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::making_items(engine, "Item No. + Variant Code").await;
    world.put_product(sized("Shirt", "Size", &[("S", "SHIRT|S"), ("M", "SHIRT|M"), ("X", "BLOUSE|X")])).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, ["SHIRT/S", "SHIRT/M", "BLOUSE/X"]);
    assert_eq!(world.variants_of("SHIRT").await, ["M", "S"]);
}

#[rstest]
#[tokio::test]
async fn an_item_is_changed_by_its_product_but_for_what_is_the_back_offices_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("Item No.").await;
    let id = world.put_product(simple("Tent", "1000")).await;
    world.sync_products().await;
    assert_eq!(world.item("1000").await.description, "Item 1000", "not where the shop card does not say so");
    world.set(&[("shopifyCanUpdateItems", "true")]).await;
    world.change_product(id, json!({ "title": "x".repeat(255) })).await;
    world.sync_products().await;
    let item = world.item("1000").await;
    assert_eq!((item.description.len(), item.unit_price), (100, 100.into()), "cut to what an item keeps");
    assert!(!world.products().await[0].items_due);
}

#[rstest]
#[tokio::test]
async fn what_stands_against_one_item_is_told_and_does_not_hold_the_others_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    world.sells_in("EUR").await;
    world.put_product(simple("Tent", "TENT")).await;
    let mut free = simple("Sticker", "STICKER");
    free["variants"][0]["price"] = "0".into();
    world.put_product(free).await;
    let summary = world.sync_products().await;
    assert_eq!(summary.failed, 1, "there is no rate for the euro, and only the tent has a price");
    assert_eq!(world.mapped().await, ["", "STICKER"]);
    let tent = world.products().await.remove(0);
    assert!(tent.has_error && tent.error_message.contains("EUR"), "{}", tent.error_message);
    let [skipped] = &world.skipped().await[..] else { panic!("one product is skipped") };
    assert_eq!((skipped.document_name.as_str(), skipped.retry_object_id), ("Tent", SYNC_PRODUCTS));

    world.set(&[("currencyCode", "")]).await;
    let again = world.sync_products().await;
    assert_eq!((again.failed, again.calls), (0, 1), "it is tried again without being read again");
    assert_eq!(world.mapped().await, ["TENT", "STICKER"]);
    assert!(!world.products().await[0].has_error);
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn with_a_blank_mapping_a_product_becomes_one_item_and_the_rest_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "").await;
    world.put_product(sized("Shirt", "Size", &[("S", "S1"), ("M", "M1")])).await;
    let summary = world.sync_products().await;
    assert_eq!((summary.failed, summary.skipped), (0, 1));
    let item = world.products().await[0].item_number.to_string();
    assert_eq!(world.mapped().await, [item, String::new()]);
    let [skipped] = &world.skipped().await[..] else { panic!("one product is skipped") };
    assert!(skipped.cause.contains("'M'") && skipped.remedy.contains("Variant Code"), "{skipped:?}");
}

#[rstest]
#[tokio::test]
async fn the_same_sku_twice_is_the_same_item(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::making_items(engine, "Item No.").await;
    world.put_product(sized("Shirt", "Size", &[("S", "SAME"), ("M", "SAME")])).await;
    world.put_product(simple("Other shirt", "SAME")).await;
    assert_eq!(world.sync_products().await.failed, 0);
    assert_eq!(world.mapped().await, ["SAME", "SAME", "SAME"]);
}

#[rstest]
#[tokio::test]
async fn a_unit_of_measure_that_is_an_option_is_a_unit_of_the_item(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    world.set(&[("uomAsVariant", "true"), ("optionNameForUom", "Unit")]).await;
    world.put_product(sized("Nails", "Unit", &[("PCS", "NAILS"), ("Crate", "NAILS")])).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, ["NAILS", "NAILS"]);
    let units: Vec<_> = world.all::<unit_of_measure::Entity>().await.into_iter().collect();
    let of_nails: Vec<_> = units.iter().filter(|one| one.item_number == "NAILS").map(|one| one.code.as_str()).collect();
    assert!(of_nails.contains(&"PCS") && of_nails.contains(&"CRATE"), "{of_nails:?}");
    assert!(world.all::<units_of_measure::Entity>().await.iter().any(|unit| unit.code == "CRATE"));
}

#[rstest]
#[tokio::test]
async fn a_person_makes_items_of_chosen_products_only_where_the_shop_card_lets_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("Item No.").await;
    world.put_product(simple("Tent", "TENT")).await;
    world.put_product(simple("Stove", "STOVE")).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, ["", ""], "to map is the default, and to make is not");
    let tent = world.products().await[0].id;
    let refused = create_chosen(&world.connector, &kari(), &[tent]).await.unwrap();
    assert_eq!((refused.created, refused.failed), (0, 1));
    assert!(world.products().await[0].error_message.contains("Auto Create Unknown Items"));

    world.set(&[("autoCreateUnknownItems", "true"), ("itemTemplateCode", "ITEM")]).await;
    let made = create_chosen(&world.connector, &kari(), &[tent]).await.unwrap();
    assert_eq!((made.created, made.failed), (1, 0));
    assert_eq!(world.mapped().await, ["TENT", ""]);
    assert!(!world.products().await[0].has_error, "what stood against it is forgotten");
}

#[rstest]
#[tokio::test]
async fn a_new_title_reaches_the_items_that_are_there_when_a_variant_is_new_too(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    world.set(&[("shopifyCanUpdateItems", "true")]).await;
    let id = world.put_product(sized("Shirt", "Size", &[("S", "A1")])).await;
    world.sync_products().await;
    world.change_product(id, sized("Blouse", "Size", &[("S", "A1"), ("M", "A2")])).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, ["A1", "A2"]);
    for number in ["A1", "A2"] {
        assert_eq!(world.item(number).await.description, "Blouse", "{number}");
    }
}

#[rstest]
#[tokio::test]
async fn what_stands_against_one_variant_is_told_though_the_items_of_the_others_are_changed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    world.set(&[("shopifyCanUpdateItems", "true")]).await;
    world.sells_in("EUR").await;
    world.put_product(sized("Shirt", "Size", &[("S", "1000"), ("M", "NEW")])).await;
    assert_eq!(world.sync_products().await.failed, 1, "there is no rate for the euro");
    assert_eq!(world.item("1000").await.description, "Shirt");
    let shirt = world.products().await.remove(0);
    assert!(shirt.has_error && shirt.error_message.contains("EUR"), "{}", shirt.error_message);
    assert_eq!(world.skipped().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn what_stood_against_a_product_is_forgotten_when_a_person_says_which_item_it_is(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    world.sells_in("EUR").await;
    world.put_product(simple("Tent", "TENT")).await;
    assert_eq!(world.sync_products().await.failed, 1);
    let tent = world.products().await.remove(0);
    map::map_product(&world.connector, &kari(), tent.id, &Code::cut("1000")).await.unwrap();
    let tent = world.products().await.remove(0);
    assert_eq!((tent.has_error, tent.error_message.as_str()), (false, ""));
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn a_variant_of_an_item_keeps_its_description_where_nothing_is_chosen_in_shopify(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    world.set(&[("shopifyCanUpdateItems", "true")]).await;
    let fields = [("itemNumber", "1000"), ("code", "RED"), ("displayName", "Red")];
    world.keep::<item_variant::Entity>(&fields).await.unwrap();
    let id = world.put_product(simple("Tent", "TENT")).await;
    world.sync_products().await;
    let tent = world.product_variants().await.remove(0);
    let red = (&Code::cut("1000"), &Code::cut("RED"));
    map::map_variant(&world.connector, &kari(), tent.id, red).await.unwrap();
    world.change_product(id, json!({ "title": "Red tent" })).await;
    world.sync_products().await;
    assert_eq!(world.item("1000").await.description, "Red tent");
    let red = world.all::<item_variant::Entity>().await.into_iter().find(|one| one.code == "RED").unwrap();
    assert_eq!(red.description, "Red");
}
