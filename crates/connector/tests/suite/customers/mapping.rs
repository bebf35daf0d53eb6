//! How orders find their customers, in the order in which it is decided.

use back_office::customers::Change;
use connector::customers::countries;
use connector::customers::map::map;
use connector::customers::staged::address;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};
use values::Code;

use super::{change, claudia, customer, in_store, reading_everyone, staged, sync};
use crate::store::{self, line, order, with};
use crate::world::{World, kari};

/// Places an order of someone nobody knows, that goes to Norway.
async fn place(world: &World, fields: Value) {
    let address = json!({ "firstName": "Ola", "lastName": "Hansen", "address1": "Storgata 1", "city": "Oslo", "zip": "0155",
        "countryCode": "NO" });
    let buyer = json!({ "toUpsert": { "email": "ola@example.com", "firstName": "Ola", "lastName": "Hansen" } });
    let goods = order(vec![line("1000", 1, "100.00")]);
    let goods = with(goods, json!({ "customer": buyer, "shippingAddress": address, "billingAddress": address }));
    store::place(&world.store, with(goods, fields)).await;
}

async fn mapped(world: &World) -> (String, String) {
    let staged = &world.staged().await[0];
    (staged.sell_to_customer_number.to_string(), staged.bill_to_customer_number.to_string())
}

fn both(number: &Code<20>) -> (String, String) {
    (number.to_string(), number.to_string())
}

#[rstest]
#[tokio::test]
async fn an_order_that_names_nobody_goes_to_the_default_customer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let default = world.add_customer("default@example.com").await;
    let strategy = ("customerMappingType", "Always take the default customer");
    world.set(&[strategy, ("defaultCustomerNumber", default.as_str())]).await;
    place(&world, json!({ "customer": null, "shippingAddress": null, "billingAddress": null })).await;
    assert_eq!(world.sync_orders().await.skipped, 0);
    assert_eq!(mapped(&world).await, both(&default));
}

#[rstest]
#[tokio::test]
async fn where_no_customer_is_read_orders_go_to_the_default_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let default = world.add_customer("default@example.com").await;
    let norway = |row: &countries::Model| row.country_region_code.as_str() == "NO";
    world.remove::<countries::Entity>(norway).await.unwrap();
    let none = ("customerImportFromShopify", "None");
    world
        .set(&[
            none,
            ("defaultCustomerNumber", default.as_str()),
            ("autoCreateUnknownCustomers", "true"),
            ("customerTemplateCode", "DOMESTIC"),
        ])
        .await;
    place(&world, json!({})).await;
    world.sync_orders().await;
    assert_eq!((mapped(&world).await, world.customers().await.len()), (both(&default), 2), "nobody is made");
}

#[rstest]
#[tokio::test]
async fn the_country_to_which_an_order_goes_may_have_a_customer_of_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (all, norway) = (world.add_customer("all@example.com").await, world.add_customer("norway@example.com").await);
    world.set(&[("defaultCustomerNumber", all.as_str())]).await;
    let row = |row: &countries::Model| row.country_region_code.as_str() == "NO";
    world.mend::<countries::Entity>(row, &[("defaultCustomerNumber", norway.as_str())]).await.unwrap();
    place(&world, json!({})).await;
    world.sync_orders().await;
    assert_eq!(mapped(&world).await, both(&norway));
}

#[rstest]
#[tokio::test]
async fn a_buyer_is_made_a_customer_from_the_template_of_its_country(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoCreateUnknownCustomers", "true")]).await;
    let row = |row: &countries::Model| row.country_region_code.as_str() == "NO";
    world.mend::<countries::Entity>(row, &[("customerTemplateCode", "DOMESTIC")]).await.unwrap();
    place(&world, json!({})).await;
    assert_eq!(world.sync_orders().await.skipped, 0);
    let made = world.customers().await.into_iter().find(|customer| customer.email == "ola@example.com").unwrap();
    assert_eq!(mapped(&world).await, both(&made.number));
    assert_eq!((made.name.as_str(), made.city.as_str(), made.contact.as_str()), ("Ola Hansen", "Oslo", "Ola Hansen"));
    assert_eq!(staged(&world).await[0].customer_number, made.number);
}

#[rstest]
#[tokio::test]
async fn by_bill_to_info_an_address_is_a_customer_of_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    world.set(&[("autoCreateUnknownCustomers", "false"), ("customerMappingType", "By Bill-to Info")]).await;
    in_store(&world, claudia()).await;
    sync(&world).await;
    let same = world.add_customer("").await;
    let at_bryggen = Change {
        name: Some("Claudia Lawson".into()),
        address: Some("Bryggen 7".into()),
        post_code: Some("5003".into()),
        city: Some("Bergen".into()),
        country_region_code: Some("NO".parse().unwrap()),
        ..Change::default()
    };
    change(&world, &same, at_bryggen).await;
    let address = json!({ "firstName": "Claudia", "lastName": "Lawson", "address1": "Bryggen 7", "zip": "5003",
        "city": "Bergen", "countryCode": "NO" });
    let buyer = json!({ "toAssociate": { "email": "claudia@example.com" } });
    place(&world, json!({ "customer": buyer, "shippingAddress": address, "billingAddress": address })).await;
    assert_eq!(world.sync_orders().await.skipped, 0);
    assert_eq!(mapped(&world).await, both(&same));
    assert_eq!(world.all::<address::Entity>().await[0].customer_number, same, "the address is linked");
    assert!(staged(&world).await[0].customer_number.is_blank(), "and its customer is not");
}

#[rstest]
#[tokio::test]
async fn by_bill_to_info_the_addresses_of_a_buyer_are_read_with_the_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world
        .set(&[
            ("customerMappingType", "By Bill-to Info"),
            ("autoCreateUnknownCustomers", "true"),
            ("customerTemplateCode", "DOMESTIC"),
        ])
        .await;
    let address = |street: &str, city: &str| {
        json!({ "firstName": "Claudia", "lastName": "Lawson", "address1": street, "zip": "5003", "city": city,
            "countryCode": "NO" })
    };
    let places = [address("Bryggen 7", "Bergen"), address("Storgata 1", "Oslo")];
    in_store(&world, with(claudia(), json!({ "addresses": places }))).await;
    for place_of_order in &places {
        let buyer = json!({ "toAssociate": { "email": "claudia@example.com" } });
        let fields = json!({ "customer": buyer, "shippingAddress": place_of_order, "billingAddress": place_of_order });
        place(&world, fields).await;
        assert_eq!(world.sync_orders().await.skipped, 0);
    }
    let places = world.all::<address::Entity>().await;
    let numbers: Vec<&str> = places.iter().map(|place| place.customer_number.as_str()).collect();
    assert!(numbers.len() == 2 && !numbers.contains(&"") && numbers[0] != numbers[1], "{numbers:?}");
}

#[rstest]
#[tokio::test]
async fn a_person_says_which_customer_one_is_and_waiting_orders_are_taken_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    place(&world, json!({})).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    let (row, number) = (staged(&world).await[0].id, world.customers().await[0].number.clone());
    let refused = map(&world.connector, &kari(), row, &Code::cut("NOBODY")).await.unwrap_err().to_string();
    assert!(refused.contains("there is no customer NOBODY"), "{refused}");
    map(&world.connector, &kari(), row, &number).await.unwrap();
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!((mapped(&world).await, world.skipped().await), (both(&number), Vec::new()));

    map(&world.connector, &kari(), row, &Code::blank()).await.unwrap();
    assert!(staged(&world).await[0].customer_number.is_blank());
    assert_eq!(customer(&world, &number).await.number, number, "the customer stays");
}
