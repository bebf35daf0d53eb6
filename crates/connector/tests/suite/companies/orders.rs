//! Orders of companies: they wait for a link, and are taken up once there is one.

use connector::links::{company, company_location};
use connector::orders::preview::of_orders;
use database::Engine;
use rstest::rstest;
use sea_orm::{EntityTrait, Set};
use serde_json::json;
use values::Code;

use super::firm::{add_location, change, companies, firm, locations, make, makes_all, oslo, sync};
use crate::store::{self, line, order, with};
use crate::taxed::{address, tax};
use crate::world::{World, kari};

/// Places an order of a company, and returns its global id.
async fn company_orders(world: &World) -> String {
    orders_for(world, "Nord AS", "Oslo").await
}

/// Places an order of the company of that name for one of its locations, and returns its global id.
async fn orders_for(world: &World, name: &str, location: &str) -> String {
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    let company = json!({ "name": name, "externalId": "N-1", "location": location });
    store::make_special(&world.store, &id, json!({ "company": company })).await;
    id
}

#[rstest]
#[tokio::test]
async fn an_order_of_a_company_waits_until_the_company_has_its_customer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    company_orders(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.skipped), (1, 1));
    let staged = &world.staged().await[0];
    assert!(
        staged.b2b && staged.company_id > 0 && staged.company_location_id > 0 && staged.company_main_contact_id > 0
    );
    assert_eq!(world.skipped().await[0].cause, "The company Nord AS ordered, and it has no customer.");
    let summary = world.create_sales_orders().await;
    assert_eq!((summary.created, summary.skipped), (0, 1));

    let customer = world.add_customer("ap@nord.example").await;
    let linked = company::ActiveModel { customer_number: Set(customer.clone()), ..Default::default() };
    let link = &company::Entity::update_many().set(linked);
    world.test.db.write(|tx| async move { link.clone().exec(&tx).await.map_err(database::Error::from) }).await.unwrap();
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await[0].sell_to_customer_number, customer);
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn the_location_of_a_company_says_who_buys_and_who_pays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = company_orders(&world).await;
    world.sync_orders().await;
    let mut numbers: Vec<Code<20>> = Vec::new();
    for email in ["all@nord.example", "oslo@nord.example", "pays@nord.example"] {
        numbers.push(world.add_customer(email).await);
    }
    let of_company = company::ActiveModel { customer_number: Set(numbers[0].clone()), ..Default::default() };
    let of_location = company_location::ActiveModel {
        sell_to_customer_number: Set(numbers[1].clone()),
        bill_to_customer_number: Set(numbers[2].clone()),
        ..Default::default()
    };
    let company = &company::Entity::update_many().set(of_company);
    let location = &company_location::Entity::update_many().set(of_location);
    let link = |tx| async move {
        company.clone().exec(&tx).await.map_err(database::Error::from)?;
        location.clone().exec(&tx).await.map_err(database::Error::from)
    };
    world.test.db.write(link).await.unwrap();
    assert_eq!(world.create_sales_orders().await.created, 1);
    let document = &world.sales_orders().await[0];
    assert_eq!((&document.sell_to_customer_number, &document.bill_to_customer_number), (&numbers[1], &numbers[2]));

    // Seen again, a company keeps its link, and so does its location.
    store::pay(&world.store, &id).await;
    world.advance(1);
    assert_eq!(world.sync_orders().await.updated, 1);
    let companies = world.all::<company::Entity>().await;
    let locations = world.all::<company_location::Entity>().await;
    assert_eq!((companies.len(), &companies[0].customer_number), (1, &numbers[0]));
    assert_eq!((locations.len(), &locations[0].sell_to_customer_number), (1, &numbers[1]));
}

#[rstest]
#[tokio::test]
async fn an_order_of_a_company_that_is_not_known_yet_finds_its_customer_and_does_not_wait(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let customer = world.add_customer("ola@nord.example").await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    company_orders(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.skipped), (1, 0));
    assert_eq!(world.calls_of("CompaniesByIds"), 1);
    assert_eq!(world.staged().await[0].sell_to_customer_number, customer);
    company_orders(&world).await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(world.calls_of("CompaniesByIds"), 1, "once it is known it is not read again");
}

#[rstest]
#[tokio::test]
async fn a_company_for_whom_nobody_speaks_is_not_asked_for_with_each_of_its_orders(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    make(&world, json!({ "company": { "name": "Nord AS" }, "companyLocation": oslo() })).await;
    for _ in 0..2 {
        company_orders(&world).await;
        world.advance(5);
        world.sync_orders().await;
        let company = &companies(&world).await[0];
        assert!(company.has_error && company.name == "Nord AS", "{company:?}");
        assert_eq!(world.calls_of("CompaniesByIds"), 1);
    }
}

#[rstest]
#[tokio::test]
async fn a_company_that_orders_becomes_a_customer_where_the_shop_card_makes_unknown_ones(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoCreateUnknownCompanies", "true"), ("customerTemplateCode", "DOMESTIC")]).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    company_orders(&world).await;
    assert_eq!(world.sync_orders().await.skipped, 0);
    assert_eq!(world.create_sales_orders().await.created, 1);
    let number = &world.sales_orders().await[0].sell_to_customer_number;
    let made = world.customers().await.into_iter().find(|customer| customer.number == *number).unwrap();
    assert_eq!((made.name.as_str(), made.city.as_str()), ("Nord AS", "Oslo"));
}

#[rstest]
#[tokio::test]
async fn orders_of_companies_go_to_the_default_company_where_none_are_imported(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let default = world.add_customer("all@example.com").await;
    world.add_customer("ola@nord.example").await;
    world.set(&[("companyImportFromShopify", "None"), ("defaultCompanyNumber", default.as_str())]).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    company_orders(&world).await;
    world.sync_orders().await;
    assert_eq!(world.calls_of("CompaniesByIds"), 0);
    let order = &world.staged().await[0];
    assert_eq!((&order.sell_to_customer_number, &order.bill_to_customer_number), (&default, &default));
}

#[rstest]
#[tokio::test]
async fn an_order_that_waits_finds_the_customer_that_came_after_its_company(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    company_orders(&world).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    let customer = world.add_customer("ola@nord.example").await;
    let waiting = world.staged().await[0].id;
    let preview = of_orders(&world.connector, &kari(), &[waiting]).await.unwrap().remove(0);
    assert_eq!(preview.seen.cause, "", "the preview finds it as the run will");
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await[0].sell_to_customer_number, customer);
    assert_eq!((world.calls_of("CompaniesByIds"), world.skipped().await), (1, vec![]));
}

#[rstest]
#[tokio::test]
async fn a_location_that_is_new_is_read_with_the_order_that_names_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let nord = firm(&world, "Nord AS", "ola@nord.example").await;
    company_orders(&world).await;
    world.sync_orders().await;
    add_location(&world, &nord, json!({ "name": "Bergen", "taxExempt": true })).await;
    orders_for(&world, "Nord AS", "Bergen").await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(world.calls_of("CompaniesByIds"), 2);
    assert!(locations(&world).await.iter().any(|row| row.name == "Bergen" && row.tax_exempt));
}

#[rstest]
#[tokio::test]
async fn a_name_that_an_order_tells_first_still_reaches_the_customer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    makes_all(&world).await;
    world.set(&[("shopifyCanUpdateCompanies", "true")]).await;
    let nord = firm(&world, "Nord AS", "ola@nord.example").await;
    sync(&world).await;
    change(&world, &nord, json!({ "name": "Nord og Sør AS" })).await;
    orders_for(&world, "Nord og Sør AS", "Oslo").await;
    world.sync_orders().await;
    sync(&world).await;
    let company = companies(&world).await.remove(0);
    let customers = world.customers().await;
    let customer = customers.iter().find(|customer| customer.number == company.customer_number).unwrap();
    assert_eq!((company.name.as_str(), customer.name.as_str()), ("Nord og Sør AS", "Nord og Sør AS"));
}

#[rstest]
#[tokio::test]
async fn an_order_of_a_location_that_is_exempt_is_not_liable_to_sales_tax(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    tax(&world, "Ship-to -> Sell-to -> Bill-to").await;
    makes_all(&world).await;
    let nord = firm(&world, "Nord AS", "ola@nord.example").await;
    add_location(&world, &nord, json!({ "name": "Bergen", "taxExempt": true })).await;
    sync(&world).await;
    for location in ["Oslo", "Bergen"] {
        let goods = with(order(vec![line("1000", 1, "100.00")]), json!({ "shippingAddress": address("Albany", "NY") }));
        let id = store::place(&world.store, goods).await;
        let company = json!({ "name": "Nord AS", "externalId": "N-1", "location": location });
        store::make_special(&world.store, &id, json!({ "company": company })).await;
    }
    world.sync_orders().await;
    let staged = world.staged().await;
    let taxed: Vec<_> = staged.iter().map(|order| (order.tax_area_code.as_str(), order.tax_liable)).collect();
    assert_eq!(taxed, [("NEWYORK", true), ("NEWYORK", false)]);
    assert_eq!(world.create_sales_orders().await.created, 2);
    let documents = world.sales_orders().await;
    assert_eq!((documents[0].tax_liable, documents[1].tax_liable), (true, false));
}
