use std::cell::RefCell;
use std::collections::BTreeSet;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::ast::Value as Literal;
use apollo_compiler::executable::{Field, SelectionSet};
use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use apollo_compiler::response::{JsonMap, JsonValue};
use chrono::TimeDelta;

use super::asked::asked;
use super::digest::digest;
use super::key_refused::{KeyProblem, KeyRefused};
use super::told_again::told_again;
use crate::cost::Reading;
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
    pub document: &'s ExecutableDocument,
    pub variables: &'s JsonMap,
    pub course: Course,
    /// How long a key is remembered.
    pub retention: TimeDelta,
    /// What is told again in this document.
    replayed: RefCell<Vec<Replayed>>,
    /// Response keys with what was begun now.
    begun: RefCell<Vec<(String, Begun)>>,
}

struct Begun {
    key: String,
    digest: String,
    asked: BTreeSet<String>,
}

struct Replayed {
    /// The response key under which it is told.
    place: String,
    known: Known,
    selected: Vec<SelectionSet>,
}

enum Known {
    Answer(JsonValue),
    /// What this document answers under another response key, which is not written before its end.
    Of(String),
}

impl<'s> Once<'s> {
    pub(super) fn new(
        session: &'s Session,
        document: &'s ExecutableDocument,
        variables: &'s JsonMap,
        course: Course,
        retention: TimeDelta,
    ) -> Self {
        let (replayed, begun) = (RefCell::default(), RefCell::default());
        Self { root: MutationRoot(session), session, document, variables, course, retention, replayed, begun }
    }

    /// Completes the answer with what was told again, and remembers what was done now.
    pub(super) fn settle(self, data: &mut Option<JsonMap>) {
        let schema = &self.session.around.compiled.schema;
        let reading = Reading { schema, document: self.document, variables: self.variables };
        for Replayed { place, known, selected } in self.replayed.take() {
            let data = data.get_or_insert_default();
            let answer = match known {
                Known::Answer(answer) => answer,
                Known::Of(first) => data.get(first.as_str()).cloned().unwrap_or_default(),
            };
            data.insert(place, told_again(&reading, &answer, &selected.iter().collect::<Vec<_>>()));
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
        match self.known(key, &digest) {
            Some(Ok((known, told))) => {
                if let Some(missing) = asked.difference(&told).next() {
                    return Err(not_remembered(info.field_name(), missing));
                }
                let selected = info.field_selections().iter().map(|field| field.selection_set.clone()).collect();
                self.replayed.borrow_mut().push(Replayed { place, known, selected });
                return Ok(ResolvedValue::SkipForPartialExecution);
            }
            Some(Err(problem)) => return Ok(ResolvedValue::object(KeyRefused::new(info, problem))),
            None => {}
        }
        let begun = (place, Begun { key: key.to_owned(), digest, asked });
        if self.course == Course::Fails {
            self.begun.borrow_mut().push(begun);
            return Err(Problem::new("INTERNAL_SERVER_ERROR", "Internal error. The request has failed.").into());
        }
        let answer = self.root.resolve_field(info)?;
        self.begun.borrow_mut().push(begun);
        Ok(answer)
    }

    /// What was done under the key, in this document or before, and what was asked for of its answer.
    fn known(&self, key: &str, digest: &str) -> Option<Result<(Known, BTreeSet<String>), KeyProblem>> {
        let begun = self.begun.borrow();
        if let Some((first, other)) = begun.iter().find(|(_, other)| other.key == key) {
            // The fields of a mutation run one after the other: the first has ended, unless its answer is never told.
            return Some(match self.course {
                _ if other.digest != digest => Err(KeyProblem::OtherParameters),
                Course::Ends => Ok((Known::Of(first.clone()), other.asked.clone())),
                Course::Lasts(_) => Err(KeyProblem::StillRunning),
                Course::Fails => Err(KeyProblem::Failed),
            });
        }
        let now = self.session.now;
        let attempt = self.session.read(|state| state.attempts.get(key).cloned());
        let attempt = attempt.filter(|attempt| now < attempt.at + self.retention)?;
        Some(match attempt {
            attempt if attempt.digest != digest => Err(KeyProblem::OtherParameters),
            attempt if now < attempt.ends_at => Err(KeyProblem::StillRunning),
            Attempt { answer: Some(answer), asked, .. } => Ok((Known::Answer(answer), asked)),
            Attempt { answer: None, .. } => Err(KeyProblem::Failed),
        })
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
