//! What becomes of a shop's order in the books.

use back_office::posting::{self, Request};
use back_office::{general_ledger, sales};
use connector::orders::staged;
use database::Engine;
use database::testing::start;
use rstest::rstest;
use runtime::Random;
use sea_orm::{EntityTrait, QueryOrder, Set};
use serde_json::json;

use crate::store::{self, kroner, line, order, with};
use crate::world::World;

/// Posts the one sales order, and gives its number.
pub async fn post(world: &World) -> String {
    let order = &world.sales_orders().await[0];
    let cx = &sales::Context { now: start(), random: Random::seeded(3), user: "KARI".into() };
    let write = |tx| async move {
        let setup = posting::Setup::read(&tx).await?;
        posting::post(&tx, &setup, order.id, &Request::SHIP_AND_INVOICE, cx).await
    };
    assert!(world.test.db.write(write).await.unwrap().completed);
    order.number.to_string()
}

#[rstest]
#[tokio::test]
async fn an_order_with_shipping_and_a_tip_is_posted_in_a_company_just_set_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("tipAccount", "3070")]).await;
    let tip = json!({ "title": "Tip", "quantity": 1, "priceSet": kroner("5.00"), "taxable": false });
    let shipping = json!({ "shippingLines": [{ "title": "Standard", "priceSet": kroner("50.00") }] });
    store::place(&world.store, with(order(vec![line("1000", 2, "125.00"), tip]), shipping)).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    post(&world).await;
    use general_ledger::entry::{Column, Entity};
    let entries = Entity::find().order_by_asc(Column::AccountNumber).order_by_asc(Column::EntryNumber);
    let read = |r| async move { database::Result::<_>::Ok(entries.all(&r).await?) };
    let entries = world.test.db.read(read).await.unwrap();
    let amounts: Vec<_> = entries.iter().map(|entry| (entry.account_number.as_str(), entry.amount)).collect();
    let owed = ("1500", 305.into());
    let vat = [("2700", (-50).into()), ("2700", (-10).into())];
    assert_eq!(amounts, [owed, vat[0], vat[1], ("3000", (-200).into()), ("3060", (-40).into()), ("3070", (-5).into())]);
}

#[rstest]
#[tokio::test]
async fn an_order_that_was_posted_is_not_made_again_and_keeps_the_number_of_its_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "125.00")])).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    let number = post(&world).await;
    // Someone has it made once more.
    let open = &staged::order::Entity::update_many()
        .set(staged::order::ActiveModel { processed: Set(false), ..Default::default() });
    let write = |tx| async move {
        open.clone().exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    world.create_sales_orders().await;
    assert_eq!(world.sales_orders().await, []);
    let staged = &world.staged().await[0];
    assert_eq!((staged.processed, staged.sales_order_number.to_string()), (true, number));
}
