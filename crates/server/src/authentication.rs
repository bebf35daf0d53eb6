use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::middleware::Next;
use axum::response::Response;

use crate::{App, Error, cookie, origin};

/// Finds out who calls, by the API token or the session, and lets nobody else through.
pub(crate) async fn authenticate(State(app): State<App>, mut request: Request, next: Next) -> Result<Response, Error> {
    let headers = request.headers();
    let (caller, renewed) = match (bearer(headers), cookie::find(headers, &cookie::SESSION)) {
        (Some(token), _) => (app.access.authenticate(token).await?, None),
        (None, Some(session)) => {
            origin::must_be_here(&app, request.method(), headers)?;
            let found = app.access.session(session).await?;
            (found.principal, found.renewed_until.map(|until| (session.to_owned(), until)))
        }
        (None, None) => return Err(Error::NoToken),
    };
    tracing::Span::current().record("user", caller.user_name.as_str());
    request.extensions_mut().insert(caller);
    let mut response = next.run(request).await;
    if let Some((session, until)) = renewed {
        cookie::keep(&app, &mut response, &cookie::SESSION, &session, until);
    }
    Ok(response)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim()).filter(|token| !token.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bearer_token_is_taken() {
        let headers = |text: &str| HeaderMap::from_iter([(AUTHORIZATION, text.parse().unwrap())]);
        assert_eq!(bearer(&headers("Bearer kob_1")), Some("kob_1"));
        assert_eq!(bearer(&headers("bearer kob_1")), Some("kob_1"));
        assert_eq!(bearer(&headers("Basic a2")), None);
        assert_eq!(bearer(&headers("Bearer ")), None);
        assert_eq!(bearer(&HeaderMap::new()), None);
    }
}
