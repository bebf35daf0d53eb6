use std::sync::Arc;

use axum::http::Uri;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shopify_schema::gid::Gid;

use super::user_error::UserError;
use crate::store::State;
use crate::store::webhook::{MetafieldKey, Webhook};
use crate::webhooks::is_filter;

/// `WebhookSubscriptionInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct WebhookInput {
    pub uri: Option<String>,
    pub callback_url: Option<String>,
    pub format: Option<String>,
    pub filter: Option<String>,
    pub include_fields: Option<Vec<String>>,
    pub metafield_namespaces: Option<Vec<String>>,
    pub metafields: Option<Vec<MetafieldKey>>,
    pub name: Option<String>,
}

type Changed = Result<Arc<Webhook>, Vec<UserError>>;

/// `webhookSubscriptionCreate`. Plain HTTP to this machine is let through by `loopback` only.
pub(crate) fn webhook_subscription_create(
    state: &mut State,
    topic: String,
    input: WebhookInput,
    loopback: bool,
    now: DateTime<Utc>,
) -> Changed {
    let webhook = Webhook {
        id: 0,
        topic,
        uri: String::new(),
        filter: None,
        include_fields: Vec::new(),
        metafield_namespaces: Vec::new(),
        metafields: Vec::new(),
        name: None,
        created_at: now,
        updated_at: now,
    };
    let mut webhook = changed(state, webhook, input, loopback)?;
    webhook.id = state.ids.next();
    Ok(state.put_webhook(webhook))
}

/// `webhookSubscriptionUpdate`: what is not given stays.
pub(crate) fn webhook_subscription_update(
    state: &mut State,
    id: &str,
    input: WebhookInput,
    loopback: bool,
    now: DateTime<Utc>,
) -> Changed {
    let known = find(state, id)?;
    let mut webhook = changed(state, (*known).clone(), input, loopback)?;
    webhook.updated_at = now;
    Ok(state.put_webhook(webhook))
}

/// `webhookSubscriptionDelete`. What is on its way already is delivered.
pub(crate) fn webhook_subscription_delete(state: &mut State, id: &str) -> Result<u64, Vec<UserError>> {
    let known = find(state, id)?;
    state.webhooks.remove(&known.id);
    Ok(known.id)
}

fn find(state: &State, id: &str) -> Changed {
    let number = id.parse::<Gid>().ok().filter(|gid| gid.kind() == "WebhookSubscription").map(|gid| gid.number());
    let known = number.and_then(|number| state.webhooks.get(&number)).map(Arc::clone);
    known.ok_or_else(|| vec![UserError::new(&["id"], "Webhook subscription does not exist")])
}

/// The subscription as the input makes it, if that can be.
fn changed(
    state: &State,
    mut webhook: Webhook,
    input: WebhookInput,
    loopback: bool,
) -> Result<Webhook, Vec<UserError>> {
    let say = |field: &str, text: &str| UserError::new(&["webhookSubscription", field], text);
    let mut errors = Vec::new();
    if let Some(uri) = input.uri.or(input.callback_url) {
        webhook.uri = uri;
    }
    webhook.filter = input.filter.or(webhook.filter).filter(|filter| !filter.trim().is_empty());
    webhook.include_fields = input.include_fields.unwrap_or(webhook.include_fields);
    webhook.metafield_namespaces = input.metafield_namespaces.unwrap_or(webhook.metafield_namespaces);
    webhook.metafields = input.metafields.unwrap_or(webhook.metafields);
    webhook.name = input.name.or(webhook.name);
    errors.extend(address_errors(&webhook.uri, loopback).into_iter().map(|text| say("callbackUrl", &text)));
    if input.format.as_deref() == Some("XML") {
        errors.push(say("format", "Format 'xml' is invalid for this webhook topic. Allowed formats: json"));
    }
    if webhook.filter.as_deref().is_some_and(|filter| !is_filter(filter)) {
        let text = "The specified filter is invalid, please ensure you specify the field(s) you wish to filter on.";
        errors.push(say("filter", text));
    }
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if webhook.name.as_deref().is_some_and(|name| name.is_empty() || !name.chars().all(fits)) {
        errors.push(say("name", "Name can only contain letters, digits, underscores and hyphens"));
    }
    let same = |known: &Webhook| {
        known.id != webhook.id
            && known.topic == webhook.topic
            && known.uri == webhook.uri
            && known.filter == webhook.filter
    };
    if errors.is_empty() && state.webhooks.values().any(|known| same(known)) {
        errors.push(say("callbackUrl", "Address for this topic has already been taken"));
    }
    if errors.is_empty() { Ok(webhook) } else { Err(errors) }
}

/// What is wrong with an address, in the words of the real store.
fn address_errors(uri: &str, loopback: bool) -> Vec<String> {
    const INTERNAL: &str = "Address cannot be a Shopify or an internal domain";
    if uri.trim().is_empty() {
        return vec!["Address can't be blank".to_owned()];
    }
    let invalid = || vec!["Address is invalid".to_owned()];
    let Some((scheme, rest)) = uri.split_once(':') else { return invalid() };
    match scheme {
        "pubsub" => {
            let named = |(project, topic): (&str, &str)| !project.is_empty() && !topic.is_empty();
            let fine = rest.strip_prefix("//").and_then(|rest| rest.split_once(':')).is_some_and(named);
            if fine { Vec::new() } else { invalid() }
        }
        "arn" => {
            if rest.starts_with("aws:events:") {
                Vec::new()
            } else {
                invalid()
            }
        }
        "http" | "https" => {
            let parsed: Option<Uri> = uri.parse().ok();
            let Some(host) = parsed.as_ref().and_then(Uri::host).filter(|host| !host.is_empty()) else {
                return invalid();
            };
            if loopback && is_loopback(host) {
                return Vec::new();
            }
            let mut errors = Vec::new();
            if scheme == "http" {
                errors.push("Address protocol http:// is not supported".to_owned());
            }
            if is_internal(host) {
                errors.push(INTERNAL.to_owned());
            } else if !host.contains('.') {
                errors.push("Address is invalid".to_owned());
            }
            errors
        }
        _ if rest.starts_with("//") => vec![format!("Address protocol {scheme}:// is not supported")],
        _ => invalid(),
    }
}

fn is_loopback(host: &str) -> bool {
    let number = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || number.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn is_internal(host: &str) -> bool {
    const SHOPIFY: &[&str] = &["shopify.com", "myshopify.com", "shopifycloud.com"];
    let within = |domain: &&str| host == *domain || host.ends_with(&format!(".{domain}"));
    let private = host.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_private());
    is_loopback(host) || private || host.ends_with(".local") || SHOPIFY.iter().any(within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_that_the_real_store_would_reach_is_taken() {
        let internal = "Address cannot be a Shopify or an internal domain";
        let http = "Address protocol http:// is not supported";
        for (uri, wanted) in [
            ("https://kobling.example.com/hook?a=1", vec![]),
            ("pubsub://project:topic", vec![]),
            ("arn:aws:events:eu-north-1::event-source/aws.partner/shopify.com/1/x", vec![]),
            (" ", vec!["Address can't be blank"]),
            ("kobling.example.com", vec!["Address is invalid"]),
            ("https://", vec!["Address is invalid"]),
            ("https://nodots", vec!["Address is invalid"]),
            ("http://kobling.example.com", vec![http]),
            ("http://127.0.0.1:8080/hook", vec![http, internal]),
            ("https://192.168.1.10/hook", vec![internal]),
            ("https://demo.myshopify.com/hook", vec![internal]),
            ("kafka://topic", vec!["Address protocol kafka:// is not supported"]),
        ] {
            assert_eq!(address_errors(uri, false), wanted, "{uri}");
        }
    }

    #[test]
    fn the_switch_lets_this_machine_through_and_nothing_else() {
        for uri in ["http://127.0.0.1:8080/hook", "http://localhost/hook", "https://[::1]:9/hook"] {
            assert_eq!(address_errors(uri, true), Vec::<String>::new(), "{uri}");
        }
        assert!(!address_errors("http://192.168.1.10/hook", true).is_empty());
        assert!(!address_errors("http://localhost.example.com/hook", true).is_empty());
    }
}
