use apollo_compiler::executable::{Field, Operation, SelectionSet};
use apollo_compiler::response::JsonMap;
use apollo_compiler::{ExecutableDocument, Schema};

use super::multiplier::multiplier;
use super::selection::Reading;
use super::table;

/// What an operation costs before it runs: every object is one point, every connection two and its page's part.
pub(crate) fn requested(
    schema: &Schema,
    document: &ExecutableDocument,
    operation: &Operation,
    variables: &JsonMap,
) -> u64 {
    let reading = Reading { schema, document, variables };
    let root = &operation.selection_set;
    if operation.is_mutation() {
        let fields = reading.fields(&[root], Some(&root.ty));
        return fields.values().map(|fields| reading.mutation(fields)).sum();
    }
    reading.children(&root.ty, &[root])
}

impl<'d> Reading<'d> {
    pub(super) fn mutation(&self, fields: &[&'d Field]) -> u64 {
        let Some(field) = fields.first() else { return 0 };
        let payload = field.definition.ty.inner_named_type();
        let below: u64 = self
            .fields(&Self::below(fields), Some(payload))
            .values()
            .filter_map(|fields| fields.first().map(|field| (field, fields)))
            .map(|(field, fields)| {
                // The payload and the objects in it are paid for by the base.
                let ty = field.definition.ty.inner_named_type();
                if ty.ends_with("Error") || !self.is_composite(ty) || table::is_free(payload, &field.name, ty) {
                    0
                } else {
                    self.children(ty, &Self::below(fields))
                }
            })
            .sum();
        table::mutation(&field.name) + below
    }

    fn children(&self, ty: &str, sets: &[&'d SelectionSet]) -> u64 {
        let on = |ty: &str| -> u64 { self.fields(sets, Some(ty)).values().map(|fields| self.field(ty, fields)).sum() };
        if self.schema.get_object(ty).is_some() {
            return on(ty);
        }
        self.named_types(sets).into_iter().map(|name| on(name)).fold(on(ty), u64::max)
    }

    pub(super) fn field(&self, parent: &str, fields: &[&'d Field]) -> u64 {
        let Some(field) = fields.first() else { return 0 };
        let ty = field.definition.ty.inner_named_type();
        if field.name.starts_with("__") || !self.is_composite(ty) || table::is_free(parent, &field.name, ty) {
            return 0;
        }
        if let Some(cost) = table::fixed(parent, &field.name, ty) {
            return cost;
        }
        let below = Self::below(fields);
        if self.is_connection(ty) {
            return 2 + multiplier(self.page_size(field)) * self.rows(ty, &below);
        }
        1 + self.children(ty, &below)
    }

    /// What one row of a connection costs.
    fn rows(&self, connection: &str, sets: &[&'d SelectionSet]) -> u64 {
        let node = |fields: &[&'d Field]| {
            fields
                .first()
                .map_or(0, |field| 1 + self.children(field.definition.ty.inner_named_type(), &Self::below(fields)))
        };
        self.fields(sets, Some(connection))
            .values()
            .filter_map(|fields| fields.first().map(|field| (field, fields)))
            .map(|(field, fields)| match field.name.as_str() {
                "nodes" => node(fields),
                "edges" => {
                    let edge = field.definition.ty.inner_named_type();
                    let inner = self.fields(&Self::below(fields), Some(edge));
                    inner
                        .values()
                        .filter(|fields| fields.first().is_some_and(|f| f.name == "node"))
                        .map(|f| node(f))
                        .sum()
                }
                _ => 0,
            })
            .sum()
    }
}
