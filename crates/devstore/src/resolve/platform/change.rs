use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::arguments::{flag, input, string};
use super::super::payload::{Part, Payload};
use super::super::session::{Resolved, Session, not_served};
use super::bulk::BulkObject;
use super::staged::TargetObject;
use super::webhook::WebhookObject;
use crate::mutate::{
    bulk_operation_cancel, bulk_operation_run_mutation, bulk_operation_run_query, staged_uploads_create,
    webhook_subscription_create, webhook_subscription_delete, webhook_subscription_update,
};
use crate::signed::target;
use crate::store::State;
use crate::store::bulk::BulkOperation;
use crate::store::upload::Upload;
use crate::store::webhook::Webhook;

/// The fields of `Mutation` that change what runs beside the records.
pub(in crate::resolve) fn change<'a>(
    session: &'a Session,
    root: &dyn ObjectValue,
    info: &'a ResolveInfo<'a>,
) -> Resolved<'a> {
    let now = session.now;
    let (around, compiled) = (&session.around, &session.around.compiled);
    let loopback = session.around.devstore.limits().loopback_webhooks;
    let text = |name| string(info, name).unwrap_or_default();
    match info.field_name() {
        "bulkOperationRunQuery" => {
            let grouped = flag(info, "groupObjects");
            let result = session.change(|state| {
                bulk_operation_run_query(state, compiled, text("query"), grouped, now)
                    .map(|bulk| ordered_at(state, &bulk, &around.base))
            });
            bulk(session, Payload::of("BulkOperationRunQueryPayload", result).errors_are("BulkOperationUserError"))
        }
        "bulkOperationRunMutation" => {
            let (mutation, path) = (text("mutation"), text("stagedUploadPath"));
            let client = string(info, "clientIdentifier");
            let result = session.change(|state| {
                bulk_operation_run_mutation(state, compiled, mutation, &path, client.as_deref(), now)
                    .map(|bulk| ordered_at(state, &bulk, &around.base))
            });
            bulk(session, Payload::of("BulkOperationRunMutationPayload", result).errors_are("BulkMutationUserError"))
        }
        "bulkOperationCancel" => {
            let (found, errors) = session.change(|state| bulk_operation_cancel(state, &text("id"), now));
            bulk(session, Payload::with("BulkOperationCancelPayload", found, errors))
        }
        "stagedUploadsCreate" => {
            let inputs = input(info, "input")?;
            let result = session.change(|state| staged_uploads_create(state, inputs));
            let domain = session.shop().domain;
            let object = move |upload: &Upload| -> Box<dyn ObjectValue> {
                Box::new(TargetObject(target(&around.base, &around.secret, &domain, upload, now)))
            };
            Payload::of("StagedUploadsCreatePayload", result)
                .part("stagedTargets", move |uploads: &Vec<Arc<Upload>>| {
                    Part::Objects(uploads.iter().map(|upload| object(upload)).collect())
                })
                .answer()
        }
        "webhookSubscriptionCreate" => {
            let (topic, input) = (text("topic"), input(info, "webhookSubscription")?);
            let result = session.change(|state| webhook_subscription_create(state, topic, input, loopback, now));
            webhook(Payload::of("WebhookSubscriptionCreatePayload", result))
        }
        "webhookSubscriptionUpdate" => {
            let input = input(info, "webhookSubscription")?;
            let result = session.change(|state| webhook_subscription_update(state, &text("id"), input, loopback, now));
            webhook(Payload::of("WebhookSubscriptionUpdatePayload", result))
        }
        "webhookSubscriptionDelete" => {
            let result = session.change(|state| webhook_subscription_delete(state, &text("id")));
            Payload::of("WebhookSubscriptionDeletePayload", result)
                .part("deletedWebhookSubscriptionId", |id| {
                    Part::Text(format!("gid://shopify/WebhookSubscription/{id}"))
                })
                .answer()
        }
        _ => not_served(root, info),
    }
}

/// The operation that knows where it was ordered.
fn ordered_at(state: &mut State, bulk: &BulkOperation, base: &str) -> Arc<BulkOperation> {
    state.put_bulk(BulkOperation { base: base.to_owned(), ..bulk.clone() })
}

fn bulk<'a>(session: &'a Session, payload: Payload<'a, Arc<BulkOperation>>) -> Resolved<'a> {
    payload.object("bulkOperation", move |bulk| BulkObject { session, bulk: Arc::clone(bulk) }).answer()
}

fn webhook(payload: Payload<'_, Arc<Webhook>>) -> Resolved<'_> {
    payload.object("webhookSubscription", |webhook| WebhookObject(Arc::clone(webhook))).answer()
}
