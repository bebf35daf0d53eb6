//! Whether the VAT of documents would be that of their orders, and the rows of the EU's one-stop shop.

use back_office::vat::oss::{Basis, Made};
use back_office::{company, customers};
use connector::customers::countries;
use connector::mappings::tax_area;
use connector::vat_check::{self, Reason, Subject};
use database::Engine;
use rstest::rstest;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;
use values::Code;

use crate::store::{self, kroner, line, order, with};
use crate::world::{SHOP, World, kari};

/// A shop whose unknown buyers become customers at home, of a company in Norway.
async fn world(engine: Engine) -> World {
    let world = World::new(engine).await;
    world.set(&[("autoCreateUnknownCustomers", "true"), ("customerTemplateCode", "DOMESTIC")]).await;
    in_norway(&world).await;
    world
}

/// The company is in Norway.
pub async fn in_norway(world: &World) {
    let write = |tx| async move {
        let country = company::Column::CountryRegionCode;
        company::Entity::update_many().col_expr(country, Expr::value("NO")).exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
}

/// Sells one of `sku` to a buyer of a country, at that rate, with shipping at the same. Gives the order's id.
async fn sell(world: &World, sku: &str, country: &str, rate: &str) -> String {
    let tax = |price: &str| json!([{ "title": "VAT", "rate": rate, "priceSet": kroner(price) }]);
    let (goods, shipping): (Value, Value) = if rate == "0" {
        (line(sku, 1, "100.00"), json!([{ "title": "Standard", "priceSet": kroner("50.00") }]))
    } else {
        (
            with(line(sku, 1, "100.00"), json!({ "taxLines": tax("16.00") })),
            json!([{ "title": "Standard", "priceSet": kroner("50.00"), "taxLines": tax("8.00") }]),
        )
    };
    let address = json!({ "firstName": "Greta", "lastName": country, "address1": "1", "city": "Town",
        "countryCode": country });
    let email = format!("greta@{}.example.com", country.to_lowercase());
    let placed = with(
        order(vec![goods]),
        json!({
            "shippingAddress": address,
            "billingAddress": address,
            "shippingLines": shipping,
            "customer": { "toUpsert": { "email": email, "firstName": "Greta", "lastName": country } },
        }),
    );
    store::place(&world.store, placed).await
}

#[rstest]
#[tokio::test]
async fn a_rate_that_differs_is_found_by_country_and_agrees_once_the_one_stop_shop_is_set_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "1000", "NO", "0.25").await;
    sell(&world, "1000", "DE", "0.19").await;
    sell(&world, "2000", "DE", "0.19").await;
    world.sync_orders().await;

    let seen = vat_check::check(&world.connector, SHOP).await.unwrap();
    let countries: Vec<_> =
        seen.countries.iter().map(|country| (country.country.as_str(), country.lines, country.agree)).collect();
    assert_eq!(countries, [("DE", 4, 0), ("NO", 2, 2)]);
    let found: Vec<_> = seen
        .findings
        .iter()
        .map(|finding| (finding.subject, finding.reason, finding.shopify_percent.to_string(), finding.lines))
        .collect();
    assert_eq!(
        found,
        [(Subject::Goods, Reason::Rate, "19".to_owned(), 2), (Subject::Shipping, Reason::Rate, "19".to_owned(), 2)]
    );
    let sentence = seen.findings[0].sentence();
    assert!(sentence.starts_with("DE: Shopify charged 19 % on goods (order #"), "{sentence}");
    assert!(sentence.contains("the VAT Posting Setup of DOMESTIC and HIGH says 25 %"), "{sentence}");

    let plan = vat_check::preview(&world.connector, SHOP, false).await.unwrap();
    assert_eq!(plan.countries.len(), 1, "Norway is at home, and not in the union");
    let germany = &plan.countries[0];
    assert_eq!((germany.group.as_str(), germany.is_new, germany.customers), ("OSS-DE", true, 1));
    let rows: Vec<_> = germany
        .rows
        .iter()
        .map(|row| (row.product_group.as_str(), row.percent.map(|percent| percent.to_string()), row.basis))
        .collect();
    assert_eq!(
        rows,
        [
            ("HIGH", Some("19".to_owned()), Basis::Standard),
            ("MEDIUM", None, Basis::Unknown),
            ("ZERO", Some("0".to_owned()), Basis::Zero),
        ]
    );

    let made = vat_check::create(&world.connector, &kari(), SHOP, false).await.unwrap();
    assert_eq!(made, Made { groups: 1, rows: 2, templates: 1, customers: 1 });
    let seen = vat_check::check(&world.connector, SHOP).await.unwrap();
    assert!(seen.findings.is_empty(), "{:?}", seen.findings);
    let countries = world.all::<countries::Entity>().await;
    let germany = countries.iter().find(|country| country.country_region_code == *"DE").unwrap();
    assert_eq!(germany.customer_template_code.as_str(), "OSS-DE", "new buyers there are made from it");
    let again = vat_check::create(&world.connector, &kari(), SHOP, false).await.unwrap();
    assert_eq!(again, Made::default(), "what is there stays");
}

#[rstest]
#[tokio::test]
async fn a_reduced_rate_is_taken_from_what_orders_have_shown(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.add_items(&[("4000", "MEDIUM")]).await;
    sell(&world, "4000", "SE", "0.12").await;
    world.sync_orders().await;
    let plan = vat_check::preview(&world.connector, SHOP, false).await.unwrap();
    let food = plan.countries[0].rows.iter().find(|row| row.product_group == *"MEDIUM").unwrap();
    assert_eq!((food.percent.map(|percent| percent.to_string()).as_deref(), food.basis), (Some("12"), Basis::Orders));
}

#[rstest]
#[tokio::test]
async fn what_bears_no_vat_at_home_bears_there_what_orders_have_borne(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "3000", "DE", "0.07").await;
    world.sync_orders().await;
    let plan = vat_check::preview(&world.connector, SHOP, false).await.unwrap();
    let books = plan.countries[0].rows.iter().find(|row| row.product_group == *"ZERO").unwrap();
    assert_eq!((books.percent.map(|percent| percent.to_string()).as_deref(), books.basis), (Some("7"), Basis::Orders));
}

#[rstest]
#[tokio::test]
async fn orders_that_wait_are_compared_with_the_customer_whom_they_would_have(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    sell(&world, "1000", "US", "0").await;
    world.sync_orders().await;
    assert!(world.staged().await.iter().all(|order| order.sell_to_customer_number.is_blank()), "nobody knows her");
    let home = world.all::<customers::Entity>().await.remove(0).number;
    world.set(&[("customerTemplateCode", "EXPORT"), ("defaultCustomerNumber", home.as_str())]).await;
    let agree = async || vat_check::check(&world.connector, SHOP).await.unwrap().countries[0].agree;
    assert_eq!(agree().await, 0, "the shop makes no customers: it is the default one, at home");
    world.set(&[("autoCreateUnknownCustomers", "true")]).await;
    assert_eq!(agree().await, 2, "she would be one abroad");
    stands_for(&world, "US", &home).await;
    assert_eq!(agree().await, 0, "one stands for all buyers of the country");
}

#[rstest]
#[tokio::test]
async fn companies_are_compared_with_the_default_company_and_provinces_with_their_group(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("customerTemplateCode", "DOMESTIC")]).await;
    let id = sell(&world, "1000", "US", "0").await;
    store::make_special(&world.store, &id, json!({ "company": { "name": "Fjellheim AS", "location": "Voss" } })).await;
    world.sync_orders().await;
    let agree = async || vat_check::check(&world.connector, SHOP).await.unwrap().countries[0].agree;
    assert_eq!(agree().await, 0, "a company would be one at home");
    let abroad = world.all::<customers::Entity>().await.remove(0);
    let group = customers::Change { vat_business_posting_group: Some(Code::cut("EXPORT")), ..Default::default() };
    crate::customers::change(&world, &abroad.number, group).await;
    world.set(&[("defaultCustomerNumber", abroad.number.as_str())]).await;
    assert_eq!(agree().await, 0, "the default customer stands for persons");
    world.set(&[("defaultCustomerNumber", ""), ("defaultCompanyNumber", abroad.number.as_str())]).await;
    assert_eq!(agree().await, 2, "and the default company for companies");
    world.set(&[("defaultCompanyNumber", "")]).await;
    assert_eq!(agree().await, 0, "a company would be one at home");
    let place = tax_area::Model {
        id: Uuid::from_u128(7),
        country_region_code: Code::cut("US"),
        county: String::new(),
        county_code: Code::blank(),
        tax_area_code: Code::blank(),
        tax_liable: false,
        vat_bus_posting_group: Code::cut("EXPORT"),
    };
    world.insert::<tax_area::ActiveModel, _>(place).await;
    assert_eq!(agree().await, 2, "one that is made has the group of its place");
}

#[rstest]
#[tokio::test]
async fn a_company_of_another_state_is_registered_where_it_was_charged_no_vat_and_else_a_consumer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("customerTemplateCode", "DOMESTIC")]).await;
    in_norway(&world).await;
    for (rate, name) in [("0.19", "Klein GmbH"), ("0", "Gross GmbH")] {
        let id = sell(&world, "1000", "DE", rate).await;
        store::make_special(&world.store, &id, json!({ "company": { "name": name, "location": "Berlin" } })).await;
    }
    world.sync_orders().await;
    world.set(&[("autoCreateUnknownCompanies", "true")]).await;
    let plan = vat_check::preview(&world.connector, SHOP, false).await.unwrap();
    assert!(plan.registered.is_some(), "companies may buy");
    vat_check::create(&world.connector, &kari(), SHOP, false).await.unwrap();
    let seen = vat_check::check(&world.connector, SHOP).await.unwrap();
    assert!(seen.findings.is_empty(), "{:?}", seen.findings);
    assert_eq!((seen.countries[0].lines, seen.countries[0].agree), (4, 4));
}

#[rstest]
#[tokio::test]
async fn states_to_which_the_store_sends_are_named_until_something_was_sold_there_or_is_set_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let others = |tx: database::Tx| async move {
        let column = countries::Column::CountryRegionCode;
        countries::Entity::delete_many().filter(column.is_not_in(["DE", "NO", "SE"])).exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(others).await.unwrap();
    let sends_to = async || vat_check::check(&world.connector, SHOP).await.unwrap().sends_to;
    assert_eq!(sends_to().await, ["DE", "SE"].map(Code::<20>::cut), "Norway is not in the union");
    sell(&world, "1000", "DE", "0.19").await;
    world.sync_orders().await;
    assert_eq!(sends_to().await, [Code::<20>::cut("SE")]);
    vat_check::create(&world.connector, &kari(), SHOP, true).await.unwrap();
    assert!(sends_to().await.is_empty());
}

/// From now on a customer stands for all buyers of a country.
async fn stands_for(world: &World, country: &str, customer: &Code<20>) {
    let write = |tx: database::Tx| async move {
        let done = countries::Entity::update_many()
            .col_expr(countries::Column::DefaultCustomerNumber, Expr::value(customer.clone()))
            .filter(countries::Column::CountryRegionCode.eq(country))
            .exec(&tx)
            .await?;
        database::Result::<_>::Ok(done.rows_affected)
    };
    assert_eq!(world.test.db.write(write).await.unwrap(), 1);
}

#[rstest]
#[tokio::test]
async fn what_was_sold_abroad_without_vat_agrees_with_the_group_of_customers_abroad(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.set(&[("customerTemplateCode", "EXPORT")]).await;
    sell(&world, "1000", "US", "0").await;
    world.sync_orders().await;
    let seen = vat_check::check(&world.connector, SHOP).await.unwrap();
    assert_eq!((seen.countries[0].lines, seen.countries[0].agree, seen.findings.len()), (2, 2, 0));

    world.set(&[("shippingChargesAccount", "")]).await;
    let seen = vat_check::check(&world.connector, SHOP).await.unwrap();
    assert_eq!(seen.countries[0].unmapped, 1, "nothing says what shipping bears");
}

#[rstest]
#[tokio::test]
async fn a_company_that_is_nowhere_and_a_shop_without_a_template_are_told_what_to_enter(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let refused = vat_check::preview(&world.connector, SHOP, true).await.unwrap_err();
    assert!(refused.to_string().contains("choose that of customers at home"), "{refused}");
    world.set(&[("customerTemplateCode", "DOMESTIC")]).await;
    let refused = vat_check::preview(&world.connector, SHOP, true).await.unwrap_err();
    assert!(refused.to_string().contains("enter its Country/Region Code in Company Information"), "{refused}");
    in_norway(&world).await;
    let plan = vat_check::preview(&world.connector, SHOP, true).await.unwrap();
    assert_eq!(plan.countries.len(), 27, "all of the union");
}

#[rstest]
#[tokio::test]
async fn what_a_discount_has_made_free_bears_no_vat_to_compare(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let discount = |amount: &str| json!({ "discountCode": { "itemFixedDiscountCode": { "code": "GIFT", "amountSet": kroner(amount) } } });
    store::place(&world.store, with(order(vec![line("1000", 2, "100.00")]), discount("200.00"))).await;
    world.sync_orders().await;
    let lines = async || {
        let seen = vat_check::check(&world.connector, SHOP).await.unwrap();
        seen.countries.iter().map(|country| country.lines).sum::<u64>()
    };
    assert_eq!((world.staged().await.len(), lines().await), (1, 0));
    store::place(&world.store, with(order(vec![line("1000", 2, "100.00")]), discount("100.00"))).await;
    world.sync_orders().await;
    assert_eq!((world.staged().await.len(), lines().await), (2, 1), "one of two pieces was paid");
}

#[rstest]
#[tokio::test]
async fn what_was_sold_long_ago_is_not_looked_at(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    sell(&world, "1000", "DE", "0.19").await;
    world.sync_orders().await;
    world.advance(91 * 24 * 60);
    let seen = vat_check::check(&world.connector, SHOP).await.unwrap();
    assert!(seen.countries.is_empty() && seen.findings.is_empty());
}
