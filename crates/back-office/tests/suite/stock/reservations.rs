//! Keeping what is on hand for sales orders.

use back_office::posting::Request;
use back_office::sales::{self, ChangeLine, DocumentType, line};
use back_office::{Error, Result};
use database::Engine;
use rstest::rstest;
use uuid::Uuid;

use super::warehouse::{TODAY, found, lost, ordered, place, units};
use crate::world::{World, code};

impl World {
    async fn reserve(&self, id: Uuid, quantity: &str) -> Result<line::Model> {
        let (cx, quantity) = (&self.context(), units(quantity));
        self.test.db.write(|tx| async move { sales::reserve(&tx, id, 10_000, quantity, cx).await }).await
    }
}

/// 10 shirts at MAIN, and orders of 6 and of 5.
async fn ordered_twice(engine: Engine) -> (World, Uuid, Uuid) {
    let world = World::new(engine).await;
    world.adjust(&[found("SHIRT - MAIN", "10", "60")]).await;
    let main = place("SHIRT - MAIN");
    let one = world.document(DocumentType::Order, &ordered(&main, 6)).await;
    let other = world.document(DocumentType::Order, &ordered(&main, 5)).await;
    world.take_marks().await;
    (world, one, other)
}

#[rstest]
#[tokio::test]
async fn what_is_kept_for_an_order_is_not_free_and_shipping_takes_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, one, _) = ordered_twice(engine).await;
    assert_eq!(world.reserve(one, "6").await.unwrap().reserved_quantity, units("6"));
    assert_eq!(world.take_marks().await, [place("SHIRT - MAIN")]);
    let figures = world.available(&["SHIRT"], TODAY).await.of_item(&code("SHIRT")).unwrap();
    assert_eq!((figures.inventory, figures.reserved, figures.free()), (units("10"), units("6"), units("4")));
    assert_eq!(figures.projected_available_balance(), units("-1"));
    // Free are 4, and 5 are promised that are not kept.
    assert_eq!(figures.available_to_promise(), units("-1"));
    world.plan_first(one, units("4"), units("0")).await;
    world.post(one, Request::SHIP).await.unwrap();
    let figures = world.available(&["SHIRT"], TODAY).await.of_item(&code("SHIRT")).unwrap();
    assert_eq!((figures.inventory, figures.reserved, figures.free()), (units("6"), units("2"), units("4")));
    world.post(one, Request::SHIP_AND_INVOICE).await.unwrap();
    let figures = world.available(&["SHIRT"], TODAY).await.of_item(&code("SHIRT")).unwrap();
    assert_eq!((figures.reserved, figures.free()), (units("0"), units("4")));
}

#[rstest]
#[tokio::test]
async fn no_more_is_kept_than_is_asked_for_and_is_free(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, one, other) = ordered_twice(engine).await;
    let more = world.reserve(one, "7").await.unwrap_err().to_string();
    assert_eq!(more, "7 units of item SHIRT can't be reserved: there are 6, receive more of it or reserve less");
    world.reserve(one, "6").await.unwrap();
    assert!(matches!(world.reserve(other, "5").await, Err(Error::CannotReserve { most, .. }) if most == units("4")));
    world.reserve(other, "4").await.unwrap();
    world.reserve(one, "0").await.unwrap();
    world.reserve(other, "5").await.unwrap();
    assert!(matches!(world.reserve(other, "-1").await, Err(Error::NotPositive { .. })));
    let back = world.document(DocumentType::ReturnOrder, &ordered(&place("SHIRT - MAIN"), 1)).await;
    assert!(matches!(world.reserve(back, "1").await, Err(Error::Unknown { kind: "line", .. })));
}

#[rstest]
#[tokio::test]
async fn what_is_kept_for_one_order_is_shipped_for_no_other_and_not_taken_away(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, one, other) = ordered_twice(engine).await;
    world.reserve(one, "6").await.unwrap();
    let refusal = world.refusal(other, Request::SHIP_AND_INVOICE).await;
    let expected =
        "line 10000: 6 units of item SHIRT are reserved for other orders: ship less, or cancel a reservation";
    assert_eq!(refusal, format!("sales order SO-000002 can't be posted: {expected}"));
    world.enter_stock(&[lost("SHIRT - MAIN", "5")]).await.unwrap();
    let refusal = world.post_stock().await.unwrap_err().to_string();
    let expected =
        "line 10000: 6 units of item SHIRT are reserved for sales orders: take less, or cancel a reservation";
    assert_eq!(refusal, format!("item journal DEFAULT can't be posted: {expected}"));
    world.post(one, Request::SHIP_AND_INVOICE).await.unwrap();
    world.post_stock().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_line_that_asks_for_less_or_is_sent_from_elsewhere_gives_back_what_was_kept_for_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, one, _) = ordered_twice(engine).await;
    world.locations(&["EAST"]).await;
    world.reserve(one, "6").await.unwrap();
    let change = |change| world.change_line(one, 1, change);
    change(ChangeLine { quantity: Some(units("4")), ..Default::default() }).await.unwrap();
    assert_eq!(world.read(one).await.1[0].reserved_quantity, units("4"));
    change(ChangeLine { quantity: Some(units("7")), ..Default::default() }).await.unwrap();
    assert_eq!(world.read(one).await.1[0].reserved_quantity, units("4"));
    change(ChangeLine { location_code: Some(code("EAST")), ..Default::default() }).await.unwrap();
    assert_eq!(world.read(one).await.1[0].reserved_quantity, units("0"));
}
