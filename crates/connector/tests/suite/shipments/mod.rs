//! Report 30109: posted shipments become fulfilments in Shopify, and fulfilments made there become posted shipments.

mod cost;
pub mod gate;
mod kills;
mod large;
mod not_sent;
mod receiving;
mod sending;
mod unanswered;
mod waiting;

use back_office::posting::{self, Request};
use back_office::sales::{self, ChangeShipment, Plan, header, plan_quantities, posted};
use back_office::shipping_agents;
use connector::mappings::shipment_method;
use connector::operations;
use connector::shipments::SYNC_SHIPMENTS;
use connector::shipments::staged::shipped;
use job_queue::{Filters, Summary, log};
use runtime::Random;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use values::Code;

use crate::places::{TORGET, map, open_location, refresh};
use crate::store::{self, graphql, kroner, line, order, with};
use crate::world::{SHOP, World};

/// The cost of reading what waits of orders, and of asking for a parcel.
pub const READ: u64 = 239;
pub const PARCEL: u64 = 10;

/// Places an order of these goods and makes its sales order. Gives its id in Shopify.
pub async fn sold(world: &World, goods: &[(&str, u32)]) -> String {
    let lines = goods.iter().map(|(sku, quantity)| line(sku, *quantity, "100.00")).collect();
    let id = store::place(&world.store, order(lines)).await;
    take_over(world).await;
    id
}

/// The same with freight, which is sold as an item.
pub async fn sold_with_freight(world: &World, goods: (&str, u32)) -> String {
    let freight = [("shippingChargesType", "Item"), ("shippingChargesNumber", "3000")];
    world.mend::<shipment_method::Entity>(|row| row.name == "Standard", &freight).await.unwrap();
    let shipped = json!({ "shippingLines": [{ "title": "Standard", "priceSet": kroner("50.00") }] });
    let id = store::place(&world.store, with(order(vec![line(goods.0, goods.1, "100.00")]), shipped)).await;
    take_over(world).await;
    id
}

/// Takes over what the store has, and makes sales orders of it.
pub async fn take_over(world: &World) {
    world.advance(1);
    world.sync_orders().await;
    world.create_sales_orders().await;
}

pub fn context(world: &World) -> sales::Context {
    sales::Context { now: world.now(), random: Random::os(), user: "KARI".into() }
}

/// Ships all of the sales orders that there are.
pub async fn ship_all(world: &World) {
    for document in world.sales_orders().await {
        ship(world, &document, &[]).await;
    }
}

/// Ships so many of lines of a sales order, by their numbers; without any, all of it.
pub async fn ship(world: &World, document: &header::Model, lines: &[(i32, i32)]) -> posted::header::Model {
    let cx = &context(world);
    let of_document = world.sales_lines(document).await;
    let planned = |line: &sales::line::Model| {
        let wanted = lines.iter().find(|(number, _)| *number == line.line_number).map_or(0, |(_, quantity)| *quantity);
        Plan { line_number: line.line_number, to_ship: wanted.into(), to_invoice: 0.into() }
    };
    let plans: &Vec<Plan> = &of_document.iter().map(planned).collect();
    let write = |tx| async move {
        if !lines.is_empty() {
            plan_quantities(&tx, document.id, plans, cx.now).await?;
        }
        let setup = posting::Setup::read(&tx).await?;
        posting::post(&tx, &setup, document.id, &Request::SHIP, cx).await
    };
    let posted = world.test.db.write(write).await.unwrap();
    let (id, _) = posted.shipment.unwrap();
    shipment(world, id).await
}

pub async fn shipment(world: &World, id: uuid::Uuid) -> posted::header::Model {
    world.read(posted::header::Entity::find_by_id(id)).await.remove(0)
}

/// The posted shipments, in the order of their numbers.
pub async fn shipments(world: &World) -> Vec<posted::header::Model> {
    let all = posted::header::Entity::find().filter(posted::header::Column::Kind.eq(posted::Kind::Shipment));
    world.read(all.order_by_asc(posted::header::Column::Number)).await
}

/// What they are in Shopify.
pub async fn numbers(world: &World) -> Vec<i64> {
    shipments(world).await.iter().map(|shipment| shipment.source_delivery_id).collect()
}

/// Which parcels they are.
pub async fn rows(world: &World) -> Vec<shipped::Model> {
    world.read(shipped::Entity::find().order_by_asc(shipped::Column::Id)).await
}

pub async fn changes(world: &World) -> Vec<operations::Model> {
    world.read(operations::Entity::find().order_by_asc(operations::Column::Id)).await
}

/// Says who brings a shipment, and under which number.
pub async fn track(world: &World, shipment: &posted::header::Model, agent: &str, number: &str) {
    let change = &ChangeShipment {
        shipping_agent_code: Some(Code::cut(agent)),
        package_tracking_number: Some(number.into()),
        ..ChangeShipment::default()
    };
    let id = shipment.id;
    world.test.db.write(|tx| async move { sales::change_shipment(&tx, id, change.clone()).await }).await.unwrap();
}

/// Makes an agent.
pub async fn agent(world: &World, code: &str, company: &str, page: &str) {
    let fields = [("code", code), ("displayName", code), ("trackingCompany", company), ("internetAddress", page)];
    world.keep::<shipping_agents::Entity>(&fields).await.unwrap();
}

/// Sends shipments.
pub async fn send(world: &World) -> Summary {
    world.run_with(SYNC_SHIPMENTS, Filters::new()).await
}

/// The same, with its log entry.
pub async fn send_logged(world: &World) -> log::Model {
    world.log_of(SYNC_SHIPMENTS, Filters::new()).await
}

/// The parcels of an order, as the store has them.
pub async fn parcels(world: &World, order: &str) -> Vec<Value> {
    let document = "query($id: ID!) { order(id: $id) { fulfillments(first: 250) { id name status
        trackingInfo(first: 5) { company number url } location { id }
        fulfillmentLineItems(first: 250) { nodes { quantity lineItem { id sku } } } } } }";
    let data = graphql(&world.store, document, json!({ "id": order })).await;
    data["order"]["fulfillments"].as_array().unwrap().clone()
}

/// What is in a parcel, by SKU.
pub fn goods(parcel: &Value) -> Vec<(String, i64)> {
    let lines = parcel["fulfillmentLineItems"]["nodes"].as_array().unwrap().iter();
    lines
        .map(|line| (line["lineItem"]["sku"].as_str().unwrap().to_owned(), line["quantity"].as_i64().unwrap()))
        .collect()
}

/// The fulfilment orders of an order.
pub async fn parts(world: &World, order: &str) -> Vec<Value> {
    let document = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 60) { nodes { id status assignedLocation { location { id } }
        lineItems(first: 250) { nodes { id remainingQuantity lineItem { sku } } } } } } }";
    let data = graphql(&world.store, document, json!({ "id": order })).await;
    data["order"]["fulfillmentOrders"]["nodes"].as_array().unwrap().clone()
}

/// A second location of the store, RED here, beside the first one, which is BLUE. Gives its id.
pub async fn two_places(world: &World) -> String {
    for code in ["BLUE", "RED"] {
        world.add_location(code).await;
    }
    let torget = open_location(world, TORGET).await;
    refresh(world).await;
    map(world, "Lager Bergen", "BLUE").await;
    map(world, TORGET, "RED").await;
    torget
}

/// Has another location send all of an order's first part.
pub async fn move_part(world: &World, order: &str, location: &str) {
    let part = parts(world, order).await.remove(0)["id"].clone();
    let document = "mutation($id: ID!, $to: ID!) {
        fulfillmentOrderMove(id: $id, newLocationId: $to) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": part, "to": location })).await;
    assert_eq!(data["fulfillmentOrderMove"]["userErrors"], json!([]));
}

/// The app may read orders and what they stand on, and besides that what these access scopes grant.
pub async fn grant(world: &World, more: &[&str]) {
    let always = [
        "read_orders",
        "read_customers",
        "read_products",
        "read_locations",
        "read_merchant_managed_fulfillment_orders",
    ];
    world.store.handle().grant_scopes(None, &[&always[..], more].concat()).unwrap();
    connector::shops::test(&world.connector, SHOP).await.unwrap();
}

/// A parcel that people make in Shopify: so many of the line at a place of an order's first open part.
pub async fn by_hand(world: &World, order: &str, pieces: &[(usize, i64)], tracking: Value) -> Value {
    let parts = parts(world, order).await;
    let open = parts.iter().find(|part| part["status"] == "OPEN" || part["status"] == "IN_PROGRESS").unwrap();
    let lines: Vec<Value> = pieces
        .iter()
        .map(|(at, quantity)| json!({ "id": open["lineItems"]["nodes"][*at]["id"], "quantity": quantity }))
        .collect();
    let mut input = json!({ "lineItemsByFulfillmentOrder":
        [{ "fulfillmentOrderId": open["id"], "fulfillmentOrderLineItems": lines }] });
    if !tracking.is_null() {
        input["trackingInfo"] = tracking;
    }
    fulfill(world, input).await
}

/// Has the store make a parcel. Gives its id.
pub async fn fulfill(world: &World, input: Value) -> Value {
    let document = "mutation($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) {
        fulfillment { id } userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "fulfillment": input })).await;
    assert_eq!(data["fulfillmentCreate"]["userErrors"], json!([]), "{data}");
    data["fulfillmentCreate"]["fulfillment"]["id"].clone()
}

pub fn number(id: &Value) -> i64 {
    crate::places::number(id.as_str().unwrap())
}

/// How often parcels were asked for.
pub fn asked(world: &World) -> u64 {
    let summary = world.store.handle().summary();
    summary.by_operation.get("FulfillmentsCreate").map_or(0, |operation| operation.calls)
}
