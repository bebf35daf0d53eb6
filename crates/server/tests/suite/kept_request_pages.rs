//! The request pages as the web application keeps them, so that its own tests find a caption that is missing.

use std::path::PathBuf;

use database::Engine;
use serde_json::{Value, json};

use crate::world::World;

/// Set, the request pages are written instead of compared.
const WRITE: &str = "KOBLING_WRITE_REQUEST_PAGES";

async fn objects() -> Value {
    World::new(Engine::Sqlite).await.read("/api/v1/jobQueueObjects").await.expect(200)
}

#[tokio::test]
async fn the_web_application_knows_every_request_page() {
    let now = format!("{:#}\n", objects().await);
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../web/requestPages.json");
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(kept == now, "web/requestPages.json is of another day: run this test with {WRITE}=1");
}

#[tokio::test]
async fn every_option_has_a_shape_that_the_request_page_can_show() {
    for object in objects().await["value"].as_array().unwrap() {
        let schema = &object["schema"];
        for (name, option) in schema["properties"].as_object().into_iter().flatten() {
            assert!(is_shown(option, &schema["$defs"]), "{} {name}: {option}", object["objectId"]);
        }
    }
}

/// What `web/src/components/request/schema.ts` makes a control of.
fn is_shown(option: &Value, definitions: &Value) -> bool {
    if let Some(name) = option["$ref"].as_str() {
        return is_choice(&definitions[name.trim_start_matches("#/$defs/")]);
    }
    if let Some(kinds) = option["anyOf"].as_array() {
        let mut kept = kinds.iter().filter(|kind| kind["type"] != "null");
        return kept.next().is_some_and(|kind| is_shown(kind, definitions)) && kept.next().is_none();
    }
    let is_plain = |kind: &Value| matches!(kind.as_str(), Some("string" | "boolean" | "integer" | "number" | "null"));
    match &option["type"] {
        Value::Array(kinds) => kinds.iter().all(is_plain),
        kind if kind == "array" => is_shown(&option["items"], definitions),
        kind => is_plain(kind) || is_choice(option),
    }
}

fn is_choice(definition: &Value) -> bool {
    let are_named = |one: &Vec<Value>| one.iter().all(|one| one["const"].is_string());
    definition["enum"].is_array() || definition["oneOf"].as_array().is_some_and(are_named)
}

#[test]
fn a_record_within_an_option_can_not_be_shown() {
    let definitions = json!({ "Mode": { "oneOf": [{ "const": "All" }] }, "Deep": { "type": "object" } });
    assert!(is_shown(&json!({ "anyOf": [{ "$ref": "#/$defs/Mode" }, { "type": "null" }] }), &definitions));
    assert!(is_shown(&json!({ "type": ["integer", "null"], "format": "uint32" }), &definitions));
    assert!(!is_shown(&json!({ "$ref": "#/$defs/Deep" }), &definitions));
    assert!(!is_shown(&json!({ "type": "array", "items": { "type": "object" } }), &definitions));
}
