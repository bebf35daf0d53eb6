//! The way out: every request that Kobling sends to another machine goes through [`Http`], every mail through [`Mailer`].
//!
//! One place decides how the outside world is met. Certificates are checked against the machine's own store by rustls
//! with ring, installed once. A request has a time limit, follows no redirect (a redirect would carry its secrets to an
//! address nobody chose), and leaves in the open only for this machine: the [`Policy`] refuses plain HTTP to any other
//! address. Requests to this machine never pass a proxy; all others follow the proxy settings of the environment.
//!
//! Where people enter the address, a [`Reach`] keeps requests out of private networks: by the number in the address, and by
//! what its name leads to at the moment it is sent to. Such requests pass no proxy, since that would look the name up itself.
//!
//! A test gives [`Http::in_process`] a tower service instead of the network; whoever sends cannot tell the difference.
//!
//! What it refuses to do: retry. Whether a request may be sent again depends on what it does, which only its sender
//! knows; [`Error::may_have_arrived`] says what the sender needs for that.
//!
//! Invariants: no secret is printed, whether by `Debug`, in an error or in the log; an error's text is one sentence with
//! cause and remedy; an answer larger than the policy allows is never read to its end, unless its reader takes it part by
//! part ([`Http::open`]) and so holds none of it.

mod error;
mod http;
mod in_process;
mod incoming;
mod mail;
mod policy;
mod reach;
mod request;
mod response;
mod signature;
mod system;

pub use ::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
pub use bytes::Bytes;
pub use error::Error;
pub use http::Http;
pub use http_body_util::Full;
pub use incoming::Incoming;
pub use mail::{Mail, MailError, Mailer};
pub use policy::Policy;
pub use reach::Reach;
pub use request::Request;
pub use reqwest::Url;
pub use response::Response;
pub use signature::{WEBHOOK_ID, WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP, WebhookSecret};
