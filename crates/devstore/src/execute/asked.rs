use std::collections::BTreeSet;
use std::fmt::Write;

use apollo_compiler::ast::Value as Literal;
use apollo_compiler::executable::{Field, Selection, SelectionSet};
use apollo_compiler::resolvers::ResolveInfo;
use apollo_compiler::response::JsonMap;

use crate::cost::Reading;

/// What is asked for of the answer of a field: every field below it by its path, whatever the order they stand in.
pub(super) fn asked(info: &ResolveInfo<'_>, variables: &JsonMap) -> BTreeSet<String> {
    let reading = Reading { schema: info.schema(), document: info.document(), variables };
    let mut asked = Asked { reading, found: BTreeSet::new() };
    for field in info.field_selections() {
        asked.selections(&field.selection_set, "", None);
    }
    asked.found
}

struct Asked<'d> {
    reading: Reading<'d>,
    found: BTreeSet<String>,
}

impl Asked<'_> {
    /// `only` is the type that the fields are of, when the answer may be of others too.
    fn selections(&mut self, set: &SelectionSet, path: &str, only: Option<&str>) {
        for selection in &set.selections {
            if self.reading.left_out(selection.directives()) {
                continue;
            }
            let inner = match selection {
                Selection::Field(field) => {
                    self.field(field, path, only);
                    continue;
                }
                Selection::InlineFragment(fragment) => &fragment.selection_set,
                Selection::FragmentSpread(spread) => match self.reading.document.fragments.get(&spread.fragment_name) {
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
            Literal::Variable(name) => {
                self.reading.variables.get(name.as_str()).map(ToString::to_string).unwrap_or_default()
            }
            literal => literal.to_string(),
        }
    }
}
