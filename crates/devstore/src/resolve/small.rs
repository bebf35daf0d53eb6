//! Objects of a few fields.

use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use shopify_schema::API_VERSION;

use super::leaf;
use super::money::bag;
use super::session::{Resolved, not_served};
use crate::access::Scopes;
use crate::store::order::Order;
use crate::store::product::Weight;

/// An object that has an id and a name.
pub(super) struct NamedObject {
    pub type_name: &'static str,
    pub kind: &'static str,
    pub id: u64,
    pub name: String,
}

impl ObjectValue for NamedObject {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid(self.kind, self.id),
            "name" | "title" => leaf::text(&self.name),
            _ => not_served(self, info),
        }
    }
}

/// `Count`, exact.
pub(super) struct Count(pub usize);

impl ObjectValue for Count {
    fn type_name(&self) -> &str {
        "Count"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "count" => leaf::number(i64::try_from(self.0).unwrap_or(i64::MAX)),
            "precision" => leaf::text("EXACT"),
            _ => not_served(self, info),
        }
    }
}

/// `CashRoundingAdjustment`.
pub(super) struct CashRounding {
    pub order: Arc<Order>,
}

impl ObjectValue for CashRounding {
    fn type_name(&self) -> &str {
        "CashRoundingAdjustment"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "paymentSet" => bag(&self.order, self.order.special.payments_rounded),
            "refundSet" => bag(&self.order, self.order.special.refunds_rounded),
            _ => not_served(self, info),
        }
    }
}

/// `Weight`.
pub(super) struct WeightObject<'w>(pub &'w Weight);

impl ObjectValue for WeightObject<'_> {
    fn type_name(&self) -> &str {
        "Weight"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "value" => leaf::float(self.0.value),
            "unit" => leaf::text(&self.0.unit),
            _ => not_served(self, info),
        }
    }
}

/// `AccessScope`.
pub(super) struct AccessScope<'s>(pub &'s str);

impl ObjectValue for AccessScope<'_> {
    fn type_name(&self) -> &str {
        "AccessScope"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "handle" => leaf::text(self.0),
            "description" => leaf::text(&self.0.replace('_', " ")),
            _ => not_served(self, info),
        }
    }
}

/// `AppInstallation`.
pub(super) struct AppInstallation<'s>(pub &'s Scopes);

impl ObjectValue for AppInstallation<'_> {
    fn type_name(&self) -> &str {
        "AppInstallation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("AppInstallation", 512_345_678_901),
            "accessScopes" => {
                Ok(ResolvedValue::list(self.0.names().map(|scope| ResolvedValue::object(AccessScope(scope)))))
            }
            _ => not_served(self, info),
        }
    }
}

/// `ApiVersion`.
pub(super) struct ApiVersion {
    pub handle: String,
    pub name: String,
    pub supported: bool,
}

impl ApiVersion {
    /// The one that Kobling speaks, and webhooks with it.
    pub(super) fn spoken() -> Self {
        Self { handle: API_VERSION.to_owned(), name: format!("{API_VERSION} (Latest)"), supported: true }
    }
}

impl ObjectValue for ApiVersion {
    fn type_name(&self) -> &str {
        "ApiVersion"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "handle" => leaf::text(&self.handle),
            "displayName" => leaf::text(&self.name),
            "supported" => leaf::flag(self.supported),
            _ => not_served(self, info),
        }
    }
}
