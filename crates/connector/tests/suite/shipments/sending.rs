//! The worked examples, in which all goes well.

use connector::operations::State;
use connector::shipments::number::FAILED;
use connector::shipments::staged::shipped::Origin;
use connector::shipments::staged::{waiting, waiting_line};
use database::Engine;
use devstore::{Fault, FaultKind};
use job_queue::Filters;
use rstest::rstest;
use serde_json::{Value, json};

use super::waiting::counted;
use super::*;
use crate::paid_back;
use crate::places::{TORGET, open_location};

/// Example 13.
#[rstest]
#[tokio::test]
async fn a_posted_shipment_is_one_fulfilment_with_its_tracking(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    agent(&world, "DHL", "DHL Express", "track.dhl.com/?n=%1").await;
    let order = sold(&world, &[("1000", 2)]).await;
    ship_all(&world).await;
    assert_eq!((numbers(&world).await, counted(&world).await), (vec![0], (1, 0)));
    track(&world, &shipments(&world).await[0], "DHL", "00340").await;
    world.forget_calls();
    let summary = send(&world).await;
    assert_eq!((summary.fetched, summary.updated, summary.skipped, summary.failed), (1, 1, 0, 0));
    assert_eq!((summary.calls, summary.points), (2, READ + PARCEL));
    assert_eq!(world.calls(), (2, READ + PARCEL));

    let made = parcels(&world, &order).await;
    assert_eq!((made.len(), goods(&made[0])), (1, vec![("1000".to_owned(), 2)]));
    let tracking = json!([{ "company": "DHL Express", "number": "00340", "url": "http://track.dhl.com/?n=00340" }]);
    assert_eq!(made[0]["trackingInfo"], tracking);
    let id = number(&made[0]["id"]);
    assert_eq!((numbers(&world).await, counted(&world).await), (vec![id], (0, 0)));
    let row = rows(&world).await.remove(0);
    assert_eq!((row.shopify_fulfillment_id, row.quantity, row.origin), (id, 2, Origin::BackOffice));
    assert_eq!((row.name.as_str(), row.tracking_number.as_str()), (made[0]["name"].as_str().unwrap(), "00340"));
    let change = changes(&world).await.remove(0);
    assert_eq!((change.state, change.id), (State::Done, row.id));
    let sent: Value = serde_json::from_str(&change.variables).unwrap();
    assert_eq!(sent["fulfillment"]["notifyCustomer"], true);
    assert_eq!(world.all::<waiting::Entity>().await.len(), 1);
    assert_eq!(world.all::<waiting_line::Entity>().await[0].remaining_quantity, 2);

    world.forget_calls();
    assert_eq!(send(&world).await, Summary::default(), "a second run has nothing to do");
    assert_eq!(world.calls().0, 0);
}

#[rstest]
#[tokio::test]
async fn buyers_are_told_as_the_shop_card_says_and_without_a_number_nothing_is_followed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("sendShippingConfirmation", "false")]).await;
    agent(&world, "DHL", "", "track.dhl.com/?n=%1").await;
    let order = sold(&world, &[("1000", 1)]).await;
    ship_all(&world).await;
    track(&world, &shipments(&world).await[0], "DHL", "").await;
    send(&world).await;
    let sent: Value = serde_json::from_str(&changes(&world).await[0].variables).unwrap();
    assert_eq!(
        (&sent["fulfillment"]["notifyCustomer"], &sent["fulfillment"]["trackingInfo"]),
        (&json!(false), &Value::Null)
    );
    assert_eq!(parcels(&world, &order).await[0]["trackingInfo"], json!([]));
}

/// Example 14.
#[rstest]
#[tokio::test]
async fn a_shipment_from_two_places_is_two_fulfilments_in_one_call(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 10), ("2000", 7)]).await;
    let torget = open_location(&world, TORGET).await;
    move_line(&world, &order, 1, &torget).await;
    let document = world.sales_orders().await.remove(0);
    ship(&world, &document, &[(10_000, 5), (20_000, 4)]).await;
    world.forget_calls();
    assert_eq!(send(&world).await.updated, 1);
    assert_eq!(world.calls(), (2, READ + 2 * PARCEL));
    let made = parcels(&world, &order).await;
    let places: Vec<_> = made.iter().map(|parcel| (parcel["location"]["id"].clone(), goods(parcel))).collect();
    let bergen = (json!(paid_back::LOCATION), vec![("1000".to_owned(), 5)]);
    let mut expected = [bergen, (json!(torget), vec![("2000".to_owned(), 4)])];
    expected.sort_by_key(|(place, _)| number(place));
    assert_eq!(places, expected, "in the order of their places");
    let ids: Vec<i64> = made.iter().map(|parcel| number(&parcel["id"])).collect();
    assert_eq!(rows(&world).await.iter().map(|row| row.shopify_fulfillment_id).collect::<Vec<_>>(), ids);
    assert_eq!(numbers(&world).await, [ids[1]], "the header has the last");
}

/// Sends the line at a place of an order's first part that is elsewhere from another location.
pub async fn move_line(world: &World, order: &str, at: usize, location: &str) {
    let is_elsewhere = |part: &Value| part["assignedLocation"]["location"]["id"] != location;
    let part = parts(world, order).await.into_iter().find(is_elsewhere).unwrap();
    let all = part["lineItems"]["nodes"][at]["remainingQuantity"].clone();
    move_pieces(world, &part, (at, &all), location).await;
}

/// Sends so many of the line at a place of a part from another location.
async fn move_pieces(world: &World, part: &Value, (at, quantity): (usize, &Value), location: &str) {
    let document = "mutation($id: ID!, $to: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
        fulfillmentOrderMove(id: $id, newLocationId: $to, fulfillmentOrderLineItems: $lines) { userErrors { message } } }";
    let lines = json!([{ "id": part["lineItems"]["nodes"][at]["id"], "quantity": quantity }]);
    let data = graphql(&world.store, document, json!({ "id": part["id"], "to": location, "lines": lines })).await;
    assert_eq!(data["fulfillmentOrderMove"]["userErrors"], json!([]));
}

#[rstest]
#[tokio::test]
async fn goods_are_sent_in_shopify_from_where_they_were_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let torget = two_places(&world).await;
    let order = sold(&world, &[("1000", 4)]).await;
    let part = parts(&world, &order).await.remove(0);
    move_pieces(&world, &part, (0, &json!(2)), &torget).await;
    let open = world.sales_orders().await.remove(0);
    let cx = &context(&world);
    let change = &sales::ChangeLine { location_code: Some(Code::cut("RED")), ..Default::default() };
    let write = |tx| async move {
        let setup = sales::Setup::read(&tx).await?;
        sales::change_line(&tx, &setup, open.id, None, 10_000, change, cx).await
    };
    let open = world.test.db.write(write).await.unwrap();
    ship(&world, &open, &[(10_000, 2)]).await;
    send(&world).await;
    let made = parcels(&world, &order).await;
    assert_eq!((made.len(), &made[0]["location"]["id"]), (1, &json!(torget)));
}

/// Example 16.
#[rstest]
#[tokio::test]
async fn no_more_is_fulfilled_than_shopify_waits_for(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 8)]).await;
    by_hand(&world, &order, &[(0, 3)], Value::Null).await;
    ship_all(&world).await;
    let summary = send(&world).await;
    assert_eq!((summary.updated, summary.failed), (1, 0));
    let made = parcels(&world, &order).await;
    assert_eq!(goods(&made[1]), [("1000".to_owned(), 5)]);
    assert_eq!(numbers(&world).await, [number(&made[1]["id"])]);
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn parts_of_an_order_are_sent_one_after_the_other(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 6), ("2000", 1)]).await;
    let open = world.sales_orders().await.remove(0);
    ship(&world, &open, &[(10_000, 2)]).await;
    let open = world.sales_orders().await.remove(0);
    ship(&world, &open, &[(10_000, 3), (20_000, 1)]).await;
    world.forget_calls();
    assert_eq!(send(&world).await.updated, 2);
    assert_eq!(world.calls(), (4, 2 * (READ + PARCEL)), "what is left is looked at before the second");
    let made = parcels(&world, &order).await;
    let all: Vec<_> = made.iter().map(goods).collect();
    let both = vec![("1000".to_owned(), 3), ("2000".to_owned(), 1)];
    assert_eq!(all, [vec![("1000".to_owned(), 2)], both]);
    assert_eq!(numbers(&world).await, made.iter().map(|parcel| number(&parcel["id"])).collect::<Vec<_>>());
    let open = world.sales_orders().await.remove(0);
    ship(&world, &open, &[]).await;
    send(&world).await;
    assert_eq!(goods(&parcels(&world, &order).await[2]), [("1000".to_owned(), 1)]);
}

/// Example 21.
#[rstest]
#[tokio::test]
async fn a_shipment_of_251_lines_is_two_fulfilments_with_the_same_tracking(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    agent(&world, "POST", "", "").await;
    let order = sold(&world, &[("1000", 1); 251]).await;
    ship_all(&world).await;
    track(&world, &shipments(&world).await[0], "POST", "A 1").await;
    world.forget_calls();
    assert_eq!(send(&world).await.updated, 1);
    assert_eq!(asked(&world), 2);
    let made = parcels(&world, &order).await;
    let counts: Vec<_> = made.iter().map(|parcel| goods(parcel).len()).collect();
    assert_eq!(counts, [250, 1]);
    assert!(made.iter().all(|parcel| parcel["trackingInfo"][0]["number"] == "A 1"));
    assert_eq!(numbers(&world).await, [number(&made[1]["id"])]);
}

/// What goes with the parcel is one of several that a call asks for.
#[rstest]
#[tokio::test]
async fn a_call_that_is_refused_as_a_whole_goes_in_halves_and_nothing_is_lost(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let order = shipped_from_two_places(&world).await;
    let operation = Some("FulfillmentsCreate".to_owned());
    let fault = Fault { operation, status: Some(422), ..Fault::of(FaultKind::Status) };
    world.store.handle().set_faults(vec![fault], 1);
    world.forget_calls();
    assert_eq!(send(&world).await.updated, 1);
    assert_eq!(asked(&world), 3, "once together, and each half");
    let made = parcels(&world, &order).await;
    assert_eq!((made.len(), rows(&world).await.len()), (2, 2));
    assert_eq!(numbers(&world).await, [number(&made[1]["id"])]);
    assert_eq!(send(&world).await, Summary::default());
}

#[rstest]
#[tokio::test]
async fn what_shopify_refuses_twice_alike_waits_for_a_person(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    shipped_from_two_places(&world).await;
    grant(&world, &["write_third_party_fulfillment_orders"]).await;
    world.forget_calls();
    assert_eq!(send_logged(&world).await.summary().unwrap().failed, 1);
    assert_eq!((asked(&world), numbers(&world).await, rows(&world).await.len()), (2, vec![FAILED], 0));
    let skipped = world.skipped().await;
    assert_eq!(skipped.len(), 1, "both of its parcels are told in one sentence");
    assert!(skipped[0].cause.starts_with("Fulfillment was not created in Shopify: "), "{}", skipped[0].cause);
}

/// Ships all of an order of two lines, each of which is sent from another location.
async fn shipped_from_two_places(world: &World) -> String {
    let order = sold(world, &[("1000", 1), ("2000", 1)]).await;
    let torget = open_location(world, TORGET).await;
    move_line(world, &order, 1, &torget).await;
    ship_all(world).await;
    order
}

#[rstest]
#[tokio::test]
async fn only_the_shipments_that_the_filters_let_through_are_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for _ in 0..2 {
        sold(&world, &[("1000", 1)]).await;
    }
    ship_all(&world).await;
    let second = shipments(&world).await[1].number.to_string();
    let filters = Filters::new().with("SalesShipmentHeader.number", second);
    assert_eq!(world.run_with(SYNC_SHIPMENTS, filters).await.updated, 1);
    let sent = numbers(&world).await;
    assert!(sent[0] == 0 && sent[1] > 0, "{sent:?}");
    let none = Filters::new().with("SalesShipmentHeader.postingDate", "..2020-01-01");
    assert_eq!(world.run_with(SYNC_SHIPMENTS, none).await.fetched, 0);
}
