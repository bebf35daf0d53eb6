use database::Engine;

use crate::store::Store;
use crate::world::World;

#[tokio::test]
async fn the_toggle_decides_between_an_entry_and_a_run_in_the_foreground() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let task = ["task", "run", "30104", "--shop", "SHOP", "--json"];
    let enqueued = world.run(&task).json();
    assert_eq!(enqueued["alreadyQueued"], false);
    assert_eq!(world.run(&task).json()["alreadyQueued"], true);
    let entries = world.entries();
    assert_eq!((entries.len(), &entries[0]["id"], &entries[0]["mode"]), (1, &enqueued["id"], &"Background".into()));
    let id = enqueued["id"].as_str().unwrap();
    assert_eq!(world.run(&["job-queue", "delete", id]).code, 0);

    assert_eq!(world.run(&["shop", "set", "SHOP", "allowBackgroundSyncs=false"]).code, 0);
    assert_eq!(world.run(&task).json()["status"], "Success");
    // Also while another process works the queue.
    let (_server, _) = world.serve();
    assert_eq!(world.run(&task).json()["status"], "Success");
    assert!(world.entries().is_empty());
}

#[tokio::test]
async fn an_order_without_its_customer_is_a_partial_success() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let variant = store.sell("UNKNOWN", "10").await;
    store.order(&variant, "nobody@example.com", true).await;
    for task in ["30104", "30103"] {
        let ended = world.run(&["task", "run", task, "--shop", "SHOP", "--wait", "--json"]);
        assert_eq!(ended.code, 3, "{ended:?}");
        let summary: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
        assert_eq!(summary["status"], "Partial Success");
    }
    let (_server, address) = world.serve();
    let skipped = world.get(&address, "/api/v1/skippedRecords").await;
    let causes: Vec<_> = skipped["value"].as_array().unwrap().iter().map(|record| record.to_string()).collect();
    assert!(causes.iter().any(|cause| cause.contains("UNKNOWN")), "{causes:?}");
}
