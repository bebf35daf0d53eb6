use apollo_compiler::executable::{Selection, SelectionSet};
use apollo_compiler::response::{JsonMap, JsonValue};
use apollo_compiler::{ExecutableDocument, Schema};
use serde_json::Value;

use super::fault::Fault;
use super::kind::FaultKind;

/// A word that no enum has.
const UNKNOWN: &str = "UNKNOWN_TO_EVERY_CLIENT";

/// Spoils the data of an answer. Gives the path of what is null now, when an error has to say so.
pub(crate) fn spoil(
    fault: &Fault,
    schema: &Schema,
    document: &ExecutableDocument,
    selections: &SelectionSet,
    data: &mut Option<JsonMap>,
) -> Option<Vec<Value>> {
    let whole = data.as_mut()?;
    match fault.kind {
        FaultKind::UnknownEnum => {
            Spoiler { schema, document, path: &fault.path }.walk(selections, whole, &mut Vec::new());
            None
        }
        FaultKind::Partial | FaultKind::Denied | FaultKind::Nulled => {
            let mut path = fault.path.clone();
            if path.is_empty() {
                path.push(whole.keys().next()?.as_str().into());
            }
            let found = reach(whole, &path)?;
            *found = JsonValue::Null;
            (fault.kind != FaultKind::Nulled).then_some(path)
        }
        _ => None,
    }
}

fn reach<'d>(data: &'d mut JsonMap, path: &[Value]) -> Option<&'d mut JsonValue> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(data.get_mut(first.as_str()?)?, |at, step| match (at, step) {
        (JsonValue::Object(object), Value::String(name)) => object.get_mut(name.as_str()),
        (JsonValue::Array(items), step) => items.get_mut(usize::try_from(step.as_u64()?).ok()?),
        _ => None,
    })
}

struct Spoiler<'d> {
    schema: &'d Schema,
    document: &'d ExecutableDocument,
    path: &'d [Value],
}

impl Spoiler<'_> {
    fn walk(&self, set: &SelectionSet, data: &mut JsonMap, at: &mut Vec<Value>) {
        for selection in &set.selections {
            match selection {
                Selection::Field(field) => {
                    if let Some(value) = data.get_mut(field.response_key().as_str()) {
                        at.push(field.response_key().as_str().into());
                        let is_enum = self.schema.get_enum(field.definition.ty.inner_named_type()).is_some();
                        self.value(is_enum, &field.selection_set, value, at);
                        at.pop();
                    }
                }
                Selection::InlineFragment(fragment) => self.walk(&fragment.selection_set, data, at),
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = self.document.fragments.get(&spread.fragment_name) {
                        self.walk(&fragment.selection_set, data, at);
                    }
                }
            }
        }
    }

    fn value(&self, is_enum: bool, set: &SelectionSet, value: &mut JsonValue, at: &mut Vec<Value>) {
        match value {
            JsonValue::String(_) if is_enum && at.starts_with(self.path) => *value = UNKNOWN.into(),
            JsonValue::Array(items) => {
                for (place, item) in items.iter_mut().enumerate() {
                    at.push(place.into());
                    self.value(is_enum, set, item, at);
                    at.pop();
                }
            }
            JsonValue::Object(object) => self.walk(set, object, at),
            _ => {}
        }
    }
}
