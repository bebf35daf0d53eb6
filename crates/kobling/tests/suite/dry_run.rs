//! `task run --dry-run`: what a task would make, shown and not made.

use database::Engine;
use rstest::rstest;
use serde_json::Value;

use crate::store::Store;
use crate::world::World;

const IMPORT: [&str; 7] = ["task", "run", "30104", "--shop", "SHOP", "--wait", "--json"];
const CREATE: [&str; 5] = ["task", "run", "30103", "--shop", "SHOP"];

/// A store and the variant that is an item of the demo's data.
async fn store_of(world: &World) -> (Store, String) {
    let store = Store::start(world.home());
    world.connect(&store);
    let variant = store.sell(devstore::catalog().first().unwrap().number.as_str(), "199.99").await;
    (store, variant)
}

#[rstest]
#[tokio::test]
async fn the_documents_that_would_be_made_are_shown_and_nothing_is_written(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (store, variant) = store_of(&world).await;
    let placed = store.order(&variant, &devstore::customers(1, 0).remove(0).email, true).await;
    world.run(&IMPORT).json();
    let dry_run = [&CREATE[..], &["--dry-run", "--json"]].concat();
    let shown = world.run(&dry_run).json();
    let previews = shown["value"].as_array().unwrap();
    assert_eq!(previews.len(), 1, "{shown}");
    assert_eq!((&previews[0]["shopifyOrderNumber"], &previews[0]["cause"]), (&placed.name.into(), &"".into()));
    let document = &previews[0]["document"];
    assert_eq!(document["totalAmountIncludingTax"].as_f64(), Some(placed.total), "{document}");
    assert_eq!(world.run(&dry_run).json()["value"][0]["document"], *document, "no number is drawn");
    assert_eq!(world.number("SELECT COUNT(*) AS n FROM sales_header").await, 0);

    let made = world.run(&[&CREATE[..], &["--wait", "--json"]].concat()).json();
    assert_eq!(made["summary"]["created"], 1, "{made}");
    let number: String = world.rows("SELECT number FROM sales_header").await[0].try_get("", "number").unwrap();
    assert_eq!(document["number"], number.as_str());
}

#[rstest]
#[tokio::test]
async fn an_order_that_would_be_left_out_says_why(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (store, variant) = store_of(&world).await;
    store.order(&variant, "nobody@example.com", true).await;
    assert_eq!(world.run(&IMPORT).code, 3, "it is left out there, too");
    let shown = world.run(&[&CREATE[..], &["--dry-run"]].concat());
    assert_eq!(shown.code, 3, "{shown:?}");
    let said = "0 documents would be made, 1 orders would be left out. Nothing was written.";
    assert!(shown.stdout.contains(said), "{shown:?}");
    let shown = world.run(&[&CREATE[..], &["--dry-run", "--json"]].concat());
    let shown: Value = serde_json::from_str(&shown.stdout).unwrap();
    let preview = &shown["value"][0];
    assert!(preview["cause"].as_str().unwrap().contains("nobody@example.com"), "{preview}");
    assert!(preview["document"].is_null() && preview["remedy"] != "", "{preview}");
}

#[rstest]
#[case(&["task", "run", "30104", "--shop", "SHOP", "--dry-run"], "the task 30104 can't be tried without making anything")]
#[case(&["task", "run", "30103", "--dry-run"], "name it with --shop CODE")]
#[tokio::test]
async fn what_can_not_be_tried_is_refused_in_one_sentence(#[case] arguments: &[&str], #[case] expected: &str) {
    let world = World::new(Engine::Sqlite).await;
    let ended = world.run(arguments);
    assert!(ended.sentence().contains(expected), "{ended:?}");
}
