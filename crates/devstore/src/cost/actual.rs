use apollo_compiler::executable::{Field, Operation, SelectionSet};
use apollo_compiler::response::{JsonMap, JsonValue};
use apollo_compiler::{ExecutableDocument, Schema};

use super::multiplier::multiplier;
use super::selection::Reading;
use super::table;

/// What an operation cost after it ran: as before, with the number of rows that there really were. A mutation costs
/// what was asked for it.
pub(crate) fn actual(
    schema: &Schema,
    document: &ExecutableDocument,
    operation: &Operation,
    variables: &JsonMap,
    data: Option<&JsonMap>,
    requested: u64,
) -> u64 {
    let (false, Some(data)) = (operation.is_mutation(), data) else { return requested };
    let reading = Reading { schema, document, variables };
    reading.spent(&operation.selection_set.ty, &[&operation.selection_set], data).min(requested)
}

impl<'d> Reading<'d> {
    fn spent(&self, ty: &str, sets: &[&'d SelectionSet], data: &JsonMap) -> u64 {
        let object = self.schema.get_object(ty).is_some().then_some(ty);
        self.fields(sets, object)
            .iter()
            .filter_map(|(key, fields)| Some((data.get(key.as_str())?, fields)))
            .map(|(value, fields)| self.spent_on(ty, fields, value))
            .sum()
    }

    fn spent_on(&self, parent: &str, fields: &[&'d Field], value: &JsonValue) -> u64 {
        let Some(field) = fields.first() else { return 0 };
        let ty = field.definition.ty.inner_named_type();
        if field.name.starts_with("__") || !self.is_composite(ty) || table::is_free(parent, &field.name, ty) {
            return 0;
        }
        if let Some(cost) = table::fixed(parent, &field.name, ty) {
            return cost;
        }
        let below = Self::below(fields);
        match value {
            JsonValue::Object(object) if self.is_connection(ty) => 2 + self.spent_on_rows(ty, &below, object),
            JsonValue::Object(object) => 1 + self.spent(ty, &below, object),
            JsonValue::Array(items) => 1 + self.dearest(ty, &below, items),
            _ => 1,
        }
    }

    /// The most that one of the objects cost: a list is charged once.
    fn dearest(&self, ty: &str, sets: &[&'d SelectionSet], items: &[JsonValue]) -> u64 {
        items.iter().filter_map(JsonValue::as_object).map(|item| self.spent(ty, sets, item)).max().unwrap_or_default()
    }

    fn spent_on_rows(&self, connection: &str, sets: &[&'d SelectionSet], data: &JsonMap) -> u64 {
        let count = |rows: &[JsonValue]| multiplier(u64::try_from(rows.len()).unwrap_or(u64::MAX));
        self.fields(sets, Some(connection))
            .iter()
            .filter_map(|(key, fields)| {
                let rows = data.get(key.as_str())?.as_array().filter(|rows| !rows.is_empty())?;
                let field = fields.first()?;
                let ty = field.definition.ty.inner_named_type();
                let below = Self::below(fields);
                Some(match field.name.as_str() {
                    "nodes" => count(rows) * (1 + self.dearest(ty, &below, rows)),
                    "edges" => {
                        let row = |edge: &JsonValue| edge.as_object().map(|edge| self.spent(ty, &below, edge));
                        count(rows) * rows.iter().filter_map(row).max().unwrap_or_default()
                    }
                    _ => 0,
                })
            })
            .sum()
    }
}
