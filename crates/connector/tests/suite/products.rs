//! Products come from the store: read whole, staged as Shopify said them, and taken away when the store has them no more.

use chrono::TimeDelta;
use connector::products::SYNC_PRODUCTS;
use connector::products::options::{InventoryPolicy, ProductStatus, WeightUnit};
use connector::products::staged::{product as product_row, variant as variant_row};
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::json;

use crate::store::{self, order};
use crate::world::World;
use crate::world::shelf::{crossed, product, simple, sized, variant};

#[rstest]
#[tokio::test]
async fn nothing_is_asked_where_products_go_neither_way(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.put_product(simple("Tent", "TENT")).await;
    world.forget_calls();
    let summary = world.sync_products().await;
    assert_eq!((summary.fetched, summary.calls), (0, 0));
    assert_eq!(world.products().await, []);
}

#[rstest]
#[tokio::test]
async fn a_product_is_staged_as_shopify_said_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    let shirt = sized("Shirt", "Size", &[("S", "SHIRT-S"), ("M", "SHIRT-M")]);
    let mut shirt = product(
        shirt,
        json!({ "vendor": "Weaver", "productType": "Shirts", "tags": ["wool", "blue"], "descriptionHtml": "<p>Soft.</p>" }),
    );
    shirt["variants"][1] = json!({
        "barcode": "590123", "price": "349.90", "compareAtPrice": "399", "inventoryPolicy": "DENY", "taxable": false,
        "optionValues": [{ "optionName": "Size", "name": "M" }],
        "inventoryItem": {
            "sku": "SHIRT-M", "cost": "120.5", "tracked": true, "requiresShipping": true,
            "harmonizedSystemCode": "610443", "countryCodeOfOrigin": "NO",
            "measurement": { "weight": { "value": 0.25, "unit": "KILOGRAMS" } },
        },
    });
    let id = world.put_product(shirt).await;
    world.forget_calls();
    let summary = world.sync_products().await;
    assert_eq!((summary.fetched, summary.created, summary.failed), (1, 1, 0));
    assert_eq!((summary.calls, summary.points), world.calls());
    assert_eq!(summary.calls, 1);

    let [staged] = &world.products().await[..] else { panic!("one product is staged") };
    assert_eq!((staged.shopify_product_id, staged.title.as_str(), staged.status), (id, "Shirt", ProductStatus::Active));
    assert_eq!(
        (staged.vendor.as_str(), staged.product_type.as_str(), staged.tags.as_str()),
        ("Weaver", "Shirts", "blue,wool")
    );
    assert_eq!((staged.description_html.as_str(), staged.has_variants), ("<p>Soft.</p>", true));
    let [small, medium] = &world.product_variants().await[..] else { panic!("two variants are staged") };
    assert_eq!((small.position, small.sku.as_str(), small.variant_title.as_str()), (1, "SHIRT-S", "S"));
    assert_eq!((medium.title.as_str(), medium.display_name.as_str()), ("Shirt", "Shirt - M"));
    assert_eq!((medium.option1_name.as_str(), medium.option1_value.as_str()), ("Size", "M"));
    let money = [medium.price, medium.compare_at_price, medium.unit_cost].map(|price| price.to_string());
    assert_eq!(money, ["349.9", "399", "120.5"]);
    assert_eq!((medium.barcode.as_str(), medium.tariff_number.as_str()), ("590123", "610443"));
    assert_eq!((medium.country_region_of_origin_code.as_str(), medium.tracked, medium.taxable), ("NO", true, false));
    assert_eq!(medium.inventory_policy, InventoryPolicy::Deny);
    assert_eq!((medium.weight.to_string().as_str(), medium.weight_unit), ("0.25", WeightUnit::Kilograms));

    let again = world.sync_products().await;
    assert_eq!(
        (again.fetched, again.unchanged, again.updated, again.calls),
        (1, 1, 0, 1),
        "what is read again is unchanged"
    );
}

#[rstest]
#[tokio::test]
async fn what_changed_is_read_again_and_nothing_else(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    let tent = world.put_product(simple("Tent", "TENT")).await;
    world.advance(10);
    world.put_product(simple("Stove", "STOVE")).await;
    world.sync_products().await;
    world.advance(10);
    world.change_product(tent, json!({ "title": "Large tent" })).await;
    let summary = world.sync_products().await;
    assert_eq!((summary.updated, summary.created), (1, 0));
    assert!(summary.fetched <= 2, "{summary:?}");
    assert_eq!(world.products().await[0].title, "Large tent");
    assert_eq!(world.product_variants().await[0].title, "Large tent", "its variants are called so, too");
}

#[rstest]
#[tokio::test]
async fn where_nothing_has_changed_one_call_tells_so(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    world.put_product(simple("Tent", "TENT")).await;
    world.put_product(simple("Stove", "STOVE")).await;
    world.sync_products().await;
    world.forget_calls();
    let again = world.sync_products().await;
    assert_eq!((again.created, again.updated, again.failed, again.calls), (0, 0, 0, 1));
    let asked: Vec<_> = world.store.handle().journal().iter().map(|entry| entry.kind).collect();
    assert_eq!(asked, ["query"], "as the store has counted it");
}

#[rstest]
#[tokio::test]
async fn gift_cards_are_no_goods(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    world.put_product(simple("Tent", "TENT")).await;
    let card = world.put_product(product(simple("Gift card", "GIFT"), json!({ "giftCard": true }))).await;
    assert_eq!(world.sync_products().await.fetched, 1);
    world.sync_named(&[card]).await;
    assert_eq!(world.products().await.len(), 1, "not even when someone names one");
}

/// What the first page has not, is read: with more than one page of variants, and of the right product.
#[rstest]
#[tokio::test]
async fn a_product_with_hundreds_of_variants_has_all_of_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    world.put_product(crossed("Boot", "BOOT", 26, 20)).await;
    world.put_product(simple("Tent", "TENT")).await;
    world.forget_calls();
    let summary = world.sync_products().await;
    assert_eq!((summary.created, summary.calls), (2, 4), "a page, the first 250 variants, and two pages more");
    let variants = world.product_variants().await;
    assert_eq!(variants.len(), 521);
    let skus: std::collections::HashSet<_> = variants.iter().map(|variant| variant.sku.as_str()).collect();
    assert_eq!(skus.len(), 521, "none is there twice");
    assert_eq!(world.sync_products().await.unchanged, 2);
}

#[rstest]
#[tokio::test]
async fn a_variant_that_a_product_has_no_more_is_taken_away(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    let id = world.put_product(sized("Shirt", "Size", &[("S", "S1"), ("M", "M1"), ("L", "L1")])).await;
    world.sync_products().await;
    let fewer = sized("Shirt", "Size", &[("S", "S1"), ("L", "L1")]);
    world.change_product(id, json!({ "productOptions": fewer["productOptions"], "variants": fewer["variants"] })).await;
    assert_eq!(world.sync_products().await.updated, 1);
    let skus: Vec<_> = world.product_variants().await.into_iter().map(|variant| variant.sku).collect();
    assert_eq!(skus, ["S1", "L1"]);
}

#[rstest]
#[tokio::test]
async fn a_product_that_the_store_has_no_more_is_taken_away(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    world.put_product(simple("Tent", "TENT")).await;
    world.sync_products().await;
    // One that was staged once, and is gone since.
    let mut gone = world.products().await.remove(0);
    (gone.id, gone.shopify_product_id) = (uuid::Uuid::from_u128(99), 99);
    world.insert::<product_row::ActiveModel, _>(gone).await;
    world.forget_calls();
    let summary = world.sync_products().await;
    assert_eq!((summary.updated, summary.unchanged), (1, 1));
    assert_eq!(world.products().await.len(), 1);
    let told =
        "the ids of all are read once more products are staged than there are, and then what is missing by its id";
    assert_eq!(world.calls().0, 3, "{told}");
    assert_eq!(world.sync_products().await.calls, 1);
}

/// Example 21 of the worked examples.
#[rstest]
#[tokio::test]
async fn what_was_sent_from_here_is_not_overwritten_by_what_is_older(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    let id = world.put_product(sized("Shirt", "Size", &[("S", "S1"), ("M", "M1")])).await;
    world.sync_products().await;
    let newer = world.product_variants().await.remove(0);
    let later = newer.updated_at + TimeDelta::days(1);
    world
        .rewrite::<variant_row::ActiveModel, _>(variant_row::Model { price: 77.into(), updated_at: later, ..newer })
        .await;
    world.change_product(id, json!({ "title": "Blouse" })).await;
    world.sync_products().await;
    let variants = world.product_variants().await;
    assert_eq!((variants[0].price, variants[0].title.as_str()), (77.into(), "Shirt"), "a newer variant is left alone");
    assert_eq!(variants[1].title, "Blouse");

    let staged = world.products().await.remove(0);
    let later = staged.updated_at + TimeDelta::days(2);
    world
        .rewrite::<product_row::ActiveModel, _>(product_row::Model {
            title: "Ours".into(),
            updated_at: later,
            ..staged
        })
        .await;
    world.change_product(id, json!({ "title": "Theirs" })).await;
    assert_eq!(world.sync_products().await.unchanged, 1);
    assert_eq!(world.products().await[0].title, "Ours", "a newer product is neither changed nor taken away");
}

/// The second half of example 21, and of the fourth of what must not happen again.
#[rstest]
#[tokio::test]
async fn what_could_not_be_read_is_read_by_its_id_and_what_is_gone_is_taken_away(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    let id = world.put_product(simple("Tent", "TENT")).await;
    world.sync_products().await;
    let staged = world.products().await.remove(0);
    let failed = |row: product_row::Model| product_row::Model {
        has_error: true,
        error_message: "It was not readable.".into(),
        content_hash: String::new(),
        ..row
    };
    world
        .insert::<product_row::ActiveModel, _>(failed(product_row::Model {
            id: uuid::Uuid::from_u128(98),
            shopify_product_id: 98,
            ..staged.clone()
        }))
        .await;
    world.rewrite::<product_row::ActiveModel, _>(failed(staged)).await;
    // What changed last is far behind the watermark.
    world.advance(60);
    world.put_product(simple("Stove", "STOVE")).await;
    world.sync_products().await;
    let products = world.products().await;
    assert_eq!(products.len(), 2, "98 is gone, and the stove is new");
    let tent = products.iter().find(|product| product.shopify_product_id == id).unwrap();
    assert!(!tent.has_error && tent.error_message.is_empty() && !tent.content_hash.is_empty(), "{tent:?}");
}

#[rstest]
#[tokio::test]
async fn a_variant_that_an_order_has_named_keeps_its_item_when_its_product_is_read(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let document = "{ productVariants(first: 1) { nodes { id } } }";
    world.put_product(simple("Tent", "1000")).await;
    let found = store::graphql(&world.store, document, json!({})).await;
    let sold = json!({ "variantId": found["productVariants"]["nodes"][0]["id"], "quantity": 1 });
    store::place(&world.store, order(vec![sold])).await;
    world.sync_orders().await;
    assert_eq!(world.mapped().await, ["1000"]);
    world.taking_products("Bar Code").await;
    world.sync_products().await;
    let [variant] = &world.product_variants().await[..] else { panic!("it is there once") };
    assert_eq!((variant.item_number.as_str(), variant.position), ("1000", 1));
    assert_eq!(world.products().await[0].item_number, "1000", "so the product is that item");
}

#[rstest]
#[tokio::test]
async fn the_number_of_records_ends_a_run_and_the_next_goes_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    for title in ["A", "B", "C"] {
        world.put_product(simple(title, title)).await;
        world.advance(10);
    }
    let mut few = world.sync(SYNC_PRODUCTS, Filters::new());
    few.options = json!({ "numberOfRecords": 2 });
    connector::sync(&world.connector, &world.queue, &crate::world::kari(), &few).await.unwrap();
    world.work().await;
    assert_eq!(world.products().await.len(), 2);
    assert_eq!(world.sync_products().await.created, 1);
}

#[rstest]
#[tokio::test]
async fn a_title_of_any_length_is_staged_whole(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    let title = "Ø".repeat(255);
    world.put_product(simple(&title, "LONG")).await;
    world
        .put_product(json!({
            "title": "Rope", "productOptions": [{ "name": "Title", "values": [{ "name": "Default Title" }] }],
            "variants": [variant("", "0", &[("Title", "Default Title")])],
        }))
        .await;
    assert_eq!(world.sync_products().await.failed, 0);
    assert_eq!(world.products().await[0].title, title);
}

#[rstest]
#[tokio::test]
async fn products_that_are_named_are_read_whichever_way_products_go(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    let tent = world.put_product(simple("Tent", "TENT")).await;
    world.set(&[("syncItem", "To Shopify")]).await;
    assert_eq!(world.sync_named(&[tent, tent]).await.fetched, 1, "once, however often it is named");
    assert_eq!(world.products().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn products_that_a_filter_lets_through_are_read_again_and_no_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    let of = |vendor: &str| json!({ "vendor": vendor });
    let tent = world.put_product(product(simple("Tent", "TENT"), of("Weaver"))).await;
    let stove = world.put_product(product(simple("Stove", "STOVE"), of("Smith"))).await;
    world.sync_products().await;
    world.advance(5);
    for id in [tent, stove] {
        world.change_product(id, json!({ "title": "Another" })).await;
    }
    let run =
        async |vendor: &str| world.run_with(SYNC_PRODUCTS, Filters::new().with("ShopifyProduct.vendor", vendor)).await;
    assert_eq!(run("Potter").await.calls, 0);
    assert_eq!(run("Weaver").await.updated, 1);
    let titles = async || world.products().await.into_iter().map(|one| one.title).collect::<Vec<_>>();
    assert_eq!(titles().await, ["Another", "Stove"]);
    // A filter chooses; the way is that of the shop card.
    world.set(&[("syncItem", "")]).await;
    assert_eq!(run("Smith").await.fetched, 0);
    assert_eq!(titles().await, ["Another", "Stove"]);
}
