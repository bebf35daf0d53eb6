//! The cookies by which a browser is known again.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use axum_extra::extract::cookie::{Cookie, SameSite};
use chrono::{DateTime, Utc};

use crate::App;

/// A cookie.
#[derive(Debug)]
pub(crate) struct Kind {
    name: &'static str,
    /// The addresses that it is for.
    path: &'static str,
}

/// Who is signed in.
pub(crate) const SESSION: Kind = Kind { name: "kobling_session", path: "/" };
/// Who was sent to a store to let the app in.
pub(crate) const AUTHORIZATION: Kind = Kind { name: "kobling_authorization", path: connector::shops::authorize::PATH };

/// What the request brings of a cookie.
pub(crate) fn find<'h>(headers: &'h HeaderMap, kind: &Kind) -> Option<&'h str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find_map(|(name, value)| (name == kind.name && !value.is_empty()).then_some(value))
}

/// Tells the browser to come back with this until then.
pub(crate) fn keep(app: &App, response: &mut Response, kind: &Kind, text: &str, until: DateTime<Utc>) {
    let seconds = (until - app.clock.now()).num_seconds();
    set(app, response, kind, text, seconds.max(0));
}

/// Tells the browser to forget it.
pub(crate) fn forget(app: &App, response: &mut Response, kind: &Kind) {
    set(app, response, kind, "", 0);
}

fn set(app: &App, response: &mut Response, kind: &Kind, text: &str, seconds: i64) {
    let secure = app.public_url.as_ref().is_some_and(|url| url.starts_with("https://"));
    let cookie =
        Cookie::build((kind.name, text)).path(kind.path).http_only(true).same_site(SameSite::Lax).secure(secure);
    // The age is written by hand: the crate's own type for it is of another library of time.
    let text = format!("{}; Max-Age={seconds}", cookie.build());
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_is_found_among_other_cookies() {
        let headers = |text: &str| HeaderMap::from_iter([(COOKIE, text.parse().unwrap())]);
        assert_eq!(find(&headers("theme=dark; kobling_session=abc; x=1"), &SESSION), Some("abc"));
        assert_eq!(find(&headers("kobling_session="), &SESSION), None);
        assert_eq!(find(&headers("other_kobling_session=abc"), &SESSION), None);
        assert_eq!(find(&HeaderMap::new(), &SESSION), None);
    }
}
