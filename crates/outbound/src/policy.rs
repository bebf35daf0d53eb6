use std::net::IpAddr;
use std::time::Duration;

use reqwest::Url;

use crate::Error;
use crate::reach::{Reach, is_public};

/// Where requests may go, and how much of the time and memory they may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// How long a connection may take to come about.
    pub connect_timeout: Duration,
    /// How long the other side may be silent in the middle of an answer.
    pub read_timeout: Duration,
    /// The most that is read of an answer that is read as a whole, in bytes.
    pub max_body: usize,
    /// Which machines requests may go to.
    pub reach: Reach,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            read_timeout: Duration::from_secs(60),
            max_body: 64 << 20,
            reach: Reach::Everywhere,
        }
    }
}

impl Policy {
    /// Lets through HTTPS to wherever requests may go, and HTTP to this machine where they may go to it.
    ///
    /// # Errors
    /// [`Error::Refused`] for all other addresses, and for those with a user name or password in them.
    pub fn check(&self, url: &Url) -> Result<(), Error> {
        let refused = |reason: &str| Err(Error::Refused { address: shown(url), reason: reason.to_owned() });
        if !url.username().is_empty() || url.password().is_some() {
            return refused("an address must not contain a user name or password");
        }
        if self.reach == Reach::Public && is_loopback(url) {
            return refused("the address is of this machine: give a public one");
        }
        // What a name leads to is looked at when it is looked up.
        if self.reach != Reach::Everywhere && !is_loopback(url) && address_of(url).is_some_and(|at| !is_public(at)) {
            return refused("the address is of a private network: give a public one");
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
    url.host_str() == Some("localhost") || address_of(url).is_some_and(|address| address.is_loopback())
}

/// The number that an address names in the place of a host.
fn address_of(url: &Url) -> Option<IpAddr> {
    url.host_str()?.trim_start_matches('[').trim_end_matches(']').parse().ok()
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
    fn what_is_to_go_to_the_public_reaches_no_private_network() {
        let allows =
            |reach, address: &str| Policy { reach, ..Policy::default() }.check(&Url::parse(address).unwrap()).is_ok();
        for private in ["https://10.0.0.1", "https://192.168.1.9/hook", "https://[fd00::1]", "https://169.254.169.254"]
        {
            assert!(allows(Reach::Everywhere, private), "{private}");
            assert!(!allows(Reach::Public, private) && !allows(Reach::PublicAndThisMachine, private), "{private}");
        }
        for here in ["http://127.0.0.1:9", "https://localhost", "http://[::1]"] {
            assert!(allows(Reach::PublicAndThisMachine, here) && !allows(Reach::Public, here), "{here}");
        }
        assert!(allows(Reach::Public, "https://erp.example/hook") && allows(Reach::Public, "https://8.8.8.8"));
    }

    #[test]
    fn a_refusal_shows_no_secret() {
        let url = Url::parse("http://me:secret@a.example/path?token=secret#secret").unwrap();
        let error = Policy::default().check(&url).unwrap_err().to_string();
        assert!(error.contains("http://a.example/path") && !error.contains("secret"), "{error}");
    }
}
