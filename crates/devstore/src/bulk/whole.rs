use apollo_compiler::executable::{Argument, Directive, Field, InlineFragment, Selection, SelectionSet, Value};
use apollo_compiler::{ExecutableDocument, Name, Node, Schema, name};

use super::connections::{is_connection, nodes};

/// The mark on a connection that is read whole. No schema has the directive, so that no client can write it.
const UNLIMITED: &str = "devstoreUnlimited";

/// Whether the connection is one of a bulk operation: the page that is asked for may be of any size.
pub(crate) fn is_unlimited(fields: &[&Field]) -> bool {
    fields.iter().any(|field| field.directives.has(UNLIMITED))
}

/// How a query is written anew so that its connections are read whole: what it says of pages is left out, and each
/// connection selects nothing but its nodes, by way of its edges.
pub(super) struct Rewriting<'d> {
    pub schema: &'d Schema,
    pub document: &'d ExecutableDocument,
}

/// A page of the connection at a root.
pub(super) struct Page<'p> {
    pub size: i32,
    pub after: Option<&'p str>,
}

impl Rewriting<'_> {
    /// The field, with the connections in it whole; itself by `page`, when it is a connection.
    pub(super) fn root(&self, field: &Field, page: &Page<'_>) -> Option<Field> {
        let mut whole = self.field(field)?;
        if !is_connection(self.schema, field.definition.ty.inner_named_type()) {
            return Some(whole);
        }
        whole.arguments.push(argument(name!("first"), Value::Int(page.size.into())));
        if let Some(after) = page.after {
            whole.arguments.push(argument(name!("after"), Value::String(after.to_owned())));
        }
        let mut info = whole.selection_set.new_field(self.schema, name!("pageInfo")).ok()?;
        for name in [name!("hasNextPage"), name!("endCursor")] {
            let field = info.selection_set.new_field(self.schema, name).ok()?;
            info.selection_set.push(field);
        }
        whole.selection_set.push(info);
        Some(whole)
    }

    fn field(&self, field: &Field) -> Option<Field> {
        let mut whole = field.clone();
        if !is_connection(self.schema, field.definition.ty.inner_named_type()) {
            whole.selection_set = self.set(&field.selection_set)?;
            return Some(whole);
        }
        whole.arguments.retain(|argument| !matches!(argument.name.as_str(), "first" | "last" | "after" | "before"));
        whole.directives.push(Directive::new(Name::new_static_unchecked(UNLIMITED)));
        let mut edges = field.selection_set.new_field(self.schema, name!("edges")).ok()?;
        let mut node = edges.selection_set.new_field(self.schema, name!("node")).ok()?;
        for set in nodes(self.document, field) {
            node.selection_set.selections.extend(self.set(set)?.selections);
        }
        edges.selection_set.push(node);
        whole.selection_set.selections.clear();
        whole.selection_set.push(edges);
        Some(whole)
    }

    fn set(&self, set: &SelectionSet) -> Option<SelectionSet> {
        let mut whole = SelectionSet::new(set.ty.clone());
        for selection in &set.selections {
            match selection {
                Selection::Field(field) => whole.push(self.field(field)?),
                Selection::InlineFragment(fragment) => {
                    let mut inline = (**fragment).clone();
                    inline.selection_set = self.set(&fragment.selection_set)?;
                    whole.push(inline);
                }
                Selection::FragmentSpread(spread) => {
                    let fragment = self.document.fragments.get(&spread.fragment_name)?;
                    let mut inline = InlineFragment::with_type_condition(fragment.type_condition().clone());
                    inline.directives = spread.directives.clone();
                    inline.selection_set = self.set(&fragment.selection_set)?;
                    whole.push(inline);
                }
            }
        }
        Some(whole)
    }
}

fn argument(name: Name, value: Value) -> Node<Argument> {
    Node::new(Argument { name, value: Node::new(value) })
}
