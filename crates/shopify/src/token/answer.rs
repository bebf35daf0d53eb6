//! What an answer to a request for a token means.

use chrono::{DateTime, TimeDelta, Utc};
use outbound::Response;
use secrecy::SecretString;
use serde::Deserialize;

use super::Granted;
use crate::{Error, Scopes};

/// An answer with a token.
#[derive(Deserialize)]
struct Token {
    access_token: SecretString,
    #[serde(default)]
    scope: String,
    expires_in: Option<i64>,
    refresh_token: Option<SecretString>,
    refresh_token_expires_in: Option<i64>,
}

/// An answer without one.
#[derive(Deserialize)]
struct Refused {
    error: String,
    #[serde(default)]
    error_description: String,
}

/// Reads the token of an answer that has one. `asked_at` is before the store's own time, so that a token is never taken
/// for good when it is not.
pub(super) fn granted(response: &Response, asked_at: DateTime<Utc>) -> Option<Granted> {
    let token: Token = serde_json::from_slice(&response.body).ok()?;
    let after = |seconds: Option<i64>| seconds.and_then(TimeDelta::try_seconds).map(|time| asked_at + time);
    Some(Granted {
        access_token: token.access_token,
        expires_at: after(token.expires_in),
        refresh_token: token.refresh_token,
        refresh_expires_at: after(token.refresh_token_expires_in),
        scopes: Scopes::parse(&token.scope),
    })
}

/// Why the store gives none, when it says so: as JSON, or in the title of a page.
pub(super) fn refusal(store: &str, response: &Response) -> Option<Error> {
    if !matches!(response.status.as_u16(), 400 | 401 | 403) {
        return None;
    }
    let store = store.to_owned();
    let (code, said) = match serde_json::from_slice::<Refused>(&response.body) {
        Ok(refused) => (refused.error, refused.error_description),
        Err(_) => (of_page(&response.text()).unwrap_or_default(), String::new()),
    };
    Some(match code.as_str() {
        "app_not_installed" => Error::AppNotInstalled { store },
        "invalid_client" | "application_cannot_be_found" => Error::AppUnknown { store },
        "" => Error::GrantRefused { store, reason: format!("HTTP status {}", response.status.as_u16()) },
        code => {
            let said = said.trim().trim_end_matches('.');
            let reason = if said.is_empty() { code.to_owned() } else { format!("{code}: {said}") };
            Error::GrantRefused { store, reason }
        }
    })
}

/// The word after `Oauth error` in the title of a page.
fn of_page(page: &str) -> Option<String> {
    let (_, after) = page.split_once("Oauth error ")?;
    let word: String = after.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
    Some(word).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use outbound::Bytes;

    use super::*;

    fn said(status: u16, body: &str) -> String {
        let response = Response {
            status: status.try_into().unwrap(),
            headers: Default::default(),
            body: Bytes::from(body.to_owned()),
        };
        refusal("fjord.myshopify.com", &response).map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_refusal_is_read_from_json_and_from_a_page() {
        let page = "<html><head><title>Oauth error app_not_installed</title></head></html>";
        assert!(said(400, page).contains("not installed in fjord.myshopify.com"), "{}", said(400, page));
        let json = r#"{"error":"invalid_grant","error_description":"The refresh token is used up."}"#;
        assert!(said(400, json).contains("(invalid_grant: The refresh token is used up)"), "{}", said(400, json));
        assert!(said(401, r#"{"error":"invalid_client"}"#).contains("client id"));
        assert!(said(400, "no word of it").contains("HTTP status 400"));
        assert_eq!(said(503, json), "");
    }
}
