//! From which page of which site a browser sends a request. A cookie goes along whoever's page asks, so a change that
//! leans on one must come from a page of this server.

use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

use crate::{App, Error};

/// In which every browser of today says it.
const FETCH_SITE: &str = "sec-fetch-site";

/// What the headers tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    /// A page of this server, or the address bar.
    Here,
    /// A page of someone else.
    Elsewhere,
    /// No browser, or one that says nothing.
    Unsaid,
}

/// Refuses a change that was not sent by a page of this server.
///
/// # Errors
/// [`Error::OtherSite`].
pub(crate) fn must_be_here(app: &App, method: &Method, headers: &HeaderMap) -> Result<(), Error> {
    if method.is_safe() || from(app.public_url.as_deref(), headers) == From::Here {
        return Ok(());
    }
    Err(Error::OtherSite)
}

/// Refuses a change that a page of another site sent; programs, which say nothing, are let through.
pub(crate) async fn not_elsewhere(State(app): State<App>, request: Request, next: Next) -> Result<Response, Error> {
    let changes = !request.method().is_safe();
    if changes && from(app.public_url.as_deref(), request.headers()) == From::Elsewhere {
        return Err(Error::OtherSite);
    }
    Ok(next.run(request).await)
}

fn from(public_url: Option<&str>, headers: &HeaderMap) -> From {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (header(FETCH_SITE), header(ORIGIN.as_str())) {
        (Some("same-origin" | "none"), _) => From::Here,
        (Some(_), _) => From::Elsewhere,
        (None, Some(origin)) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            let own = public_url.is_some_and(|url| url.eq_ignore_ascii_case(origin));
            if own || (host.is_some() && host == header(HOST.as_str())) { From::Here } else { From::Elsewhere }
        }
        (None, None) => From::Unsaid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(headers: &[(&'static str, &str)]) -> From {
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        from(Some("https://kobling.example"), &headers.collect())
    }

    #[test]
    fn a_browser_says_whose_page_asks() {
        assert_eq!(told(&[("sec-fetch-site", "same-origin")]), From::Here);
        assert_eq!(told(&[("sec-fetch-site", "none")]), From::Here);
        assert_eq!(told(&[("sec-fetch-site", "same-site")]), From::Elsewhere);
        assert_eq!(told(&[("sec-fetch-site", "cross-site")]), From::Elsewhere);
    }

    #[test]
    fn an_older_browser_says_the_origin() {
        assert_eq!(told(&[("origin", "http://localhost:8080"), ("host", "localhost:8080")]), From::Here);
        assert_eq!(told(&[("origin", "https://kobling.example"), ("host", "10.0.0.1:8080")]), From::Here);
        assert_eq!(told(&[("origin", "http://localhost:8081"), ("host", "localhost:8080")]), From::Elsewhere);
        assert_eq!(told(&[("origin", "null"), ("host", "localhost:8080")]), From::Elsewhere);
        assert_eq!(told(&[("host", "localhost:8080")]), From::Unsaid);
    }
}
