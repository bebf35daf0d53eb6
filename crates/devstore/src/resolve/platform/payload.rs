use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::payload::ErrorObject;
use super::super::session::{Resolved, Session, not_served};
use super::bulk::BulkObject;
use super::staged::TargetObject;
use super::webhook::WebhookObject;
use crate::mutate::UserError;
use crate::signed::Target;
use crate::store::bulk::BulkOperation;
use crate::store::webhook::Webhook;

/// What a mutation of the platform has made or changed.
pub(super) enum Outcome {
    Nothing,
    Bulk(Arc<BulkOperation>),
    Staged(Vec<Target>),
    Webhook(Arc<Webhook>),
    Deleted(u64),
}

/// What such a mutation answers: unlike others it may have an outcome and complain as well.
pub(super) struct PlatformPayload<'s> {
    pub session: &'s Session,
    pub type_name: &'static str,
    pub error_name: &'static str,
    pub outcome: Outcome,
    pub errors: Vec<UserError>,
}

impl ObjectValue for PlatformPayload<'_> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.session;
        match (info.field_name(), &self.outcome) {
            ("userErrors", _) => Ok(ResolvedValue::list(
                self.errors
                    .iter()
                    .map(|error| ResolvedValue::object(ErrorObject { type_name: self.error_name, error })),
            )),
            ("bulkOperation", Outcome::Bulk(bulk)) => {
                Ok(ResolvedValue::object(BulkObject { session, bulk: Arc::clone(bulk) }))
            }
            ("stagedTargets", Outcome::Staged(targets)) => {
                Ok(ResolvedValue::list(targets.iter().map(|target| ResolvedValue::object(TargetObject(target)))))
            }
            ("webhookSubscription", Outcome::Webhook(webhook)) => {
                Ok(ResolvedValue::object(WebhookObject(Arc::clone(webhook))))
            }
            ("deletedWebhookSubscriptionId", Outcome::Deleted(id)) => leaf::gid("WebhookSubscription", *id),
            (_, Outcome::Nothing) => Ok(ResolvedValue::null()),
            _ => not_served(self, info),
        }
    }
}
