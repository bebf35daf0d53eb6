use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, not_served};
use crate::signed::Target;

/// `StagedMediaUploadTarget`.
pub(super) struct TargetObject(pub Target);

impl ObjectValue for TargetObject {
    fn type_name(&self) -> &str {
        "StagedMediaUploadTarget"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "url" => leaf::text(&self.0.url),
            "resourceUrl" => leaf::text(&self.0.resource_url),
            "parameters" => Ok(ResolvedValue::list(
                self.0.parameters.iter().map(|(name, value)| ResolvedValue::object(Parameter { name, value })),
            )),
            _ => not_served(self, info),
        }
    }
}

/// `StagedUploadParameter`.
struct Parameter<'t> {
    name: &'t str,
    value: &'t str,
}

impl ObjectValue for Parameter<'_> {
    fn type_name(&self) -> &str {
        "StagedUploadParameter"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "name" => leaf::text(self.name),
            "value" => leaf::text(self.value),
            _ => not_served(self, info),
        }
    }
}
