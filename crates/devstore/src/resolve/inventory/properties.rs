use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, not_served};
use crate::store::level::QuantityName;

/// `InventoryProperties`: the states that pieces can be in.
pub(crate) struct Properties;

impl ObjectValue for Properties {
    fn type_name(&self) -> &str {
        "InventoryProperties"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "quantityNames" => {
                Ok(ResolvedValue::list(QuantityName::ALL.into_iter().map(|name| ResolvedValue::object(Named(name)))))
            }
            _ => not_served(self, info),
        }
    }
}

/// `InventoryQuantityName`.
struct Named(QuantityName);

impl ObjectValue for Named {
    fn type_name(&self) -> &str {
        "InventoryQuantityName"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        use QuantityName as Name;
        let name = self.0;
        match info.field_name() {
            "name" => leaf::text(name.name()),
            "displayName" => leaf::text(name.display_name()),
            "isInUse" => leaf::flag(true),
            "belongsTo" => {
                let whole = (name != Name::OnHand && name.is_on_hand()).then_some(Name::OnHand.name());
                leaf::texts(whole)
            }
            "comprises" if name == Name::OnHand => {
                let parts = Name::ALL.into_iter().filter(|part| part.is_on_hand() && *part != name);
                leaf::texts(parts.map(Name::name))
            }
            "comprises" => leaf::texts(Vec::<&str>::new()),
            _ => not_served(self, info),
        }
    }
}
