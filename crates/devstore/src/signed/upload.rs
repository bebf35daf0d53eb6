use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::signature::permission;
use crate::store::upload::Upload;

/// How long an upload is allowed.
const ALLOWED: TimeDelta = TimeDelta::hours(24);

/// What an upload is allowed to be, as it is signed.
#[derive(Deserialize, Serialize)]
pub(crate) struct Policy {
    pub expires: i64,
    pub key: String,
}

impl Policy {
    /// The policy in the text that stands for it.
    pub(crate) fn read(text: &str) -> Option<Self> {
        serde_json::from_slice(&STANDARD.decode(text).ok()?).ok()
    }

    fn text(&self) -> String {
        STANDARD.encode(serde_json::to_vec(self).unwrap_or_default())
    }
}

/// Where a file is to be uploaded: the address, and what goes with it.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub url: String,
    pub resource_url: String,
    pub parameters: Vec<(&'static str, String)>,
}

/// The place of this upload, for a day.
pub(crate) fn target(base: &str, secret: &str, domain: &str, upload: &Upload, now: DateTime<Utc>) -> Target {
    let url = format!("{base}/_devstore/uploads/{domain}");
    let resource_url = format!("{url}/{}", upload.key);
    let policy = Policy { expires: (now + ALLOWED).timestamp(), key: upload.key.clone() };
    if upload.posted {
        return Target { url, resource_url, parameters: parameters(secret, upload, &policy) };
    }
    let policy = policy.text();
    let signature = permission(secret, &policy);
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("policy", &policy)
        .append_pair("signature", &signature)
        .finish();
    let parameters = vec![("content_type", upload.mime_type.clone()), ("acl", "private".to_owned())];
    Target { url: format!("{url}?{query}"), resource_url, parameters }
}

/// The fields of the form that goes with a file, in their order.
pub(crate) fn parameters(secret: &str, upload: &Upload, policy: &Policy) -> Vec<(&'static str, String)> {
    let policy = policy.text();
    let signature = permission(secret, &policy);
    vec![
        ("key", upload.key.clone()),
        ("Content-Type", upload.mime_type.clone()),
        ("success_action_status", "201".to_owned()),
        ("acl", "private".to_owned()),
        ("policy", policy),
        ("x-goog-signature", signature),
    ]
}
