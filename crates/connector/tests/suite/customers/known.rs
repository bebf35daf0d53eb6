//! Where the customers of orders alone follow the store: who is asked for, and who is not.

use connector::customers::staged::customer;
use database::Engine;
use devstore::DEFAULT_DOMAIN;
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use super::{change_in_store, claudia, in_store, staged, sync};
use crate::store::{self, line, order, with};
use crate::world::World;

#[rstest]
#[tokio::test]
async fn who_was_passed_over_is_read_once_everyone_is_wanted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    in_store(&world, claudia()).await;
    world.advance(60);
    in_store(&world, json!({ "email": "ola@example.com" })).await;
    sync(&world).await;
    assert_eq!(staged(&world).await, []);
    world.set(&[("customerImportFromShopify", "All Customers")]).await;
    assert_eq!(sync(&world).await.created, 2);
}

#[rstest]
#[tokio::test]
async fn with_orders_alone_no_customer_is_asked_for(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    in_store(&world, claudia()).await;
    world.forget_calls();
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.calls, world.calls().0), (0, 0, 0));

    // Where their customers follow them, those whom orders have named are read, and nobody else: here nobody.
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.created, summary.calls), (0, 0, 0));
    assert_eq!(staged(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn where_only_known_customers_follow_the_first_run_asks_for_those_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for number in 0..300 {
        in_store(&world, json!({ "email": format!("n{number}@example.com"), "firstName": "Nils" })).await;
    }
    let id = in_store(&world, claudia()).await;
    let bought = json!({ "customer": { "toAssociate": { "id": id } } });
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), bought)).await;
    world.sync_orders().await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    world.forget_calls();
    let first = sync(&world).await;
    assert_eq!((first.fetched, first.updated, first.calls), (1, 1, 1));
    assert!(staged(&world).await[0].is_read());

    // From then on it is read what has changed, and nothing of those who are not known is kept.
    world.advance(120);
    change_in_store(&world, json!({ "id": id, "note": "Rings three times" })).await;
    in_store(&world, json!({ "email": "new@example.com", "firstName": "Ny" })).await;
    sync(&world).await;
    assert_eq!((staged(&world).await.len(), staged(&world).await[0].note.as_str()), (1, "Rings three times"));
    world.set(&[("customerImportFromShopify", "All Customers")]).await;
    assert_eq!(sync(&world).await.fetched, 302, "who was passed over comes once all are wanted");
}

#[rstest]
#[tokio::test]
async fn whom_an_order_names_later_is_read_although_it_changed_long_before(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    let id = in_store(&world, claudia()).await;
    let bought = json!({ "customer": { "toAssociate": { "id": id } } });
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), bought)).await;
    world.advance(24 * 60);
    assert_eq!(sync(&world).await.fetched, 0, "no order is known that names anybody");
    world.sync_orders().await;
    assert!(!staged(&world).await[0].is_read());
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.updated, summary.calls), (1, 1, 2));
    assert!(staged(&world).await[0].is_read());

    // Whoever is there no more is asked for once.
    let gone = customer::Model::named(Uuid::from_u128(5), DEFAULT_DOMAIN.to_owned(), 4_711);
    world.insert::<customer::ActiveModel, _>(gone).await;
    assert_eq!(sync(&world).await.calls, 2);
    assert_eq!(sync(&world).await.calls, 1);
}
