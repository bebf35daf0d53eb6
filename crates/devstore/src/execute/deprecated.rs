use std::collections::{BTreeSet, HashSet};

use apollo_compiler::ast::{Type, Value};
use apollo_compiler::executable::{Field, Operation, Selection, SelectionSet};
use apollo_compiler::response::{JsonMap, JsonValue};
use apollo_compiler::schema::ExtendedType;
use apollo_compiler::{ExecutableDocument, Name, Schema};

/// The deprecated members that an operation uses, as `Customer.email`: fields, arguments, and what its input holds.
pub(super) fn deprecated(
    schema: &Schema,
    document: &ExecutableDocument,
    operation: &Operation,
    variables: &JsonMap,
) -> Vec<String> {
    let mut reading = Reading { schema, document, found: BTreeSet::new(), visited: HashSet::new() };
    reading.selections(&operation.selection_set);
    for variable in &operation.variables {
        if let Some(value) = variables.get(variable.name.as_str()) {
            reading.input(&variable.ty, value);
        }
    }
    reading.found.into_iter().collect()
}

struct Reading<'d> {
    schema: &'d Schema,
    document: &'d ExecutableDocument,
    found: BTreeSet<String>,
    visited: HashSet<&'d Name>,
}

impl<'d> Reading<'d> {
    fn selections(&mut self, set: &'d SelectionSet) {
        for selection in &set.selections {
            match selection {
                Selection::Field(field) => self.field(&set.ty, field),
                Selection::InlineFragment(fragment) => self.selections(&fragment.selection_set),
                Selection::FragmentSpread(spread) => {
                    if self.visited.insert(&spread.fragment_name)
                        && let Some(fragment) = self.document.fragments.get(&spread.fragment_name)
                    {
                        self.selections(&fragment.selection_set);
                    }
                }
            }
        }
    }

    fn field(&mut self, parent: &str, field: &'d Field) {
        if field.definition.directives.has("deprecated") {
            self.found.insert(format!("{parent}.{}", field.name));
        }
        for argument in &field.arguments {
            let definition = field.definition.arguments.iter().find(|definition| definition.name == argument.name);
            if let Some(definition) = definition {
                if definition.directives.has("deprecated") {
                    self.found.insert(format!("{parent}.{}.{}", field.name, argument.name));
                }
                self.literal(&definition.ty, &argument.value);
            }
        }
        self.selections(&field.selection_set);
    }

    fn literal(&mut self, ty: &Type, value: &Value) {
        match value {
            Value::List(items) => items.iter().for_each(|item| self.literal(ty.item_type(), item)),
            Value::Object(fields) => {
                let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value)).collect();
                for (name, value) in fields {
                    if let Some(ty) = self.member(ty, name) {
                        self.literal(&ty, value);
                    }
                }
            }
            Value::Enum(word) => self.word(ty, word),
            _ => {}
        }
    }

    fn input(&mut self, ty: &Type, value: &JsonValue) {
        match value {
            JsonValue::Array(items) => items.iter().for_each(|item| self.input(ty.item_type(), item)),
            JsonValue::Object(fields) => {
                for (name, value) in fields {
                    if let Some(ty) = self.member(ty, name.as_str()) {
                        self.input(&ty, value);
                    }
                }
            }
            JsonValue::String(word) => self.word(ty, word.as_str()),
            _ => {}
        }
    }

    /// The type of a member of an input object.
    fn member(&mut self, ty: &Type, name: &str) -> Option<Type> {
        let object = self.schema.get_input_object(ty.inner_named_type())?;
        let definition = object.fields.get(name)?;
        if definition.directives.has("deprecated") {
            self.found.insert(format!("{}.{name}", object.name));
        }
        Some((*definition.ty).clone())
    }

    fn word(&mut self, ty: &Type, word: &str) {
        if let Some(ExtendedType::Enum(definition)) = self.schema.types.get(ty.inner_named_type())
            && definition.values.get(word).is_some_and(|value| value.directives.has("deprecated"))
        {
            self.found.insert(format!("{}.{word}", definition.name));
        }
    }
}
