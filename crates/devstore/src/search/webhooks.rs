use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::webhook::Webhook;

/// What `webhookSubscriptions` may be searched by.
pub(crate) static WEBHOOKS: Searchable<Webhook> = Searchable {
    fields: &[
        Field { name: "created_at", kind: Kind::Time, get: |webhook| Found::Time(webhook.created_at) },
        Field { name: "updated_at", kind: Kind::Time, get: |webhook| Found::Time(webhook.updated_at) },
        Field { name: "id", kind: Kind::Id, get: |webhook| Found::Id(webhook.id) },
        Field { name: "format", kind: Kind::Text, get: |_| Found::text("JSON") },
        Field { name: "topic", kind: Kind::Text, get: |webhook| Found::text(&webhook.topic) },
        Field { name: "uri", kind: Kind::Text, get: |webhook| Found::text(&webhook.uri) },
    ],
    words: |_| Found::Nothing,
};
