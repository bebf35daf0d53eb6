use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::leaf;
use super::super::session::{Resolved, not_served};
use crate::store::publication::Channel;

/// `App`: one that sells.
pub(super) struct AppObject(pub Channel);

impl ObjectValue for AppObject {
    fn type_name(&self) -> &str {
        "App"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("App", self.0.app),
            "title" => leaf::text(self.0.title),
            "handle" => leaf::text(self.0.handle),
            _ => not_served(self, info),
        }
    }
}
