use std::time::Duration;

use crate::reach::Private;

/// Why there is no answer, sorted by what can be done about it.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The address is none, or the policy keeps requests away from it.
    #[error("nothing was sent to '{address}': {reason}")]
    Refused {
        /// The address, without anything secret.
        address: String,
        /// Why, and what would be allowed.
        reason: String,
    },
    /// The host's name leads nowhere.
    #[error("the name '{host}' is not known to the domain name service; check its spelling and this machine's network")]
    Dns {
        /// The host.
        host: String,
    },
    /// Nobody answers at the address.
    #[error(
        "no connection to {host}: {reason}; check that the address is right, that it is running, and that no firewall is in between"
    )]
    Connect {
        /// The host.
        host: String,
        /// What the operating system said.
        reason: String,
    },
    /// The other side can't prove who it is.
    #[error(
        "the certificate of {host} is not trusted: {reason}; have its certificate mended, or add its issuer to this machine's certificate store"
    )]
    Certificate {
        /// The host.
        host: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The time limit came before the answer.
    #[error("{host} did not answer within {} seconds; try again later", limit.as_secs_f64())]
    Timeout {
        /// The host.
        host: String,
        /// The limit.
        limit: Duration,
    },
    /// The connection broke after the request had been sent, or while the answer was read.
    #[error("the answer of {host} was lost: {reason}; try again later")]
    Body {
        /// The host.
        host: String,
        /// What happened.
        reason: String,
    },
    /// The HTTP client can't be made.
    #[error("the HTTP client can't be set up: {reason}; check this machine's certificate store (ca-certificates)")]
    Setup {
        /// What the client said.
        reason: String,
    },
}

impl Error {
    /// Whether the other side may have seen the request, and acted on it.
    pub fn may_have_arrived(&self) -> bool {
        matches!(self, Self::Timeout { .. } | Self::Body { .. })
    }

    /// Whether the same request may find an answer a little later.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Dns { .. } | Self::Connect { .. } | Self::Timeout { .. } | Self::Body { .. })
    }

    /// What reqwest said about a request to `host`, told apart.
    pub(crate) fn from_reqwest(error: &reqwest::Error, host: String, limit: Duration) -> Self {
        if let Some(reason) = certificate(error) {
            return Self::Certificate { host, reason };
        }
        if let Some(private) = found::<Private>(error) {
            return Self::Refused { address: host, reason: private.to_string() };
        }
        if error.is_dns() {
            return Self::Dns { host };
        }
        let reason = innermost(error);
        match (error.is_connect(), error.is_timeout()) {
            (true, true) => Self::Connect { host, reason: "the connection was not accepted in time".to_owned() },
            (true, false) => Self::Connect { host, reason },
            (false, true) => Self::Timeout { host, limit },
            (false, false) => Self::Body { host, reason },
        }
    }
}

/// What rustls has against the other side, anywhere among the causes.
fn certificate(error: &reqwest::Error) -> Option<String> {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        match error.downcast_ref::<rustls::Error>() {
            Some(rustls::Error::InvalidCertificate(reason)) => return Some(flaw(reason)),
            Some(rustls::Error::NoCertificatesPresented) => return Some("it shows none".to_owned()),
            _ => cause = inner(error),
        }
    }
    None
}

/// The cause of that type, anywhere among the causes.
fn found<'a, E: std::error::Error + 'static>(error: &'a (dyn std::error::Error + 'static)) -> Option<&'a E> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        cause = inner(error);
    }
    None
}

/// What is behind an error. An I/O error names as its source what is behind the error that it wraps, not that one.
fn inner<'a>(error: &'a (dyn std::error::Error + 'static)) -> Option<&'a (dyn std::error::Error + 'static)> {
    match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
        Some(wrapped) => Some(wrapped),
        None => error.source(),
    }
}

fn flaw(error: &rustls::CertificateError) -> String {
    use rustls::CertificateError as Flaw;
    match error {
        Flaw::Expired | Flaw::ExpiredContext { .. } => "it has expired".to_owned(),
        Flaw::NotValidYet | Flaw::NotValidYetContext { .. } => "it is not valid yet".to_owned(),
        Flaw::Revoked => "it was revoked".to_owned(),
        Flaw::UnknownIssuer => "its issuer is unknown".to_owned(),
        Flaw::NotValidForName | Flaw::NotValidForNameContext { .. } => "it was made for another name".to_owned(),
        other => other.to_string(),
    }
}

/// The cause of all causes: the only one that does not repeat the address.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause: &(dyn std::error::Error + 'static) = error;
    while let Some(next) = inner(cause) {
        cause = next;
    }
    cause.to_string()
}
