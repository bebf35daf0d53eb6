//! Where a store's Admin API is reached.

use std::fmt;

use crate::Domain;

/// An address that no access token may be sent to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{address}' can't be the Admin URL, to which the access token of {store} is sent: give https://{store}, an address of this machine, as http://127.0.0.1:8777, or https:// and a host that admin-hosts names in kobling.toml"
)]
pub struct NotAnAdminUrl {
    address: String,
    store: String,
}

/// The hosts to which access tokens may be sent beside those of the stores themselves, as whoever runs the program has said
/// it: a proxy, or a stand-in for a store on another machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AdminHosts(Vec<String>);

impl AdminHosts {
    /// Those hosts, as `proxy.example.com`.
    pub fn new(hosts: impl IntoIterator<Item = String>) -> Self {
        Self(hosts.into_iter().map(|host| host.trim().to_lowercase()).filter(|host| !host.is_empty()).collect())
    }

    fn name(&self, host: &str) -> bool {
        self.0.iter().any(|known| known == host)
    }
}

/// The address of an Admin API, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdminUrl(String);

impl AdminUrl {
    /// Reads an address; none is that of the store itself. A token leads into the store, so it goes to no host but the
    /// store's, this machine, and those that are named. Plain HTTP is for this machine only, so that it is never sent over
    /// a network in the open.
    ///
    /// # Errors
    /// [`NotAnAdminUrl`].
    pub fn parse(text: Option<&str>, store: &Domain, hosts: &AdminHosts) -> Result<Self, NotAnAdminUrl> {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
            return Ok(Self(format!("https://{store}")));
        };
        let address = text.trim_end_matches('/');
        let place = |rest: &str| rest.split(['/', '?', '#']).next().unwrap_or(rest).to_lowercase();
        let allowed = match (address.strip_prefix("https://"), address.strip_prefix("http://")) {
            (Some(rest), _) => {
                let place = place(rest);
                let host = host(&place);
                host == store.as_str() || hosts.name(host) || is_loopback(host)
            }
            (_, Some(rest)) => is_loopback(host(&place(rest))),
            _ => false,
        };
        let refused = || NotAnAdminUrl { address: text.to_owned(), store: store.to_string() };
        if allowed { Ok(Self(address.to_owned())) } else { Err(refused()) }
    }
}

/// The host of `host:port`; what has no port is a host as it stands, with a user's name before it too, and then none that
/// is known.
fn host(place: &str) -> &str {
    match place.rsplit_once(':') {
        Some((host, port)) if port.chars().all(|digit| digit.is_ascii_digit()) => host,
        _ => place,
    }
}

fn is_loopback(host: &str) -> bool {
    let name = host.trim_start_matches('[').trim_end_matches(']');
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

    fn read(text: Option<&str>, hosts: &[&str]) -> Result<String, NotAnAdminUrl> {
        let store = Domain::parse("demo.myshopify.com").unwrap();
        let hosts = AdminHosts::new(hosts.iter().map(ToString::to_string));
        AdminUrl::parse(text, &store, &hosts).map(|url| url.to_string())
    }

    #[test]
    fn a_token_is_sent_in_the_open_only_to_this_machine() {
        assert_eq!(read(None, &[]).unwrap(), "https://demo.myshopify.com");
        for fine in ["http://127.0.0.1:8777", "http://localhost:1", "http://[::1]:80", "https://localhost:8443"] {
            assert_eq!(read(Some(fine), &[]).unwrap(), fine);
        }
        for refused in [
            "http://example.com",
            "http://demo.myshopify.com",
            "http://localhost.example.com",
            "ftp://x",
            "https://",
            "http://127.0.0.1@evil.example",
        ] {
            assert!(read(Some(refused), &["example.com"]).is_err(), "{refused}");
        }
    }

    #[test]
    fn a_token_is_sent_to_its_store_and_to_hosts_that_are_named_and_to_no_other() {
        for fine in ["https://demo.myshopify.com/", "https://Demo.myshopify.com:443", " https://demo.myshopify.com/x "]
        {
            assert!(read(Some(fine), &[]).is_ok(), "{fine}");
        }
        let proxy = "https://proxy.example.com:8443/shopify";
        assert_eq!(read(Some(proxy), &["other.example.com", " Proxy.Example.com "]).unwrap(), proxy);
        for refused in [
            proxy,
            "https://other.myshopify.com",
            "https://demo.myshopify.com.evil.example",
            "https://demo.myshopify.com@evil.example",
            "https://demo.myshopify.com:443@evil.example",
            "https://evil.example\\@demo.myshopify.com",
            "https://evil.example#demo.myshopify.com",
            "https://evil.example/demo.myshopify.com",
        ] {
            let error = read(Some(refused), &[]).unwrap_err().to_string();
            assert!(
                error.contains("admin-hosts") && error.contains("https://demo.myshopify.com,"),
                "{refused}: {error}"
            );
        }
    }
}
