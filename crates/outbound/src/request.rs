use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use crate::Error;
use crate::policy::shown;

/// What is sent.
#[derive(Clone)]
pub struct Request {
    /// The verb.
    pub method: Method,
    /// The address.
    pub url: Url,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
    /// How long the whole exchange may take.
    pub timeout: Duration,
    /// As many bytes of the answer are read, where its status is what matters: what comes behind them, and whether it
    /// comes at all, changes nothing. None: the whole answer is wanted.
    pub begin: Option<usize>,
}

impl Request {
    /// How long an exchange may take when nothing else is said.
    pub const TIMEOUT: Duration = Duration::from_secs(30);

    /// A request without headers and body.
    ///
    /// # Errors
    /// [`Error::Refused`] when the address can't be read.
    pub fn new(method: Method, address: &str) -> Result<Self, Error> {
        let unreadable = |error: &dyn fmt::Display| Error::Refused {
            address: address.split(['?', '#']).next().unwrap_or_default().to_owned(),
            reason: format!("it is no address ({error}); write it as https://host/path"),
        };
        let url = Url::parse(address).map_err(|error| unreadable(&error))?;
        Ok(Self { method, url, headers: HeaderMap::new(), body: Bytes::new(), timeout: Self::TIMEOUT, begin: None })
    }

    /// A GET.
    ///
    /// # Errors
    /// As [`Request::new`].
    pub fn get(address: &str) -> Result<Self, Error> {
        Self::new(Method::GET, address)
    }

    /// A POST.
    ///
    /// # Errors
    /// As [`Request::new`].
    pub fn post(address: &str) -> Result<Self, Error> {
        Self::new(Method::POST, address)
    }

    /// Adds a header that everyone may see.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Adds a header that no log may show.
    ///
    /// # Errors
    /// [`Error::Refused`] when the secret has letters that no header can carry, as a line break from copying.
    pub fn secret_header(mut self, name: HeaderName, secret: &SecretString) -> Result<Self, Error> {
        let refused = |_| Error::Refused {
            address: shown(&self.url),
            reason: format!("the value for {name} contains characters that can't be sent; copy it again"),
        };
        let mut value = HeaderValue::from_str(secret.expose_secret().trim()).map_err(refused)?;
        value.set_sensitive(true);
        self.headers.insert(name, value);
        Ok(self)
    }

    /// Makes the body the JSON of `value`.
    ///
    /// # Errors
    /// [`Error::Refused`] when `value` has no JSON form.
    pub fn json(mut self, value: &impl Serialize) -> Result<Self, Error> {
        let refused = |error: serde_json::Error| Error::Refused {
            address: shown(&self.url),
            reason: format!("the body can't be written as JSON ({error})"),
        };
        self.body = serde_json::to_vec(value).map_err(refused)?.into();
        self.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(self)
    }

    /// Reads of the answer no more than its beginning, of so many bytes.
    pub fn reading_the_beginning(mut self, bytes: usize) -> Self {
        self.begin = Some(bytes);
        self
    }

    /// Sets how long the whole exchange may take.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &shown(&self.url))
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("timeout", &self.timeout)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_printed() {
        let name = HeaderName::from_static("x-token");
        let request = Request::post("https://a.example/?code=hidden").unwrap();
        let request = request.secret_header(name, &SecretString::from("hidden")).unwrap();
        let printed = format!("{request:?}");
        assert!(printed.contains("x-token") && !printed.contains("hidden"), "{printed}");
        assert_eq!(request.headers["x-token"], "hidden");
    }

    #[test]
    fn a_token_with_a_line_break_inside_is_refused_without_showing_it() {
        let request = Request::get("https://a.example").unwrap();
        let error =
            request.secret_header(HeaderName::from_static("x-token"), &SecretString::from("ab\ncd")).unwrap_err();
        assert!(error.to_string().contains("copy it again") && !error.to_string().contains("ab"), "{error}");
    }
}
