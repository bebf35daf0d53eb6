//! Where a store's Admin API is reached.

use std::fmt;

use crate::Domain;

/// An address that no access token may be sent to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' can't be the Admin URL: it must begin with https://, or with http:// and an address of this machine, as http://127.0.0.1:8777"
)]
pub struct NotAnAdminUrl(String);

/// The address of an Admin API, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdminUrl(String);

impl AdminUrl {
    /// Reads an address; none is that of the store itself. Plain HTTP is for this machine only, so that a token is
    /// never sent over a network in the open.
    ///
    /// # Errors
    /// [`NotAnAdminUrl`].
    pub fn parse(text: Option<&str>, store: &Domain) -> Result<Self, NotAnAdminUrl> {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
            return Ok(Self(format!("https://{store}")));
        };
        let address = text.trim_end_matches('/');
        let host = |rest: &str| rest.split(['/', '?', '#']).next().unwrap_or(rest).to_lowercase();
        let allowed = match (address.strip_prefix("https://"), address.strip_prefix("http://")) {
            (Some(rest), _) => !host(rest).is_empty() && !rest.contains('@'),
            (_, Some(rest)) => is_loopback(&host(rest)),
            _ => false,
        };
        if allowed { Ok(Self(address.to_owned())) } else { Err(NotAnAdminUrl(text.to_owned())) }
    }
}

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

impl fmt::Display for AdminUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_sent_in_the_open_only_to_this_machine() {
        let store = Domain::parse("demo.myshopify.com").unwrap();
        assert_eq!(AdminUrl::parse(None, &store).unwrap().to_string(), "https://demo.myshopify.com");
        for fine in ["https://proxy.example.com/", "http://127.0.0.1:8777", "http://localhost:1", "http://[::1]:80"] {
            assert_eq!(AdminUrl::parse(Some(fine), &store).unwrap().to_string(), fine.trim_end_matches('/'));
        }
        for refused in [
            "http://example.com",
            "http://localhost.example.com",
            "ftp://x",
            "https://",
            "http://127.0.0.1@evil.example",
        ] {
            assert!(AdminUrl::parse(Some(refused), &store).is_err(), "{refused}");
        }
    }
}
