//! Where and how the goods of a document are sent.

use back_office::customers::{self, ShippingAdvice, ship_to_address};
use back_office::sales::{self, ChangeDocument, DocumentType, NewLine, header};
use back_office::sales_tax::area;
use back_office::shipping_agents::{self, service};
use back_office::{Result, locations, shipment_methods};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::Set;

use crate::world::{World, code, sold};

/// Two ways and two agents, a location beside the first, and a customer who has goods sent by POST from MAIN.
pub async fn equipped(engine: Engine) -> World {
    let world = World::new(engine).await;
    let id = || world.random.id(start());
    for name in ["POST", "COURIER"] {
        let agent = shipping_agents::Model {
            id: id(),
            code: code(name),
            name: name.into(),
            internet_address: String::new(),
            account_number: String::new(),
            tracking_company: String::new(),
        };
        world.insert(agent).await;
        world.insert(shipment_methods::Model { id: id(), code: code(name), description: name.into() }).await;
    }
    let express = service::Model {
        id: id(),
        shipping_agent_code: code("COURIER"),
        code: code("EXPRESS"),
        description: "Tomorrow".into(),
        shipping_time: Default::default(),
    };
    world.insert(express).await;
    world.insert(locations::Model { id: id(), code: code("EAST"), name: "East".into() }).await;
    world.insert(area::Model { id: id(), code: code("LAKESIDE"), description: "By the lake".into() }).await;
    let customer = customers::ActiveModel {
        contact: Set("Ola".into()),
        city: Set("Oslo".into()),
        shipment_method_code: Set(code("POST")),
        shipping_agent_code: Set(code("POST")),
        location_code: Set(code("MAIN")),
        shipping_advice: Set(ShippingAdvice::Complete),
        ..Default::default()
    };
    world.change(customer).await;
    world
}

/// A cabin, to which a courier brings goods from EAST, and which is taxed by the lake.
fn cabin(world: &World) -> ship_to_address::Model {
    ship_to_address::Model {
        id: world.random.id(start()),
        customer_number: code("C00001"),
        code: code("CABIN"),
        name: "Kari's cabin".into(),
        name2: String::new(),
        contact: "The neighbour".into(),
        address: String::new(),
        address2: String::new(),
        post_code: String::new(),
        city: "Geilo".into(),
        county: String::new(),
        country_region_code: code("NO"),
        phone_number: String::new(),
        email: String::new(),
        shipment_method_code: code("COURIER"),
        shipping_agent_code: code("COURIER"),
        shipping_agent_service_code: code("EXPRESS"),
        location_code: code("EAST"),
        tax_area_code: code("LAKESIDE"),
        tax_liable: true,
    }
}

pub async fn begun(world: &World) -> header::Model {
    let (setup, cx) = (&world.setup().await, &world.context());
    let begin = |tx| async move { sales::begin(&tx, setup, DocumentType::Order, (&code("C00001"), None), cx).await };
    world.test.db.write(begin).await.unwrap()
}

/// City, contact, method, agent, service, location and tax area.
fn how(header: &header::Model) -> [String; 7] {
    [
        header.ship_to_city.clone(),
        header.ship_to_contact.clone(),
        header.shipment_method_code.to_string(),
        header.shipping_agent_code.to_string(),
        header.shipping_agent_service_code.to_string(),
        header.location_code.to_string(),
        header.tax_area_code.to_string(),
    ]
}

const AT_HOME: [&str; 7] = ["Oslo", "Ola", "POST", "POST", "", "MAIN", ""];
const AT_THE_CABIN: [&str; 7] = ["Geilo", "The neighbour", "COURIER", "COURIER", "EXPRESS", "EAST", "LAKESIDE"];

#[rstest]
#[tokio::test]
async fn a_document_is_sent_as_the_card_of_its_customer_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = equipped(engine).await;
    let order = begun(&world).await;
    assert_eq!((how(&order), order.shipping_advice), (AT_HOME.map(String::from), ShippingAdvice::Complete));
    assert_eq!((order.sell_to_contact.as_str(), order.bill_to_contact.as_str()), ("Ola", "Ola"));
    world.insert(cabin(&world)).await;
    world.change(customers::ActiveModel { ship_to_code: Set(code("CABIN")), ..Default::default() }).await;
    let order = begun(&world).await;
    assert_eq!((how(&order), order.ship_to_code.as_str()), (AT_THE_CABIN.map(String::from), "CABIN"));
    assert!(order.tax_liable);
    // What is sold is sent from there, unless its line says from where.
    let main = NewLine { location_code: code("MAIN"), ..sold("SHIRT", 1, "1", "0") };
    world.add_lines(order.id, &[sold("SHIRT", 1, "1", "0"), main]).await.unwrap();
    let (_, lines) = world.checked(order.id).await;
    assert_eq!((lines[0].location_code.as_str(), lines[1].location_code.as_str()), ("EAST", "MAIN"));
}

#[rstest]
#[tokio::test]
async fn another_ship_to_code_brings_what_follows_from_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = equipped(engine).await;
    world.insert(cabin(&world)).await;
    let id = begun(&world).await.id;
    world.add_lines(id, &[sold("SHIRT", 1, "1", "0")]).await.unwrap();
    let to = |text: &str| ChangeDocument { ship_to_code: Some(code(text)), ..Default::default() };
    let there = world.change_document(id, to("CABIN")).await.unwrap();
    assert_eq!(how(&there), AT_THE_CABIN.map(String::from));
    assert_eq!(world.checked(id).await.1[0].location_code, "EAST");
    let back = world.change_document(id, to("")).await.unwrap();
    assert_eq!((how(&back), back.tax_liable), (AT_HOME.map(String::from), false));
    let refused = world.change_document(id, to("BOAT")).await.unwrap_err().to_string();
    assert_eq!(refused, "the customer C00001 has no ship-to address BOAT: create it, or choose another");
}

#[rstest]
#[case(
    ChangeDocument { shipping_agent_code: Some(code("PIGEON")), ..Default::default() },
    "there is no shipping agent PIGEON: create it, or choose another"
)]
#[case(
    ChangeDocument { shipping_agent_service_code: Some(code("EXPRESS")), ..Default::default() },
    "the shipping agent POST has no service EXPRESS: create it, or choose another"
)]
#[case(
    ChangeDocument { location_code: Some(code("MOON")), ..Default::default() },
    "there is no location MOON: create it, or choose another"
)]
#[tokio::test]
async fn who_brings_it_and_from_where_must_be_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: ChangeDocument,
    #[case] sentence: &str,
) {
    let world = equipped(engine).await;
    let id = begun(&world).await.id;
    assert_eq!(world.change_document(id, change).await.unwrap_err().to_string(), sentence);
}

#[rstest]
#[tokio::test]
async fn another_agent_has_other_services(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = equipped(engine).await;
    world.insert(cabin(&world)).await;
    let id = begun(&world).await.id;
    let cabin = ChangeDocument { ship_to_code: Some(code("CABIN")), ..Default::default() };
    world.change_document(id, cabin).await.unwrap();
    let post = ChangeDocument { shipping_agent_code: Some(code("POST")), ..Default::default() };
    assert_eq!(world.change_document(id, post).await.unwrap().shipping_agent_service_code, "");
}

#[rstest]
#[tokio::test]
async fn a_code_that_a_document_has_is_not_deleted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = equipped(engine).await;
    let cabin = cabin(&world);
    world.insert(cabin.clone()).await;
    let id = begun(&world).await.id;
    let there = ChangeDocument { ship_to_code: Some(code("CABIN")), ..Default::default() };
    world.change_document(id, there).await.unwrap();
    let cabin = &cabin;
    let remove = |tx| async move { back_office::upkeep::remove::<ship_to_address::Entity>(&tx, cabin.clone()).await };
    let refused: Result<_> = world.test.db.write(remove).await;
    let expected = "the ship-to address C00001, CABIN can't be deleted: it is used by a record of the kind Sales Order; change that first";
    assert_eq!(refused.unwrap_err().to_string(), expected);
}
