//! The description of the API.

use database::Engine;
use serde_json::Value;

use crate::world::World;

/// Written by `cargo xtask openapi`.
const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/openapi.json");

#[test]
fn the_committed_description_is_that_of_the_code() {
    let current = server::openapi_json();
    let committed = std::fs::read_to_string(COMMITTED).unwrap_or_default();
    assert!(committed == current, "web/openapi.json is not what the code says: run `cargo xtask openapi`");
}

#[test]
fn every_reference_leads_somewhere() {
    let document: Value = serde_json::from_str(&server::openapi_json()).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let pointer = reference.trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(reference) if name == "$ref" => references.push(reference.clone()),
                    other => collect(other, references),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, references)),
        _ => {}
    }
}

#[test]
fn the_reference_names_every_set() {
    let reference = include_str!("../../../../docs/reference/rest-api.md");
    let document: Value = serde_json::from_str(&server::openapi_json()).unwrap();
    for path in document["paths"].as_object().unwrap().keys() {
        let set = path.trim_start_matches("/api/v1/").split('/').next().unwrap();
        let is_named = ["`", "/"].iter().any(|before| reference.contains(&format!("{before}{set}")));
        assert!(is_named, "docs/reference/rest-api.md does not name {set}");
    }
}

#[test]
fn operation_ids_are_unique() {
    let document: Value = serde_json::from_str(&server::openapi_json()).unwrap();
    let mut seen = std::collections::HashSet::new();
    for (_, operations) in document["paths"].as_object().unwrap() {
        for (_, operation) in operations.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(seen.insert(id.to_owned()), "{id} is there twice");
        }
    }
}

/// The entities, each with its fields.
fn entities(document: &Value) -> Vec<(String, Vec<(String, Value)>)> {
    let schemas = document["components"]["schemas"].as_object().unwrap().iter();
    let are_records = schemas.filter(|(_, schema)| schema["properties"].get("@odata.etag").is_some());
    // The setup is one record, and no list.
    let are_records = are_records.filter(|(name, _)| document["paths"].get(format!("/api/v1/{name}/{{id}}")).is_some());
    let is_field = |(name, field): &(&String, &Value)| !name.starts_with('@') && field.get("items").is_none();
    let fields = |schema: &Value| {
        let properties = schema["properties"].as_object().unwrap().iter().filter(is_field);
        properties.map(|(name, field)| (name.clone(), field.clone())).collect()
    };
    are_records.map(|(name, schema)| (name.clone(), fields(schema))).collect()
}

#[test]
fn every_field_says_its_caption_and_what_can_be_done_with_it() {
    let document: Value = serde_json::from_str(&server::openapi_json()).unwrap();
    let entities = entities(&document);
    assert!(entities.len() >= 18, "{}", entities.len());
    for (entity, fields) in &entities {
        let patched = document["paths"][format!("/api/v1/{entity}/{{id}}")].get("patch").is_some();
        let mut changeable = 0;
        for (name, field) in fields {
            assert!(field["title"].as_str().is_some_and(|title| !title.is_empty()), "{entity} {name}");
            assert!(field["x-filterable"].is_boolean() && field["x-sortable"].is_boolean(), "{entity} {name}");
            changeable += usize::from(field.get("readOnly").is_none());
        }
        assert_eq!(changeable > 0, patched, "{entity}: {changeable} fields can be changed");
    }
    let of = |entity: &str, field: &str| document["components"]["schemas"][entity]["properties"][field].clone();
    assert_eq!(of("jobQueueEntries", "status")["readOnly"], true);
    assert!(of("jobQueueEntries", "startingTime").get("readOnly").is_none());
    assert_eq!(of("items", "number")["readOnly"], true);
    assert_eq!(of("items", "displayName")["title"], "Description");
    assert_eq!(of("jobQueueEntries", "progressDone")["x-filterable"], false);
}

#[tokio::test]
async fn lists_can_do_what_the_description_says() {
    let world = World::new(Engine::Sqlite).await;
    let document: Value = serde_json::from_str(&server::openapi_json()).unwrap();
    for (entity, fields) in entities(&document) {
        for (name, field) in fields {
            for (extension, option) in
                [("x-filterable", format!("filter.{name}=''")), ("x-sortable", format!("$orderby={name}"))]
            {
                let reply = world.read(format!("/api/v1/{entity}?$top=1&{option}")).await;
                // A value that is none of the field's kind is refused at its place in the filter.
                let takes = reply.status == 200 || reply.message(400).contains("at character");
                assert_eq!(Value::Bool(takes), field[extension], "{entity} {option}: {}", reply.text);
            }
        }
    }
}
