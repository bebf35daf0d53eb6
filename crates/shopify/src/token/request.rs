use std::time::Duration;

use outbound::{HeaderName, HeaderValue, Http, Request};
use runtime::{Clock, Random};

use super::answer::{granted, refusal};
use super::{Grant, Granted};
use crate::judge::{Call, Verdict, refused};
use crate::patience::Patience;
use crate::{Error, Kind, Lane};

/// What is waited for an answer. A refresh that takes longer is asked for again.
const TIMEOUT: Duration = Duration::from_secs(15);

/// Asks a store for an access token, twice if the first answer is lost: what was sent stays good until what came back is
/// used. It takes less than a minute, whatever happens.
///
/// # Errors
/// [`Error::GrantRefused`], [`Error::AppNotInstalled`] and [`Error::AppUnknown`] need a person; the others may pass.
pub async fn request_token(
    http: &Http,
    domain: &str,
    admin_url: &str,
    grant: &Grant,
    clock: &Clock,
    random: &Random,
) -> Result<Granted, Error> {
    let call = Call {
        store: domain,
        document: "a request for an access token",
        kind: Kind::Query,
        cost: 0,
        optional: &[],
        each: None,
    };
    let not_sent = |source| Error::NotSent { store: domain.to_owned(), source };
    let request = Request::post(&format!("{}/admin/oauth/access_token", admin_url.trim_end_matches('/')))
        .and_then(|request| request.json(&grant.body()))
        .map_err(not_sent)?
        .timeout(TIMEOUT)
        .header(HeaderName::from_static("accept"), HeaderValue::from_static("application/json"));
    let mut patience = Patience::new(Lane::Urgent);
    loop {
        let asked_at = clock.now();
        let outcome = http.send(request.clone()).await;
        if let Some(error) = outcome.as_ref().ok().and_then(|response| refusal(domain, response)) {
            return Err(error);
        }
        let verdict = match refused(&call, outcome.as_ref().map_err(Clone::clone)) {
            Ok(response) => match granted(response, asked_at) {
                Some(granted) => return Ok(granted),
                None => call.lost("it is not what was announced".to_owned()),
            },
            Err(verdict) => verdict,
        };
        match verdict {
            Verdict::Again { after, error } => match patience.next(after, random) {
                Some(wait) => {
                    tracing::debug!(store = domain, %error, ?wait, "an access token is asked for again");
                    clock.sleep(wait).await;
                }
                None => return Err(error),
            },
            Verdict::Failed(error) => return Err(error),
            Verdict::Answered(_) | Verdict::Throttled | Verdict::TokenRefused => {
                return Err(Error::AppUnknown { store: domain.to_owned() });
            }
        }
    }
}
