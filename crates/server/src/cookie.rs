//! The cookie by which a browser is known again.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use axum_extra::extract::cookie::{Cookie, SameSite};
use chrono::{DateTime, Utc};

use crate::App;

/// Its name.
const NAME: &str = "kobling_session";

/// The text of the session that the request comes with.
pub(crate) fn session(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find_map(|(name, value)| (name == NAME && !value.is_empty()).then_some(value))
}

/// Tells the browser to come back with this session until then.
pub(crate) fn keep(app: &App, response: &mut Response, session: &str, until: DateTime<Utc>) {
    let seconds = (until - app.clock.now()).num_seconds();
    set(app, response, session, seconds.max(0));
}

/// Tells the browser to forget its session.
pub(crate) fn forget(app: &App, response: &mut Response) {
    set(app, response, "", 0);
}

fn set(app: &App, response: &mut Response, session: &str, seconds: i64) {
    let secure = app.public_url.as_ref().is_some_and(|url| url.starts_with("https://"));
    let cookie = Cookie::build((NAME, session)).path("/").http_only(true).same_site(SameSite::Lax).secure(secure);
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
        assert_eq!(session(&headers("theme=dark; kobling_session=abc; x=1")), Some("abc"));
        assert_eq!(session(&headers("kobling_session=")), None);
        assert_eq!(session(&headers("other_kobling_session=abc")), None);
        assert_eq!(session(&HeaderMap::new()), None);
    }
}
