//! Charges for shipping, with their taxes, as they come and go.

use connector::orders::staged::shipping_charge;
use connector::orders::staged::tax_line::{self, Parent};
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::store::{self, graphql, kroner, line, order, with};
use crate::world::{World, amount};

async fn charges(world: &World) -> Vec<shipping_charge::Model> {
    let mut charges = world.all::<shipping_charge::Entity>().await;
    charges.sort_by_key(|charge| charge.shipping_line_id);
    charges
}

async fn taxes(world: &World) -> Vec<tax_line::Model> {
    let mut taxes = world.all::<tax_line::Entity>().await;
    taxes.retain(|tax| tax.parent_type == Parent::ShippingCharge);
    taxes.sort_by_key(|tax| (tax.parent_id, tax.line_number));
    taxes
}

/// Takes the last charge of an order away.
async fn remove_last(world: &World, id: &str) {
    let document = "mutation($id: ID!) { orderEditBegin(id: $id) {
        calculatedOrder { id shippingLines { id } } userErrors { message } } }";
    let begun = graphql(&world.store, document, json!({ "id": id })).await["orderEditBegin"]["calculatedOrder"].clone();
    let last = &begun["shippingLines"].as_array().unwrap().last().unwrap()["id"];
    let document = "mutation($id: ID!, $line: ID!) { orderEditRemoveShippingLine(id: $id, shippingLineId: $line) {
        userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": begun["id"], "line": last })).await;
    assert_eq!(data["orderEditRemoveShippingLine"]["userErrors"], json!([]));
    let document = "mutation($id: ID!) { orderEditCommit(id: $id) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": begun["id"] })).await;
    assert_eq!(data["orderEditCommit"]["userErrors"], json!([]));
}

#[rstest]
#[tokio::test]
async fn each_charge_keeps_its_own_taxes_once_and_one_that_is_taken_away_takes_its_taxes_with_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let tax = |title: &str, liable: Value| {
        with(json!({ "title": title, "rate": "0.10", "priceSet": kroner("5.00") }), liable)
    };
    let shipping = json!([
        { "title": "Standard", "priceSet": kroner("50.00"),
          "taxLines": [tax("TAX1", json!({ "channelLiable": true })), tax("TAX2", json!({ "channelLiable": false }))] },
        { "title": "Wrapping", "priceSet": kroner("50.00"), "taxLines": [tax("TAX1", json!({}))] },
    ]);
    let placed = with(order(vec![line("1000", 1, "100.00")]), json!({ "shippingLines": shipping }));
    let id = store::place(&world.store, placed).await;
    world.sync_orders().await;
    let first = charges(&world).await;
    let told = |taxes: &[tax_line::Model]| -> Vec<(i64, String, bool)> {
        taxes.iter().map(|tax| (tax.parent_id, tax.title.clone(), tax.channel_liable)).collect()
    };
    let (standard, wrapping) = (first[0].shipping_line_id, first[1].shipping_line_id);
    let row = |charge: i64, title: &str, liable: bool| (charge, title.to_owned(), liable);
    let all = [row(standard, "TAX1", true), row(standard, "TAX2", false), row(wrapping, "TAX1", false)];
    let staged = taxes(&world).await;
    assert_eq!(told(&staged), all, "one that says nothing is not the channel's");
    assert_eq!((staged[0].rate_percentage, staged[0].amount), (10.into(), 5.into()));

    store::pay(&world.store, &id).await;
    world.advance(1);
    assert_eq!(world.sync_orders().await.updated, 1);
    assert_eq!((charges(&world).await.len(), told(&taxes(&world).await)), (2, all.to_vec()), "nothing is there twice");

    remove_last(&world, &id).await;
    world.advance(1);
    world.sync_orders().await;
    let left = charges(&world).await;
    assert_eq!((left.len(), left[0].title.as_str()), (1, "Standard"));
    assert_eq!(told(&taxes(&world).await), all[..2]);
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await[0].amount_including_vat, amount("150"));
}

/// D11.
#[rstest]
#[tokio::test]
async fn an_order_of_sixty_charges_is_imported_whole(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let charge = |at: u32| json!({ "title": format!("Parcel {at}"), "priceSet": kroner("1.00") });
    let shipping: Vec<Value> = (1..=60).map(charge).collect();
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), json!({ "shippingLines": shipping })))
        .await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.failed), (1, 0));
    assert_eq!(charges(&world).await.len(), 60);
    world.create_sales_orders().await;
    let document = &world.sales_orders().await[0];
    assert_eq!((document.amount_including_vat, world.sales_lines(document).await.len()), (160.into(), 61));
}
