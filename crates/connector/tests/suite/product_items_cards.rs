//! What the card of an item takes from its product.

use back_office::currencies::exchange_rate;
use back_office::items::{reference, text};
use back_office::{item_categories, tariff_numbers, vendors};
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::world::shelf::{product, simple};
use crate::world::{World, amount};

/// The import of example 16 of the worked examples, and all else that the card takes.
#[rstest]
#[tokio::test]
async fn an_item_takes_what_the_back_office_knows_of_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::making_items(engine, "Vendor Item No.").await;
    world.set(&[("syncItemMarketingText", "true")]).await;
    world.keep::<vendors::Entity>(&[("number", "V10"), ("displayName", "Weaver AS")]).await.unwrap();
    world.keep::<item_categories::Entity>(&[("code", "CLOTHES"), ("displayName", "Clothes")]).await.unwrap();
    world.keep::<tariff_numbers::Entity>(&[("number", "6104.43")]).await.unwrap();
    let mut dress = simple("Dress", "W-77");
    dress["variants"][0] = json!({
        "barcode": "590777", "price": "900", "optionValues": [{ "optionName": "Title", "name": "Default Title" }],
        "inventoryItem": { "sku": "W-77", "cost": "400", "harmonizedSystemCode": "610443", "countryCodeOfOrigin": "NO" },
    });
    let more = json!({ "vendor": "weaver as", "productType": "clothes", "descriptionHtml": "<p onclick=\"steal()\">Long.</p><script>steal()</script>" });
    world.put_product(product(dress, more)).await;
    world.sync_products().await;
    let number = world.products().await[0].item_number.to_string();
    let item = world.item(&number).await;
    assert_eq!((item.vendor_number.as_str(), item.vendor_item_number.as_str()), ("V10", "W-77"));
    assert_eq!((item.item_category_code.as_str(), item.tariff_number.as_str()), ("CLOTHES", "6104.43"));
    assert_eq!((item.country_region_of_origin_code.as_str(), item.unit_cost), ("NO", amount("400")));
    let references = world.all::<reference::Entity>().await;
    assert_eq!(references.iter().map(|one| one.reference_number.as_str()).collect::<Vec<_>>(), ["590777"]);
    let texts = world.all::<text::Entity>().await;
    assert_eq!(
        texts.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(),
        ["<p>Long.</p>"],
        "nothing that runs is kept"
    );
}

/// The end of example 16 of the worked examples, of an item that is made.
#[rstest]
#[tokio::test]
async fn an_item_that_is_made_with_an_unknown_tariff_number_has_none(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    world.keep::<tariff_numbers::Entity>(&[("number", "6104.43")]).await.unwrap();
    let mut coat = simple("Coat", "COAT");
    coat["variants"][0]["inventoryItem"] = json!({ "sku": "COAT", "harmonizedSystemCode": "999999" });
    world.put_product(coat).await;
    assert_eq!(world.sync_products().await.failed, 0);
    assert_eq!(world.product_variants().await[0].tariff_number, "999999", "what the store says is kept");
    assert!(world.item("COAT").await.tariff_number.is_blank());
    assert_eq!(world.all::<tariff_numbers::Entity>().await.len(), 1, "none is made");
}

/// The end of example 16 of the worked examples, of an item that is changed.
#[rstest]
#[tokio::test]
async fn an_unknown_tariff_number_is_left_out_and_none_that_is_there_is_taken_away(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    world.set(&[("shopifyCanUpdateItems", "true")]).await;
    world.keep::<tariff_numbers::Entity>(&[("number", "6104.43")]).await.unwrap();
    let dress = |tariff: &str| {
        let mut dress = simple("Dress", "DRESS");
        dress["variants"][0]["inventoryItem"] = json!({ "sku": "DRESS", "harmonizedSystemCode": tariff });
        dress
    };
    let id = world.put_product(dress("610443")).await;
    world.sync_products().await;
    assert_eq!(world.item("DRESS").await.tariff_number, "6104.43");
    let unknown = dress("999999");
    let all =
        json!({ "title": "Long dress", "productOptions": unknown["productOptions"], "variants": unknown["variants"] });
    world.change_product(id, all).await;
    world.sync_products().await;
    let item = world.item("DRESS").await;
    assert_eq!((item.tariff_number.as_str(), item.description.as_str()), ("6104.43", "Long dress"));
    assert_eq!(world.all::<tariff_numbers::Entity>().await.len(), 1, "none is made");
}

#[rstest]
#[tokio::test]
async fn an_item_has_its_price_and_cost_in_the_companys_own_currency(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    let rate = [
        ("currencyCode", "EUR"),
        ("startingDate", "2020-01-01"),
        ("exchangeRateAmount", "100"),
        ("relationalExchangeRateAmount", "1145.37"),
    ];
    world.keep::<exchange_rate::Entity>(&rate).await.unwrap();
    world.set(&[("currencyCode", "EUR")]).await;
    let mut tent = simple("Tent", "TENT");
    tent["variants"][0]["price"] = "10.00".into();
    tent["variants"][0]["inventoryItem"] = json!({ "sku": "TENT", "cost": "4.00" });
    world.put_product(tent).await;
    assert_eq!(world.sync_products().await.failed, 0);
    let item = world.item("TENT").await;
    assert_eq!((item.unit_price, item.unit_cost), ("114.54".parse().unwrap(), amount("45.81")));
}
