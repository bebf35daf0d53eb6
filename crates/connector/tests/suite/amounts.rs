//! Worked examples, from the order to the sales order, to the cent.

use back_office::currencies::{self, exchange_rate};
use connector::shops;
use database::Engine;
use rstest::rstest;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use values::money::Amount;

use crate::store::{self, kroner, line, order, with};
use crate::world::{World, decimal};

fn amounts(order: &back_office::sales::header::Model) -> (Decimal, Decimal, Decimal) {
    (order.amount.decimal(), order.vat_amount.decimal(), order.amount_including_vat.decimal())
}

fn expected(net: &str, vat: &str, gross: &str) -> (Decimal, Decimal, Decimal) {
    (decimal(net), decimal(vat), decimal(gross))
}

async fn only_document(world: &World) -> back_office::sales::header::Model {
    world.sync_orders().await;
    let summary = world.create_sales_orders().await;
    assert_eq!((summary.created, summary.skipped, summary.failed), (1, 0, 0), "{:?}", world.skipped().await);
    world.sales_orders().await.remove(0)
}

#[rstest]
#[tokio::test]
async fn tax_in_the_price(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 2, "125.00")])).await;
    let document = only_document(&world).await;
    assert!(document.prices_including_vat);
    assert_eq!(amounts(&document), expected("200", "50", "250"));
}

#[rstest]
#[tokio::test]
async fn tax_on_top_of_the_price(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.add_vat("EIGHT", 8, "6108").await;
    world.add_items(&[("4000", "EIGHT")]).await;
    let tax = json!([{ "title": "Tax", "rate": "0.08", "priceSet": kroner("4.80") }]);
    let goods = with(line("4000", 3, "19.99"), json!({ "taxLines": tax }));
    store::place(&world.store, with(order(vec![goods]), json!({ "taxesIncluded": false }))).await;
    let document = only_document(&world).await;
    assert!(!document.prices_including_vat);
    assert_eq!(amounts(&document), expected("59.97", "4.8", "64.77"));
    assert_eq!(world.staged().await[0].total_amount, "64.77".parse().unwrap());
}

#[rstest]
#[tokio::test]
async fn a_discount_on_the_order_is_spread_over_its_lines(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let discount = json!({ "itemFixedDiscountCode": { "code": "SAVE25", "amountSet": kroner("25.00") } });
    let lines = vec![line("3000", 2, "50.00"), line("3000", 1, "60.00")];
    store::place(&world.store, with(order(lines), json!({ "discountCode": discount }))).await;
    let document = only_document(&world).await;
    assert_eq!(amounts(&document), expected("135", "0", "135"));
    assert!(document.invoice_discount_amount.is_zero(), "every part of it belongs to a line");
    let discounts: Amount = world.sales_lines(&document).await.iter().map(|line| line.line_discount_amount).sum();
    assert_eq!(discounts, 25.into());
    let staged = &world.staged().await[0];
    assert_eq!((staged.discount_code.as_str(), staged.discount_codes.as_str()), ("SAVE25", "SAVE25"));
}

#[rstest]
#[tokio::test]
async fn shipping_with_tax(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.add_vat("TEN", 10, "6110").await;
    world.add_items(&[("5000", "TEN")]).await;
    world.set(&[("shippingChargesAccount", "6110")]).await;
    let tax = |amount: &str| json!([{ "title": "Tax", "rate": "0.10", "priceSet": kroner(amount) }]);
    let goods = with(line("5000", 1, "100.00"), json!({ "taxLines": tax("10.00") }));
    let shipping = json!([{ "title": "Standard", "priceSet": kroner("10.00"), "taxLines": tax("1.00") }]);
    let fields = json!({ "taxesIncluded": false, "shippingLines": shipping });
    store::place(&world.store, with(order(vec![goods]), fields)).await;
    let document = only_document(&world).await;
    assert_eq!(amounts(&document), expected("110", "11", "121"));
    let lines = world.sales_lines(&document).await;
    let told: Vec<_> = lines.iter().map(|line| (line.number.to_string(), line.description.clone())).collect();
    let expected = [("5000", "Item 5000"), ("6110", "Standard")];
    assert_eq!(told, expected.map(|(number, text)| (number.to_owned(), text.to_owned())));
    assert_eq!(world.staged().await[0].total_amount, 121.into());
}

#[rstest]
#[case("Shop Currency", "", "707.75")]
#[case("Presentment Currency", "EUR", "95")]
#[tokio::test]
async fn the_document_is_in_shop_or_in_presentment_money(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] handling: &str,
    #[case] currency: &str,
    #[case] total: &str,
) {
    let world = World::in_currency(engine, "DKK").await;
    world.set(&[("currencyHandling", handling), ("currencyCode", "")]).await;
    store::place(&world.store, in_kroner_and_euros()).await;
    let document = only_document(&world).await;
    assert_eq!((document.currency_code.as_str(), document.amount_including_vat.decimal()), (currency, decimal(total)));
    assert_eq!(world.staged().await[0].processed_currency_handling.caption(), handling);
}

#[rstest]
#[tokio::test]
async fn the_currency_of_a_document_is_found_by_its_iso_code(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::in_currency(engine, "DKK").await;
    world.set(&[("currencyHandling", "Presentment Currency"), ("currencyCode", "")]).await;
    world.remove::<currencies::Entity>(|currency| currency.code == "EUR").await.unwrap();
    store::place(&world.store, in_kroner_and_euros()).await;
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 0);
    let skipped = world.skipped().await.remove(0);
    assert_eq!(skipped.cause, "The currency EUR is not set up.");
    assert!(skipped.remedy.contains("on the page Currencies"), "{}", skipped.remedy);

    let euro = [("code", "EURO"), ("isoCode", "EUR"), ("displayName", "Euro")];
    world.keep::<currencies::Entity>(&euro).await.unwrap();
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await[0].currency_code, "EURO");
}

#[rstest]
#[case::the_first_of_several(&[("EURO2", "EUR"), ("EURO1", "EUR")], "EURO1")]
#[case::by_its_iso_code_before_its_code(&[("EUR", "XEU"), ("MONEY", "EUR")], "MONEY")]
#[case::by_its_code_where_it_has_no_iso_code(&[("EUR", "")], "EUR")]
#[tokio::test]
async fn of_several_currencies_the_first_that_has_the_iso_code_is_that_of_a_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] kept: &[(&str, &str)],
    #[case] expected: &str,
) {
    let world = World::in_currency(engine, "DKK").await;
    world.set(&[("currencyHandling", "Presentment Currency"), ("currencyCode", "")]).await;
    world.remove::<currencies::Entity>(|currency| currency.code == "EUR").await.unwrap();
    for &(code, iso_code) in kept {
        world.keep::<currencies::Entity>(&[("code", code), ("isoCode", iso_code)]).await.unwrap();
    }
    store::place(&world.store, in_kroner_and_euros()).await;
    assert_eq!(only_document(&world).await.currency_code, expected);
}

#[rstest]
#[tokio::test]
async fn the_shop_cards_currency_is_that_of_the_order_by_its_iso_code(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::in_currency(engine, "DKK").await;
    world.remove::<exchange_rate::Entity>(|rate| rate.currency_code == "NOK").await.unwrap();
    world.remove::<currencies::Entity>(|currency| currency.code == "NOK").await.unwrap();
    world.keep::<currencies::Entity>(&[("code", "KRONE"), ("isoCode", "NOK")]).await.unwrap();
    let worth = [
        ("currencyCode", "KRONE"),
        ("startingDate", "2020-01-01"),
        ("exchangeRateAmount", "100"),
        ("relationalExchangeRateAmount", "65"),
    ];
    world.keep::<exchange_rate::Entity>(&worth).await.unwrap();
    world.set(&[("currencyCode", "KRONE")]).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    assert_eq!(only_document(&world).await.currency_code, "KRONE");

    world.add_shop("OTHER").await;
    let cards = world.all::<shops::Entity>().await;
    assert!(cards.len() == 2 && cards.iter().all(|card| card.currency_code == "KRONE"), "it is chosen by itself, too");
}

/// An order that is sold in the one currency, and bought in the other.
fn in_kroner_and_euros() -> Value {
    let both = |shop: &str, presentment: &str| {
        json!({
            "shopMoney": { "amount": shop, "currencyCode": "DKK" },
            "presentmentMoney": { "amount": presentment, "currencyCode": "EUR" },
        })
    };
    let goods = with(line("1000", 1, "0"), json!({ "priceSet": both("745.00", "100.00") }));
    let fields = json!({
        "currency": "DKK",
        "presentmentCurrency": "EUR",
        "shippingLines": [{ "title": "Standard", "priceSet": both("37.25", "5.00") }],
        "discountCode": {
            "itemFixedDiscountCode": { "code": "TEN", "amountSet": both("74.50", "10.00") },
        },
    });
    with(order(vec![goods]), fields)
}
