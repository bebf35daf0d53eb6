//! Orders that are sold and paid back, and the documents of both.

use back_office::posting::{self, Request};
use back_office::sales;
use connector::orders::refunds::staged::refund;
use database::Engine;
use runtime::Random;
use serde_json::{Value, json};

use crate::paid_back::{self, paid};
use crate::store::{self, order, with};
use crate::world::World;

/// A world whose refunds become documents by themselves; on the one account there is 25 % tax, on the other none.
pub async fn world(engine: Engine) -> World {
    let world = World::new(engine).await;
    world
        .set(&[
            ("autoCreateOrders", "true"),
            ("returnAndRefundProcess", "Auto Create Sales Document"),
            ("refundAccount", "3070"),
            ("refundAccountNonRestockItems", "3070"),
        ])
        .await;
    world
}

/// Places an order that is paid, and gives its id.
pub async fn place(world: &World, lines: Vec<Value>, total: &str, fields: Value) -> String {
    store::place(&world.store, with(with(order(lines), paid(total)), fields)).await
}

/// The same, and takes it over.
pub async fn sell(world: &World, lines: Vec<Value>, total: &str, fields: Value) -> String {
    let id = place(world, lines, total, fields).await;
    world.sync_orders().await;
    id
}

/// Pays that much of an order back, for such pieces of it, and takes that over some minutes later.
pub async fn pay_back(world: &World, id: &str, goods: Vec<Value>, amount: &str) {
    paid_back::refund(&world.store, id, goods, Some(amount), json!({})).await;
    world.advance(5);
    world.sync_orders().await;
}

pub async fn refunds(world: &World) -> Vec<refund::Model> {
    let mut all = world.all::<refund::Entity>().await;
    all.sort_by_key(|refund| refund.shopify_refund_id);
    all
}

/// The credit memos and return orders.
pub async fn documents(world: &World) -> Vec<sales::header::Model> {
    let all = world.sales_orders().await;
    all.into_iter().filter(|document| !document.document_type.sells()).collect()
}

/// Posts all of a document.
pub async fn post(world: &World, id: uuid::Uuid) {
    let cx = &sales::Context {
        now: database::testing::start(),
        random: Random::seeded(id.as_u128() as u64),
        user: "KARI".into(),
    };
    let write = |tx| async move {
        let setup = posting::Setup::read(&tx).await?;
        posting::post(&tx, &setup, id, &Request::SHIP_AND_INVOICE, cx).await
    };
    world.test.db.write(write).await.unwrap();
}
