//! What an answer means, and whether the call is sent again. Pure: it looks at what came back and decides.

use std::collections::HashMap;
use std::time::Duration;

use outbound::Response;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::envelope::{Complaint, Cost, Envelope};
use crate::matrix::{Rule, Situation};
use crate::{Error, Kind};

/// How long Shopify wants to be left alone when there are too many calls, if it names no time.
const LIMITED: Duration = Duration::from_secs(2);
/// How long it wants to be left alone when it is displeased.
const DISPLEASED: Duration = Duration::from_secs(60);

/// A call, as far as judging it needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) store: &'a str,
    pub(crate) document: &'static str,
    pub(crate) kind: Kind,
    pub(crate) cost: u32,
    /// The fields that the answer is of use without.
    pub(crate) optional: &'static [&'static str],
    /// The letter of the fields of which each is answered for itself.
    pub(crate) each: Option<char>,
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
    /// It is not sent again.
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
            let reason = format!("it is not what was announced: {error}");
            Judged { verdict: call.verdict(Situation::Lost, reason, None), cost: None }
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
        let data = envelope.data.as_ref().filter(|data| data.get() != "null");
        let complaints = envelope.complaints();
        let each = self
            .each
            .filter(|each| !complaints.is_empty() && data.is_some_and(|data| is_answered_in_part(data.get(), *each)));
        let is_tolerable = |complaint: &Complaint| {
            data.is_some() && (self.can_do_without(complaint) || each.is_some_and(|each| complaint.is_of_one(each)))
        };
        let (tolerable, complaints): (Vec<_>, Vec<_>) = complaints.into_iter().partition(is_tolerable);
        if !tolerable.is_empty() {
            tracing::debug!(
                store = self.store,
                document = self.document,
                errors = said(&tolerable),
                "a part is missing"
            );
        }
        if let Some((situation, reason)) = refusal(&complaints) {
            return self.verdict(situation, reason, None);
        }
        let ignored = envelope.ignored_filters();
        if !ignored.is_empty() {
            return self.verdict(Situation::FilterIgnored, ignored.join("; "), None);
        }
        match envelope.data.filter(|data| data.get() != "null") {
            Some(data) => Verdict::Answered(data),
            None => self.verdict(Situation::Unreadable, "it has neither data nor errors".to_owned(), None),
        }
    }

    /// Whether an error is about a field that the answer is of use without. What else is missing is not known when an
    /// error names no field.
    fn can_do_without(&self, complaint: &Complaint) -> bool {
        complaint.field.as_deref().is_some_and(|field| self.optional.contains(&field))
    }

    fn status(&self, status: u16, response: &Response, complaints: &[Complaint]) -> Verdict {
        let reason = match said(complaints) {
            text if text.is_empty() => format!("HTTP status {status}"),
            text => format!("HTTP status {status}: {text}"),
        };
        let (situation, after) = match status {
            401 => (Situation::Unauthorised, None),
            402 => (Situation::Frozen, None),
            403 => (Situation::Forbidden, None),
            404 => (Situation::UnknownShop, None),
            423 => (Situation::Locked, None),
            429 => (Situation::Limited, retry_after(response).or(Some(LIMITED))),
            430 | 540 => (Situation::Displeased, Some(DISPLEASED)),
            783 => (Situation::Refused, None),
            500.. => (Situation::Lost, retry_after(response)),
            ..=399 => (Situation::Elsewhere, None),
            _ => (Situation::Refused, None),
        };
        self.verdict(situation, reason, after)
    }

    fn not_answered(&self, error: outbound::Error) -> Verdict {
        let store = self.store();
        match error {
            source @ outbound::Error::Certificate { .. } => {
                self.ruled(Situation::NotTrusted, None, Error::Certificate { store, source })
            }
            source if source.may_have_arrived() => {
                self.ruled(Situation::Lost, None, Error::Unreachable { store, source })
            }
            source if source.may_pass() => {
                self.ruled(Situation::NotReached, None, Error::Unreachable { store, source })
            }
            source => self.ruled(Situation::NotSendable, None, Error::NotSent { store, source }),
        }
    }

    /// The store may have carried it out and has not said so.
    pub(crate) fn lost(&self, reason: String) -> Verdict {
        self.verdict(Situation::Lost, reason, None)
    }

    fn verdict(&self, situation: Situation, reason: String, after: Option<Duration>) -> Verdict {
        let (store, document) = (self.store(), self.document);
        let error = match situation {
            Situation::Lost | Situation::Limited | Situation::Displeased | Situation::NoPoints => {
                Error::Unavailable { store, reason, after }
            }
            Situation::Unauthorised => Error::NotConnected { store },
            Situation::Frozen => Error::Frozen { store },
            Situation::Forbidden => Error::Forbidden { store, reason },
            Situation::UnknownShop => Error::UnknownShop { store },
            Situation::Locked => Error::Locked { store },
            Situation::Denied => Error::AccessDenied { store, reason },
            Situation::TooCostly => self.too_costly(self.cost, crate::cost::LIMIT),
            Situation::Refused => Error::Rejected { store, document, reason },
            Situation::FilterIgnored => Error::FilterIgnored { store, document, reason },
            Situation::Elsewhere
            | Situation::Unreadable
            | Situation::NotReached
            | Situation::NotSendable
            | Situation::NotTrusted => Error::Malformed { store, document, reason },
        };
        self.ruled(situation, after, error)
    }

    /// What the matrix says.
    fn ruled(&self, situation: Situation, after: Option<Duration>, error: Error) -> Verdict {
        match situation.rule(self.kind) {
            Rule::Again => Verdict::Again { after, error },
            Rule::AgainWithPoints => Verdict::Throttled,
            Rule::Renew => Verdict::TokenRefused,
            Rule::Look => Verdict::Failed(self.unclear(&error)),
            Rule::Fail => Verdict::Failed(error),
        }
    }

    /// There is an answer that can't be read as what was promised.
    pub(crate) fn unreadable(&self, reason: &str) -> Error {
        match self.verdict(Situation::Unreadable, reason.to_owned(), None) {
            Verdict::Failed(error) | Verdict::Again { error, .. } => error,
            Verdict::Answered(_) | Verdict::Throttled | Verdict::TokenRefused => {
                Error::Malformed { store: self.store(), document: self.document, reason: reason.to_owned() }
            }
        }
    }

    pub(crate) fn too_costly(&self, cost: u32, limit: u32) -> Error {
        Error::TooCostly { store: self.store(), document: self.document, cost, limit }
    }

    fn unclear(&self, error: &Error) -> Error {
        let reason = match error {
            Error::Unavailable { reason, .. } | Error::Malformed { reason, .. } => reason.clone(),
            Error::Unreachable { source, .. } => source.to_string(),
            other => other.to_string(),
        };
        Error::Unclear { store: self.store(), document: self.document, reason }
    }

    fn store(&self) -> String {
        self.store.to_owned()
    }
}

impl Complaint {
    /// Whether it is about one of the fields of this letter, and about that one alone.
    fn is_of_one(&self, each: char) -> bool {
        let is_of_all =
            matches!(self.code.as_str(), "THROTTLED" | "ACCESS_DENIED" | "SHOP_INACTIVE" | "MAX_COST_EXCEEDED");
        !is_of_all && self.field.as_deref().is_some_and(|field| is_one(field, each))
    }
}

/// Whether a field is called by this letter and a number.
fn is_one(field: &str, each: char) -> bool {
    field
        .strip_prefix(each)
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether any of the fields of this letter was answered.
fn is_answered_in_part(data: &str, each: char) -> bool {
    let fields: HashMap<String, Option<IgnoredAny>> = serde_json::from_str(data).unwrap_or_default();
    fields.iter().any(|(field, answer)| answer.is_some() && is_one(field, each))
}

/// What errors beside or instead of the data mean.
fn refusal(complaints: &[Complaint]) -> Option<(Situation, String)> {
    let first = complaints.first()?;
    let has = |code: &str| complaints.iter().find(|complaint| complaint.code == code);
    if has("THROTTLED").is_some() {
        return Some((Situation::NoPoints, first.message.clone()));
    }
    if let Some(internal) = has("INTERNAL_SERVER_ERROR") {
        return Some((Situation::Lost, internal.message.clone()));
    }
    Some(match first.code.as_str() {
        "ACCESS_DENIED" => (Situation::Denied, bare(&first.message)),
        "SHOP_INACTIVE" => (Situation::Frozen, bare(&first.message)),
        "MAX_COST_EXCEEDED" => (Situation::TooCostly, bare(&first.message)),
        _ => (Situation::Refused, said(complaints)),
    })
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
