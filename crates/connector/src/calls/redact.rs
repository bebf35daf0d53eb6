//! What no log keeps: personal data, by the names of the fields that hold it in Shopify's schema, and secrets.

use serde_json::Value;

/// What stands in the place of what is hidden.
pub(super) const HIDDEN: &str = "***";

/// Hidden always: whoever has one may read or write in the store.
const SECRETS: &[&str] = &[
    "accessToken",
    "clientSecret",
    "multipassIdentifier",
    "partialDataUrl",
    "password",
    "secret",
    "stagedTargets",
    "token",
];

/// Hold personal data wherever they stand.
#[rustfmt::skip]
const PERSONAL: &[&str] = &[
    "accountActivationUrl", "address1", "address2", "browserIp", "city", "clientIp", "contactEmail",
    "customAttributes", "customerJourney", "customerJourneySummary", "defaultEmailAddress", "defaultPhoneNumber",
    "email", "emailAddress", "firstName", "formatted", "formattedArea", "invoiceUrl", "ip", "lastName", "latitude",
    "longitude", "note", "noteAttributes", "notes", "paymentDetails", "phone", "phoneNumber", "receiptJson",
    "statusPageUrl", "taxExemptionId", "taxId", "taxRegistrationId", "vatNumber", "zip",
];

/// Are people and their addresses: of these every text is hidden but those that say nothing of a person.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "address", "addresses", "addressesV2", "billingAddress", "companyContact", "contact", "contacts", "customer",
    "customers", "defaultAddress", "destination", "displayAddress", "mailingAddress", "mainContact", "recipient",
    "shippingAddress", "staffMember", "staffMembers", "toUpsert",
];

/// Say nothing of a person.
#[rustfmt::skip]
const HARMLESS: &[&str] = &[
    "__typename", "amount", "code", "countryCode", "countryCodeV2", "createdAt", "currencyCode", "cursor",
    "endCursor", "field", "id", "legacyResourceId", "locale", "message", "numberOfOrders", "provinceCode", "startCursor",
    "state", "updatedAt",
];

/// Searches for people, as they stand in a filter.
const SEARCHES: &[&str] = &["email:", "phone:", "first_name:", "last_name:"];

/// Hides what is personal in a body, or only what is secret when `keeps_personal`.
pub(crate) fn redact(body: &mut Value, keeps_personal: bool) {
    walk(body, &Rules { keeps_personal });
}

/// The same in a text that is no JSON: e-mail addresses are all that can be told there.
pub(super) fn redact_text(text: &str) -> String {
    let is_end = |letter: char| letter.is_whitespace() || "\"'<>(),;:\\".contains(letter);
    let mut kept = String::with_capacity(text.len());
    for word in text.split_inclusive(is_end) {
        let bare = word.trim_end_matches(is_end);
        let is_address = bare.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        match is_address {
            true => {
                kept.push_str(HIDDEN);
                kept.push_str(word.get(bare.len()..).unwrap_or_default());
            }
            false => kept.push_str(word),
        }
    }
    kept
}

struct Rules {
    keeps_personal: bool,
}

fn walk(value: &mut Value, rules: &Rules) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match name.as_str() {
                    name if SECRETS.contains(&name) => hide(value, &[]),
                    // The text of a document holds no value.
                    "query" if value.as_str().is_some_and(is_document) => {}
                    // A search without a field may be for a person.
                    "query" | "search" if !rules.keeps_personal && value.as_str().is_some_and(is_free) => {
                        hide(value, &[])
                    }
                    name if !rules.keeps_personal && PERSONAL.contains(&name) => hide(value, &[]),
                    name if !rules.keeps_personal && PEOPLE.contains(&name) => hide(value, HARMLESS),
                    _ => walk(value, rules),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| walk(value, rules)),
        Value::String(text) => {
            if is_signed(text) || (!rules.keeps_personal && searches_for_people(text)) {
                HIDDEN.clone_into(text);
            } else if !rules.keeps_personal && text.contains('@') {
                *text = redact_text(text);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Hides every text and number of a value, but those of the fields that are kept, and ids.
fn hide(value: &mut Value, kept: &[&str]) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match kept.contains(&name.as_str()) && !value.is_object() && !value.is_array() {
                    true => walk(value, &Rules { keeps_personal: false }),
                    false => hide(value, kept),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| hide(value, kept)),
        Value::String(text) if text.starts_with("gid://") && !kept.is_empty() => {}
        Value::String(_) | Value::Number(_) => *value = HIDDEN.into(),
        Value::Null | Value::Bool(_) => {}
    }
}

fn is_free(search: &str) -> bool {
    !search.is_empty() && !search.contains(':')
}

fn searches_for_people(text: &str) -> bool {
    let value_of = |search: &&str| text.split_once(*search).map(|(_, value)| value);
    SEARCHES.iter().filter_map(value_of).any(|value| value.starts_with(|letter: char| !letter.is_whitespace()))
}

/// A document of GraphQL begins with its kind.
fn is_document(text: &str) -> bool {
    ["query", "mutation", "{"].iter().any(|kind| text.trim_start().starts_with(kind)) && text.contains('{')
}

/// An address that opens a file to whoever has it.
fn is_signed(text: &str) -> bool {
    text.contains("://") && text.to_ascii_lowercase().contains("signature=")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn redacted(mut body: Value) -> Value {
        redact(&mut body, false);
        body
    }

    #[test]
    fn who_bought_is_hidden_and_what_was_bought_is_not() {
        let order = json!({ "data": { "orders": { "nodes": [{
            "id": "gid://shopify/Order/1", "name": "#1001", "email": "kari@example.com", "note": "Ring twice", "phone": null,
            "customer": { "id": "gid://shopify/Customer/2", "displayName": "Kari Nordmann", "numberOfOrders": "7" },
            "shippingAddress": { "name": "Kari Nordmann", "company": "Fjord AS", "city": "Bergen", "latitude": 60.39,
                "countryCodeV2": "NO", "validated": true },
            "customAttributes": [{ "key": "Gift for", "value": "Ola" }],
            "lineItems": { "nodes": [{ "title": "Shirt", "sku": "S-1", "quantity": 2 }] }
        }] } } });
        let hidden = json!({ "data": { "orders": { "nodes": [{
            "id": "gid://shopify/Order/1", "name": "#1001", "email": "***", "note": "***", "phone": null,
            "customer": { "id": "gid://shopify/Customer/2", "displayName": "***", "numberOfOrders": "7" },
            "shippingAddress": { "name": "***", "company": "***", "city": "***", "latitude": "***",
                "countryCodeV2": "NO", "validated": true },
            "customAttributes": [{ "key": "***", "value": "***" }],
            "lineItems": { "nodes": [{ "title": "Shirt", "sku": "S-1", "quantity": 2 }] }
        }] } } });
        assert_eq!(redacted(order), hidden);
    }

    #[test]
    fn people_in_variables_searches_and_messages_are_hidden() {
        let request = json!({
            "query": "query Customers($search: String) { customers(query: $search) { nodes { email } } }",
            "variables": { "search": "email:kari@example.com", "first": 10, "input": { "firstName": "Kari", "tags": ["vip"] } }
        });
        let hidden = redacted(request.clone());
        assert_eq!(hidden["query"], request["query"]);
        assert_eq!(
            hidden["variables"],
            json!({ "search": "***", "first": 10, "input": { "firstName": "***", "tags": ["vip"] } })
        );
        let answer = json!({ "data": { "customerCreate": { "customer": null, "userErrors": [
            { "field": ["email"], "message": "Email kari@example.com has already been taken" }] } } });
        assert_eq!(
            redacted(answer)["data"]["customerCreate"]["userErrors"][0],
            json!({ "field": ["email"], "message": "Email *** has already been taken" })
        );
    }

    #[test]
    fn a_list_of_customers_is_hidden_but_for_its_pages() {
        let answer = json!({ "customers": { "nodes": [{ "id": "gid://shopify/Customer/2", "tags": ["from Bergen"] }],
            "pageInfo": { "hasNextPage": false, "endCursor": "abc" } } });
        let hidden = json!({ "customers": { "nodes": [{ "id": "gid://shopify/Customer/2", "tags": ["***"] }],
            "pageInfo": { "hasNextPage": false, "endCursor": "abc" } } });
        assert_eq!(redacted(answer), hidden);
    }

    #[test]
    fn secrets_are_hidden_even_where_personal_data_is_kept() {
        let mut body = json!({ "email": "kari@example.com", "accessToken": "shpat_1",
            "bulkOperation": { "url": "https://storage.example/f?X-Goog-Signature=1" } });
        redact(&mut body, true);
        let expected = json!({ "email": "kari@example.com", "accessToken": "***", "bulkOperation": { "url": "***" } });
        assert_eq!(body, expected);
    }

    #[test]
    fn in_a_text_only_addresses_of_mail_are_hidden() {
        let text = "<p>Write to <a href=\"mailto:help@example.com\">help@example.com</a> or @help.</p>";
        assert_eq!(redact_text(text), "<p>Write to <a href=\"mailto:***\">***</a> or @help.</p>");
    }
}
