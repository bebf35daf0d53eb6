//! Which item a product's variant is, by the *SKU Mapping* of the shop card.

use back_office::items::{reference, unit_of_measure, variant as item_variant, vendor};
use back_office::vendors;
use connector::products::map;
use database::Engine;
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;
use values::Code;

use crate::store::{self, order};
use crate::world::shelf::{product, simple, sized};
use crate::world::{World, kari};

impl World {
    pub async fn add_variant(&self, item: &str, code: &str) {
        self.keep::<item_variant::Entity>(&[("itemNumber", item), ("code", code)]).await.unwrap();
    }

    pub async fn add_reference(&self, item: &str, variant: &str, number: &str) {
        let fields = [("itemNumber", item), ("variantCode", variant), ("referenceNumber", number)];
        self.keep::<reference::Entity>(&fields).await.unwrap();
    }
}

async fn mapping(engine: Engine, sku_mapping: &str) -> World {
    let world = World::new(engine).await;
    world.taking_products(sku_mapping).await;
    world.add_variant("1000", "RED").await;
    world
}

/// Example 2 of the worked examples, as it is read.
#[rstest]
#[case("|", "1000|RED", "1000/RED")]
#[case("|", "1000", "1000")]
#[case("/", "1000/001/111", "")]
#[case("/", "1000/RED", "1000/RED")]
#[case("|", "1000|BLUE", "")]
#[case("|", "9999|RED", "")]
#[tokio::test]
async fn a_sku_of_item_and_variant_is_taken_apart(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] separator: &str,
    #[case] sku: &str,
    #[case] expected: &str,
) {
    let world = mapping(engine, "Item No. + Variant Code").await;
    world.set(&[("skuFieldSeparator", separator)]).await;
    world.put_product(sized("Shirt", "Colour", &[("Red", sku)])).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, [expected]);
}

/// The end of example 2 of the worked examples.
#[rstest]
#[tokio::test]
async fn a_sku_of_too_many_parts_leaves_it_to_the_bar_code(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = mapping(engine, "Item No. + Variant Code").await;
    world.set(&[("skuFieldSeparator", "/")]).await;
    world.add_reference("2000", "", "590123").await;
    let mut stove = simple("Stove", "1000/001/111");
    stove["variants"][0]["barcode"] = "590123".into();
    world.put_product(stove).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, ["2000"]);
}

#[rstest]
#[case("Item No.", "1000", "1000")]
#[case("Item No.", "NOWHERE", "")]
#[case("Variant Code", "RED", "1000/RED")]
#[case("Variant Code", "RED-AND-BLUE", "")]
#[case("Bar Code", "590001", "1000/RED")]
#[case("", "1000", "")]
#[tokio::test]
async fn a_sku_means_what_the_shop_card_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] sku_mapping: &str,
    #[case] sku: &str,
    #[case] expected: &str,
) {
    let world = mapping(engine, sku_mapping).await;
    world.add_reference("1000", "RED", "590001").await;
    world.put_product(sized("Shirt", "Colour", &[("Red", sku)])).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, [expected]);
}

#[rstest]
#[tokio::test]
async fn a_variant_code_that_several_items_have_is_that_of_the_products_item(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = mapping(engine, "Variant Code").await;
    world.add_variant("2000", "RED").await;
    let shirt = world.put_product(sized("Shirt", "Colour", &[("Red", "RED")])).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, [""], "it may be either's");
    let staged = world.products().await.remove(0);
    assert_eq!(staged.shopify_product_id, shirt);
    world
        .rewrite::<connector::products::staged::product::ActiveModel, _>(connector::products::staged::product::Model {
            item_number: Code::cut("2000"),
            ..staged
        })
        .await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, ["2000/RED"]);
}

/// Example 4 of the worked examples.
#[rstest]
#[case("V10", "1000/RED")]
#[case("Weaver of the north and the south", "1000/RED")]
#[case("Someone of whom nobody here has heard", "1000/RED")]
#[case("V20", "")]
#[tokio::test]
async fn a_vendors_number_counts_for_its_products(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] vendor: &str,
    #[case] expected: &str,
) {
    let world = mapping(engine, "Vendor Item No.").await;
    let name = "Weaver of the North and the South";
    world.keep::<vendors::Entity>(&[("number", "V10"), ("displayName", name)]).await.unwrap();
    world.keep::<vendors::Entity>(&[("number", "V20"), ("displayName", "Spinner")]).await.unwrap();
    let row = [("itemNumber", "1000"), ("variantCode", "RED"), ("vendorNumber", "V10"), ("vendorItemNumber", "VX-1")];
    world.keep::<vendor::Entity>(&row).await.unwrap();
    let shirt = sized("Shirt", "Colour", &[("Red", "vx-1")]);
    world.put_product(product(shirt, json!({ "vendor": vendor }))).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, [expected]);
}

/// Example 5 of the worked examples.
#[rstest]
#[case("true", "2000")]
#[case("false", "")]
#[tokio::test]
async fn a_bar_code_finds_the_item_where_the_shop_card_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] by_barcode: &str,
    #[case] expected: &str,
) {
    let world = mapping(engine, "").await;
    world.set(&[("findMappingByBarcode", by_barcode)]).await;
    world.add_reference("2000", "", "590123").await;
    let mut stove = simple("Stove", "");
    stove["variants"][0]["barcode"] = "590123".into();
    world.put_product(stove).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, [expected]);
    assert_eq!(world.products().await[0].item_number, expected);
}

#[rstest]
#[case::as_its_sku("Bar Code", "590200", "", "2000")]
#[case::behind_the_item_of_the_product("", "", "590200", "1000")]
#[tokio::test]
async fn a_bar_code_means_the_item_that_has_it_in_the_unit_of_the_variant(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] sku_mapping: &str,
    #[case] sku: &str,
    #[case] barcode: &str,
    #[case] in_sets: &str,
) {
    let world = mapping(engine, sku_mapping).await;
    world.set(&[("uomAsVariant", "true"), ("optionNameForUom", "Unit")]).await;
    let set = [("itemNumber", "2000"), ("code", "SET"), ("qtyPerUnitOfMeasure", "6")];
    world.keep::<unit_of_measure::Entity>(&set).await.unwrap();
    for (item, unit) in [("1000", "PCS"), ("2000", "SET")] {
        let fields = [("itemNumber", item), ("unitOfMeasure", unit), ("referenceNumber", "590200")];
        world.keep::<reference::Entity>(&fields).await.unwrap();
    }
    let mut nails = sized("Nails", "Unit", &[("PCS", sku), ("SET", sku)]);
    for variant in nails["variants"].as_array_mut().unwrap() {
        variant["barcode"] = barcode.into();
    }
    world.put_product(nails).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, ["1000", in_sets]);
}

#[rstest]
#[tokio::test]
async fn mappings_of_chosen_products_are_looked_for_when_a_person_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = mapping(engine, "Item No.").await;
    for title in ["Anorak", "Lue"] {
        world.put_product(simple(title, title)).await;
    }
    world.sync_products().await;
    world.add_items(&[("ANORAK", "HIGH"), ("LUE", "HIGH")]).await;
    world.forget_calls();
    let chosen = world.products().await[0].id;
    let find = async |ids: &[Uuid]| map::find_mappings(&world.connector, &kari(), ids).await;
    assert_eq!(find(&[chosen]).await.unwrap(), 1);
    assert_eq!(world.mapped().await, ["ANORAK", ""], "what was not chosen waits for the next run");
    assert_eq!(world.products().await[0].item_number, "ANORAK");
    assert_eq!(find(&[chosen]).await.unwrap(), 0, "it has its item");
    assert_eq!(world.calls(), (0, 0), "nothing is asked of the store");
    assert!(find(&[]).await.unwrap_err().to_string().contains("choose 1 to"));
}

#[rstest]
#[tokio::test]
async fn what_was_no_item_yet_is_taken_up_when_there_is_one_without_a_call_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = mapping(engine, "Item No.").await;
    world.put_product(simple("Anorak", "ANORAK")).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, [""]);
    world.add_items(&[("ANORAK", "HIGH")]).await;
    assert_eq!(world.sync_products().await.calls, 1);
    assert_eq!(world.mapped().await, ["ANORAK"]);
}

#[rstest]
#[tokio::test]
async fn what_a_person_says_a_product_is_stays_and_orders_that_wait_for_it_are_taken_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = mapping(engine, "").await;
    world.put_product(sized("Shirt", "Colour", &[("Red", "SHIRT-RED"), ("Blue", "SHIRT-BLUE")])).await;
    world.sync_products().await;
    let variants = store::graphql(&world.store, "{ productVariants(first: 2) { nodes { id } } }", json!({})).await;
    let sold = json!({ "variantId": variants["productVariants"]["nodes"][0]["id"], "quantity": 1 });
    store::place(&world.store, order(vec![sold])).await;
    assert_eq!(world.sync_orders().await.skipped, 1);

    let red = world.product_variants().await.remove(0);
    let item = (&Code::cut("1000"), &Code::cut("RED"));
    map::map_variant(&world.connector, &kari(), red.id, item).await.unwrap();
    assert_eq!(world.mapped().await, ["1000/RED", ""]);
    assert_eq!(world.products().await[0].item_number, "1000");
    assert_eq!(world.create_sales_orders().await.created, 1, "the order is taken up by itself");

    let product = world.products().await.remove(0);
    map::map_product(&world.connector, &kari(), product.id, &Code::cut("2000")).await.unwrap();
    assert_eq!(world.mapped().await, ["1000/RED", "2000"], "what is mapped already stays");
    world.sync_products().await;
    assert_eq!(world.mapped().await, ["1000/RED", "2000"]);
    let refused = map::map_variant(&world.connector, &kari(), red.id, (&Code::cut("MARS"), &Code::blank())).await;
    assert!(refused.unwrap_err().to_string().contains("there is no item MARS"));
}

#[rstest]
#[tokio::test]
async fn the_skus_of_a_product_whose_item_a_person_has_said_tell_its_variants(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = mapping(engine, "Variant Code").await;
    world.add_variant("2000", "RED").await;
    world.put_product(sized("Shirt", "Colour", &[("Red", "RED"), ("Blue", "")])).await;
    world.sync_products().await;
    assert_eq!(world.mapped().await, ["", ""], "two items have a red variant");
    let product = world.products().await.remove(0);
    map::map_product(&world.connector, &kari(), product.id, &Code::cut("2000")).await.unwrap();
    assert_eq!(world.mapped().await, ["2000/RED", "2000"]);
}
