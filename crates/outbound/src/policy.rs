use std::net::IpAddr;
use std::time::Duration;

use reqwest::Url;

use crate::Error;

/// Where requests may go, and how much of the time and memory they may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// How long a connection may take to come about.
    pub connect_timeout: Duration,
    /// How long the other side may be silent in the middle of an answer.
    pub read_timeout: Duration,
    /// The most that is read of an answer that is read as a whole, in bytes.
    pub max_body: usize,
}

impl Default for Policy {
    fn default() -> Self {
        Self { connect_timeout: Duration::from_secs(10), read_timeout: Duration::from_secs(60), max_body: 64 << 20 }
    }
}

impl Policy {
    /// Lets through HTTPS to anywhere, and HTTP to this machine.
    ///
    /// # Errors
    /// [`Error::Refused`] for all other addresses, and for those with a user name or password in them.
    pub fn check(&self, url: &Url) -> Result<(), Error> {
        let refused = |reason: &str| Err(Error::Refused { address: shown(url), reason: reason.to_owned() });
        if !url.username().is_empty() || url.password().is_some() {
            return refused("an address must not contain a user name or password");
        }
        match url.scheme() {
            "https" => Ok(()),
            "http" if is_loopback(url) => Ok(()),
            _ => {
                refused("the address must begin with https://; only an address of this machine may begin with http://")
            }
        }
    }
}

/// Whether the address is one of this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else { return false };
    let number = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || number.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// An address as it may be shown and logged: without user, password, query and fragment.
pub(crate) fn shown(url: &Url) -> String {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}://{}{port}{}", url.scheme(), url.host_str().unwrap_or_default(), url.path())
}

/// Host and port, as they are named in errors.
pub(crate) fn host(url: &Url) -> String {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}{port}", url.host_str().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(address: &str) -> bool {
        Policy::default().check(&Url::parse(address).unwrap()).is_ok()
    }

    #[test]
    fn plain_http_reaches_this_machine_only() {
        for fine in
            ["https://a.example", "http://127.0.0.1:1", "http://localhost", "http://[::1]:9", "http://127.9.9.9"]
        {
            assert!(allows(fine), "{fine}");
        }
        for refused in ["http://a.example", "http://localhost.a.example", "ftp://127.0.0.1", "https://user@a.example"] {
            assert!(!allows(refused), "{refused}");
        }
    }

    #[test]
    fn a_refusal_shows_no_secret() {
        let url = Url::parse("http://me:secret@a.example/path?token=secret#secret").unwrap();
        let error = Policy::default().check(&url).unwrap_err().to_string();
        assert!(error.contains("http://a.example/path") && !error.contains("secret"), "{error}");
    }
}
