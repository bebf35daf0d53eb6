use connector::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS};
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::json;

use crate::store::{self, line, order, with};
use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_second_run_changes_nothing_and_costs_two_calls(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for _ in 0..3 {
        store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    }
    let first = world.sync_orders().await;
    assert_eq!((first.fetched, first.created), (3, 3));
    world.create_sales_orders().await;
    let (staged, documents) = (world.staged().await, world.sales_orders().await);
    world.forget_calls();
    let second = world.sync_orders().await;
    assert_eq!((second.created, second.updated, second.unchanged), (0, 0, 3));
    assert_eq!((second.calls, second.points), world.calls());
    assert_eq!(second.calls, 2, "one looks at what has changed, one reads it");
    assert_eq!(world.create_sales_orders().await, job_queue::Summary::default());
    assert_eq!((world.staged().await, world.sales_orders().await), (staged, documents));
}

#[rstest]
#[tokio::test]
async fn a_change_in_the_store_refreshes_what_is_staged(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, order(vec![line("1000", 2, "125.00")])).await;
    world.sync_orders().await;
    let before = world.staged().await.remove(0);
    world.advance(10);
    store::pay(&world.store, &id).await;
    let second = world.sync_orders().await;
    assert_eq!((second.created, second.updated), (0, 1));
    let after = world.staged().await.remove(0);
    assert!(after.fully_paid && !before.fully_paid);
    assert_eq!((after.id, &after.sell_to_customer_number), (before.id, &before.sell_to_customer_number));
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await[0].amount_including_vat, 250.into());
}

#[rstest]
#[tokio::test]
async fn documents_are_made_by_the_import_where_the_shop_card_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoCreateOrders", "true")]).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    store::place(&world.store, order(vec![line("8000", 1, "100.00")])).await;
    let first = world.sync_orders().await;
    assert_eq!((first.created, first.skipped), (2, 1));
    assert_eq!(world.sales_orders().await.len(), 1);
    world.add_items(&[("8000", "HIGH")]).await;
    let second = world.sync_orders().await;
    assert_eq!(second.skipped, 0);
    assert_eq!(world.sales_orders().await.len(), 2, "the order that waited is taken up by itself");
    let staged = world.staged().await;
    assert!(staged.iter().all(|order| order.processed && !order.sales_order_number.is_blank()));
}

#[rstest]
#[tokio::test]
async fn an_archived_order_does_not_enter(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    world.advance(10);
    let closed = json!({ "closedAt": "2026-03-02T09:05:00Z" });
    store::place(&world.store, with(order(vec![line("1000", 1, "200.00")]), closed)).await;
    let second = world.sync_orders().await;
    assert_eq!((second.fetched, second.unchanged, second.created), (2, 1, 0));
    assert_eq!((world.staged().await.len(), world.waiting().await.len()), (1, 0));
}

#[rstest]
#[tokio::test]
async fn a_document_that_is_there_already_is_not_made_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use connector::orders::staged::order::{ActiveModel, Entity};
    use sea_orm::{EntityTrait, Set};
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    // As if the mark on the order had been lost.
    let lost =
        || ActiveModel { processed: Set(false), sales_order_number: Set(Default::default()), ..Default::default() };
    let forget = |tx| async move {
        Entity::update_many().set(lost()).exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(forget).await.unwrap();
    world.run_with(CREATE_SALES_ORDERS, Filters::new()).await;
    assert_eq!(world.sales_orders().await.len(), 1);
    assert_eq!(world.staged().await[0].sales_order_number, world.sales_orders().await[0].number);
    world.run_with(SYNC_ORDERS, Filters::new()).await;
}
