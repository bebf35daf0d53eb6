//! `kill -9` after the store was asked for a fulfilment and before it has answered: afterwards the shipment is one fulfilment,
//! whether that call was carried out or not.

use std::time::Duration;

use database::Engine;
use rstest::rstest;
use runtime::Clock;

use crate::store::{Placed, Store};
use crate::world::World;

const SEND: [&str; 5] = ["task", "run", "30109", "--shop", "SHOP"];
const LOOK: Duration = Duration::from_millis(10);
/// Far longer than anything that is waited for takes.
const LOOKS: u32 = 6_000;

const SENDING: &str = "SELECT COUNT(*) AS n FROM job_queue_entry WHERE object_id_to_run = 30109";
const UNANSWERED: &str =
    "SELECT COUNT(*) AS n FROM outbound_operation WHERE finished_at IS NULL AND sent_at IS NOT NULL";
const SHIPMENTS: &str = "SELECT COUNT(*) AS n FROM posted_sales_header WHERE number LIKE 'PS-%'";
const FULFILLMENT: &str = "SELECT source_delivery_id AS n FROM posted_sales_header WHERE number LIKE 'PS-%'";
const KNOWN: &str = "SELECT COUNT(*) AS n FROM shopify_shipment_fulfillment WHERE shopify_fulfillment_id <> 0";

#[rstest]
#[case::carried_out("unanswered", 1)]
#[case::not_carried_out("timeout", 0)]
#[tokio::test]
async fn a_shipment_is_one_fulfilment_when_the_process_is_killed_while_it_waits_for_the_answer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] fault: &str,
    #[case] made: usize,
) {
    let world = World::new(engine).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let order = one_of_three_is_shipped(&world, &store).await;
    store.hold("FulfillmentsCreate", fault).await;
    assert_eq!(world.run(&SEND).code, 0);

    let killed = world.start(&["work", "--json"]);
    until_it_is_asked_for(&store, &order, made).await;
    killed.kill();
    assert_eq!((world.number(UNANSWERED).await, world.number(FULFILLMENT).await), (1, 0));
    let_time_pass(&world).await;

    let working = world.start(&["work", "--json"]);
    until_all_is_sent(&world).await;
    assert_eq!(working.stop(), 0);
    let fulfillments = store.fulfillments(&order).await;
    assert_eq!(fulfillments.len(), 1, "{fulfillments:?}");
    let number = world.number(FULFILLMENT).await;
    assert_eq!(fulfillments[0], format!("gid://shopify/Fulfillment/{number}"));
    assert_eq!((world.number(KNOWN).await, world.number(UNANSWERED).await), (1, 0));
}

/// So that a second fulfilment could be made: two more may be sent.
async fn one_of_three_is_shipped(world: &World, store: &Store) -> Placed {
    let item = devstore::catalog().first().unwrap().number.as_str();
    let variant = store.sell(item, "199.99").await;
    let order = store.order(&variant, &devstore::customers(1, 0).remove(0).email, true).await;
    for task in ["30104", "30103"] {
        let ended = world.run(&["task", "run", task, "--shop", "SHOP", "--wait"]);
        assert_eq!(ended.code, 0, "{ended:?}");
    }
    world.tamper("UPDATE sales_line SET quantity_to_ship = quantity_to_ship / 3 WHERE kind = 'Item'").await;
    let posted = world.run(&["task", "run", "296", "--option", "ship=true", "--wait"]);
    assert_eq!(posted.code, 0, "{posted:?}");
    assert_eq!(world.number(SHIPMENTS).await, 1);
    order
}

async fn until_it_is_asked_for(store: &Store, order: &Placed, made: usize) {
    for _ in 0..LOOKS {
        if store.holds().await && store.fulfillments(order).await.len() == made {
            return;
        }
        Clock::system().sleep(LOOK).await;
    }
    panic!("the store is not asked for a fulfilment");
}

/// The lease of what was killed is over, and what it had asked for may be looked for.
async fn let_time_pass(world: &World) {
    let long_ago = "'2020-01-01T00:00:00+00:00'";
    world.tamper(&format!("UPDATE job_queue_run SET lease_until = {long_ago}")).await;
    world.tamper(&format!("UPDATE outbound_operation SET sent_at = {long_ago}")).await;
}

async fn until_all_is_sent(world: &World) {
    for _ in 0..LOOKS {
        if world.number(SENDING).await == 0 {
            return;
        }
        Clock::system().sleep(LOOK).await;
    }
    panic!("the shipment is not sent");
}
