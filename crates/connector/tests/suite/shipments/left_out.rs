//! What is posted and is nothing that Shopify sends.

use connector::shipments::number::LEFT_OUT;
use database::Engine;
use job_queue::Outcome;
use rstest::rstest;
use serde_json::json;

use super::waiting::counted;
use super::*;

/// Example E20, with a comment line.
#[rstest]
#[tokio::test]
async fn a_shipment_without_goods_is_left_out(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("tipAccount", "3070")]).await;
    let tip = json!({ "title": "Tip", "quantity": 1, "priceSet": kroner("5.00"), "taxable": false });
    store::place(&world.store, order(vec![tip])).await;
    take_over(&world).await;
    comment(&world).await;
    ship_all(&world).await;
    world.forget_calls();
    let log = send_logged(&world).await;
    assert_eq!((log.result, log.summary().unwrap().skipped), (Outcome::PartialSuccess, 1));
    assert_eq!((numbers(&world).await, world.calls().0), (vec![LEFT_OUT], 0));
    assert_eq!(counted(&world).await, (0, 0), "nobody has to look at it");
    let skipped = world.skipped().await.remove(0);
    assert_eq!(
        (skipped.cause.as_str(), skipped.retry_object_id),
        ("No lines applicable for fulfillment.", SYNC_SHIPMENTS)
    );
    assert_eq!(send(&world).await.fetched, 0);
}

/// Writes a comment on the one sales order.
async fn comment(world: &World) {
    let (id, cx) = (world.sales_orders().await[0].id, &context(world));
    let line = &sales::NewLine {
        kind: sales::LineKind::Comment,
        description: Some("With our thanks".into()),
        ..sales::NewLine::default()
    };
    let write = |tx| async move {
        let setup = sales::Setup::read(&tx).await?;
        sales::add_lines(&tx, &setup, id, None, std::slice::from_ref(line), cx).await
    };
    world.test.db.write(write).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn freight_that_is_sold_as_an_item_is_not_sent(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let order = sold_with_freight(&world, ("1000", 2)).await;
    ship(&world, &world.sales_orders().await[0], &[(20_000, 1)]).await;
    ship(&world, &world.sales_orders().await[0], &[(10_000, 2)]).await;
    let summary = send_logged(&world).await.summary().unwrap();
    assert_eq!((summary.updated, summary.skipped, summary.failed), (1, 1, 0));
    let made = parcels(&world, &order).await;
    assert_eq!((made.len(), goods(&made[0])), (1, vec![("1000".to_owned(), 2)]));
    assert_eq!(numbers(&world).await, [LEFT_OUT, number(&made[0]["id"])]);
}
