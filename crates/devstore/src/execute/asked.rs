use std::collections::BTreeSet;
use std::fmt::Write;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::ast::{Directive, Value as Literal};
use apollo_compiler::executable::{Field, Selection, SelectionSet};
use apollo_compiler::resolvers::ResolveInfo;
use apollo_compiler::response::{JsonMap, JsonValue};

/// What is asked for of the answer of a field: every field below it by its path, whatever the order they stand in.
pub(super) fn asked(info: &ResolveInfo<'_>, variables: &JsonMap) -> BTreeSet<String> {
    let mut reading = Reading { document: info.document(), variables, found: BTreeSet::new() };
    for field in info.field_selections() {
        reading.selections(&field.selection_set, "", None);
    }
    reading.found
}

struct Reading<'d> {
    document: &'d ExecutableDocument,
    variables: &'d JsonMap,
    found: BTreeSet<String>,
}

impl Reading<'_> {
    /// `only` is the type that the fields are of, when the answer may be of others too.
    fn selections(&mut self, set: &SelectionSet, path: &str, only: Option<&str>) {
        for selection in &set.selections {
            if self.is_left_out(selection.directives()) {
                continue;
            }
            let inner = match selection {
                Selection::Field(field) => {
                    self.field(field, path, only);
                    continue;
                }
                Selection::InlineFragment(fragment) => &fragment.selection_set,
                Selection::FragmentSpread(spread) => match self.document.fragments.get(&spread.fragment_name) {
                    Some(fragment) => &fragment.selection_set,
                    None => continue,
                },
            };
            let only = if inner.ty == set.ty { only } else { Some(inner.ty.as_str()) };
            self.selections(inner, path, only);
        }
    }

    fn field(&mut self, field: &Field, path: &str, only: Option<&str>) {
        let mut path = format!("{path}.{}", field.response_key());
        // Writing to a text does not fail.
        if field.alias.is_some() {
            let _ = write!(path, ":{}", field.name);
        }
        for argument in &field.arguments {
            let _ = write!(path, "({}:{})", argument.name, self.value(&argument.value));
        }
        if let Some(only) = only {
            let _ = write!(path, "[{only}]");
        }
        self.selections(&field.selection_set, &path, None);
        self.found.insert(path);
    }

    fn value(&self, literal: &Literal) -> String {
        match literal {
            Literal::Variable(name) => self.variables.get(name.as_str()).map(ToString::to_string).unwrap_or_default(),
            literal => literal.to_string(),
        }
    }

    fn is_left_out(&self, directives: &apollo_compiler::ast::DirectiveList) -> bool {
        let says = |directive: &Directive| match directive.specified_argument_by_name("if").map(AsRef::as_ref) {
            Some(Literal::Boolean(value)) => *value,
            Some(Literal::Variable(name)) => self.variables.get(name.as_str()) == Some(&JsonValue::Bool(true)),
            _ => false,
        };
        directives.get("skip").is_some_and(|skip| says(skip)) || directives.get("include").is_some_and(|on| !says(on))
    }
}
