//! What an answer means, and whether the call is sent again. Pure: it looks at what came back and decides.

use std::time::Duration;

use outbound::Response;
use serde_json::value::RawValue;

use crate::envelope::{Complaint, Cost, Envelope};
use crate::{Error, Kind};

/// How long Shopify wants to be left alone when it is displeased.
const DISPLEASED: Duration = Duration::from_secs(60);

/// A call, as far as judging it needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) store: &'a str,
    pub(crate) document: &'static str,
    pub(crate) kind: Kind,
    pub(crate) cost: u32,
}

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// There is an answer.
    Answered(Box<RawValue>),
    /// It was refused for want of points; nothing was executed.
    Throttled,
    /// The token is not accepted; nothing was executed.
    TokenRefused,
    /// It may be sent again, after the time the store named; this is the error if it is not.
    Again { after: Option<Duration>, error: Error },
    /// It would fail again.
    Failed(Error),
}

/// What came back, judged, and what the store said about the cost.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    pub(crate) cost: Option<Cost>,
}

/// Judges what sending a call has led to.
pub(crate) fn judge(call: &Call<'_>, outcome: Result<&Response, outbound::Error>) -> Judged {
    let response = match outcome {
        Ok(response) => response,
        Err(error) => return Judged { verdict: call.not_answered(error), cost: None },
    };
    match (response.status.as_u16(), Envelope::read(&response.body)) {
        (200, Ok(envelope)) => Judged { cost: envelope.extensions.cost, verdict: call.answered(envelope) },
        (200, Err(error)) => {
            Judged { verdict: call.lost(format!("it is not what was announced: {error}")), cost: None }
        }
        (status, envelope) => {
            let complaints = envelope.map(|envelope| envelope.complaints()).unwrap_or_default();
            Judged { verdict: call.status(status, response, &complaints), cost: None }
        }
    }
}

/// The answer to a request that is no document, when its status is 200.
pub(crate) fn refused<'r>(
    call: &Call<'_>,
    outcome: Result<&'r Response, outbound::Error>,
) -> Result<&'r Response, Verdict> {
    let response = outcome.map_err(|error| call.not_answered(error))?;
    match response.status.as_u16() {
        200 => Ok(response),
        status => {
            let complaints = Envelope::read(&response.body).map(|envelope| envelope.complaints()).unwrap_or_default();
            Err(call.status(status, response, &complaints))
        }
    }
}

impl Call<'_> {
    fn answered(&self, envelope: Envelope) -> Verdict {
        let complaints = envelope.complaints();
        if let Some(verdict) = self.refused(&complaints) {
            return verdict;
        }
        let ignored = envelope.ignored_filters();
        if !ignored.is_empty() {
            return Verdict::Failed(Error::FilterIgnored {
                store: self.store(),
                document: self.document,
                reason: ignored.join("; "),
            });
        }
        match envelope.data {
            Some(data) if data.get() != "null" => Verdict::Answered(data),
            _ => Verdict::Failed(self.malformed("it has neither data nor errors")),
        }
    }

    /// What errors beside the data mean. Data beside errors is not used: what is missing in it is not known.
    fn refused(&self, complaints: &[Complaint]) -> Option<Verdict> {
        let first = complaints.first()?;
        let has = |code: &str| complaints.iter().find(|complaint| complaint.code == code);
        if has("THROTTLED").is_some() {
            return Some(Verdict::Throttled);
        }
        if let Some(internal) = has("INTERNAL_SERVER_ERROR") {
            return Some(self.lost(internal.message.clone()));
        }
        let store = self.store();
        let error = match first.code.as_str() {
            "ACCESS_DENIED" => Error::AccessDenied { store, reason: bare(&first.message) },
            "SHOP_INACTIVE" => Error::Frozen { store },
            "MAX_COST_EXCEEDED" => {
                Error::TooCostly { store, document: self.document, cost: self.cost, limit: crate::cost::LIMIT }
            }
            _ => Error::Rejected { store, document: self.document, reason: said(complaints) },
        };
        Some(Verdict::Failed(error))
    }

    fn status(&self, status: u16, response: &Response, complaints: &[Complaint]) -> Verdict {
        let store = self.store();
        let reason = match said(complaints) {
            text if text.is_empty() => format!("HTTP status {status}"),
            text => format!("HTTP status {status}: {text}"),
        };
        let unavailable = |after| Error::Unavailable { store: self.store(), reason: reason.clone(), after };
        // Refused at the door: nothing was executed, whatever it was.
        let later = |after| Verdict::Again { after, error: unavailable(after) };
        match status {
            401 => Verdict::TokenRefused,
            402 => Verdict::Failed(Error::Frozen { store }),
            403 => Verdict::Failed(Error::Forbidden { store, reason }),
            404 => Verdict::Failed(Error::UnknownShop { store }),
            423 => Verdict::Failed(Error::Locked { store }),
            429 => later(retry_after(response).or(Some(Duration::from_secs(2)))),
            430 | 540 => later(Some(DISPLEASED)),
            500.. if status != 783 => match self.lost(reason.clone()) {
                Verdict::Again { .. } => later(None),
                verdict => verdict,
            },
            ..=399 => Verdict::Failed(self.malformed(&reason)),
            _ => Verdict::Failed(Error::Rejected { store, document: self.document, reason }),
        }
    }

    fn not_answered(&self, error: outbound::Error) -> Verdict {
        if error.may_have_arrived() && self.kind == Kind::Mutation {
            return self.lost(error.to_string());
        }
        let (store, may_pass) = (self.store(), error.may_pass());
        match error {
            source @ outbound::Error::Certificate { .. } => Verdict::Failed(Error::Certificate { store, source }),
            source if may_pass => Verdict::Again { after: None, error: Error::Unreachable { store, source } },
            source => Verdict::Failed(Error::NotSent { store, source }),
        }
    }

    /// The store may have carried it out and has not said so.
    pub(crate) fn lost(&self, reason: String) -> Verdict {
        let (store, document) = (self.store(), self.document);
        match self.kind {
            Kind::Mutation => Verdict::Failed(Error::Unclear { store, document, reason }),
            Kind::Query | Kind::IdempotentMutation => {
                Verdict::Again { after: None, error: Error::Unavailable { store, reason, after: None } }
            }
        }
    }

    pub(crate) fn malformed(&self, reason: &str) -> Error {
        Error::Malformed { store: self.store(), document: self.document, reason: reason.to_owned() }
    }

    fn store(&self) -> String {
        self.store.to_owned()
    }
}

/// Seconds, possibly with decimals.
fn retry_after(response: &Response) -> Option<Duration> {
    let seconds: f64 = response.header("retry-after")?.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

fn said(complaints: &[Complaint]) -> String {
    let texts: Vec<_> = complaints.iter().map(|complaint| bare(&complaint.message)).collect();
    texts.join("; ")
}

/// A message that can stand inside a sentence.
fn bare(message: &str) -> String {
    message.trim().trim_end_matches('.').to_owned()
}
