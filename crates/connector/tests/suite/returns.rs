//! Goods that come back, and what the buyer gets instead.

use connector::orders::refunds::options::{Origin, Status};
use connector::orders::refunds::staged::{refund_line, return_line, returned};
use connector::orders::staged::line as order_line;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};
use values::money::Amount;

use crate::paid_back::{self, give_back, paid, product, send, take_back};
use crate::store::{self, order, with};
use crate::world::World;

/// A world whose refunds become documents by themselves, and a paid order of one piece that was sent.
async fn sent(engine: Engine, price: &str) -> (World, String, Value) {
    let world = World::new(engine).await;
    let (id, parcel) = send_one(&world, price).await;
    (world, id, parcel)
}

async fn send_one(world: &World, price: &str) -> (String, Value) {
    let documents = [("autoCreateOrders", "true"), ("returnAndRefundProcess", "Auto Create Sales Document")];
    world.set(&documents).await;
    let variant = product(&world.store, "3000", price).await;
    let goods = json!({ "variantId": variant, "quantity": 1 });
    let id = store::place(&world.store, with(order(vec![goods]), paid(price))).await;
    let parcel = send(&world.store, &id).await.remove(0);
    (id, parcel)
}

/// Example 20.
#[rstest]
#[tokio::test]
async fn an_exchange_is_credited_with_both_sides_and_is_not_on_the_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id, parcel) = sent(engine, "1893.00").await;
    world.add_items(&[("365", "ZERO")]).await;
    let instead = product(&world.store, "365", "365.00").await;
    let back = give_back(&world.store, &id, &parcel, 1, &[instead]).await;
    take_back(&world.store, &id, &back, 1, "1528.00").await;
    world.sync_orders().await;
    let documents = world.sales_orders().await;
    let (sold, credited) = match documents.as_slice() {
        [a, b] if a.document_type.sells() => (a, b),
        [b, a] => (a, b),
        other => panic!("{other:?}"),
    };
    assert_eq!((sold.amount_including_vat, credited.amount_including_vat), (1893.into(), 1528.into()));
    let lines = world.sales_lines(credited).await;
    let told: Vec<_> = lines.iter().map(|line| (line.number.as_str(), line.quantity)).collect();
    assert_eq!(told, [("3000", 1.into()), ("365", (-1).into())]);
    assert_eq!(world.sales_lines(sold).await.len(), 1);
    let staged = world.all::<order_line::Entity>().await;
    assert_eq!(staged.iter().filter(|line| line.exchange_item).count(), 1);
    assert_eq!(world.staged().await[0].difference_amount, Amount::ZERO);
    let returned = &world.all::<returned::Entity>().await[0];
    assert_eq!((returned.shopify_return_number.as_str(), returned.total_quantity), ("#1001-R1", 1));
}

#[rstest]
#[tokio::test]
async fn a_return_is_staged_while_it_is_under_way_and_followed_when_only_it_changes(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id, parcel) = sent(engine, "100.00").await;
    world.sync_orders().await;
    assert_eq!(world.all::<returned::Entity>().await, []);
    give_back(&world.store, &id, &parcel, 1, &[]).await;
    world.advance(5);
    world.sync_orders().await;
    let announced = &world.all::<returned::Entity>().await[0];
    assert_eq!(announced.status, Status::Open);
    let line = &world.all::<return_line::Entity>().await[0];
    assert_eq!((line.return_reason_note.as_str(), line.return_reason_handle.as_str()), ("Too small", "defective"));
    assert_eq!((line.quantity, line.refundable_quantity), (1.into(), 1.into()));

    close(&world, announced).await;
    world.advance(5);
    world.sync_orders().await;
    let closed = &world.all::<returned::Entity>().await[0];
    assert_eq!((closed.id, closed.status.clone()), (announced.id, Status::Closed));
    assert_eq!(world.sales_orders().await.len(), 1, "nothing was paid back");
}

async fn close(world: &World, returned: &returned::Model) {
    let close = "mutation($id: ID!) { returnClose(id: $id) { userErrors { message } } }";
    let gid = format!("gid://shopify/Return/{}", returned.shopify_return_id);
    store::graphql(&world.store, close, json!({ "id": gid })).await;
}

#[rstest]
#[tokio::test]
async fn a_return_that_changes_in_the_second_in_which_it_was_read_is_followed_all_the_same(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id, parcel) = sent(engine, "100.00").await;
    world.sync_orders().await;
    world.advance(5);
    give_back(&world.store, &id, &parcel, 1, &[]).await;
    world.sync_orders().await;
    close(&world, &world.all::<returned::Entity>().await[0]).await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(world.all::<returned::Entity>().await[0].status, Status::Closed);
}

#[rstest]
#[tokio::test]
async fn a_return_that_cannot_be_read_is_told_until_it_can_although_its_order_says_nothing_new(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::spoilt(engine, |text| text.replace("\"returnReasonNote\"", "\"other\"")).await;
    let (id, parcel) = send_one(&world, "100.00").await;
    world.sync_orders().await;
    assert!(world.staged().await[0].processed);
    give_back(&world.store, &id, &parcel, 1, &[]).await;
    world.advance(5);
    assert_eq!(world.sync_orders().await.failed, 1);
    let told = &world.skipped().await[0].cause;
    assert!(told.contains("A refund or return can't be imported"), "{told}");

    world.network().answers(|text| text);
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(world.all::<returned::Entity>().await.len(), 1);
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn pieces_of_which_nobody_knows_when_they_were_sold_are_staged_with_their_price(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id, parcel) = sent(engine, "100.00").await;
    give_back(&world.store, &id, &parcel, 1, &[]).await;
    store::make_special(&world.store, &id, json!({ "unverifiedReturns": true })).await;
    world.sync_orders().await;
    let line = &world.all::<return_line::Entity>().await[0];
    assert_eq!((line.origin, line.order_line_id), (Origin::Unverified, 0));
    assert_eq!((line.unit_price, line.unit_price_currency_code.as_str()), (100.into(), "NOK"));
    assert_eq!((line.quantity, line.return_reason_note.as_str()), (1.into(), "Too small"));
}

#[rstest]
#[tokio::test]
async fn goods_come_back_to_the_location_of_the_shop_card(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, id, parcel) = sent(engine, "100.00").await;
    world.add_location("RETURNS").await;
    world.set(&[("returnLocation", "RETURNS")]).await;
    let back = give_back(&world.store, &id, &parcel, 1, &[]).await;
    take_back(&world.store, &id, &back, 1, "100.00").await;
    world.sync_orders().await;
    let documents = world.sales_orders().await;
    let memo = documents.iter().find(|document| !document.document_type.sells()).unwrap();
    assert_eq!(world.sales_lines(memo).await[0].location_code, "RETURNS");
    let line = &world.all::<refund_line::Entity>().await[0];
    assert_eq!(format!("gid://shopify/Location/{}", line.location_id), paid_back::LOCATION, "where it came back to");
}
