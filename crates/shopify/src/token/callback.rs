use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

/// So old may what the store has signed be.
const GOOD_FOR: TimeDelta = TimeDelta::hours(24);
/// What is not signed: the signature itself, and the one of former times.
const UNSIGNED: [&str; 2] = ["hmac", "signature"];

/// What a browser comes back with when a person has let the app into a store.
#[derive(Clone, Debug)]
pub struct Callback {
    /// The store.
    pub shop: String,
    /// What was sent along to the store, and says who had sent the browser there.
    pub state: String,
    /// What a token is asked for with, once.
    pub code: SecretString,
}

/// Why a browser does not come from the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFromTheStore {
    /// Something is missing.
    #[error("the address lacks its {0}")]
    Missing(&'static str),
    /// The app's secret has not signed it.
    #[error("the store has not signed the address, or the client secret is another app's")]
    NotSigned,
    /// It was signed long ago.
    #[error("the address is more than a day old")]
    TooOld,
}

impl Callback {
    /// Reads the query of the address, if the store has signed it within a day.
    ///
    /// # Errors
    /// [`NotFromTheStore`].
    pub fn read(query: &str, client_secret: &SecretString, now: DateTime<Utc>) -> Result<Self, NotFromTheStore> {
        let mut parts: BTreeMap<String, String> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        if !is_signed(&parts, client_secret) {
            return Err(NotFromTheStore::NotSigned);
        }
        let mut take = |name| parts.remove(name).filter(|text| !text.is_empty()).ok_or(NotFromTheStore::Missing(name));
        let signed_at = take("timestamp")?.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        if signed_at.is_none_or(|at| (now - at).abs() > GOOD_FOR) {
            return Err(NotFromTheStore::TooOld);
        }
        Ok(Self { shop: take("shop")?, state: take("state")?, code: take("code")?.into() })
    }
}

/// Whether the parts in the order of their names were signed with the secret. How long it takes tells nothing of it.
fn is_signed(parts: &BTreeMap<String, String>, secret: &SecretString) -> bool {
    let secret = secret.expose_secret().as_bytes();
    let Some(given) = parts.get("hmac").and_then(|text| bytes_of(text)).filter(|_| !secret.is_empty()) else {
        return false;
    };
    let signed = parts.iter().filter(|(name, _)| !UNSIGNED.contains(&name.as_str()));
    let signed: Vec<String> = signed.map(|(name, value)| format!("{name}={value}")).collect();
    Hmac::<Sha256>::new_from_slice(secret).is_ok_and(|mut mac| {
        mac.update(signed.join("&").as_bytes());
        mac.verify_slice(&given).is_ok()
    })
}

/// What hexadecimal digits stand for.
fn bytes_of(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shopify's own example, which the secret `hush` has signed.
    const SIGNED: &str = "code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&timestamp=1337178173\
                          &hmac=4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20";

    fn read(query: &str, secret: &str, seconds: i64) -> Result<Callback, NotFromTheStore> {
        Callback::read(query, &secret.into(), DateTime::from_timestamp(seconds, 0).unwrap())
    }

    #[test]
    fn what_the_store_has_signed_is_read() {
        // The example is of a time when there was no state; so far it has come.
        assert_eq!(read(SIGNED, "hush", 1_337_178_200).unwrap_err(), NotFromTheStore::Missing("state"));
    }

    #[test]
    fn what_it_has_not_signed_is_not() {
        for (query, secret) in [
            (SIGNED.to_owned(), "other"),
            (SIGNED.to_owned(), ""),
            (SIGNED.replace("some-shop", "same-shop"), "hush"),
            (format!("{SIGNED}&state=x"), "hush"),
            (SIGNED.replace("&hmac=47", "&hmac=4"), "hush"),
            ("code=1&shop=a&state=b&timestamp=1337178173".to_owned(), "hush"),
            (String::new(), "hush"),
        ] {
            assert_eq!(read(&query, secret, 1_337_178_200).unwrap_err(), NotFromTheStore::NotSigned, "{query}");
        }
    }

    #[test]
    fn what_it_has_signed_long_ago_is_not_taken() {
        assert_eq!(read(SIGNED, "hush", 1_337_178_173 + 86_401).unwrap_err(), NotFromTheStore::TooOld);
        assert_ne!(read(SIGNED, "hush", 1_337_178_173 + 86_400).unwrap_err(), NotFromTheStore::TooOld);
    }
}
