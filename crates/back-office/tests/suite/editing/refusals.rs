//! What is not changed, and why.

use back_office::posting::Request;
use back_office::sales::{self, ChangeLine, NewDocument};
use database::Engine;
use rstest::rstest;
use uuid::Uuid;

use crate::world::{World, amount, code, order, sold};

fn quantity(quantity: i32) -> ChangeLine {
    ChangeLine { quantity: Some(quantity.into()), ..ChangeLine::default() }
}

async fn refusal(world: &World, id: Uuid, change: ChangeLine) -> String {
    let before = world.read(id).await;
    let refused = world.change_line(id, 1, change).await.unwrap_err().to_string();
    assert_eq!(world.read(id).await, before);
    refused
}

#[rstest]
#[tokio::test]
async fn a_released_document_keeps_its_lines_and_its_discount(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 2, "100", "0")])).await;
    let id = header.id;
    world.released(id).await;
    let sentence = "sales order SO-000001 is released: reopen it to change it";
    assert_eq!(refusal(&world, id, quantity(3)).await, sentence);
    assert_eq!(world.delete_line(id, 1).await.unwrap_err().to_string(), sentence);
    let cup = [sold("CUP", 1, "1", "0")];
    assert_eq!(world.add_lines(id, &cup).await.unwrap_err().to_string(), sentence);
    let (setup, cx) = (&world.setup().await, &world.context());
    let give = |tx| async move { sales::give_invoice_discount(&tx, setup, id, None, amount("1"), cx).await };
    assert_eq!(world.test.db.write(give).await.unwrap_err().to_string(), sentence);
    let calculate = |tx| async move { sales::calculate_invoice_discount(&tx, setup, id, None, cx).await };
    assert_eq!(world.test.db.write(calculate).await.unwrap_err().to_string(), sentence);
    world.reopened(id).await;
    world.change_line(id, 1, quantity(3)).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn who_has_seen_an_older_version_changes_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 2, "100", "0")])).await;
    let (id, setup, seen) = (header.id, &world.setup().await, Some(header.version));
    let (more, cx) = (&quantity(3), &world.context());
    let change = |tx| async move { sales::change_line(&tx, setup, id, seen, 10_000, more, cx).await };
    assert_eq!(world.test.db.write(change).await.unwrap().version, 2);
    let sentence = "sales order SO-000001 has been changed meanwhile: read it again, and repeat your change";
    assert_eq!(world.test.db.write(change).await.unwrap_err().to_string(), sentence);
    let cx = &world.context();
    let delete = |tx| async move { sales::delete(&tx, id, seen, cx).await };
    assert_eq!(world.test.db.write(delete).await.unwrap_err().to_string(), sentence);
    assert_eq!(world.read(id).await.0.version, 2);
}

#[rstest]
#[tokio::test]
async fn what_is_shipped_of_a_line_stays(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 5, "100", "0")])).await;
    let id = header.id;
    world.plan(id, &[(1, "3", "0")]).await;
    world.post(id, Request::SHIP).await.unwrap();
    world.reopened(id).await;
    let below = "line 10000: Quantity must not be less than 3, which is shipped: enter as much, or more";
    for less in [2, 0, -3] {
        assert_eq!(refusal(&world, id, quantity(less)).await, below);
    }
    let variant = ChangeLine { variant_code: Some(code("RED")), ..ChangeLine::default() };
    assert_eq!(
        refusal(&world, id, variant).await,
        "line 10000: Variant Code can't be changed any more, some of it is shipped: add another line"
    );
    let unit = ChangeLine { unit_of_measure_code: Some(code("BOX")), ..ChangeLine::default() };
    assert_eq!(
        refusal(&world, id, unit).await,
        "line 10000: Unit of Measure Code can't be changed any more, some of it is shipped: add another line"
    );
    world.change_line(id, 1, quantity(4)).await.unwrap();
    let (_, lines) = world.checked(id).await;
    assert_eq!((lines[0].quantity_to_ship, lines[0].quantity_to_invoice), (1.into(), 4.into()));
}

#[rstest]
#[case(
    ChangeLine { quantity_to_ship: Some(6.into()), ..ChangeLine::default() },
    "line 10000: you cannot ship more than 5 units: enter what is left of it, or less"
)]
#[case(
    ChangeLine { quantity_to_ship: Some(2.into()), quantity_to_invoice: Some(3.into()), ..ChangeLine::default() },
    "line 10000: you cannot invoice more than 2 units: ship more of it first, or enter less"
)]
#[case(
    ChangeLine { line_discount_percent: Some("100.1".parse().unwrap()), ..ChangeLine::default() },
    "Line Discount % '100.1' must lie between 0 and 100"
)]
#[case(
    ChangeLine { line_discount_amount: Some(amount("500.01")), ..ChangeLine::default() },
    "line 10000: the discount 500.01 must lie between 0 and what the line comes to without it, 500"
)]
#[case(
    ChangeLine { line_amount: Some(amount("501")), ..ChangeLine::default() },
    "Line Amount '501' must lie between 0 and quantity times price"
)]
#[case(
    ChangeLine { variant_code: Some(code("RED")), ..ChangeLine::default() },
    "there is no item variant RED of item SHIRT: create it, or choose another"
)]
#[case(
    ChangeLine { unit_of_measure_code: Some(code("TON")), ..ChangeLine::default() },
    "there is no item unit of measure TON of item SHIRT: create it, or choose another"
)]
#[case(
    ChangeLine { location_code: Some(code("MOON")), ..ChangeLine::default() },
    "there is no location MOON: create it, or choose another"
)]
#[tokio::test]
async fn what_does_not_fit_a_line_is_refused_and_nothing_is_changed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: ChangeLine,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 5, "100", "0")])).await;
    assert_eq!(refusal(&world, header.id, change).await, sentence);
}

#[rstest]
#[tokio::test]
async fn a_line_that_is_not_there_and_a_discount_that_no_line_can_bear_are_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let new = NewDocument {
        invoice_discount: amount("50"),
        ..order(false, vec![sold("SHIRT", 1, "100", "0"), sold("CUP", 1, "10", "0")])
    };
    let (header, _) = world.made(&new).await;
    let missing = world.change_line(header.id, 7, quantity(1)).await.unwrap_err().to_string();
    assert_eq!(missing, "there is no line 70000 of sales order SO-000001: create it, or choose another");
    let refused = world.delete_line(header.id, 1).await.unwrap_err().to_string();
    assert!(refused.starts_with("the invoice discount 50 must lie between 0 and 10,"), "{refused}");
    assert_eq!(world.checked(header.id).await.1.len(), 2);
}
