//! When a call is sent again, and when not.

use std::time::Duration;

use outbound::Error as Network;
use rstest::rstest;
use serde::Deserialize;
use serde_json::{Value, json};
use shopify::documents::shop::{WeightUnit, settings};
use shopify::{Decision, Document, Error, Kind, Meter};

use crate::fake::{self, Step, World, error, json, status, throttled, with_header};

/// A mutation, as there will be.
struct CloseOrder;

/// The same with a key.
struct CloseOrderOnce;

#[derive(Debug, Deserialize)]
struct Closed {}

impl Document for CloseOrder {
    const NAME: &'static str = "CloseOrder";
    const KIND: Kind = Kind::Mutation;
    type Variables = Value;
    type Answer = Closed;

    fn text() -> &'static str {
        "mutation CloseOrder { orderClose { order { id } } }"
    }

    fn cost(_: &Value) -> u32 {
        10
    }
}

impl Document for CloseOrderOnce {
    const NAME: &'static str = "CloseOrderOnce";
    const KIND: Kind = Kind::IdempotentMutation;
    type Variables = Value;
    type Answer = Closed;

    fn text() -> &'static str {
        CloseOrder::text()
    }

    fn cost(_: &Value) -> u32 {
        10
    }
}

fn lost() -> Step {
    Step::Broken(Network::Body { host: "fjord.myshopify.com".into(), reason: "connection reset".into() })
}

fn refused() -> Step {
    Step::Broken(Network::Connect { host: "fjord.myshopify.com".into(), reason: "connection refused".into() })
}

fn closed() -> Step {
    json(
        &json!({"data": {"orderClose": {"order": {"id": "gid://shopify/Order/1"}}}, "extensions": fake::cost(10, 1990)}),
    )
}

#[tokio::test]
async fn a_call_names_its_operation_its_version_and_its_token() {
    let world = World::new([fake::settings()]);
    let shop = settings(&world.client).await.unwrap().shop;
    assert_eq!((shop.name.as_str(), shop.currency_code.0.as_str()), ("Fjord", "NOK"));
    assert_eq!(shop.weight_unit, WeightUnit::Other("STONES".into()), "what is unknown is kept");
    let call = &world.arrived()[0];
    assert_eq!(call.uri, "https://fjord.myshopify.com/admin/api/2026-10/graphql.json");
    assert_eq!(call.token, "shpat_secret");
    assert_eq!(call.body["operationName"], "ShopSettings");
    assert!(call.body["query"].as_str().unwrap().starts_with("query ShopSettings {"));
}

#[tokio::test]
async fn a_query_is_sent_again_with_longer_and_longer_waits() {
    let world = World::new([lost(), status(503, "<html>"), refused(), fake::settings()]);
    world.drive(settings(&world.client)).await.unwrap();
    let times = world.times();
    let waits: Vec<_> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert_eq!(waits.len(), 3);
    for (wait, most) in waits.into_iter().zip([1000, 2000, 4000]) {
        assert!(wait <= most && wait >= most / 2, "{wait} ms of {most}");
    }
}

#[tokio::test]
async fn someone_who_waits_hears_sooner_that_nobody_answers() {
    let world = World::new([refused()]);
    let client = world.client.clone().urgent();
    let error = world.drive(settings(&client)).await.unwrap_err();
    assert!(matches!(error, Error::Unreachable { .. }), "{error}");
    assert_eq!(world.arrived().len(), 2);
}

#[rstest]
#[case::reset(lost())]
#[case::server(status(502, "<html>"))]
#[case::internal(error("INTERNAL_SERVER_ERROR", "Internal error"))]
#[case::cut_off(status(200, r#"{"data":"#))]
#[tokio::test]
async fn a_mutation_whose_answer_is_lost_is_not_sent_again(#[case] step: Step) {
    let world = World::new([step, closed()]);
    let error = world.drive(world.client.run::<CloseOrder>(json!({}))).await.unwrap_err();
    assert!(matches!(error, Error::Unclear { .. }), "{error}");
    assert_eq!(error.decision(), Decision::Hold);
    assert_eq!(world.arrived().len(), 1);
}

#[rstest]
#[case::reset(lost())]
#[case::server(status(502, "<html>"))]
#[case::internal(error("INTERNAL_SERVER_ERROR", "Internal error"))]
#[tokio::test]
async fn a_mutation_with_a_key_is_sent_again_as_it_was(#[case] step: Step) {
    let world = World::new([step, closed()]);
    world.drive(world.client.run::<CloseOrderOnce>(json!({"key": "k"}))).await.unwrap();
    let arrived = world.arrived();
    assert_eq!(arrived.len(), 2);
    assert_eq!(arrived[0].body, arrived[1].body);
}

#[rstest]
#[case::refused(refused())]
#[case::throttled(throttled(10, 0))]
#[case::limited(with_header(status(429, ""), "retry-after", "2.0"))]
#[tokio::test]
async fn a_mutation_that_was_not_carried_out_is_sent_again(#[case] step: Step) {
    let world = World::new([step, closed()]);
    world.drive(world.client.run::<CloseOrder>(json!({}))).await.unwrap();
    assert_eq!(world.arrived().len(), 2);
}

#[tokio::test]
async fn a_throttled_call_waits_exactly_until_its_points_are_there() {
    let world = World::new([throttled(500, 170), fake::settings()]);
    let client = world.client.clone().urgent();
    world.drive(settings(&client)).await.unwrap();
    assert_eq!(world.times(), [0, 4000], "330 points at 100 a second, in whole seconds");
}

#[tokio::test]
async fn being_throttled_is_no_failure_however_often() {
    let meter = Meter::default();
    let world = World::new(std::iter::repeat_n(throttled(2, 0), 30).chain([fake::settings()]));
    let client = world.client.clone().urgent().metered(meter.clone());
    world.drive(settings(&client)).await.unwrap();
    assert_eq!((meter.calls(), meter.points()), (31, 2), "every request is a call, and only what was executed costs");
}

#[tokio::test]
async fn a_store_that_never_has_points_gives_the_job_back() {
    let world = World::new([throttled(2, 0)]);
    let error = world.drive(settings(&world.client)).await.unwrap_err();
    assert!(matches!(error, Error::Throttled { times: 60, .. }), "{error}");
    assert_eq!(error.decision(), Decision::Retry { after: None });
}

#[tokio::test]
async fn the_time_that_the_store_names_is_kept() {
    let world = World::new([with_header(status(429, ""), "retry-after", "3.5"), fake::settings()]);
    world.drive(settings(&world.client)).await.unwrap();
    assert_eq!(world.times(), [0, 3500]);
}

#[tokio::test]
async fn a_displeased_store_is_left_alone_for_a_minute() {
    let world = World::new([status(430, "<html>Security Rejection"), fake::settings()]);
    world.drive(settings(&world.client)).await.unwrap();
    assert_eq!(world.times(), [0, 60_000]);
}

#[tokio::test]
async fn calls_that_were_given_up_take_no_place() {
    let world = World::new([throttled(2, 0)]);
    for _ in 0..10 {
        let limit = Duration::from_millis(100);
        let given_up = world.drive(world.clock.timeout(limit, settings(&world.client))).await;
        assert!(given_up.is_err());
    }
    let error = world.drive(settings(&world.client)).await.unwrap_err();
    assert!(matches!(error, Error::Throttled { .. }), "it is sent, and does not wait for ever: {error}");
}

#[tokio::test]
async fn another_version_than_asked_for_is_noticed() {
    let world = World::new([
        with_header(fake::settings(), "x-shopify-api-version", "2027-01"),
        with_header(fake::settings(), "x-shopify-api-version", "2026-10"),
    ]);
    settings(&world.client).await.unwrap();
    assert_eq!(world.budget.served_version().as_deref(), Some("2027-01"));
    settings(&world.client).await.unwrap();
    assert_eq!(world.budget.served_version(), None);
}
