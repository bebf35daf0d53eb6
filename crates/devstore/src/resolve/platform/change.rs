use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::arguments::{flag, input, string};
use super::super::session::{Resolved, Session, not_served};
use super::payload::{Outcome, PlatformPayload};
use crate::mutate::{
    UserError, bulk_operation_cancel, bulk_operation_run_mutation, bulk_operation_run_query, staged_uploads_create,
    webhook_subscription_create, webhook_subscription_delete, webhook_subscription_update,
};
use crate::signed::target;

/// The fields of `Mutation` that change what runs beside the records.
pub(in crate::resolve) fn change<'a>(
    session: &'a Session,
    root: &dyn ObjectValue,
    info: &'a ResolveInfo<'a>,
) -> Resolved<'a> {
    let now = session.now;
    let compiled = &session.around.compiled;
    let loopback = session.around.devstore.limits().loopback_webhooks;
    let text = |name| string(info, name).unwrap_or_default();
    match info.field_name() {
        "bulkOperationRunQuery" => {
            let grouped = flag(info, "groupObjects");
            let result = session.change(|state| bulk_operation_run_query(state, compiled, text("query"), grouped, now));
            let names = ("BulkOperationRunQueryPayload", "BulkOperationUserError");
            payload(session, names, result.map(Outcome::Bulk))
        }
        "bulkOperationRunMutation" => {
            let (mutation, path) = (text("mutation"), text("stagedUploadPath"));
            let client = string(info, "clientIdentifier");
            let result = session
                .change(|state| bulk_operation_run_mutation(state, compiled, mutation, &path, client.as_deref(), now));
            let names = ("BulkOperationRunMutationPayload", "BulkMutationUserError");
            payload(session, names, result.map(Outcome::Bulk))
        }
        "bulkOperationCancel" => {
            let (bulk, errors) = session.change(|state| bulk_operation_cancel(state, &text("id"), now));
            Ok(ResolvedValue::object(PlatformPayload {
                session,
                type_name: "BulkOperationCancelPayload",
                error_name: "UserError",
                outcome: bulk.map_or(Outcome::Nothing, Outcome::Bulk),
                errors,
            }))
        }
        "stagedUploadsCreate" => {
            let inputs = input(info, "input")?;
            let result = session.change(|state| staged_uploads_create(state, inputs));
            let around = &session.around;
            let domain = session.shop().domain;
            let targets = result.map(|uploads| {
                let targets = uploads.iter().map(|upload| target(&around.base, &around.secret, &domain, upload, now));
                Outcome::Staged(targets.collect())
            });
            payload(session, ("StagedUploadsCreatePayload", "UserError"), targets)
        }
        "webhookSubscriptionCreate" => {
            let (topic, input) = (text("topic"), input(info, "webhookSubscription")?);
            let result = session.change(|state| webhook_subscription_create(state, topic, input, loopback, now));
            payload(session, ("WebhookSubscriptionCreatePayload", "UserError"), result.map(Outcome::Webhook))
        }
        "webhookSubscriptionUpdate" => {
            let input = input(info, "webhookSubscription")?;
            let result = session.change(|state| webhook_subscription_update(state, &text("id"), input, loopback, now));
            payload(session, ("WebhookSubscriptionUpdatePayload", "UserError"), result.map(Outcome::Webhook))
        }
        "webhookSubscriptionDelete" => {
            let result = session.change(|state| webhook_subscription_delete(state, &text("id")));
            payload(session, ("WebhookSubscriptionDeletePayload", "UserError"), result.map(Outcome::Deleted))
        }
        _ => not_served(root, info),
    }
}

fn payload<'a>(
    session: &'a Session,
    (type_name, error_name): (&'static str, &'static str),
    result: Result<Outcome, Vec<UserError>>,
) -> Resolved<'a> {
    let (outcome, errors) = match result {
        Ok(outcome) => (outcome, Vec::new()),
        Err(errors) => (Outcome::Nothing, errors),
    };
    Ok(ResolvedValue::object(PlatformPayload { session, type_name, error_name, outcome, errors }))
}
