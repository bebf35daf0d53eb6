use database::Engine;
use rstest::rstest;

use crate::store::Store;
use crate::world::World;

const IMPORT: [&str; 6] = ["task", "run", "30104", "--shop", "SHOP", "--json"];
const CREATE: [&str; 6] = ["task", "run", "30103", "--shop", "SHOP", "--json"];

/// An item and a customer of the demo's data.
fn known() -> (&'static str, String) {
    let item = devstore::catalog().first().unwrap().number.as_str();
    (item, devstore::customers(1, 0).remove(0).email)
}

#[rstest]
#[tokio::test]
async fn only_paid_orders_are_imported_and_each_becomes_one_sales_order_to_the_cent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let (item, email) = known();
    let variant = store.sell(item, "199.99").await;
    let paid = store.order(&variant, &email, true).await;
    let unpaid = store.order(&variant, &email, false).await;

    let only_paid = [&IMPORT[..], &["--filter", "OrdersToImport.fullyPaid=true", "--wait"]].concat();
    let first = world.run(&only_paid).json();
    assert_eq!((&first["status"], &first["summary"]["created"]), (&"Success".into(), &1.into()), "{first}");
    store.mark_as_paid(&unpaid).await;
    let second = world.run(&only_paid).json();
    assert_eq!((&second["status"], &second["summary"]["created"]), (&"Success".into(), &1.into()), "{second}");

    // With a server that works the queue, the command follows the entry.
    let (server, address) = world.serve();
    let created = world.run(&[&CREATE[..], &["--wait"]].concat()).json();
    assert_eq!(created["summary"]["created"], 2, "{created}");
    let again = world.run(&[&CREATE[..], &["--wait"]].concat()).json();
    assert_eq!(again["summary"]["created"], 0, "{again}");

    let orders = world.get(&address, "/api/v1/salesOrders").await;
    let orders = orders["value"].as_array().unwrap();
    assert_eq!(orders.len(), 2, "{orders:?}");
    for placed in [&paid, &unpaid] {
        let order = orders.iter().find(|order| order["shopifyOrderNumber"] == placed.name.as_str()).unwrap();
        assert_eq!(order["totalAmountIncludingTax"].as_f64(), Some(placed.total), "{order}");
    }
    assert_eq!(paid.total, 679.47);
    assert_eq!(server.stop(), 0);
}
