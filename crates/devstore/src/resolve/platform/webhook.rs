use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::arguments::string;
use super::super::connection::{Page, Window, connection};
use super::super::cursor::Position;
use super::super::leaf;
use super::super::searched::search;
use super::super::session::{Resolved, Session, not_served};
use super::super::small::{ApiVersion, Count};
use crate::search::WEBHOOKS;
use crate::store::webhook::{MetafieldKey, Webhook};

/// `WebhookSubscription`.
pub(super) struct WebhookObject(pub Arc<Webhook>);

impl ObjectValue for WebhookObject {
    fn type_name(&self) -> &str {
        "WebhookSubscription"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let webhook = &*self.0;
        match info.field_name() {
            "id" => leaf::gid("WebhookSubscription", webhook.id),
            "legacyResourceId" => leaf::legacy(webhook.id),
            "topic" => leaf::text(&webhook.topic),
            "uri" | "callbackUrl" => leaf::text(&webhook.uri),
            "format" => leaf::text("JSON"),
            "filter" => leaf::optional(webhook.filter.as_deref()),
            "includeFields" => leaf::texts(&webhook.include_fields),
            "metafieldNamespaces" => leaf::texts(&webhook.metafield_namespaces),
            "metafields" => Ok(ResolvedValue::list(
                webhook.metafields.iter().map(|metafield| ResolvedValue::object(MetafieldObject(metafield))),
            )),
            "name" => leaf::optional(webhook.name.as_deref()),
            "createdAt" => leaf::time(webhook.created_at),
            "updatedAt" => leaf::time(webhook.updated_at),
            "apiVersion" => Ok(ResolvedValue::object(ApiVersion::spoken())),
            _ => not_served(self, info),
        }
    }
}

/// `WebhookSubscriptionMetafieldIdentifier`.
struct MetafieldObject<'w>(&'w MetafieldKey);

impl ObjectValue for MetafieldObject<'_> {
    fn type_name(&self) -> &str {
        "WebhookSubscriptionMetafieldIdentifier"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "namespace" => leaf::text(self.0.namespace.as_deref().unwrap_or_default()),
            "key" => leaf::text(&self.0.key),
            _ => not_served(self, info),
        }
    }
}

/// The connection `webhookSubscriptions`.
pub(super) fn webhooks<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &WEBHOOKS)?;
    let topics: Option<Vec<&str>> = info
        .arguments()
        .get("topics")
        .and_then(|topics| topics.as_array())
        .map(|topics| topics.iter().filter_map(|t| t.as_str()).collect());
    let uri = string(info, "uri").or_else(|| string(info, "callbackUrl"));
    let no_json = string(info, "format").is_some_and(|format| format != "JSON");
    let by_id = string(info, "sortKey").as_deref() == Some("ID");
    let wanted = |webhook: &Webhook| {
        !no_json
            && topics.as_ref().is_none_or(|topics| topics.contains(&webhook.topic.as_str()))
            && uri.as_ref().is_none_or(|uri| *uri == webhook.uri)
            && search.matches(webhook)
    };
    let position = |webhook: &Webhook| {
        let id = i64::try_from(webhook.id).unwrap_or(i64::MAX);
        Position::number(if by_id { id } else { webhook.created_at.timestamp_millis() }, webhook.id)
    };
    let page: Page<Arc<Webhook>> = session.read(|state| {
        let rows = state.webhooks.values().filter(|webhook| wanted(webhook)).map(Arc::clone);
        window.page(rows.map(|webhook| (position(&webhook), webhook)))
    });
    connection("WebhookSubscriptionConnection", "WebhookSubscriptionEdge", page, |webhook: &Arc<Webhook>| {
        WebhookObject(Arc::clone(webhook))
    })
}

/// `webhookSubscriptionsCount`.
pub(super) fn webhooks_count<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let search = search(session, info, string(info, "query").as_deref(), &WEBHOOKS)?;
    let count = session.read(|state| state.webhooks.values().filter(|webhook| search.matches(webhook)).count());
    Ok(ResolvedValue::object(Count(count)))
}
