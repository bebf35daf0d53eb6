use apollo_compiler::ast::Value;
use apollo_compiler::collections::IndexMap;
use apollo_compiler::executable::{Directive, DirectiveList, Field, Selection, SelectionSet};
use apollo_compiler::response::JsonMap;
use apollo_compiler::schema::ExtendedType;
use apollo_compiler::{ExecutableDocument, Name, Node, Schema};

/// The fields of a selection that share a response key, and so are one field of the answer.
pub(crate) type Merged<'d> = IndexMap<&'d Name, Vec<&'d Field>>;

/// A document with the values of its variables: what a selection comes to.
pub(crate) struct Reading<'d> {
    pub schema: &'d Schema,
    pub document: &'d ExecutableDocument,
    pub variables: &'d JsonMap,
}

impl<'d> Reading<'d> {
    /// The fields that `sets` select on an object of type `ty`; on any object, where there is none.
    pub(crate) fn fields(&self, sets: &[&'d SelectionSet], ty: Option<&str>) -> Merged<'d> {
        let mut merged = Merged::default();
        for set in sets {
            self.collect(set, ty, &mut merged);
        }
        merged
    }

    fn collect(&self, set: &'d SelectionSet, ty: Option<&str>, merged: &mut Merged<'d>) {
        for selection in &set.selections {
            if self.left_out(selection.directives()) {
                continue;
            }
            match selection {
                Selection::Field(field) => merged.entry(field.response_key()).or_default().push(field),
                Selection::InlineFragment(fragment) => {
                    let applies = fragment.type_condition.as_ref().is_none_or(|condition| self.applies(condition, ty));
                    if applies {
                        self.collect(&fragment.selection_set, ty, merged);
                    }
                }
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = self.document.fragments.get(&spread.fragment_name)
                        && self.applies(fragment.type_condition(), ty)
                    {
                        self.collect(&fragment.selection_set, ty, merged);
                    }
                }
            }
        }
    }

    /// The object types that the fragments of `sets` name: those whose cost can differ.
    pub(super) fn named_types(&self, sets: &[&'d SelectionSet]) -> Vec<&'d Name> {
        let mut names = Vec::new();
        for set in sets {
            self.name_types(set, &mut names);
        }
        names
    }

    fn name_types(&self, set: &'d SelectionSet, names: &mut Vec<&'d Name>) {
        for selection in &set.selections {
            let (condition, set) = match selection {
                Selection::Field(_) => continue,
                Selection::InlineFragment(fragment) => (fragment.type_condition.as_ref(), &fragment.selection_set),
                Selection::FragmentSpread(spread) => match self.document.fragments.get(&spread.fragment_name) {
                    Some(fragment) => (Some(fragment.type_condition()), &fragment.selection_set),
                    None => continue,
                },
            };
            names.extend(condition.filter(|name| self.schema.get_object(name).is_some()));
            self.name_types(set, names);
        }
    }

    fn applies(&self, condition: &Name, ty: Option<&str>) -> bool {
        let Some(ty) = ty else { return true };
        if condition == ty {
            return true;
        }
        match self.schema.types.get(condition) {
            Some(ExtendedType::Union(union)) => union.members.iter().any(|member| **member == *ty),
            Some(ExtendedType::Interface(_)) => match self.schema.types.get(ty) {
                Some(ExtendedType::Object(object)) => object.implements_interfaces.contains(condition),
                Some(ExtendedType::Interface(interface)) => interface.implements_interfaces.contains(condition),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether its directives leave a selection out.
    pub(crate) fn left_out(&self, directives: &DirectiveList) -> bool {
        let says = |name: &str| directives.get(name).and_then(|directive| self.condition(directive));
        says("skip") == Some(true) || says("include") == Some(false)
    }

    fn condition(&self, directive: &Node<Directive>) -> Option<bool> {
        match directive.specified_argument_by_name("if")?.as_ref() {
            Value::Boolean(value) => Some(*value),
            Value::Variable(name) => self.variables.get(name.as_str())?.as_bool(),
            _ => None,
        }
    }

    /// The page size that is asked for.
    pub(super) fn page_size(&self, field: &Field) -> u64 {
        let size = |name: &str| match field.specified_argument_by_name(name)?.as_ref() {
            Value::Int(number) => number.try_to_i32().ok().map(i64::from),
            Value::Variable(variable) => self.variables.get(variable.as_str())?.as_i64(),
            _ => None,
        };
        size("first").or_else(|| size("last")).and_then(|size| u64::try_from(size).ok()).unwrap_or(1)
    }

    /// The selections below the fields of one response key.
    pub(crate) fn below(fields: &[&'d Field]) -> Vec<&'d SelectionSet> {
        fields.iter().map(|field| &field.selection_set).collect()
    }

    /// Whether the type is a connection: it has edges or nodes, and says which page it is.
    pub(super) fn is_connection(&self, ty: &str) -> bool {
        ty.ends_with("Connection")
            && self.schema.get_object(ty).is_some_and(|object| object.fields.contains_key("pageInfo"))
    }

    /// Whether the type has fields.
    pub(super) fn is_composite(&self, ty: &str) -> bool {
        matches!(
            self.schema.types.get(ty),
            Some(ExtendedType::Object(_) | ExtendedType::Interface(_) | ExtendedType::Union(_))
        )
    }
}
