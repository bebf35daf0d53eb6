use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use crate::signed::file_address;
use crate::store::bulk::{BulkOperation, Ending, Phase};

/// `BulkOperation`.
pub(super) struct BulkObject<'s> {
    pub session: &'s Session,
    pub bulk: Arc<BulkOperation>,
}

impl ObjectValue for BulkObject<'_> {
    fn type_name(&self) -> &str {
        "BulkOperation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let bulk = &*self.bulk;
        match info.field_name() {
            "id" => leaf::gid("BulkOperation", bulk.id),
            "type" => leaf::text(bulk.type_name()),
            "status" => leaf::text(bulk.status(self.session.now)),
            "errorCode" => leaf::optional(bulk.error_code()),
            "createdAt" => leaf::time(bulk.created_at),
            "completedAt" => leaf::optional_time(bulk.completed_at()),
            "query" => leaf::text(&bulk.text),
            "objectCount" => leaf::legacy(bulk.objects),
            "rootObjectCount" => leaf::legacy(bulk.roots),
            "fileSize" => match bulk.completed_at() {
                Some(_) if bulk.output.size() > 0 => leaf::legacy(bulk.output.size()),
                _ => Ok(ResolvedValue::null()),
            },
            "url" => self.address(|how| how == Ending::Completed),
            "partialDataUrl" => self.address(|how| matches!(how, Ending::Failed(_))),
            _ => not_served(self, info),
        }
    }
}

impl BulkObject<'_> {
    /// The address of the lines, when there are any and the operation ended so.
    fn address<'a>(&self, ended: impl FnOnce(Ending) -> bool) -> Resolved<'a> {
        let bulk = &self.bulk;
        let expires = match bulk.phase {
            Phase::Ended { how, .. } if ended(how) => bulk.expires_at().filter(|at| *at > self.session.now),
            _ => None,
        };
        let address = expires.map(|expires| {
            let around = &self.session.around;
            let domain = self.session.shop().domain;
            file_address(&around.base, &around.secret, &domain, bulk.id, expires.timestamp())
        });
        leaf::optional(address.as_deref())
    }
}
