//! Entries that can't be: each is refused with the field that is to blame, and nothing is stored.

use axum::http::Method;
use database::Engine;
use serde_json::{Value, json};

use crate::world::World;

const ENTRIES: &str = "/api/v1/jobQueueEntries";

/// What is given beside the object, which field is to blame, and what is said of it.
fn table() -> Vec<(Value, &'static str, &'static str)> {
    vec![
        (json!({"objectIdToRun": 1}), "objectIdToRun", "there is no object 1"),
        (json!({"objectIdToRun": "orders"}), "objectIdToRun", "can't be that"),
        (json!({"numberOfMinutesBetweenRuns": 15}), "numberOfMinutesBetweenRuns", "days of the week"),
        (json!({"runOnMonday": true, "numberOfMinutesBetweenRuns": -1}), "numberOfMinutesBetweenRuns", "527,040"),
        (json!({"startingTime": "08:00"}), "startingTime", "recurring"),
        (json!({"runOnMonday": true, "startingTime": "noon"}), "startingTime", "can't be that"),
        (json!({"manualRecurrence": true}), "manualRecurrence", "recurring"),
        (json!({"nextRunDateFormula": "1X"}), "nextRunDateFormula", "can't be that"),
        (json!({"runOnMonday": true, "nextRunDateFormula": "1D"}), "nextRunDateFormula", "exclude each other"),
        (
            json!({"earliestStartDateTime": "2030-02-01T00:00:00Z", "expirationDateTime": "2030-01-01T00:00:00Z"}),
            "expirationDateTime",
            "before its earliest start",
        ),
        (json!({"timeZone": "Oslo"}), "timeZone", "Europe/Oslo"),
        (json!({"options": {"colour": "red"}}), "options", "no option 'colour'"),
        (json!({"filters": {"OrdersToImport.colour": "red"}}), "filters.OrdersToImport.colour", "fullyPaid"),
        (json!({"filters": {"OrdersToImport.fullyPaid": "yes&"}}), "filters.OrdersToImport.fullyPaid", "character"),
        (json!({"jobQueueCategoryCode": "GONE"}), "jobQueueCategoryCode", "no job queue category 'GONE'"),
        (json!({"status": "Error"}), "status", "Ready or On Hold"),
        (json!({"priorityWithinCategory": "Urgent"}), "priorityWithinCategory", "High"),
        (json!({"catchUp": "Twice"}), "catchUp", "Run Once"),
        (json!({"maxNumberAttemptsToRun": 11}), "maxNumberAttemptsToRun", "0 to 10"),
        (json!({"rerunDelay": 3601}), "rerunDelay", "0 to 3600"),
        (json!({"jobTimeOut": -1}), "jobTimeOut", "out of range"),
        (json!({"inactivityTimeoutPeriod": -1}), "inactivityTimeoutPeriod", "out of range"),
        (json!({"colour": "red"}), "colour", "colour"),
    ]
}

/// Makes a category and deletes it.
async fn deleted_category(world: &World) {
    let categories = "/api/v1/jobQueueCategories";
    let gone = world.call(Method::POST, categories).body(json!({"code": "GONE"})).send(&world.router).await.expect(201);
    let path = format!("{categories}/{}", gone["id"].as_str().unwrap());
    world.call(Method::DELETE, path).header("if-match", "*").send(&world.router).await.expect(204);
}

#[tokio::test]
async fn each_is_refused_by_its_field_and_nothing_is_stored() {
    let world = World::new(Engine::Sqlite).await;
    deleted_category(&world).await;
    for (given, target, says) in table() {
        let mut body = json!({"objectIdToRun": 30104});
        body.as_object_mut().unwrap().extend(given.as_object().unwrap().clone());
        let reply = world.call(Method::POST, ENTRIES).body(body).send(&world.router).await;
        assert!(reply.message(400).contains(says), "{given}: {}", reply.text);
        assert_eq!(reply.expect(400)["error"]["target"], target, "{given}");
    }
    assert_eq!(world.read(ENTRIES).await.expect(200)["value"], json!([]));
}

#[tokio::test]
async fn a_change_is_refused_as_a_new_entry_is_and_nothing_changes() {
    let world = World::new(Engine::Sqlite).await;
    deleted_category(&world).await;
    let new = world.call(Method::POST, ENTRIES).body(json!({"objectIdToRun": 30104}));
    let entry = new.send(&world.router).await.expect(201);
    let path = format!("{ENTRIES}/{}", entry["id"].as_str().unwrap());
    for (given, target, says) in table().into_iter().filter(|(given, ..)| given.get("objectIdToRun").is_none()) {
        let change = world.call(Method::PATCH, &path).header("if-match", "*").body(given.clone());
        let reply = change.send(&world.router).await;
        assert_eq!(reply.expect(400)["error"]["target"], target, "{given}: {}", reply.text);
        // Some can't be changed at all, which is said in other words.
        let kept = ["status", "colour"].contains(&target);
        assert!(kept || reply.message(400).contains(says), "{given}: {}", reply.text);
    }
    assert_eq!(world.read(path).await.expect(200), entry);
}
