//! From which count on a cue is how urgent.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::call::Call;
use crate::world::World;

#[rstest]
#[tokio::test]
async fn thresholds_are_set_for_everyone_and_by_everyone_for_themselves(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.company().await;
    world.shop().await;
    world.skip_orders(2).await;
    let style = async |token: &str| {
        let reply = Call::new(Method::GET, "/api/v1/cues").token(token).send(&world.router).await.expect(200);
        let cue =
            reply["value"].as_array().unwrap().iter().find(|cue| cue["name"] == "skippedRecords").unwrap().clone();
        cue["style"].as_str().unwrap().to_owned()
    };
    let put = async |token: &str, path: &str, threshold1: u32, threshold2: u32| {
        let ranges = json!({
            "threshold1": threshold1,
            "threshold2": threshold2,
            "lowRangeStyle": "subordinate",
            "middleRangeStyle": "ambiguous",
            "highRangeStyle": "unfavorable",
        });
        Call::new(Method::PUT, format!("/api/v1/cueSetup/{path}")).token(token).body(ranges).send(&world.router).await
    };
    let (administrator, viewer) = (&world.administrator, &world.viewer);
    assert_eq!(style(viewer).await, "ambiguous");
    put(administrator, "skippedRecords/Kobling.shared", 0, 1).await.expect(204);
    put(viewer, "skippedRecords", 3, 9).await.expect(204);
    // A personal row comes before the shared one.
    assert_eq!((style(administrator).await, style(viewer).await), ("unfavorable".into(), "subordinate".into()));
    let setup = Call::new(Method::GET, "/api/v1/cueSetup").token(viewer).send(&world.router).await.expect(200);
    let row = setup["value"].as_array().unwrap().iter().find(|row| row["name"] == "skippedRecords").unwrap();
    assert_eq!(
        (&row["whose"], &row["ranges"]["threshold2"], &row["shared"]["threshold2"]),
        (&json!("personal"), &json!(9), &json!(1))
    );

    let refused = put(viewer, "skippedRecords", 5, 5).await;
    assert_eq!(refused.expect(400)["error"]["target"], "threshold2");
    assert!(refused.message(400).contains("greater than the lower"), "{}", refused.text);
    assert!(put(viewer, "skippedRecords/Kobling.shared", 1, 2).await.message(403).contains("set-up"));
    assert!(put(viewer, "nothing", 1, 2).await.message(400).contains("there is no cue 'nothing'"));
    let forget = Call::new(Method::DELETE, "/api/v1/cueSetup/skippedRecords").token(viewer);
    forget.send(&world.router).await.expect(204);
    assert_eq!(style(viewer).await, "unfavorable");
}
