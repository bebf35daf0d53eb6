//! Fulfilments that are made in Shopify post the shipments of their sales orders.

use back_office::customers;
use connector::shipments::staged::parcel_line;
use connector::shipments::staged::shipped::Origin;
use connector::skipped::Kind;
use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;
use serde_json::{Value, json};

use super::*;

async fn receiving(engine: Engine) -> World {
    let world = World::new(engine).await;
    world.set(&[("postShopifyFulfillments", "true")]).await;
    world
}

async fn sync_orders(world: &World) -> Summary {
    world.advance(5);
    world.sync_orders().await
}

#[rstest]
#[tokio::test]
async fn a_fulfilment_posts_the_shipment_of_its_order_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = receiving(engine).await;
    agent(&world, "BRING", "Bring", "").await;
    let order = sold(&world, &[("1000", 3), ("2000", 1)]).await;
    let tracking = json!({ "company": "Bring", "number": "TX1" });
    let first = by_hand(&world, &order, &[(0, 2)], tracking).await;
    sync_orders(&world).await;
    let posted = shipments(&world).await;
    assert_eq!((posted.len(), posted[0].source_delivery_id), (1, number(&first)));
    assert_eq!((posted[0].shipping_agent_code.as_str(), posted[0].package_tracking_number.as_str()), ("BRING", "TX1"));
    let open = world.sales_orders().await.remove(0);
    let shipped: Vec<_> = world.sales_lines(&open).await.iter().map(|line| line.quantity_shipped).collect();
    assert_eq!(shipped, [2.into(), 0.into()]);
    let row = rows(&world).await.remove(0);
    assert_eq!((row.origin, row.quantity, row.shipment_id), (Origin::Shopify, 2, posted[0].id));
    assert_eq!(world.all::<parcel_line::Entity>().await.len(), 1);

    let second = by_hand(&world, &order, &[(0, 1), (1, 1)], Value::Null).await;
    sync_orders(&world).await;
    sync_orders(&world).await;
    assert_eq!(numbers(&world).await, [number(&first), number(&second)]);
    let lines = world.sales_lines(&world.sales_orders().await[0]).await;
    assert!(lines.iter().all(|line| line.quantity_shipped == line.quantity), "all of it is shipped, and not invoiced");
    world.forget_calls();
    let summary = send(&world).await;
    assert_eq!((summary.fetched, summary.created, asked(&world)), (0, 0, 0), "it is not sent back");
}

#[rstest]
#[tokio::test]
async fn nothing_is_posted_unless_the_shop_card_says_so(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 1)]).await;
    by_hand(&world, &order, &[(0, 1)], Value::Null).await;
    sync_orders(&world).await;
    assert_eq!(shipments(&world).await.len(), 0);
    world.set(&[("postShopifyFulfillments", "true")]).await;
    world.forget_calls();
    let summary = send(&world).await;
    assert_eq!((summary.created, summary.calls), (1, 1), "the report posts it, too");
    assert_eq!(shipments(&world).await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn goods_are_taken_from_where_shopify_sent_them(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = receiving(engine).await;
    let torget = two_places(&world).await;
    world.set(&[("autoReleaseOrders", "true")]).await;
    let order = sold(&world, &[("1000", 1)]).await;
    move_part(&world, &order, &torget).await;
    by_hand(&world, &order, &[(0, 1)], Value::Null).await;
    sync_orders(&world).await;
    let lines = world.all::<posted::line::Entity>().await;
    assert_eq!(lines.iter().map(|line| line.location_code.as_str()).collect::<Vec<_>>(), ["RED"]);
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_posted_is_told_and_posted_when_it_is_mended(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = receiving(engine).await;
    let order = sold(&world, &[("1000", 1)]).await;
    by_hand(&world, &order, &[(0, 1)], Value::Null).await;
    block(&world, customers::Blocked::All).await;
    sync_orders(&world).await;
    assert_eq!(shipments(&world).await.len(), 0);
    let skipped = world.skipped().await.into_iter().find(|one| one.kind == Kind::Fulfillment).unwrap();
    assert!(
        skipped.cause.starts_with("The shipment can't be posted: ") && skipped.cause.contains("blocked"),
        "{}",
        skipped.cause
    );
    block(&world, customers::Blocked::None).await;
    world.forget_calls();
    send(&world).await;
    assert_eq!(world.calls().0, 0, "what is in it was read before");
    assert_eq!((shipments(&world).await.len(), world.skipped().await.len()), (1, 0));
}

async fn block(world: &World, blocked: customers::Blocked) {
    use sea_orm::Set;
    let all =
        &customers::Entity::update_many().set(customers::ActiveModel { blocked: Set(blocked), ..Default::default() });
    let write = |tx| async move { all.clone().exec(&tx).await.map_err(database::Error::from) };
    world.test.db.write(write).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn nothing_is_shipped_twice(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = receiving(engine).await;
    let order = sold(&world, &[("1000", 2)]).await;
    // It was shipped here before Shopify heard of it, and fulfilled there by hand.
    let open = world.sales_orders().await.remove(0);
    ship(&world, &open, &[(10_000, 1)]).await;
    let made = by_hand(&world, &order, &[(0, 2)], Value::Null).await;
    sync_orders(&world).await;
    assert_eq!(shipments(&world).await.len(), 1);
    let skipped = world.skipped().await.remove(0);
    assert!(skipped.cause.contains("was not sent to Shopify yet"), "{}", skipped.cause);
    send_logged(&world).await;
    assert_eq!(numbers(&world).await, [number(&made)], "it is taken over");
    assert_eq!((asked(&world), shipments(&world).await.len()), (0, 1));
    sync_orders(&world).await;
    assert_eq!(numbers(&world).await, [number(&made); 2], "what is left of it is shipped, too");
    let lines = world.sales_lines(&world.sales_orders().await[0]).await;
    assert_eq!(lines[0].quantity_shipped, 2.into());
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn what_was_sent_from_here_is_not_posted_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = receiving(engine).await;
    let order = sold(&world, &[("1000", 3)]).await;
    let open = world.sales_orders().await.remove(0);
    ship(&world, &open, &[(10_000, 1)]).await;
    let fault = Fault { operation: Some("FulfillmentsCreate".into()), ..Fault::of(FaultKind::LostResponse) };
    world.store.handle().set_faults(vec![fault], 1);
    send_logged(&world).await;
    world.clock.advance(std::time::Duration::from_secs(20));
    // The store tells of it before this program knows that it is its own.
    world.sync_orders().await;
    assert_eq!(world.skipped().await, [], "it is neither posted nor refused");
    assert_eq!((parcels(&world, &order).await.len(), shipments(&world).await.len()), (1, 1));
    world.advance(2);
    world.work().await;
    sync_orders(&world).await;
    assert_eq!((shipments(&world).await.len(), rows(&world).await.len()), (1, 1));
    assert!(numbers(&world).await[0] > 0);
}

#[rstest]
#[tokio::test]
async fn freight_that_is_sold_as_an_item_goes_with_the_last_of_the_goods(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = receiving(engine).await;
    let order = sold_with_freight(&world, ("1000", 2)).await;
    for shipped in [[1, 0], [2, 1]] {
        by_hand(&world, &order, &[(0, 1)], Value::Null).await;
        sync_orders(&world).await;
        let lines = world.sales_lines(&world.sales_orders().await[0]).await;
        let quantities: Vec<_> = lines.iter().map(|line| line.quantity_shipped).collect();
        assert_eq!(quantities, shipped.map(values::money::Quantity::from), "{:?}", world.skipped().await);
    }
}

#[rstest]
#[tokio::test]
async fn more_than_is_left_is_not_shipped(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = receiving(engine).await;
    let order = sold(&world, &[("1000", 2)]).await;
    let open = world.sales_orders().await.remove(0);
    let cx = &context(&world);
    let change = &sales::ChangeLine { quantity: Some(1.into()), ..Default::default() };
    let write = |tx| async move {
        let setup = sales::Setup::read(&tx).await?;
        sales::change_line(&tx, &setup, open.id, None, 10_000, change, cx).await
    };
    world.test.db.write(write).await.unwrap();
    by_hand(&world, &order, &[(0, 2)], Value::Null).await;
    sync_orders(&world).await;
    let skipped = world.skipped().await.into_iter().find(|one| one.kind == Kind::Fulfillment).unwrap();
    assert!(skipped.cause.contains("2 were fulfilled in Shopify, and 1 are left to be shipped"), "{}", skipped.cause);
    assert_eq!(shipments(&world).await.len(), 0);
}
