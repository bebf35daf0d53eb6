use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::session::{Resolved, not_served};

/// `Attribute`: a key and a value that the buyer or an app has left.
struct Attribute<'p> {
    type_name: &'static str,
    key: &'p str,
    value: &'p str,
}

/// A list of attributes.
pub(super) fn attributes<'a>(pairs: &'a [(String, String)]) -> Resolved<'a> {
    Ok(list("Attribute", pairs))
}

/// The chosen options of a variant.
pub(super) fn selected_options<'a>(pairs: &'a [(String, String)]) -> Resolved<'a> {
    Ok(list("SelectedOption", pairs))
}

fn list<'a>(type_name: &'static str, pairs: &'a [(String, String)]) -> ResolvedValue<'a> {
    ResolvedValue::list(pairs.iter().map(move |(key, value)| {
        let attribute = Attribute { type_name, key: key.as_str(), value: value.as_str() };
        ResolvedValue::object(attribute)
    }))
}

impl ObjectValue for Attribute<'_> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "key" | "name" => leaf::text(self.key),
            "value" => leaf::text(self.value),
            _ => not_served(self, info),
        }
    }
}
