//! What is not sent: why, what becomes of it, and what people say of it.

use connector::shipments::number::{FAILED, LEFT_OUT, READY};
use connector::shipments::{leave_out, send_again, send_now, set_number};
use connector::{cues, skipped};
use database::Engine;
use devstore::{NewService, Sending};
use job_queue::Outcome;
use rstest::rstest;
use serde_json::{Value, json};

use super::*;
use crate::world::{SHOP, kari};

const OSLO: chrono_tz::Tz = chrono_tz::Europe::Oslo;

/// How many shipments are still to be sent, and how many wait for a person.
pub async fn counted(world: &World) -> (u64, u64) {
    let now = world.now();
    let all = world.test.db.read(|r| async move { cues::cues(&r, "KARI", now, None).await }).await.unwrap();
    let of = |name: &str| all.iter().find(|cue| cue.name == name).unwrap().count;
    (of("unprocessedShipments"), of("shipmentsErrors"))
}

async fn hold(world: &World, order: &str) -> Value {
    let part = parts(world, order).await.remove(0)["id"].clone();
    let document = "mutation($id: ID!, $hold: FulfillmentOrderHoldInput!) {
        fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) { userErrors { message } } }";
    let variables = json!({ "id": part, "hold": { "reason": "INCORRECT_ADDRESS", "handle": "a" } });
    let data = graphql(&world.store, document, variables).await;
    assert_eq!(data["fulfillmentOrderHold"]["userErrors"], json!([]));
    part
}

async fn release(world: &World, part: &Value) {
    let document = "mutation($id: ID!) { fulfillmentOrderReleaseHold(id: $id) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": part })).await;
    assert_eq!(data["fulfillmentOrderReleaseHold"]["userErrors"], json!([]));
}

#[rstest]
#[tokio::test]
async fn what_shopify_holds_back_waits_and_is_sent_by_itself_when_it_is_released(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let held = sold(&world, &[("1000", 1)]).await;
    let other = sold(&world, &[("2000", 1)]).await;
    let part = hold(&world, &held).await;
    ship_all(&world).await;
    assert_eq!(counted(&world).await, (2, 0));
    let log = send_logged(&world).await;
    let summary = log.summary().unwrap();
    assert_eq!((log.result, summary.updated, summary.skipped), (Outcome::PartialSuccess, 1, 1));
    assert_eq!((parcels(&world, &held).await.len(), parcels(&world, &other).await.len()), (0, 1));
    let skipped = world.skipped().await.remove(0);
    assert!(skipped.cause.starts_with("Shopify holds the fulfillment order back: "), "{}", skipped.cause);
    assert!(skipped.remedy.starts_with("Release the hold in Shopify"), "{}", skipped.remedy);
    assert_eq!(counted(&world).await, (1, 0), "it is still to be sent");
    release(&world, &part).await;
    world.forget_calls();
    assert_eq!(send(&world).await.updated, 1);
    assert_eq!(world.calls().0, 2);
    assert_eq!((world.skipped().await, counted(&world).await), (Vec::new(), (0, 0)));
}

#[rstest]
#[tokio::test]
async fn what_is_to_be_sent_later_waits_and_is_sent_when_it_is_open(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 1)]).await;
    ship_all(&world).await;
    let part = parts(&world, &order).await.remove(0)["id"].clone();
    let later = Sending {
        fulfillment_order: part.as_str().map(str::to_owned),
        scheduled_for: Some(world.now() + chrono::TimeDelta::days(3)),
        ..Sending::default()
    };
    world.store.handle().change_sending(&later).unwrap();
    assert_eq!(send_logged(&world).await.summary().unwrap().skipped, 1);
    let skipped = world.skipped().await.remove(0);
    assert!(skipped.cause.starts_with("The fulfillment order is scheduled for 20"), "{}", skipped.cause);
    assert_eq!((numbers(&world).await, counted(&world).await), (vec![READY], (1, 0)));
    let document = "mutation($id: ID!) { fulfillmentOrderOpen(id: $id) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": part })).await;
    assert_eq!(data["fulfillmentOrderOpen"]["userErrors"], json!([]));
    assert_eq!((send(&world).await.updated, world.skipped().await), (1, Vec::new()));
}

#[rstest]
#[tokio::test]
async fn an_order_that_is_too_old_to_be_read_names_the_scope_that_reads_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 1)]).await;
    ship_all(&world).await;
    grant(&world, &["write_merchant_managed_fulfillment_orders"]).await;
    world.advance(61 * 24 * 60);
    assert_eq!(send_logged(&world).await.summary().unwrap().failed, 1);
    assert_eq!((asked(&world), numbers(&world).await), (0, vec![FAILED]));
    let skipped = world.skipped().await.remove(0);
    assert!(skipped.cause.starts_with("The order is not there in Shopify"), "{}", skipped.cause);
    assert!(skipped.remedy.contains("read_all_orders for an order older than 60 days"), "{}", skipped.remedy);

    grant(&world, &["write_merchant_managed_fulfillment_orders", "read_all_orders"]).await;
    let id = shipments(&world).await[0].id;
    assert_eq!(send_again(&world.connector, &kari(), &[id]).await.unwrap(), 1);
    assert_eq!(send(&world).await.updated, 1);
    assert_eq!(parcels(&world, &order).await.len(), 1);
}

/// Example 18.
#[rstest]
#[tokio::test]
async fn what_the_service_of_another_app_sends_is_not_sent_and_waits_for_a_person(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let service = NewService { name: "Nordlager".into(), ..NewService::default() };
    let service = world.store.handle().add_service(&service).unwrap();
    let order = sold(&world, &[("1000", 2)]).await;
    let other = sold(&world, &[("2000", 1)]).await;
    move_part(&world, &order, &service).await;
    ship_all(&world).await;
    world.forget_calls();
    let log = send_logged(&world).await;
    let summary = log.summary().unwrap();
    assert_eq!((log.result, summary.updated, summary.failed), (Outcome::PartialSuccess, 1, 1));
    assert_eq!(world.calls(), (2, READ + PARCEL));
    assert_eq!((parcels(&world, &order).await.len(), parcels(&world, &other).await.len()), (0, 1));
    let posted = shipments(&world).await;
    assert!(posted[0].source_delivery_id == FAILED && posted[1].source_delivery_id > 0, "{posted:?}");
    let skipped = world.skipped().await.remove(0);
    assert_eq!(skipped.document_name, posted[0].number.as_str());
    assert_eq!(
        skipped.cause,
        "No corresponding fulfillment lines found: what is left is sent by the fulfillment service Nordlager."
    );
    assert!(skipped.remedy.contains("Move the fulfillment order"), "{}", skipped.remedy);
    assert_eq!(counted(&world).await, (0, 1));
    world.forget_calls();
    assert_eq!((send(&world).await.fetched, world.calls().0), (0, 0));

    move_part(&world, &order, crate::paid_back::LOCATION).await;
    assert_eq!(send_again(&world.connector, &kari(), &[posted[0].id]).await.unwrap(), 1);
    assert_eq!(send(&world).await.updated, 1);
    assert_eq!(goods(&parcels(&world, &order).await[0]), [("1000".to_owned(), 2)]);
    assert_eq!((world.skipped().await, counted(&world).await), (Vec::new(), (0, 0)));
}

#[rstest]
#[tokio::test]
async fn an_order_that_was_cancelled_waits_for_a_person_and_the_others_go_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let off = sold(&world, &[("1000", 1)]).await;
    sold(&world, &[("2000", 1)]).await;
    ship_all(&world).await;
    store::cancel(&world.store, &off).await;
    let log = send_logged(&world).await;
    let summary = log.summary().unwrap();
    assert_eq!((log.result, summary.updated, summary.failed), (Outcome::PartialSuccess, 1, 1));
    let sent = numbers(&world).await;
    assert!(sent[0] == FAILED && sent[1] > 0, "{sent:?}");
    let skipped = world.skipped().await.remove(0);
    assert_eq!(skipped.kind, skipped::Kind::Shipment);
    assert!(skipped.cause.contains("the order was cancelled in Shopify"), "{}", skipped.cause);
    assert!(skipped.remedy.contains("Leave Out"), "{}", skipped.remedy);
    assert_eq!(counted(&world).await, (0, 1));
    world.forget_calls();
    assert_eq!((send(&world).await.fetched, world.calls().0), (0, 0), "nothing is tried until a person says so");

    let id = shipments(&world).await[0].id;
    assert_eq!(leave_out(&world.connector, &kari(), &[id]).await.unwrap(), 1);
    assert_eq!(
        (numbers(&world).await[0], world.skipped().await, counted(&world).await),
        (LEFT_OUT, Vec::new(), (0, 0))
    );
}

#[rstest]
#[tokio::test]
async fn a_page_that_is_no_address_holds_its_shipment_and_quotation_marks_hold_none(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    agent(&world, "ODD", "Nobody \"knows\" them", "odd.example/?n=\"%1\"").await;
    agent(&world, "LOST", "", "not an address").await;
    let odd = sold(&world, &[("1000", 1)]).await;
    let lost = sold(&world, &[("2000", 1)]).await;
    ship_all(&world).await;
    let posted = shipments(&world).await;
    track(&world, &posted[0], "ODD", "1\"2'3").await;
    track(&world, &posted[1], "LOST", "77").await;
    let summary = send_logged(&world).await.summary().unwrap();
    assert_eq!((summary.updated, summary.skipped), (1, 1));
    let told = parcels(&world, &odd).await[0]["trackingInfo"][0].clone();
    let page = "http://odd.example/?n=%221%222%273%22";
    assert_eq!(told, json!({ "company": "Nobody \"knows\" them", "number": "1\"2'3", "url": page }));
    let skipped = world.skipped().await.remove(0);
    assert_eq!(skipped.cause, "The page of the shipping agent LOST, 'not an address', is no address on the web.");
    assert!(skipped.remedy.contains("Correct Internet Address of the shipping agent LOST"), "{}", skipped.remedy);

    let is_lost = |agent: &shipping_agents::Model| agent.code.as_str() == "LOST";
    world.mend::<shipping_agents::Entity>(is_lost, &[("internetAddress", "https://lost.example/%1")]).await.unwrap();
    assert_eq!(send(&world).await.updated, 1);
    assert_eq!(parcels(&world, &lost).await[0]["trackingInfo"][0]["url"], "https://lost.example/77");
    assert_eq!(world.skipped().await, []);
}

/// Example 23.
#[rstest]
#[tokio::test]
async fn a_shipment_whose_order_is_not_known_any_more_waits(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    sold(&world, &[("1000", 1)]).await;
    ship_all(&world).await;
    world.forget_orders().await;
    for retries in 0..2 {
        assert_eq!(send_logged(&world).await.summary().unwrap().skipped, 1);
        let skipped = world.skipped().await.remove(0);
        assert_eq!((skipped.cause.as_str(), skipped.retries), ("The Shopify order #1001 is not known here.", retries));
    }
    assert_eq!((numbers(&world).await, counted(&world).await.0), (vec![READY], 1));
    world.sync_orders().await;
    assert_eq!(send(&world).await.updated, 1);
}

#[rstest]
#[tokio::test]
async fn what_shopify_does_not_wait_for_is_told_with_what_to_do(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 2)]).await;
    let open = world.sales_orders().await.remove(0);
    ship(&world, &open, &[(10_000, 1)]).await;
    // All of it goes back before anything is sent there.
    let (lines, _) = crate::paid_back::parts(&world.store, &order).await;
    let all = vec![crate::paid_back::pieces(&lines[0], 2, "CANCEL")];
    crate::paid_back::refund(&world.store, &order, all, None, json!({})).await;
    assert_eq!(send_logged(&world).await.summary().unwrap().failed, 1);
    assert_eq!(numbers(&world).await, [FAILED]);
    let skipped = world.skipped().await.remove(0);
    assert!(skipped.cause.starts_with("No corresponding fulfillment lines found"), "{}", skipped.cause);
}

#[rstest]
#[tokio::test]
async fn what_failed_is_sent_again_when_a_person_says_so(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("allowBackgroundSyncs", "true")]).await;
    let order = sold(&world, &[("1000", 1)]).await;
    ship_all(&world).await;
    let id = shipments(&world).await[0].id;
    set(&world, id, FAILED).await.unwrap();
    assert_eq!(send(&world).await.fetched, 0);
    let none = send_now(&world.connector, &world.queue, &kari(), &[id], OSLO).await.unwrap_err().to_string();
    assert!(none.contains("choose Send Again"), "{none}");
    assert_eq!(send_again(&world.connector, &kari(), &[id]).await.unwrap(), 1);
    assert_eq!(send_again(&world.connector, &kari(), &[id]).await.unwrap(), 0, "it is already");
    send_now(&world.connector, &world.queue, &kari(), &[id], OSLO).await.unwrap();
    world.work().await;
    assert_eq!(parcels(&world, &order).await.len(), 1);
    let refused = leave_out(&world.connector, &kari(), &[id]).await.unwrap_err().to_string();
    assert!(refused.contains("only one that is not there is sent again or left out"), "{refused}");
    let refused = set(&world, id, 7).await.unwrap_err().to_string();
    assert!(refused.contains("it is set to 0 (to be sent), -1 (not sent) or -2 (left out) by hand"), "{refused}");
    let unknown = leave_out(&world.connector, &kari(), &[uuid::Uuid::nil()]).await.unwrap_err().to_string();
    assert!(unknown.contains("there is no posted shipment of a Shopify order"), "{unknown}");
}

async fn set(world: &World, id: uuid::Uuid, number: i64) -> Result<u64, connector::Error> {
    let (connector, chosen, by) = (&world.connector, &[id].into(), &kari());
    world.test.db.write(|tx| async move { set_number(connector, &tx, by, chosen, number).await }).await
}

#[rstest]
#[tokio::test]
async fn a_skipped_shipment_is_tried_again_alone(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("allowBackgroundSyncs", "true")]).await;
    let held = sold(&world, &[("1000", 1)]).await;
    let part = hold(&world, &held).await;
    ship_all(&world).await;
    send_logged(&world).await;
    release(&world, &part).await;
    let skipped = world.skipped().await.remove(0);
    skipped::retry(&world.connector, &world.queue, &kari(), &skipped, OSLO).await.unwrap();
    world.work().await;
    assert_eq!((parcels(&world, &held).await.len(), world.skipped().await.len()), (1, 0));
}

#[rstest]
#[tokio::test]
async fn nothing_is_sent_that_the_shop_card_or_the_store_does_not_allow(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    sold(&world, &[("1000", 1)]).await;
    ship_all(&world).await;
    world.forget_calls();
    world.set(&[("allowOutgoingRequests", "false")]).await;
    assert!(send_logged(&world).await.error_message.contains("turn on Allow Data Sync to Shopify"));
    world.set(&[("allowOutgoingRequests", "true")]).await;
    world.store.handle().grant_scopes(None, &["read_orders", "read_customers", "read_products"]).unwrap();
    connector::shops::test(&world.connector, SHOP).await.unwrap();
    let refused = send_logged(&world).await.error_message;
    assert!(refused.contains("lacks the access scope write_merchant_managed_fulfillment_orders"), "{refused}");
    assert_eq!((asked(&world), numbers(&world).await), (0, vec![READY]));
}
