use std::collections::BTreeSet;

use apollo_compiler::ast::{self, Definition};
use apollo_compiler::executable::{Field, Operation};
use apollo_compiler::{ExecutableDocument, Name, Schema};

use super::connections::{fields, is_connection, nodes};
use crate::execute::Compiled;

/// The longest query, in bytes.
const LONGEST: usize = 65_535;

/// What is wrong with the text of a bulk query, in the words of the real store; nothing when it can be run.
pub(crate) fn check(compiled: &Compiled, text: &str) -> Vec<String> {
    if text.len() > LONGEST {
        return vec![format!("Query is too large ({} bytes; maximum is {LONGEST} bytes)", text.len())];
    }
    let syntax = match ast::Document::parse(text, "bulk.graphql") {
        Ok(syntax) => syntax,
        Err(error) => {
            let reason = error.errors.iter().next().map(|error| error.to_json().message).unwrap_or_default();
            return vec![format!("Invalid bulk query: syntax error, {reason}")];
        }
    };
    let changes = |definition: &Definition| match definition {
        Definition::OperationDefinition(operation) => operation.operation_type != ast::OperationType::Query,
        _ => false,
    };
    if syntax.definitions.iter().any(changes) {
        return vec!["Invalid operation type. Only `query` operations are supported.".to_owned()];
    }
    let prepared = compiled.prepare(text);
    let document = match prepared.as_ref() {
        Ok(document) => document,
        Err(errors) => return errors.iter().map(invalid).collect(),
    };
    let Ok(operation) = document.operations.get(None) else {
        return vec!["Invalid bulk query: exactly one operation is expected".to_owned()];
    };
    if operation.variables.iter().any(|variable| variable.ty.is_non_null() && variable.default_value.is_none()) {
        return vec!["Invalid bulk query: variables are not supported".to_owned()];
    }
    let mut survey = Survey::new(&compiled.schema, document);
    survey.operation(operation);
    survey.complaints()
}

fn invalid(error: &serde_json::Value) -> String {
    format!("Invalid bulk query: {}", error.get("message").and_then(|m| m.as_str()).unwrap_or_default())
}

/// What there is to say about the connections of a query.
struct Survey<'d> {
    schema: &'d Schema,
    document: &'d ExecutableDocument,
    connections: usize,
    deepest: usize,
    without_edges: Vec<&'d Name>,
    without_id: Vec<&'d Name>,
    within_list: bool,
    top_level_node: bool,
}

/// Where a field stands.
#[derive(Clone, Copy)]
struct Around<'d> {
    /// The connection around it.
    connection: Option<&'d Field>,
    depth: usize,
    in_list: bool,
}

impl<'d> Survey<'d> {
    const fn new(schema: &'d Schema, document: &'d ExecutableDocument) -> Self {
        Self {
            schema,
            document,
            connections: 0,
            deepest: 0,
            without_edges: Vec::new(),
            without_id: Vec::new(),
            within_list: false,
            top_level_node: false,
        }
    }

    fn operation(&mut self, operation: &'d Operation) {
        let around = Around { connection: None, depth: 0, in_list: false };
        for field in fields(self.document, &operation.selection_set) {
            self.top_level_node |= matches!(field.name.as_str(), "node" | "nodes");
            self.field(field, around);
        }
    }

    fn field(&mut self, field: &'d Field, around: Around<'d>) {
        if !is_connection(self.schema, field.definition.ty.inner_named_type()) {
            let around = Around { in_list: around.in_list || field.definition.ty.is_list(), ..around };
            for field in fields(self.document, &field.selection_set) {
                self.field(field, around);
            }
            return;
        }
        self.connections += 1;
        let depth = around.depth + 1;
        self.deepest = self.deepest.max(depth);
        self.within_list |= around.in_list;
        if let Some(parent) = around.connection
            && !self.selects_id(parent)
            && !self.without_id.contains(&&parent.name)
        {
            self.without_id.push(&parent.name);
        }
        let selected = fields(self.document, &field.selection_set);
        let names: BTreeSet<&str> = selected.iter().map(|field| field.name.as_str()).collect();
        if names.contains("nodes") || nodes(self.document, field).is_empty() {
            self.without_edges.push(&field.name);
        }
        let around = Around { connection: Some(field), depth, in_list: false };
        let below = selected.into_iter().filter(|field| field.name == "nodes").map(|field| &field.selection_set);
        for set in nodes(self.document, field).into_iter().chain(below) {
            for field in fields(self.document, set) {
                self.field(field, around);
            }
        }
    }

    fn selects_id(&self, connection: &'d Field) -> bool {
        let direct = fields(self.document, &connection.selection_set).into_iter().filter(|field| field.name == "nodes");
        let sets = nodes(self.document, connection).into_iter().chain(direct.map(|field| &field.selection_set));
        sets.flat_map(|set| fields(self.document, set)).any(|field| field.name == "id" && field.response_key() == "id")
    }

    fn complaints(&self) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(first) = self.without_edges.first() {
            let names: Vec<String> = self.without_edges.iter().map(|name| format!("'{name}'")).collect();
            found.push(format!(
                "All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: '{first} \
                 {{ edges {{ node {{'. Selecting via 'nodes' is not supported. Invalid connection fields: {}.",
                names.join(", ")
            ));
        }
        let mut say = |wrong: bool, text: &str| found.extend(wrong.then(|| text.to_owned()));
        say(self.top_level_node, "Bulk queries cannot contain a top level `node` field.");
        say(self.deepest > 2, "Bulk queries cannot contain connections with a nesting depth greater than 2.");
        say(self.connections > 5, "Bulk queries cannot contain more than 5 connections.");
        if !self.without_id.is_empty() {
            let names: Vec<&str> = self.without_id.iter().map(|name| name.as_str()).collect();
            found.push(format!(
                "The parent 'node' field for a nested connection must select the 'id' field without an alias and must \
                 be of 'ID' return type. Connection fields without 'id': {}.",
                names.join(", ")
            ));
        }
        let mut say = |wrong: bool, text: &str| found.extend(wrong.then(|| text.to_owned()));
        say(
            self.within_list,
            "Queries that contain a connection field within a list field are not currently supported.",
        );
        say(self.connections == 0, "Bulk queries must contain at least one connection.");
        found
    }
}
