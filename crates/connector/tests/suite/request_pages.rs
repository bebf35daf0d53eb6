//! The request pages of the connector's objects, as the web application shows them: it keeps a description of them, so
//! that its own tests find a caption that is missing.

use std::path::PathBuf;

use database::Engine;
use job_queue::{Described, FilterField};
use serde_json::{Value, json};
use values::field::Kind;

use crate::world::World;

/// Set, the description is written instead of compared.
const WRITE: &str = "KOBLING_WRITE_REQUEST_PAGES";

async fn objects() -> Vec<Described> {
    World::new(Engine::Sqlite).await.queue.registry().iter().collect()
}

fn field(field: &FilterField) -> Value {
    let values = match field.kind {
        Kind::Option(captions) => Some(captions),
        _ => None,
    };
    json!({ "name": field.name, "caption": field.caption, "offered": field.offered, "values": values })
}

fn page(object: &Described) -> Value {
    let tables = object.tables.iter().map(|table| {
        let fields: Vec<_> = table.fields.iter().map(field).collect();
        json!({ "name": table.name, "caption": table.caption, "fields": fields })
    });
    let tables: Vec<_> = tables.collect();
    json!({ "objectId": object.id, "caption": object.caption, "schema": object.schema, "tables": tables })
}

#[tokio::test]
async fn the_web_application_knows_every_request_page() {
    let pages = json!({ "value": objects().await.iter().map(page).collect::<Vec<_>>() });
    let now = format!("{}\n", serde_json::to_string_pretty(&pages).unwrap());
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../web/requestPages.json");
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(kept == now, "web/requestPages.json is of another day: run this test with {WRITE}=1");
}

#[tokio::test]
async fn every_option_has_a_shape_that_the_request_page_can_show() {
    for object in objects().await {
        let schema = &object.schema;
        for (name, option) in schema["properties"].as_object().into_iter().flatten() {
            assert!(is_shown(option, &schema["$defs"]), "{} {name}: {option}", object.id);
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
