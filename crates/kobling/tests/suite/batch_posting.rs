use database::Engine;
use rstest::rstest;

use crate::store::Store;
use crate::world::World;

const POST: [&str; 7] = ["task", "run", "296", "--option", "ship=true", "--option", "invoice=true"];

#[rstest]
#[tokio::test]
async fn imported_orders_are_posted_by_a_task_that_runs_for_no_shop(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let item = devstore::catalog().first().unwrap().number.as_str();
    let email = devstore::customers(1, 0).remove(0).email;
    let variant = store.sell(item, "199.99").await;
    store.order(&variant, &email, true).await;
    for task in ["30104", "30103"] {
        assert_eq!(world.run(&["task", "run", task, "--shop", "SHOP", "--wait"]).code, 0);
    }
    let listed = world.run(&["task", "list", "--json"]).json();
    let posting = listed["value"].as_array().unwrap().iter().find(|task| task["id"] == 296).unwrap();
    assert_eq!((&posting["name"], &posting["category"]), (&"Batch Post Sales Orders".into(), &"DOCPOST".into()));

    let orders_of_the_shop = ["--filter", "SalesHeader.shopifyOrderNumber=<>''", "--wait", "--json"];
    let posted = world.run(&[&POST[..], &orders_of_the_shop].concat()).json();
    assert_eq!((&posted["status"], &posted["summary"]["created"]), (&"Success".into(), &1.into()), "{posted}");
    assert_eq!(world.number("SELECT COUNT(*) AS n FROM sales_header").await, 0);
    assert_eq!(world.number("SELECT COUNT(*) AS n FROM posted_sales_header WHERE source_number <> ''").await, 2);
}

#[tokio::test]
async fn a_shop_is_asked_for_where_a_task_runs_for_one_and_nowhere_else() {
    let world = World::new(Engine::Sqlite).await;
    assert!(world.run(&["task", "run", "30104"]).sentence().contains("name it with --shop CODE"));
    assert!(world.run(&[&POST[..], &["--shop", "SHOP"]].concat()).sentence().contains("leave --shop out"));
    assert!(world.run(&["task", "run", "7"]).sentence().contains("there is no object 7 to run"));
}
