//! On which terms the prices of catalogs are found.

use back_office::prices::line::AmountType;
use back_office::prices::list::{Source, Status};
use back_office::prices::{NewList, NewPrice, add, create_list, set_status};
use back_office::{currencies, customer_discount_groups, customer_price_groups, customers};
use connector::Sync;
use connector::catalogs::SYNC_CATALOG_PRICES;
use connector::products::SYNC_PRODUCTS;
use database::Engine;
use database::testing::start;
use job_queue::Filters;
use rstest::rstest;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use values::Code;
use values::money::{Percent, Price};

use super::shelf::{self, fixed, price_item, sync_catalogs, sync_prices};
use crate::store::graphql;
use crate::world::{World, kari};

/// A price list that holds: for item 1000, what `price` says.
async fn list(world: &World, code: &str, (source, number): (Source, &str), price: NewPrice) {
    let random = world.connector.random();
    let allow_line_discount = source != Source::PriceGroup || price.line_discount_percent.is_zero();
    let new = &NewList {
        price_includes_vat: true,
        vat_business_posting_group_price: Code::cut("DOMESTIC"),
        allow_line_discount,
        ..NewList::new(Code::cut(code), source, Code::cut(number))
    };
    let lines = &[NewPrice { asset_number: Code::cut("1000"), ..price }];
    let write = |tx| async move {
        let list = create_list(&tx, new, start(), random).await?;
        add(&tx, &list.code, lines, start(), random).await?;
        set_status(&tx, list, Status::Active, start()).await
    };
    world.test.db.write(write).await.unwrap();
}

fn discount(percent: i32) -> NewPrice {
    NewPrice { amount_type: AmountType::Discount, line_discount_percent: Percent::from(percent), ..NewPrice::default() }
}

fn price(price: i32) -> NewPrice {
    NewPrice { amount_type: AmountType::Price, unit_price: Price::from(price), ..NewPrice::default() }
}

async fn groups(world: &World) {
    world.keep::<customer_price_groups::Entity>(&[("code", "RETAIL")]).await.unwrap();
    world.keep::<customer_discount_groups::Entity>(&[("code", "GOOD")]).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_catalog_has_the_prices_and_discounts_of_its_groups(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values("company", "market")] kind: &str,
) {
    let world = World::new(engine).await;
    groups(&world).await;
    list(&world, "P1", (Source::PriceGroup, "RETAIL"), price(90)).await;
    list(&world, "D1", (Source::DiscountGroup, "GOOD"), discount(10)).await;
    let prices = if kind == "company" {
        shelf::priced(&world, "Retail", "NOK").await.1
    } else {
        let catalog = shelf::of_market(&world, "Retail", "NOK").await;
        shelf::price_list(&world, &catalog, "NOK").await
    };
    let (_, ids) = shelf::mapped(&world, 1, "1000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Retail").await;
    sync_prices(&world).await;
    let of = |price: &str, before: Option<&str>| vec![(ids[0].clone(), price.to_owned(), before.map(str::to_owned))];
    assert_eq!(fixed(&world, &prices).await, of("100", None), "no group, no discount: the price of the item");

    shelf::set(&world, "Retail", &[("customerDiscountGroup", "GOOD")]).await.unwrap();
    sync_prices(&world).await;
    assert_eq!(fixed(&world, &prices).await, of("90", Some("100")));
    shelf::set(&world, "Retail", &[("customerPriceGroup", "RETAIL")]).await.unwrap();
    sync_prices(&world).await;
    assert_eq!(fixed(&world, &prices).await, of("81", Some("90")), "the group goes before the item's own price");
    shelf::set(&world, "Retail", &[("customerDiscountGroup", "")]).await.unwrap();
    sync_prices(&world).await;
    assert_eq!(fixed(&world, &prices).await, of("90", None), "what it cost before is told no more");
}

/// Of example 20 of the worked examples.
#[rstest]
#[tokio::test]
async fn the_customer_of_a_catalog_goes_before_its_groups(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    groups(&world).await;
    let customer = world.add_customer("ola@example.com").await;
    list(&world, "D1", (Source::DiscountGroup, "GOOD"), discount(30)).await;
    list(&world, "D2", (Source::AllCustomers, ""), discount(0)).await;
    list(&world, "D3", (Source::Customer, customer.as_str()), discount(5)).await;
    let (_, prices) = shelf::priced(&world, "Nord AS", "NOK").await;
    shelf::mapped(&world, 1, "1000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    let fields = [("customerNumber", customer.as_str()), ("customerDiscountGroup", "GOOD")];
    shelf::set(&world, "Nord AS", &fields).await.unwrap();
    sync_prices(&world).await;
    let (_, price, before) = fixed(&world, &prices).await.remove(0);
    assert_eq!((price.as_str(), before.as_deref()), ("95", Some("100")));

    let update = &customers::Entity::update_many()
        .col_expr(customers::Column::AllowLineDiscount, Expr::value(false))
        .filter(customers::Column::Number.eq(customer.clone()));
    let write = |tx| async move { Ok::<_, back_office::Error>(update.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
    sync_prices(&world).await;
    let (_, price, before) = fixed(&world, &prices).await.remove(0);
    assert_eq!((price.as_str(), before), ("100", None), "the customer is given no discounts on lines");
}

#[rstest]
#[tokio::test]
async fn prices_go_out_in_the_currency_of_the_list_and_round_to_its_amounts(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let rate = [
        ("currencyCode", "EUR"),
        ("startingDate", "2020-01-01"),
        ("exchangeRateAmount", "100"),
        ("relationalExchangeRateAmount", "1150"),
    ];
    world.keep::<currencies::exchange_rate::Entity>(&rate).await.unwrap();
    let (_, prices) = shelf::priced(&world, "Export", "EUR").await;
    shelf::mapped(&world, 1, "1000").await;
    price_item(&world, "1000", 100).await;
    sync_catalogs(&world).await;
    assert_eq!(shelf::catalogs(&world).await[0].currency_code.as_str(), "EUR");
    shelf::turn_on(&world, "Export").await;
    sync_prices(&world).await;
    let (_, price, before) = fixed(&world, &prices).await.remove(0);
    assert_eq!((price.as_str(), before), ("8.7", None), "100 / 11.50 is 8.69565, and no price before it is told");
}

#[rstest]
#[tokio::test]
async fn a_blocked_item_keeps_the_price_that_it_has(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    use back_office::items::{Column, Entity};
    let world = World::new(engine).await;
    let (_, prices) = shelf::priced(&world, "Nord AS", "NOK").await;
    shelf::mapped(&world, 1, "1000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    sync_prices(&world).await;
    price_item(&world, "1000", 200).await;
    let update = &Entity::update_many().col_expr(Column::Blocked, Expr::value(true)).filter(Column::Number.eq("1000"));
    let write = |tx| async move { Ok::<_, back_office::Error>(update.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
    let summary = sync_prices(&world).await;
    assert_eq!((summary.updated, summary.skipped), (0, 0));
    assert_eq!(fixed(&world, &prices).await[0].1, "100");
}

#[rstest]
#[tokio::test]
async fn the_day_decides_in_catalogs_as_well(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let until = NewPrice { ending_date: Some("2026-03-31".parse().unwrap()), ..discount(50) };
    list(&world, "D1", (Source::AllCustomers, ""), until).await;
    let from = NewPrice { starting_date: Some("2026-04-01".parse().unwrap()), ..discount(20) };
    list(&world, "D2", (Source::AllCustomers, ""), from).await;
    let (_, prices) = shelf::priced(&world, "Nord AS", "NOK").await;
    shelf::mapped(&world, 1, "1000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    for price in ["50", "80"] {
        assert_eq!(sync_prices(&world).await.updated, 1);
        let (_, told, before) = fixed(&world, &prices).await.remove(0);
        assert_eq!((told.as_str(), before.as_deref()), (price, Some("100")));
        world.advance(40 * 24 * 60);
    }
}

/// One worker does both, in turns: neither leaves its customer behind to the other.
#[rstest]
#[tokio::test]
async fn a_catalog_and_its_shop_sell_on_terms_of_their_own(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    groups(&world).await;
    let fields =
        [("pricesIncludingVat", "true"), ("vatBusPostingGroup", "DOMESTIC"), ("customerDiscountGroup", "GOOD")];
    world.set(&fields).await;
    let customer = world.add_customer("ola@example.com").await;
    list(&world, "D1", (Source::Customer, customer.as_str()), discount(5)).await;
    list(&world, "D2", (Source::DiscountGroup, "GOOD"), discount(10)).await;
    let (_, prices) = shelf::priced(&world, "Nord AS", "NOK").await;
    let (_, ids) = shelf::mapped(&world, 1, "1000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    shelf::set(&world, "Nord AS", &[("customerNumber", customer.as_str())]).await.unwrap();
    for (item_price, of_catalog, of_shop) in [(200, "190", "180.00"), (400, "380", "360.00")] {
        price_item(&world, "1000", item_price).await;
        let catalogs = world.sync(SYNC_CATALOG_PRICES, Filters::new());
        let products = Sync { options: json!({ "onlySyncPrices": true }), ..world.sync(SYNC_PRODUCTS, Filters::new()) };
        for task in [&products, &catalogs, &products, &catalogs] {
            connector::sync(&world.connector, &world.queue, &kari(), task).await.unwrap();
            world.work().await;
        }
        assert_eq!(fixed(&world, &prices).await[0].1, of_catalog);
        let document = "query($id: ID!) { productVariant(id: $id) { price } }";
        let told = graphql(&world.store, document, json!({ "id": ids[0] })).await;
        assert_eq!(told["productVariant"]["price"], of_shop);
    }
}
