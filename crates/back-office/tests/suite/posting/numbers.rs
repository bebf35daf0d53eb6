//! The numbers of posted documents.

use back_office::number_series::{Refusal, line, series};
use back_office::posting::{Request, draw_numbers};
use back_office::sales::{DocumentType, header};
use back_office::{Error, Result, accounts};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::world::{World, code, day, order, sold};

async fn shirt(world: &World) -> Uuid {
    world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100.00", "0")])).await
}

async fn draw(world: &World, id: Uuid) -> Result<header::Model> {
    let setup = &world.posting_setup().await;
    let request = &Request::SHIP_AND_INVOICE;
    let draw = |tx| async move { draw_numbers(&tx, setup, id, request, "OLA", start()).await };
    world.test.db.write(draw).await
}

async fn block(world: &World, account: &str, blocked: bool) {
    let (account, blocked) = (code::<20>(account), Set(blocked));
    let update = accounts::Entity::update_many()
        .set(accounts::ActiveModel { blocked, ..Default::default() })
        .filter(accounts::Column::Number.eq(account));
    let update = &update;
    let write = |tx| async move {
        update.clone().exec(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn posting_that_failed_gives_the_number_that_was_drawn_for_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (first, second) = (shirt(&world).await, shirt(&world).await);
    let drawn = draw(&world, first).await.unwrap();
    assert_eq!((drawn.shipping_number.as_str(), drawn.posting_number.as_str()), ("PS-000001", "PI-000001"));
    block(&world, "3000", true).await;
    world.post(first, Request::SHIP_AND_INVOICE).await.unwrap_err();
    assert_eq!(world.read(first).await.0.posting_number, "PI-000001");
    block(&world, "3000", false).await;
    // Another goes first; it does not take the number away.
    assert_eq!(world.post(second, Request::SHIP_AND_INVOICE).await.unwrap().invoice.unwrap().1, "PI-000002");
    assert_eq!(world.post(first, Request::SHIP_AND_INVOICE).await.unwrap().invoice.unwrap().1, "PI-000001");
}

#[rstest]
#[tokio::test]
async fn a_document_that_can_not_be_posted_draws_no_number(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = shirt(&world).await;
    block(&world, "3000", true).await;
    assert!(matches!(draw(&world, id).await, Err(Error::NotPosted { .. })));
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap_err();
    assert!(world.read(id).await.0.posting_number.is_blank() && world.books().await.is_empty());
    block(&world, "3000", false).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert_eq!((posted.shipment.unwrap().1, posted.invoice.unwrap().1), (code("PS-000001"), code("PI-000001")));
}

#[rstest]
#[tokio::test]
async fn a_series_in_the_order_of_dates_refuses_an_earlier_posting_date(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.change(series::ActiveModel { date_order: Set(true), ..Default::default() }).await;
    let (first, second) = (shirt(&world).await, shirt(&world).await);
    world.post(first, Request::SHIP_AND_INVOICE).await.unwrap();
    let earlier = Request { posting_date: Some(day("2026-03-01")), ..Request::SHIP_AND_INVOICE };
    assert!(matches!(world.post(second, earlier).await, Err(Error::NumberSeries(Refusal::DateOrder { .. }))));
    world.post(second, Request::SHIP_AND_INVOICE).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_number_that_a_posted_document_has_is_not_given_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (first, second) = (shirt(&world).await, shirt(&world).await);
    world.post(first, Request::SHIP_AND_INVOICE).await.unwrap();
    // Someone counts the series back.
    world.change(line::ActiveModel { last_number_used: Set(code("")), ..Default::default() }).await;
    let refused = world.refusal(second, Request::SHIP_AND_INVOICE).await;
    let expected = "because its number, PS-000001, is already assigned: update the number series and try again";
    assert!(refused.ends_with(expected), "{refused}");
}
