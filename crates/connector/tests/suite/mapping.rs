use back_office::countries;
use connector::orders::{elsewhere, set_aside};
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::store::{self, line, order, with};
use crate::world::{SHOP, World, kari};

fn someone_new() -> serde_json::Value {
    let person = json!({ "email": "ola@example.com", "firstName": "Ola", "lastName": "Hansen" });
    let address = json!({ "firstName": "Ola", "lastName": "Hansen", "address1": "Storgata 1", "city": "Oslo", "zip": "0155", "countryCode": "NO" });
    json!({ "customer": { "toUpsert": person }, "shippingAddress": address, "billingAddress": address })
}

#[rstest]
#[tokio::test]
async fn an_unknown_customer_is_skipped_until_there_is_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), someone_new())).await;
    let first = world.sync_orders().await;
    assert_eq!((first.created, first.skipped), (1, 1));
    let again = world.create_sales_orders().await;
    assert_eq!((again.created, again.skipped), (0, 1));
    let skipped = world.skipped().await;
    assert!(world.runs().await.contains(&skipped[0].job_queue_log_entry_id), "it says which run left it out");
    assert_eq!(skipped.len(), 1, "one record, however often it is tried");
    assert_eq!(skipped[0].cause, "No customer has the e-mail ola@example.com (Ola Hansen).");
    assert_eq!(skipped[0].retries, 1);

    let number = world.add_customer("OLA@example.com").await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.skipped().await, []);
    let document = &world.sales_orders().await[0];
    assert_eq!((&document.sell_to_customer_number, &document.bill_to_customer_number), (&number, &number));
    assert_eq!(document.sell_to_name, "Ola Hansen", "the address is that of the order");

    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), someone_new())).await;
    world.sync_orders().await;
    assert_eq!(world.staged().await[1].sell_to_customer_number, number, "the link is kept");
}

#[rstest]
#[tokio::test]
async fn an_unknown_item_is_skipped_until_there_is_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let document = "mutation($input: ProductSetInput!) { productSet(input: $input, synchronous: true) {
        product { variants(first: 1) { nodes { id } } } userErrors { message } } }";
    let input = json!({
        "title": "Anorak",
        "productOptions": [{ "name": "Title", "values": [{ "name": "Default Title" }] }],
        "variants": [{ "sku": "ANORAK", "price": "900.00", "optionValues": [{ "optionName": "Title", "name": "Default Title" }] }],
    });
    let data = store::graphql(&world.store, document, json!({ "input": input })).await;
    let variant = &data["productSet"]["product"]["variants"]["nodes"][0]["id"];
    let anorak = json!({ "variantId": variant, "quantity": 1 });
    store::place(&world.store, order(vec![anorak.clone()])).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    assert_eq!(world.skipped().await[0].cause, "No item is 'Anorak' with the SKU 'ANORAK'.");

    world.add_items(&[("ANORAK", "HIGH")]).await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.skipped().await, []);
    assert_eq!(world.sales_lines(&world.sales_orders().await[0]).await[0].number, "ANORAK");

    let link = world.variants().await.remove(0);
    assert_eq!((link.sku.as_str(), link.item_number.as_str()), ("ANORAK", "ANORAK"), "what was found is kept");
    store::place(&world.store, order(vec![anorak])).await;
    let next = world.sync_orders().await;
    assert_eq!((next.created, next.skipped), (1, 0));
}

#[rstest]
#[tokio::test]
async fn an_unknown_customer_is_created_where_the_shop_card_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoCreateUnknownCustomers", "true")]).await;
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), someone_new())).await;
    world.sync_orders().await;
    assert!(world.skipped().await[0].remedy.contains("Customer/Company Template Code"));

    world.set(&[("customerTemplateCode", "DOMESTIC")]).await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let document = &world.sales_orders().await[0];
    let customers = world.customers().await;
    let made = customers.iter().find(|customer| customer.number == document.sell_to_customer_number).unwrap();
    assert_eq!(
        (made.name.as_str(), made.email.as_str(), made.city.as_str()),
        ("Ola Hansen", "ola@example.com", "Oslo")
    );
}

#[rstest]
#[tokio::test]
async fn a_customer_whom_the_back_office_refuses_holds_up_no_other_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoCreateUnknownCustomers", "true"), ("customerTemplateCode", "DOMESTIC")]).await;
    let last = world.customers().await[0].number.clone();
    world.end_numbers("CUSTOMER", last.as_str()).await;
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), someone_new())).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    let first = world.sync_orders().await;
    assert_eq!((first.created, first.skipped, first.failed), (2, 1, 0));
    let summary = world.create_sales_orders().await;
    assert_eq!((summary.created, summary.skipped, summary.failed), (1, 1, 0));
    let [skipped] = &world.skipped().await[..] else { panic!("one order is skipped") };
    assert_eq!(skipped.document_name, "#1001");
    let told = "The customer can't be created: you cannot assign numbers greater than ";
    assert!(skipped.cause.starts_with(told) && skipped.cause.contains("CUSTOMER"), "{}", skipped.cause);
    assert_eq!(skipped.remedy, "Correct the template or create the customer by hand.");

    world.end_numbers("CUSTOMER", "").await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!((world.customers().await.len(), world.skipped().await), (2, Vec::new()));
}

#[rstest]
#[tokio::test]
async fn the_unknown_customers_of_a_page_are_each_created_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoCreateUnknownCustomers", "true"), ("customerTemplateCode", "DOMESTIC")]).await;
    let before = world.customers().await.len();
    let buyer = |name: &str, phone: &str| {
        let person = json!({ "email": format!("{name}@example.com"), "firstName": name, "lastName": "Hansen" });
        json!({ "customer": { "toUpsert": person }, "phone": phone })
    };
    let buyers = [("ola", "+4799000001"), ("per", "+4799000002"), ("ola", "+4799000001"), ("liv", "+4799000002")];
    for (name, phone) in buyers {
        store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), buyer(name, phone))).await;
    }
    world.sync_orders().await;
    let staged = world.staged().await;
    let numbers: Vec<_> = staged.iter().map(|order| order.sell_to_customer_number.to_string()).collect();
    assert_eq!(world.customers().await.len() - before, 2, "one for ola, one for per, who shares a phone with liv");
    assert_eq!((&numbers[0], &numbers[1]), (&numbers[2], &numbers[3]));
    assert_ne!(numbers[0], numbers[1]);
    assert_eq!(world.create_sales_orders().await.created, 4);
}

#[rstest]
#[tokio::test]
async fn nobody_becomes_a_customer_by_an_order_that_is_sold_to_nobody(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), someone_new())).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    let before = world.customers().await.len();
    world.set(&[("autoCreateUnknownCustomers", "true"), ("customerTemplateCode", "DOMESTIC")]).await;
    store::cancel(&world.store, &id).await;
    assert_eq!(world.sync_orders().await.updated, 1);
    assert_eq!(world.customers().await.len(), before);
}

#[rstest]
#[tokio::test]
async fn nobody_becomes_a_customer_by_an_order_that_another_system_has_processed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoCreateUnknownCustomers", "true"), ("customerTemplateCode", "DOMESTIC")]).await;
    let named = with(order(vec![line("1000", 1, "100.00")]), json!({ "name": "#2001" }));
    store::place(&world.store, with(named, someone_new())).await;
    elsewhere::mark(&world.connector, &kari(), SHOP, &["#2001".to_owned()], "the old system").await.unwrap();
    let before = world.customers().await.len();
    assert_eq!(world.sync_orders().await.created, 1);
    assert_eq!(world.customers().await.len(), before);

    set_aside::take_back(&world.connector, &kari(), &[world.staged().await[0].id]).await.unwrap();
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.customers().await.len(), before + 1, "now it is sold to someone");
}

#[rstest]
#[tokio::test]
async fn the_default_customer_stands_in_for_an_unknown_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let default = world.add_customer("walk-in@example.com").await;
    world.set(&[("defaultCustomerNumber", default.as_str())]).await;
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), someone_new())).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    let staged = world.staged().await;
    assert_eq!(staged[0].sell_to_customer_number, default);
    assert_ne!(staged[1].sell_to_customer_number, default, "Kari is known");
}

#[rstest]
#[tokio::test]
async fn an_order_in_another_currency_than_the_shop_card_says_is_skipped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), json!({ "currency": "SEK" }))).await;
    world.sync_orders().await;
    assert!(world.skipped().await[0].cause.contains("is SEK, but that of the shop card is NOK"));
    world.sells_in("SEK").await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await[0].currency_code, "SEK");
}

#[rstest]
#[case::of_that_code("SE", "SE")]
#[case::of_that_iso_code("DE", "GERMANY")]
#[case::not_there("PL", "PL")]
#[tokio::test]
async fn the_country_of_a_document_is_found_by_its_code_and_else_by_its_iso_code(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] told: &str,
    #[case] expected: &str,
) {
    let world = World::new(engine).await;
    world.remove::<countries::Entity>(|country| country.code == "DE").await.unwrap();
    for (code, iso_code) in [("GERMANY", "DE"), ("NORTH", "SE")] {
        let country = [("code", code), ("isoCode", iso_code), ("displayName", code)];
        world.keep::<countries::Entity>(&country).await.unwrap();
    }
    let address = json!({ "lastName": "N", "address1": "Street 1", "city": "Town", "countryCode": told });
    let fields = json!({ "shippingAddress": address, "billingAddress": address });
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), fields)).await;
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 1, "{:?}", world.skipped().await);
    let document = world.sales_orders().await.remove(0);
    assert_eq!(document.sell_to_country_region_code, expected);
    assert_eq!(document.bill_to_country_region_code, expected);
    assert_eq!(document.ship_to_country_region_code, expected);
}
