use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use apollo_compiler::ast::Value as Literal;
use apollo_compiler::executable::Field;
use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use apollo_compiler::response::{JsonMap, JsonValue};
use chrono::TimeDelta;
use sha2::{Digest, Sha256};

use super::asked::asked;
use super::key_refused::{KeyProblem, KeyRefused};
use crate::resolve::{MutationRoot, Problem, Session};
use crate::store::Attempt;

/// The mutations that the store refuses without a key.
const MANDATORY: &[&str] = &[
    "inventoryActivate",
    "inventoryAdjustQuantities",
    "inventoryMoveQuantities",
    "inventorySetOnHandQuantities",
    "inventorySetQuantities",
    "inventoryShipmentAddItems",
    "inventoryShipmentCreate",
    "inventoryShipmentCreateInTransit",
    "inventoryShipmentReceive",
    "inventoryTransferCreate",
    "inventoryTransferCreateAsReadyToShip",
    "inventoryTransferDuplicate",
    "inventoryTransferSetItems",
    "locationActivate",
    "locationDeactivate",
    "refundCreate",
];

/// What becomes of an attempt, as a fault has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    Ends,
    /// It is done, but for so long nobody knows.
    Lasts(TimeDelta),
    /// It does nothing and can't be tried again.
    Fails,
}

/// `Mutation`, where every key is good for one request: what was done under it is told again, and not done again.
pub(super) struct Once<'s> {
    pub root: MutationRoot<'s>,
    pub session: &'s Session,
    pub variables: &'s JsonMap,
    pub course: Course,
    /// How long a key is remembered.
    pub retention: TimeDelta,
    /// Response keys with what was answered before.
    replayed: RefCell<Vec<(String, JsonValue)>>,
    /// Response keys with what was begun now.
    begun: RefCell<Vec<(String, Begun)>>,
}

struct Begun {
    key: String,
    digest: String,
    asked: BTreeSet<String>,
}

impl<'s> Once<'s> {
    pub(super) fn new(session: &'s Session, variables: &'s JsonMap, course: Course, retention: TimeDelta) -> Self {
        let (replayed, begun) = (RefCell::default(), RefCell::default());
        Self { root: MutationRoot(session), session, variables, course, retention, replayed, begun }
    }

    /// Completes the answer with what was told again, and remembers what was done now.
    pub(super) fn settle(self, data: &mut Option<JsonMap>) {
        for (place, answer) in self.replayed.into_inner() {
            data.get_or_insert_default().insert(place, answer);
        }
        let (now, retention) = (self.session.now, self.retention);
        let ends_at = match self.course {
            Course::Lasts(time) => now + time,
            Course::Ends | Course::Fails => now,
        };
        let begun = self.begun.into_inner();
        if begun.is_empty() {
            return;
        }
        self.session.change(|state| {
            state.attempts.retain(|_, attempt| now < attempt.at + retention);
            for (place, Begun { key, digest, asked }) in begun {
                let answer = data.as_ref().and_then(|data| data.get(place.as_str())).filter(|answer| !answer.is_null());
                // A mutation that was refused as a whole has not used its key.
                if answer.is_some() || self.course == Course::Fails {
                    state.attempts.insert(key, Attempt { digest, asked, at: now, ends_at, answer: answer.cloned() });
                }
            }
        });
    }

    fn run<'a>(&'a self, info: &'a ResolveInfo<'a>, key: &str) -> Result<ResolvedValue<'a>, FieldError> {
        let digest = digest(info.field_name(), info.arguments());
        let place = info.field_selections().first().map(|field| field.response_key().to_string()).unwrap_or_default();
        let asked = asked(info, self.variables);
        if let Some(problem) = self.begun_problem(key, &digest) {
            return Ok(ResolvedValue::object(KeyRefused::new(info, problem)));
        }
        let now = self.session.now;
        let known = self.session.read(|state| state.attempts.get(key).cloned());
        if let Some(attempt) = known.filter(|attempt| now < attempt.at + self.retention) {
            let problem = match attempt {
                attempt if attempt.digest != digest => KeyProblem::OtherParameters,
                attempt if now < attempt.ends_at => KeyProblem::StillRunning,
                Attempt { answer: Some(answer), asked: known, .. } => {
                    if let Some(missing) = asked.difference(&known).next() {
                        return Err(not_remembered(info.field_name(), missing));
                    }
                    self.replayed.borrow_mut().push((place, answer));
                    return Ok(ResolvedValue::SkipForPartialExecution);
                }
                Attempt { answer: None, .. } => KeyProblem::Failed,
            };
            return Ok(ResolvedValue::object(KeyRefused::new(info, problem)));
        }
        self.begun.borrow_mut().push((place, Begun { key: key.to_owned(), digest, asked }));
        if self.course == Course::Fails {
            return Err(Problem::new("INTERNAL_SERVER_ERROR", "Internal error. The request has failed.").into());
        }
        self.root.resolve_field(info)
    }

    /// What is wrong with a key that another field of the same document has: its answer is not yet written.
    fn begun_problem(&self, key: &str, digest: &str) -> Option<KeyProblem> {
        let begun = self.begun.borrow();
        let (_, other) = begun.iter().find(|(_, other)| other.key == key)?;
        Some(if other.digest == digest { KeyProblem::StillRunning } else { KeyProblem::OtherParameters })
    }

    fn key(&self, field: &Field) -> Option<String> {
        let key = field.directives.get("idempotent")?.specified_argument_by_name("key")?;
        match key.as_ref() {
            Literal::String(key) => Some(key.clone()),
            Literal::Variable(name) => self.variables.get(name.as_str())?.as_str().map(str::to_owned),
            _ => None,
        }
    }
}

impl ObjectValue for &Once<'_> {
    fn type_name(&self) -> &str {
        self.root.type_name()
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Result<ResolvedValue<'a>, FieldError> {
        // Elsewhere the directive is allowed and means nothing: an order that is created twice is two orders.
        if !MANDATORY.contains(&info.field_name()) {
            return self.root.resolve_field(info);
        }
        let key = info.field_selections().first().and_then(|field| self.key(field));
        match key.as_deref().map(str::trim) {
            None => {
                let text = "The @idempotent directive is required for this mutation but was not provided.";
                Err(Problem::bad_request(text).into())
            }
            Some("") => Err(Problem::bad_request("The idempotency key can't be blank.").into()),
            Some(key) => self.run(info, key),
        }
    }
}

/// An answer is told again as it was; what was not asked for then is not left out in silence.
fn not_remembered(field: &str, missing: &str) -> FieldError {
    let message = format!("The answer under this key was given without {field}{missing}.");
    Problem::new("INTERNAL_SERVER_ERROR", message).into()
}

/// Of a mutation and its arguments, in whatever order they were written.
fn digest(field: &str, arguments: &JsonMap) -> String {
    let mut text = String::new();
    write_sorted(&JsonValue::Object(arguments.clone()), &mut text);
    let mut hasher = Sha256::new();
    hasher.update(field);
    hasher.update(text);
    // Writing to a text does not fail.
    hasher.finalize().iter().fold(String::new(), |mut digest, byte| {
        let _ = write!(digest, "{byte:02x}");
        digest
    })
}

fn write_sorted(value: &JsonValue, text: &mut String) {
    match value {
        JsonValue::Object(object) => {
            let sorted: BTreeMap<&str, &JsonValue> =
                object.iter().map(|(name, value)| (name.as_str(), value)).collect();
            for (name, value) in sorted {
                let _ = write!(text, "{{{name:?}:");
                write_sorted(value, text);
                text.push('}');
            }
        }
        JsonValue::Array(items) => {
            text.push('[');
            for item in items {
                write_sorted(item, text);
                text.push(',');
            }
            text.push(']');
        }
        leaf => {
            let _ = write!(text, "{leaf}");
        }
    }
}
