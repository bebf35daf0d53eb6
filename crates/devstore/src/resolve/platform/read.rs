use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use shopify_schema::gid::Gid;

use super::super::arguments::string;
use super::super::problem::Problem;
use super::super::session::{Resolved, Session, not_served};
use super::bulk::BulkObject;
use super::bulks::bulks;
use super::webhook::{WebhookObject, webhooks, webhooks_count};

/// The fields of `QueryRoot` that read what runs beside the records.
pub(in crate::resolve) fn read<'a>(
    session: &'a Session,
    root: &dyn ObjectValue,
    info: &'a ResolveInfo<'a>,
) -> Resolved<'a> {
    match info.field_name() {
        "bulkOperation" => by_id(session, info, "BulkOperation"),
        "bulkOperations" => bulks(session, info),
        "webhookSubscription" => by_id(session, info, "WebhookSubscription"),
        "webhookSubscriptions" => webhooks(session, info),
        "webhookSubscriptionsCount" => webhooks_count(session, info),
        _ => not_served(root, info),
    }
}

fn by_id<'a>(session: &'a Session, info: &ResolveInfo<'_>, kind: &str) -> Resolved<'a> {
    let id = string(info, "id").unwrap_or_default();
    match id.parse::<Gid>() {
        Ok(gid) if gid.kind() == kind => object(session, &gid),
        _ => Err(Problem::new("RESOURCE_NOT_FOUND", format!("Invalid id: {id}")).into()),
    }
}

/// The object with this id.
pub(in crate::resolve) fn object<'a>(session: &'a Session, gid: &Gid) -> Resolved<'a> {
    let number = gid.number();
    Ok(match gid.kind() {
        "BulkOperation" => {
            let bulk = session.read(|state| state.bulk.get(&number).cloned());
            ResolvedValue::nullable_object(bulk.map(|bulk| BulkObject { session, bulk }))
        }
        "WebhookSubscription" => {
            let webhook = session.read(|state| state.webhooks.get(&number).cloned());
            ResolvedValue::nullable_object(webhook.map(WebhookObject))
        }
        _ => ResolvedValue::null(),
    })
}
