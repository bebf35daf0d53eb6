use apollo_compiler::ast::{self, Definition, OperationType};
use serde_json::{Map, Value, json};

use super::connections::{fields, is_connection};
use super::lines::Lines;
use super::page::Written;
use crate::devstore::{Devstore, lock};
use crate::execute::{Compiled, Request, Setting, run};
use crate::faults::{Fault, FaultKind};
use crate::store::bulk::{BulkOperation, Place};

/// Mutations that make no sense line by line.
const NOT_ALLOWED: &[&str] = &["bulkOperationCancel", "bulkOperationRunMutation", "bulkOperationRunQuery"];

/// What is wrong with the text of a bulk mutation; nothing when it can be run.
pub(crate) fn check(compiled: &Compiled, text: &str) -> Option<String> {
    let syntax = match ast::Document::parse(text, "bulk.graphql") {
        Ok(syntax) => syntax,
        Err(error) => {
            let reason = error.errors.iter().next().map(|error| error.to_json().message).unwrap_or_default();
            return Some(format!("Failed to parse the mutation - syntax error, {reason}"));
        }
    };
    let reads = |definition: &Definition| match definition {
        Definition::OperationDefinition(operation) => operation.operation_type != OperationType::Mutation,
        _ => false,
    };
    if syntax.definitions.iter().any(reads) {
        return Some("Invalid operation type. Only `mutation` operations are supported.".to_owned());
    }
    let prepared = compiled.prepare(text);
    let document = match prepared.as_ref() {
        Ok(document) => document,
        Err(errors) => {
            let message = errors.first().and_then(|error| error.get("message")).and_then(Value::as_str);
            return Some(format!("Failed to parse the mutation - {}", message.unwrap_or_default()));
        }
    };
    let Ok(operation) = document.operations.get(None) else {
        return Some("Failed to parse the mutation - exactly one operation is expected".to_owned());
    };
    let roots = fields(document, &operation.selection_set);
    let [root] = roots.as_slice() else {
        return Some("Failed to parse the mutation - exactly one mutation field is expected".to_owned());
    };
    if NOT_ALLOWED.contains(&root.name.as_str()) {
        return Some("You must use an allowed mutation name.".to_owned());
    }
    let connections = operation
        .all_fields(document)
        .filter(|field| is_connection(&compiled.schema, field.definition.ty.inner_named_type()))
        .count();
    (connections > 1).then(|| "Bulk mutations cannot contain more than 1 connection.".to_owned())
}

/// Runs the mutation once for each of the next `most` lines.
pub(super) fn write(devstore: &Devstore, setting: &Setting<'_>, bulk: &BulkOperation, most: usize) -> Written {
    let input = bulk.input.as_deref().unwrap_or_default();
    let mut place = bulk.place.clone();
    let mut lines = Lines::default();
    for _ in 0..most {
        let Some((line, offset)) = next_line(input, place.offset) else { return Written { lines, next: None } };
        let answer = once(devstore, setting, &bulk.text, (line, place.number));
        if serde_json::to_writer(&mut lines.text, &answer).is_ok() {
            lines.text.push(b'\n');
        }
        lines.objects += 1;
        lines.roots += 1;
        place = Place { number: place.number + 1, offset, after: None };
    }
    let next = next_line(input, place.offset).map(|_| place);
    Written { lines, next }
}

/// The next line that is not empty, and where the one after it begins.
fn next_line(input: &[u8], mut offset: usize) -> Option<(&[u8], usize)> {
    loop {
        let rest = input.get(offset..).filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let line = rest.get(..length)?;
        offset += length + 1;
        if !line.iter().all(u8::is_ascii_whitespace) {
            return Some((line, offset));
        }
    }
}

fn once(devstore: &Devstore, setting: &Setting<'_>, text: &str, (line, number): (&[u8], usize)) -> Value {
    let mut answer = Map::new();
    match serde_json::from_slice::<Map<String, Value>>(line) {
        Ok(variables) => {
            let request = Request { query: text.to_owned(), variables: Some(variables), operation_name: None };
            let (ran, _) = run(setting, &request, |names| strike(devstore, names));
            if let Some(data) = ran.body.data {
                answer.insert("data".to_owned(), json!(data));
            }
            if !ran.body.errors.is_empty() {
                answer.insert("errors".to_owned(), ran.body.errors.into());
            }
        }
        Err(error) => {
            let message = format!("The line is no JSON object of variables: {error}");
            answer.insert("errors".to_owned(), json!([{ "message": message }]));
        }
    }
    answer.insert("__lineNumber".to_owned(), number.into());
    Value::Object(answer)
}

/// What a planned fault does to a line: the request that it stands for fails inside the store.
fn strike(devstore: &Devstore, names: &[&str]) -> Option<Fault> {
    let fault = lock(&devstore.0.faults).strike_line(names)?;
    Some(Fault { kind: FaultKind::InternalError, ..fault })
}
