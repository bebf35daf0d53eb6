//! What the checklist of going live says of stock.

use connector::checklist::{self, Check, State};
use connector::locations;
use connector::stock::Begin;
use database::Engine;
use rstest::rstest;
use serde_json::json;
use values::Code;

use crate::places::{TORGET, map, open_location, refresh};
use crate::world::{SHOP, World};

const BERGEN: &str = "Lager Bergen";

async fn check(world: &World) -> Check {
    let checks = checklist::run(&world.connector, &world.queue, SHOP).await.unwrap();
    checks.into_iter().find(|check| check.name == "stock").unwrap()
}

async fn stands(world: &World) -> (State, &'static str) {
    let check = check(world).await;
    (check.state, check.code)
}

#[rstest]
#[tokio::test]
async fn stock_is_done_once_both_sides_were_compared_and_somebody_has_said_whose_are_right(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::beginning(engine).await;
    map(&world, BERGEN, "MAIN").await;
    world.calculate("Off").await;
    assert_eq!(stands(&world).await, (State::Attention, "stockNotSent"));
    world.calculate("Projected Available Balance Today").await;
    assert_eq!(stands(&world).await, (State::Open, "stockNotCompared"));

    world.found_at("1000", "", "MAIN", 7).await;
    world.set_in_shopify("1000", 5).await;
    world.sync_stock().await;
    let differing = check(&world).await;
    assert_eq!((differing.state, differing.code), (State::Open, "stockNotBegun"));
    assert_eq!((&differing.parameters["differing"], &differing.parameters["locations"]), (&json!(1), &json!([BERGEN])));

    world.begin_stock(Begin::PushOurs).await.unwrap();
    world.work().await;
    let done = check(&world).await;
    assert_eq!((done.state, done.code, &done.parameters["sent"]), (State::Done, "stockSent", &json!(1)));

    open_location(&world, TORGET).await;
    refresh(&world).await;
    assert_eq!(stands(&world).await, (State::Done, "stockSent"), "no online order is sent from there");
    let torget = world.all::<locations::Entity>().await.into_iter().find(|row| row.name == TORGET).unwrap();
    let sends = locations::Model { ships_inventory: true, default_location_code: Code::cut("MAIN"), ..torget };
    world.rewrite::<locations::ActiveModel, _>(sends).await;
    let in_part = check(&world).await;
    assert_eq!((in_part.state, in_part.code), (State::Attention, "stockSentInPart"));
    assert_eq!(in_part.parameters["others"], json!([TORGET]));
}

#[rstest]
#[tokio::test]
async fn a_location_of_which_nothing_says_what_it_is_here_is_named(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    let named = check(&world).await;
    assert_eq!((named.state, named.code), (State::Attention, "locationsNotMapped"));
    assert_eq!(named.parameters["locations"], json!([BERGEN]));
    world.calculate("Off").await;
    assert_eq!(stands(&world).await.1, "locationsNotMapped", "online orders are sent from there all the same");
    map(&world, BERGEN, "MAIN").await;
    assert_eq!(stands(&world).await, (State::Attention, "stockNotSent"));
}
