//! Orders that are shipped and invoiced in parts.

use back_office::posting::Request;
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, Status, line};
use back_office::{inventory_setup, items};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;
use values::money::Quantity;

use super::books::entries;
use crate::world::{World, amount, charged, order, sold};

#[rstest]
#[tokio::test]
async fn an_order_is_posted_in_two_parts(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let new = order(false, vec![sold("SHIRT", 10, "33.33", "0")]);
    let id = world.document(DocumentType::Order, &new).await;
    world.plan(id, &[(1, "4", "4")]).await;
    let first = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert!(!first.completed);
    let (header, lines) = world.read(id).await;
    assert_eq!((lines[0].quantity_shipped, lines[0].quantity_invoiced), (4.into(), 4.into()));
    assert_eq!((lines[0].outstanding(), lines[0].quantity_to_ship), (6.into(), 6.into()));
    assert_eq!((header.status, header.last_posting_number), (Status::Released, first.invoice.unwrap().1));

    let second = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert!(second.completed && !world.is_there(id).await);
    let books = world.books().await;
    let of_first = entries("3000 -133.32, 2700 -33.33, 1500 166.65");
    assert_eq!(books.transaction(first.transaction_number), of_first);
    let of_second = entries("3000 -199.98, 2700 -50.00, 1500 249.98");
    assert_eq!(books.transaction(second.transaction_number), of_second);
    assert_eq!(books.numbers(Kind::Invoice), ["PI-000001", "PI-000002"]);
}

#[rstest]
#[tokio::test]
async fn a_discount_is_invoiced_in_parts_that_come_to_the_whole(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 10, "9.99", "14.99")])).await;
    world.plan(id, &[(1, "3", "3")]).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    let sold: Vec<_> = books.customer.iter().map(|entry| entry.sales_lcy).collect();
    assert_eq!(sold, [amount("25.47"), amount("59.44")]);
}

#[rstest]
#[tokio::test]
async fn what_is_sent_is_expected_until_it_is_invoiced(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.costing("60").await;
    world.change(inventory_setup::ActiveModel { expected_cost_posting: Set(true), ..Default::default() }).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 4, "100.00", "0")])).await;

    let shipped = world.post(id, Request::SHIP).await.unwrap();
    assert!(shipped.shipment.is_some() && shipped.invoice.is_none() && !shipped.completed);
    let books = world.books().await;
    assert_eq!(books.transaction(shipped.transaction_number), entries("4310 240, 1465 -240"));
    let goods = &books.item[0];
    assert_eq!((goods.quantity, goods.invoiced_quantity, goods.completely_invoiced), ((-4).into(), 0.into(), false));
    let value = &books.value[0];
    assert_eq!((value.cost_amount_expected, value.sales_amount_expected), (amount("-240"), amount("400")));
    assert!(value.expected_cost && books.customer.is_empty());

    // What goods cost by now does not matter: they are gone.
    world.costing("75").await;
    let invoiced = world.post(id, Request::INVOICE).await.unwrap();
    assert!(invoiced.shipment.is_none() && invoiced.completed);
    let books = world.books().await;
    let expected = entries("4310 -240, 1465 240, 4300 240, 1460 -240, 3000 -400, 2700 -100, 1500 500");
    assert_eq!(books.transaction(invoiced.transaction_number), expected);
    let goods = &books.item[0];
    assert_eq!((goods.invoiced_quantity, goods.completely_invoiced), ((-4).into(), true));
    assert_eq!((goods.cost_amount_expected, goods.cost_amount_actual), (amount("0"), amount("-240")));
    assert_eq!((goods.sales_amount_expected, goods.sales_amount_actual), (amount("0"), amount("400")));
}

#[rstest]
#[tokio::test]
async fn an_invoice_takes_what_was_sent_first_and_no_more_than_was_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 9, "10.00", "0")])).await;
    for _ in 0..2 {
        world.plan(id, &[(1, "3", "0")]).await;
        world.post(id, Request::SHIP).await.unwrap();
    }
    world.plan(id, &[(1, "0", "4")]).await;
    world.post(id, Request::INVOICE).await.unwrap();
    let invoiced: Vec<_> = world.books().await.item.iter().map(|entry| entry.invoiced_quantity).collect();
    assert_eq!(invoiced, [(-3).into(), (-1).into()]);
    // Five are left to be invoiced, but only two of them are sent.
    world.post(id, Request::INVOICE).await.unwrap();
    let (_, lines) = world.read(id).await;
    assert_eq!((lines[0].quantity_invoiced, lines[0].quantity_to_invoice), (6.into(), 3.into()));
    assert_eq!(world.refusal(id, Request::INVOICE).await, NOTHING);
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert!(!world.is_there(id).await);
}

const NOTHING: &str = "sales order SO-000001 can't be posted: there is nothing to post in sales order SO-000001: plan to ship or invoice some of it";

#[rstest]
#[tokio::test]
async fn a_line_that_can_not_be_posted_does_not_hold_the_others_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let lines = vec![charged("3065", "10.00", "Freight"), sold("SHIRT", 1, "100.00", "0")];
    let id = world.document(DocumentType::Order, &order(false, lines)).await;
    world.change(items::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap_err();
    world.plan(id, &[(2, "0", "0")]).await;
    assert!(!world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().completed);
    assert_eq!(world.books().await.balance(&["1500"]), amount("11"));
}

#[rstest]
#[tokio::test]
async fn what_comes_back_with_an_order_is_sent_and_invoiced_like_the_rest_of_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.costing("60").await;
    let lines = vec![sold("SHIRT", 3, "100.00", "0"), sold("SHIRT", -2, "100.00", "0")];
    let id = world.document(DocumentType::Order, &order(false, lines)).await;
    world.post(id, Request::SHIP).await.unwrap();
    world.plan(id, &[(1, "0", "3"), (2, "0", "-1")]).await;
    world.post(id, Request::INVOICE).await.unwrap();
    let invoiced: Vec<_> = world.books().await.item.iter().map(|entry| entry.invoiced_quantity).collect();
    assert_eq!(invoiced, [(-3).into(), 1.into()]);
}

#[rstest]
#[tokio::test]
async fn an_order_in_parts_comes_to_what_the_whole_comes_to(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    // A quarter of two cents is half a cent, ten times.
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 10, "0.02", "0")])).await;
    let (header, _) = world.read(id).await;
    for _ in 0..10 {
        world.plan(id, &[(1, "1", "1")]).await;
        world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    }
    let books = world.books().await;
    assert_eq!(books.balance(&["1500"]), header.amount_including_vat);
    assert_eq!(books.balance(&["2700"]), -header.vat_amount);
}

#[rstest]
#[tokio::test]
async fn what_is_sent_in_parts_of_a_unit_is_invoiced_to_the_last_base_unit(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.costing("60").await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100.00", "0")])).await;
    // Half of it is 0.061725 base units, of which the last digit is not kept.
    let unit = "0.12345".parse().unwrap();
    world.change(line::ActiveModel { quantity_per_unit_of_measure: Set(unit), ..Default::default() }).await;
    for _ in 0..2 {
        world.plan(id, &[(1, "0.5", "0")]).await;
        world.post(id, Request::SHIP).await.unwrap();
    }
    world.post(id, Request::INVOICE).await.unwrap();
    let goods = world.books().await.item;
    assert_eq!(goods.iter().map(|entry| entry.quantity).sum::<Quantity>(), -unit);
    assert!(goods.iter().all(|entry| entry.completely_invoiced && entry.cost_amount_expected.is_zero()));
}
