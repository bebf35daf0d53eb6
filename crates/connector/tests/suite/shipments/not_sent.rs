//! What needs no fulfilment: someone has left it out, it has no goods, or Shopify has sent it before.

use connector::shipments::leave_out;
use connector::shipments::number::LEFT_OUT;
use connector::shipments::staged::shipped::Origin;
use database::Engine;
use job_queue::Outcome;
use rstest::rstest;
use serde_json::json;

use super::gate::{Gate, When};
use super::waiting::counted;
use super::*;
use crate::world::kari;

#[rstest]
#[tokio::test]
async fn a_shipment_that_is_left_out_while_it_is_planned_is_not_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, gate) = Gate::new(engine).await;
    sold(&world, &[("1000", 1); 251]).await;
    ship_all(&world).await;
    let id = shipments(&world).await[0].id;
    gate.close("FulfillmentsOfOrders", When::After);
    let leaves = async {
        gate.reached().await;
        assert_eq!(leave_out(&world.connector, &kari(), &[id]).await.unwrap(), 1);
        gate.open();
    };
    let (summary, ()) = tokio::join!(send(&world), leaves);
    assert_eq!((summary.fetched, summary.updated), (1, 0));
    assert_eq!((asked(&world), numbers(&world).await, rows(&world).await.len()), (0, vec![LEFT_OUT], 0));
}

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

/// What was sent in Shopify before is the shipment that is posted of it here.
#[rstest]
#[tokio::test]
async fn what_was_fulfilled_in_shopify_already_is_taken_over_and_not_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 5)]).await;
    let first = by_hand(&world, &order, &[(0, 5)], json!({ "company": "Bring", "number": "1" })).await;
    let open = world.sales_orders().await.remove(0);
    ship(&world, &open, &[(10_000, 2)]).await;
    let open = world.sales_orders().await.remove(0);
    ship(&world, &open, &[]).await;
    world.forget_calls();
    let summary = send(&world).await;
    assert_eq!((summary.unchanged, summary.updated, summary.failed), (2, 0, 0));
    assert_eq!((world.calls(), asked(&world)), ((1, READ), 0));
    assert_eq!(numbers(&world).await, [number(&first); 2]);
    let mut taken: Vec<_> = rows(&world).await.into_iter().map(|row| (row.quantity, row.origin)).collect();
    taken.sort_by_key(|(quantity, _)| *quantity);
    assert_eq!(taken, [(2, Origin::TakenOver), (3, Origin::TakenOver)]);
}

#[rstest]
#[tokio::test]
async fn an_order_that_was_delivered_before_it_came_needs_no_fulfilment(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("createInvoicesFromOrders", "false")]).await;
    let delivered = with(order(vec![line("1000", 1, "125.00")]), json!({ "fulfillmentStatus": "FULFILLED" }));
    store::place(&world.store, delivered).await;
    take_over(&world).await;
    ship_all(&world).await;
    assert_eq!(send(&world).await.unchanged, 1);
    assert!(numbers(&world).await[0] > 0);
}
