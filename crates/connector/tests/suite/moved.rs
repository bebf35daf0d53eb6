//! Goods that Shopify sends from another location after their document was made.

use back_office::posting::{self, Request};
use back_office::posting_setup::inventory;
use back_office::sales;
use connector::orders::updates::{self, Part, Settlement};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use runtime::Random;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use uuid::Uuid;
use values::Code;

use crate::edits::{apply, told};
use crate::places::{TORGET, map, open_location, refresh};
use crate::store::{self, graphql, line, order, with};
use crate::world::{World, kari};

/// A world with a shop at Torget, which is RED here, beside the store room, which is BLUE. Gives the shop's id.
async fn two_places(engine: Engine) -> (World, String) {
    let world = World::new(engine).await;
    for code in ["BLUE", "RED"] {
        world.add_location(code).await;
    }
    let torget = open_location(&world, TORGET).await;
    refresh(&world).await;
    map(&world, "Lager Bergen", "BLUE").await;
    map(&world, TORGET, "RED").await;
    (world, torget)
}

/// An order of three pieces that are sent.
async fn place(world: &World) -> String {
    let goods = with(line("1000", 3, "100.00"), json!({ "requiresShipping": true }));
    store::place(&world.store, order(vec![goods])).await
}

/// The parts of an order that have something to send still, each with its location and its line.
async fn waiting(world: &World, order: &str) -> Vec<Value> {
    let document = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id
        assignedLocation { name } lineItems(first: 5) { nodes { id remainingQuantity } } } } } }";
    let all = graphql(&world.store, document, json!({ "id": order })).await["order"]["fulfillmentOrders"].clone();
    let waits = |part: &&Value| part["lineItems"]["nodes"][0]["remainingQuantity"].as_i64() > Some(0);
    all["nodes"].as_array().unwrap().iter().filter(waits).cloned().collect()
}

/// The part that waits at a location.
async fn at(world: &World, order: &str, location: &str) -> Value {
    let parts = waiting(world, order).await;
    parts.into_iter().find(|part| part["assignedLocation"]["name"] == location).unwrap()
}

fn pieces(part: &Value, quantity: u32) -> Value {
    json!([{ "id": part["lineItems"]["nodes"][0]["id"], "quantity": quantity }])
}

/// Moves pieces of a part to another location.
async fn relocate(world: &World, part: &Value, quantity: u32, to: &str) {
    let document = "mutation($id: ID!, $to: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
        fulfillmentOrderMove(id: $id, newLocationId: $to, fulfillmentOrderLineItems: $lines) {
            userErrors { message } } }";
    let variables = json!({ "id": part["id"], "to": to, "lines": pieces(part, quantity) });
    let data = graphql(&world.store, document, variables).await;
    assert_eq!(data["fulfillmentOrderMove"]["userErrors"], json!([]));
}

/// Sends pieces of a part.
async fn send(world: &World, part: &Value, quantity: u32) {
    let document = "mutation($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) {
        userErrors { message } } }";
    let lines = json!([{ "fulfillmentOrderId": part["id"], "fulfillmentOrderLineItems": pieces(part, quantity) }]);
    let fulfillment = json!({ "lineItemsByFulfillmentOrder": lines });
    let data = graphql(&world.store, document, json!({ "fulfillment": fulfillment })).await;
    assert_eq!(data["fulfillmentCreate"]["userErrors"], json!([]));
}

async fn code(world: &World) -> String {
    let document = &world.sales_orders().await[0];
    world.sales_lines(document).await[0].location_code.to_string()
}

/// Goods of a location are booked as those of none are.
async fn book_at(world: &World, code: &str) {
    let mut row = world.all::<inventory::Entity>().await.into_iter().find(|row| row.location_code.is_blank()).unwrap();
    (row.id, row.location_code) = (Uuid::from_u128(77), Code::cut(code));
    let row = &row;
    let write = |tx| async move {
        inventory::Entity::insert(row.clone().into_active_model()).exec_without_returning(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
}

fn location(before: &str, after: &str) -> (Part, String, String) {
    (Part::Location, before.to_owned(), after.to_owned())
}

#[rstest]
#[tokio::test]
async fn pieces_that_are_moved_after_the_document_was_made_are_told_and_applied_to_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, torget) = two_places(engine).await;
    let id = place(&world).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    assert_eq!(code(&world).await, "BLUE");
    relocate(&world, &at(&world, &id, "Lager Bergen").await, 3, &torget).await;
    assert_eq!(told(&world).await, [location("BLUE", "RED")]);
    let message = &world.staged().await[0].error_message;
    assert!(message.contains("Location Code of Product 1000 BLUE → RED"), "{message}");
    apply(&world).await.unwrap();
    let document = &world.sales_orders().await[0];
    assert_eq!((code(&world).await.as_str(), document.amount_including_vat), ("RED", 300.into()));
    assert_eq!(told(&world).await, []);

    // Back again, before anyone has looked: there is nothing to tell.
    let bergen = crate::paid_back::LOCATION;
    relocate(&world, &at(&world, &id, TORGET).await, 3, bergen).await;
    assert_eq!(told(&world).await, [location("RED", "BLUE")]);
    relocate(&world, &at(&world, &id, "Lager Bergen").await, 3, &torget).await;
    assert_eq!(told(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn what_was_sent_keeps_its_location_whichever_part_is_sent_first(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(TORGET, "Lager Bergen")] first: &str,
) {
    let (world, torget) = two_places(engine).await;
    let id = place(&world).await;
    relocate(&world, &at(&world, &id, "Lager Bergen").await, 2, &torget).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    let before = code(&world).await;
    let quantity = if first == TORGET { 2 } else { 1 };
    send(&world, &at(&world, &id, first).await, quantity).await;
    assert_eq!(told(&world).await, [], "a part was sent, and nothing was moved");
    for part in waiting(&world, &id).await {
        send(&world, &part, 3 - quantity).await;
    }
    assert_eq!(told(&world).await, []);
    assert_eq!(code(&world).await, before);
}

#[rstest]
#[tokio::test]
async fn what_is_left_of_a_line_and_is_moved_is_told_though_a_part_of_it_was_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, torget) = two_places(engine).await;
    let id = place(&world).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    send(&world, &at(&world, &id, "Lager Bergen").await, 1).await;
    assert_eq!(told(&world).await, []);
    book_at(&world, "BLUE").await;
    let document = world.sales_orders().await[0].id;
    let cx = &sales::Context { now: start(), random: Random::seeded(3), user: "KARI".into() };
    let one = &sales::ChangeLine {
        quantity_to_ship: Some(1.into()),
        quantity_to_invoice: Some(1.into()),
        ..Default::default()
    };
    let ship = |tx| async move {
        let setup = sales::Setup::read(&tx).await?;
        sales::change_line(&tx, &setup, document, None, 10_000, one, cx).await?;
        let setup = posting::Setup::read(&tx).await?;
        posting::post(&tx, &setup, document, &Request::SHIP, cx).await
    };
    world.test.db.write(ship).await.unwrap();

    relocate(&world, &at(&world, &id, "Lager Bergen").await, 2, &torget).await;
    assert_eq!(told(&world).await, [location("BLUE", "RED")]);
    let refused = apply(&world).await.unwrap_err().to_string();
    assert!(refused.contains("is posted: change what is left of it by hand"), "{refused}");
    assert_eq!(code(&world).await, "BLUE", "what was sent from there stays there");
    let order = world.staged().await[0].id;
    updates::settle(&world.connector, &kari(), order, Settlement::Resolve).await.unwrap();
    send(&world, &at(&world, &id, TORGET).await, 2).await;
    assert_eq!(told(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn an_order_without_a_document_follows_and_a_location_that_is_mapped_later_moves_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, torget) = two_places(engine).await;
    map(&world, TORGET, "").await;
    let id = place(&world).await;
    world.sync_orders().await;
    relocate(&world, &at(&world, &id, "Lager Bergen").await, 3, &torget).await;
    assert_eq!(told(&world).await, []);
    world.create_sales_orders().await;
    assert_eq!(code(&world).await, "", "it is mapped to nothing");
    map(&world, TORGET, "RED").await;
    store::pay(&world.store, &id).await;
    assert_eq!(told(&world).await, []);
    assert_eq!(code(&world).await, "");
}
