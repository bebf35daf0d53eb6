use apollo_compiler::executable::{Field, Operation, SelectionSet};
use apollo_compiler::response::JsonMap;
use apollo_compiler::{ExecutableDocument, Schema};
use serde_json::{Value, json};

use super::selection::Reading;
use super::table;

/// What each field of an operation costs, outer fields before inner ones.
pub(crate) fn debug(
    schema: &Schema,
    document: &ExecutableDocument,
    operation: &Operation,
    variables: &JsonMap,
) -> Vec<Value> {
    let reading = Reading { schema, document, variables };
    let root = &operation.selection_set;
    let mut told = Vec::new();
    for (key, fields) in reading.fields(&[root], Some(&root.ty)) {
        let total = if operation.is_mutation() { reading.mutation(&fields) } else { reading.field(&root.ty, &fields) };
        let base = fields.first().filter(|_| operation.is_mutation()).map(|field| table::mutation(&field.name));
        reading.tell(&[key.as_str()], &fields, total, base, &mut told);
    }
    told
}

impl<'d> Reading<'d> {
    fn tell(&self, path: &[&str], fields: &[&'d Field], total: u64, base: Option<u64>, told: &mut Vec<Value>) {
        let Some(field) = fields.first() else { return };
        let ty = field.definition.ty.inner_named_type();
        let composite = self.is_composite(ty);
        let own = base.unwrap_or_else(|| total.min(if self.is_connection(ty) { 2 } else { u64::from(composite) }));
        told.push(json!({
            "path": path,
            "definedCost": own,
            "requestedTotalCost": total,
            "requestedChildrenCost": composite.then_some(total.saturating_sub(own)),
        }));
        let below: Vec<&SelectionSet> = Self::below(fields);
        let object = self.schema.get_object(ty).map(|object| object.name.as_str());
        for (key, fields) in self.fields(&below, object) {
            let mut path = path.to_vec();
            path.push(key.as_str());
            self.tell(&path, &fields, self.field(ty, &fields), None, told);
        }
    }
}
