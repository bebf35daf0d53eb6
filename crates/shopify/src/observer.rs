use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};
use outbound::{Bytes, Request, Response};
use runtime::Clock;

use crate::Kind;
use crate::bulk::Heard;
use crate::judge::{Call, Judged, Verdict};

const VERSION: &str = "x-shopify-api-version";
const DEPRECATED: &str = "x-shopify-api-deprecated-reason";
const REQUEST_ID: &str = "x-request-id";

/// Hears of every request that a client sends, and how its bulk operations go. It is told between two calls: it must be
/// quick and may not wait.
pub trait Observer: fmt::Debug + Send + Sync {
    /// Hears of one.
    fn observe(&self, sent: Observed);

    /// Hears how a bulk operation goes.
    fn of_bulk(&self, _heard: Heard) {}
}

/// A request that was sent, and what came back. It holds no header of the request, so no token.
#[derive(Clone)]
pub struct Observed {
    /// When it was sent.
    pub at: DateTime<Utc>,
    /// The document's name.
    pub document: &'static str,
    /// What the document does.
    pub kind: Kind,
    /// Where it was sent, without a user's name, a password or a query.
    pub url: String,
    /// The body that was sent.
    pub request: Bytes,
    /// The HTTP status; none when no answer came.
    pub status: Option<u16>,
    /// The body that came back.
    pub response: Bytes,
    /// By which Shopify finds it again.
    pub request_id: String,
    /// The version of the Admin API that was asked for.
    pub asked_version: String,
    /// The version that answered.
    pub served_version: Option<String>,
    /// The deprecated members that the document uses.
    pub deprecated: Option<String>,
    /// The points that were asked for, as the store counts them.
    pub requested_cost: Option<f64>,
    /// The points that were charged in the end.
    pub actual_cost: Option<f64>,
    /// The points that the store has said are left.
    pub available: Option<f64>,
    /// Whether it may have reached the store; otherwise it has cost nothing.
    pub arrived: bool,
    /// Whether it was refused for want of points.
    pub throttled: bool,
    /// From sending to the whole answer, by the client's clock.
    pub duration: Duration,
    /// How often it had been sent before.
    pub retry: u32,
    /// Why there is no answer that can be used.
    pub error: Option<String>,
}

impl fmt::Debug for Observed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observed")
            .field("document", &self.document)
            .field("status", &self.status)
            .field("retry", &self.retry)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// A request that is being sent.
#[derive(Debug)]
pub(crate) struct Watch {
    at: DateTime<Utc>,
    begun: Duration,
    url: String,
    body: Bytes,
    retry: u32,
}

impl Watch {
    pub(crate) fn begin(clock: &Clock, request: &Request, retry: u32) -> Self {
        let mut url = request.url.clone();
        url.set_query(None);
        let _has_no_host = url.set_username("").and_then(|()| url.set_password(None));
        Self { at: clock.now(), begun: clock.monotonic(), url: url.into(), body: request.body.clone(), retry }
    }

    pub(crate) fn end(
        self,
        clock: &Clock,
        call: &Call<'_>,
        version: &str,
        judged: &Judged,
        outcome: Result<&Response, &outbound::Error>,
    ) -> Observed {
        let answer = outcome.ok();
        let header = |name| answer.and_then(|answer| answer.header(name)).map(str::to_owned);
        Observed {
            at: self.at,
            document: call.document,
            kind: call.kind,
            url: self.url,
            request: self.body,
            status: answer.map(|answer| answer.status.as_u16()),
            response: answer.map(|answer| answer.body.clone()).unwrap_or_default(),
            request_id: header(REQUEST_ID).unwrap_or_default(),
            asked_version: version.to_owned(),
            served_version: header(VERSION),
            deprecated: header(DEPRECATED),
            requested_cost: judged.cost.and_then(|cost| cost.requested()).map(f64::from),
            actual_cost: judged.cost.and_then(|cost| cost.charged()),
            available: judged.cost.and_then(|cost| cost.throttle_status).map(|status| status.currently_available),
            arrived: outcome.err().is_none_or(|error| error.may_have_arrived()),
            throttled: matches!(judged.verdict, Verdict::Throttled),
            duration: clock.monotonic().saturating_sub(self.begun),
            retry: self.retry,
            error: error(&judged.verdict),
        }
    }
}

fn error(verdict: &Verdict) -> Option<String> {
    match verdict {
        Verdict::Answered(_) => None,
        Verdict::TokenRefused => Some("the access token is not accepted".to_owned()),
        Verdict::Throttled => Some("the store's points are used up; it is sent again when there are enough".to_owned()),
        Verdict::Again { error, .. } | Verdict::Failed(error) => Some(error.to_string()),
    }
}
