//! The cost of a document by Shopify's formula, computed from its text alone.

use apollo_compiler::executable::{Field, Selection, SelectionSet};
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema};
use serde_json::Value;

/// Types that cost nothing, with all below them.
const FREE_TYPES: [&str; 2] = ["MoneyBag", "MoneyV2"];
/// Fields that cost nothing, with all below them.
const FREE_FIELDS: [(&str, &str); 5] = [
    ("Customer", "defaultAddress"),
    ("Customer", "addresses"),
    ("InventoryItem", "measurement"),
    ("Shop", "shopAddress"),
    ("Shop", "currencyFormats"),
];

/// The requested cost of a document.
pub fn cost(schema: &Valid<Schema>, document: &Valid<ExecutableDocument>, variables: &Value) -> u32 {
    let operation = document.operations.iter().next().unwrap();
    if operation.is_mutation() {
        return operation.selection_set.fields().map(|field| mutation(schema, field, variables)).sum();
    }
    children(schema, &operation.selection_set, variables)
}

/// Ten, and what is below the objects of the payload.
fn mutation(schema: &Valid<Schema>, field: &Field, variables: &Value) -> u32 {
    let payload = field.selection_set.fields().filter(|field| !field.ty().inner_named_type().ends_with("Error"));
    10 + payload.map(|field| children(schema, &field.selection_set, variables)).sum::<u32>()
}

/// The fields of a selection, and the dearest of what depends on the concrete type.
fn children(schema: &Valid<Schema>, set: &SelectionSet, variables: &Value) -> u32 {
    let (mut fields, mut dearest) = (0, 0);
    for selection in &set.selections {
        match selection {
            Selection::Field(one) => fields += field(schema, &set.ty, one, variables),
            Selection::InlineFragment(fragment) => {
                dearest = dearest.max(children(schema, &fragment.selection_set, variables));
            }
            Selection::FragmentSpread(_) => panic!("documents have no named fragments"),
        }
    }
    fields + dearest
}

fn field(schema: &Valid<Schema>, parent: &str, field: &Field, variables: &Value) -> u32 {
    let ty = field.ty().inner_named_type().as_str();
    let free = FREE_TYPES.contains(&ty) || FREE_FIELDS.contains(&(parent, field.name.as_str()));
    if free || field.selection_set.selections.is_empty() || ty == "PageInfo" {
        return 0;
    }
    let is_count = parent == "QueryRoot" || (parent, field.name.as_str()) == ("Publication", "includedProductsCount");
    if ty == "Count" && is_count {
        return 10;
    }
    let below = children(schema, &field.selection_set, variables);
    if !ty.ends_with("Connection") {
        return 1 + below;
    }
    let nodes = field.selection_set.fields().find(|field| field.name == "nodes").expect("nodes of a connection");
    let node = 1 + children(schema, &nodes.selection_set, variables);
    assert_eq!(node, below, "a connection has nodes and pageInfo only");
    let factor = (2.0 * f64::from(size(field, variables).max(2)).ln()).floor() as u32;
    2 + factor * node
}

/// The page size, written in the text or given as a variable.
fn size(field: &Field, variables: &Value) -> u32 {
    let first = field.specified_argument_by_name("first").expect("the size of a page");
    let number = match first.as_variable() {
        Some(variable) => variables[variable.as_str()].as_u64().unwrap() as i32,
        None => first.to_i32().unwrap(),
    };
    u32::try_from(number).unwrap()
}
