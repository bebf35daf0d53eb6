use crate::process::run;

#[tokio::test]
async fn the_demo_imports_every_order_and_makes_a_sales_order_of_each() {
    let home = tempfile::tempdir().unwrap();
    let demo = run(home.path(), &["demo", "--once", "--json"]).json();
    let tasks = demo["tasks"].as_array().unwrap();
    let ids: Vec<_> = tasks.iter().map(|task| task["id"].as_i64().unwrap()).collect();
    assert_eq!(ids, [30104, 30103]);
    for task in tasks {
        assert_eq!(task["status"], "Success", "{task}");
        assert_eq!((&task["summary"]["skipped"], &task["summary"]["failed"]), (&0.into(), &0.into()), "{task}");
    }
    assert_eq!((&demo["totals"]["shopifyOrders"], &demo["totals"]["salesOrders"]), (&100.into(), &100.into()));
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "nothing is left behind");
}
