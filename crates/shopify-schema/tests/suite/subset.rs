use apollo_compiler::Name;
use apollo_compiler::Schema;
use apollo_compiler::ast::{FieldDefinition, InputValueDefinition};
use apollo_compiler::collections::IndexMap;
use apollo_compiler::schema::{Component, ExtendedType};
use shopify_schema::{API_VERSION, SDL};

use crate::full_schema;

/// A difference between the subset and a full schema.
#[derive(Debug, PartialEq)]
enum Difference {
    /// The full schema no longer has it: a document that uses it fails.
    Vanished(String),
    /// It is written otherwise.
    Changed(String),
}

fn subset() -> Schema {
    Schema::parse(SDL, "admin.graphql").unwrap_or_else(|errors| panic!("{errors}"))
}

fn differences(ours: &Schema, theirs: &Schema) -> Vec<Difference> {
    let mut found = Vec::new();
    for (name, ty) in &ours.types {
        if ty.is_built_in() {
            continue;
        }
        match (ty, theirs.types.get(name)) {
            (ExtendedType::Object(ours), Some(ExtendedType::Object(theirs))) => {
                for interface in &ours.implements_interfaces {
                    if !theirs.implements_interfaces.contains(interface) {
                        found.push(Difference::Vanished(format!("{name} implements {interface}")));
                    }
                }
                fields(name, &ours.fields, &theirs.fields, &mut found);
            }
            (ExtendedType::Interface(ours), Some(ExtendedType::Interface(theirs))) => {
                fields(name, &ours.fields, &theirs.fields, &mut found);
            }
            (ExtendedType::InputObject(ours), Some(ExtendedType::InputObject(theirs))) => {
                if ours.directives.get("oneOf").is_some() != theirs.directives.get("oneOf").is_some() {
                    found.push(Difference::Changed(format!("{name} @oneOf")));
                }
                for (field, value) in &ours.fields {
                    input(
                        &format!("{name}.{field}"),
                        value,
                        theirs.fields.get(field).map(|field| &***field),
                        &mut found,
                    );
                }
                for (field, value) in &theirs.fields {
                    if value.is_required() && !ours.fields.contains_key(field) {
                        found.push(Difference::Changed(format!("{name}.{field} is required")));
                    }
                }
            }
            (ExtendedType::Enum(ours), Some(ExtendedType::Enum(theirs))) => {
                for value in ours.values.keys().filter(|value| !theirs.values.contains_key(*value)) {
                    found.push(Difference::Vanished(format!("{name}.{value}")));
                }
                for value in theirs.values.keys().filter(|value| !ours.values.contains_key(*value)) {
                    found.push(Difference::Changed(format!("{name}.{value} is new")));
                }
            }
            (ExtendedType::Union(ours), Some(ExtendedType::Union(theirs))) => {
                for member in ours.members.iter().filter(|member| !theirs.members.contains(*member)) {
                    found.push(Difference::Vanished(format!("{name} = {member}")));
                }
            }
            (ExtendedType::Scalar(_), Some(ExtendedType::Scalar(_))) => {}
            _ => found.push(Difference::Vanished(name.to_string())),
        }
    }
    found
}

fn fields(
    ty: &Name,
    ours: &IndexMap<Name, Component<FieldDefinition>>,
    theirs: &IndexMap<Name, Component<FieldDefinition>>,
    found: &mut Vec<Difference>,
) {
    for (name, our) in ours {
        let Some(their) = theirs.get(name) else {
            found.push(Difference::Vanished(format!("{ty}.{name}")));
            continue;
        };
        if our.ty != their.ty || our.directives != their.directives {
            found.push(Difference::Changed(format!("{ty}.{name}")));
        }
        for argument in &our.arguments {
            let same = their.argument_by_name(&argument.name);
            input(&format!("{ty}.{name}({})", argument.name), argument, same.map(|a| &**a), found);
        }
        for argument in &their.arguments {
            if argument.is_required() && our.argument_by_name(&argument.name).is_none() {
                found.push(Difference::Changed(format!("{ty}.{name}({}) is required", argument.name)));
            }
        }
    }
}

fn input(place: &str, ours: &InputValueDefinition, theirs: Option<&InputValueDefinition>, found: &mut Vec<Difference>) {
    let text = |value: &InputValueDefinition| value.default_value.as_ref().map(ToString::to_string);
    match theirs {
        None => found.push(Difference::Vanished(place.to_owned())),
        Some(theirs) => {
            if ours.ty != theirs.ty || text(ours) != text(theirs) || ours.directives != theirs.directives {
                found.push(Difference::Changed(place.to_owned()));
            }
        }
    }
}

#[test]
fn the_subset_is_a_schema_by_itself() {
    Schema::parse_and_validate(SDL, "admin.graphql").unwrap_or_else(|errors| panic!("{errors}"));
}

#[test]
fn every_member_is_written_as_in_shopifys_own_schema() {
    if let Some(full) = full_schema::read(API_VERSION) {
        assert_eq!(differences(&subset(), &full), []);
    }
}

#[test]
fn the_next_version_still_has_every_member() {
    let Some(next) = full_schema::read("unstable") else { return };
    // No document names the type of a connection or an edge: another one with the same members is no loss.
    let named = |place: &str| !place.ends_with("Connection") && !place.ends_with("Edge");
    let (vanished, changed): (Vec<_>, Vec<_>) = differences(&subset(), &next)
        .into_iter()
        .partition(|difference| matches!(difference, Difference::Vanished(place) if named(place)));
    for change in &changed {
        eprintln!("the next version differs: {change:?}");
    }
    assert_eq!(vanished, []);
}

#[test]
fn a_member_that_shopify_does_not_have_is_found() {
    let ours = Schema::parse("type Query { a: Int b: Int } enum E { ONE TWO }", "ours.graphql").unwrap();
    let theirs = Schema::parse("type Query { a: String } enum E { ONE }", "theirs.graphql").unwrap();
    assert_eq!(
        differences(&ours, &theirs),
        [
            Difference::Changed("Query.a".to_owned()),
            Difference::Vanished("Query.b".to_owned()),
            Difference::Vanished("E.TWO".to_owned()),
        ]
    );
}
