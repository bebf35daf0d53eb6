//! The description of the API.

use serde_json::Value;

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
