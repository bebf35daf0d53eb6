use apollo_compiler::executable::{Field, Selection, SelectionSet};
use apollo_compiler::{ExecutableDocument, Schema};

/// Whether the type is a connection: it has edges and says which page it is.
pub(super) fn is_connection(schema: &Schema, ty: &str) -> bool {
    ty.ends_with("Connection") && schema.get_object(ty).is_some_and(|object| object.fields.contains_key("pageInfo"))
}

/// The fields that a selection comes to, those of its fragments among them.
pub(super) fn fields<'d>(document: &'d ExecutableDocument, set: &'d SelectionSet) -> Vec<&'d Field> {
    let mut found = Vec::new();
    collect(document, set, &mut found);
    found
}

fn collect<'d>(document: &'d ExecutableDocument, set: &'d SelectionSet, found: &mut Vec<&'d Field>) {
    for selection in &set.selections {
        match selection {
            Selection::Field(field) => found.push(field),
            Selection::InlineFragment(fragment) => collect(document, &fragment.selection_set, found),
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = document.fragments.get(&spread.fragment_name) {
                    collect(document, &fragment.selection_set, found);
                }
            }
        }
    }
}

/// The selections on the nodes of a connection, by way of its edges.
pub(super) fn nodes<'d>(document: &'d ExecutableDocument, connection: &'d Field) -> Vec<&'d SelectionSet> {
    fields(document, &connection.selection_set)
        .into_iter()
        .filter(|field| field.name == "edges")
        .flat_map(|edges| fields(document, &edges.selection_set))
        .filter(|field| field.name == "node")
        .map(|node| &node.selection_set)
        .collect()
}
