use std::cell::RefCell;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::executable::Operation;
use apollo_compiler::request::RequestError;
use apollo_compiler::resolvers::Execution;
use apollo_compiler::response::{ExecutionResponse, GraphQLError, JsonMap};
use apollo_compiler::validation::Valid;
use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use super::answer::{Answer, Body, internal_error};
use super::guarded::{Gate, Guarded};
use super::once::{Course, Once};
use super::run::Setting;
use crate::cost::actual;
use crate::faults::{Fault, FaultKind, spoil};
use crate::journal::Outcome;
use crate::resolve::{Problem, QueryRoot, Session};
use crate::search::Report;
use crate::store::State;
use crate::{payments, webhooks};

type Searches = Vec<(String, Report)>;

/// What is said of a field that a fault denies.
const DENIED: &str = "Access denied for a field, as a fault asked for.";

/// What came of an operation that was run.
pub(crate) struct Performed {
    /// The data; none when the operation could not be run at all.
    pub data: Option<Option<JsonMap>>,
    pub errors: Vec<Value>,
    /// How the searches of its fields were understood.
    pub searches: Searches,
}

/// Runs an operation on the store, whatever it costs.
pub(crate) fn perform(
    setting: &Setting<'_>,
    document: &Valid<ExecutableDocument>,
    operation: &Operation,
    variables: &Valid<JsonMap>,
    fault: Option<&Fault>,
) -> Performed {
    let compiled = &setting.around.compiled;
    let execution = Execution::new(&compiled.schema, document)
        .operation(operation)
        .implementers_map(&compiled.implementers)
        .coerced_variable_values(variables)
        .enable_schema_introspection(true);
    payments::catch_up(&setting.around.devstore, setting.app.store, setting.now);
    let gate = gate(setting);
    let (result, searches) = if operation.is_mutation() {
        change(setting, &gate, &execution, (document, variables), fault)
    } else {
        read(setting, &gate, &execution)
    };
    let (data, mut errors): (_, Vec<Value>) = match result {
        Ok(response) => (Some(response.data), response.errors.into_iter().map(rewritten).collect()),
        Err(error) => (None, vec![json!({ "message": error.message().to_string() })]),
    };
    errors.extend(gate.unseen.into_inner());
    Performed { data, errors, searches }
}

/// Runs an operation that was checked and paid for, and writes its answer.
pub(super) fn execute(
    setting: &Setting<'_>,
    document: &Valid<ExecutableDocument>,
    operation: &Operation,
    variables: &Valid<JsonMap>,
    (cost, fields): (u64, Option<Vec<Value>>),
    fault: Option<&Fault>,
    answer: &mut Answer,
) {
    let Performed { mut data, mut errors, searches } = perform(setting, document, operation, variables, fault);
    let schema = &setting.around.compiled.schema;
    let spent = actual(schema, document, operation, variables, data.as_ref().and_then(Option::as_ref), cost);
    if let (Some(fault), Some(data)) = (fault, &mut data)
        && let Some(path) = spoil(fault, schema, document, &operation.selection_set, data)
    {
        let mut error = if fault.kind == FaultKind::Denied {
            json!({ "message": DENIED, "extensions": { "code": "ACCESS_DENIED" } })
        } else {
            internal_error(setting.request_id)
        };
        if let Some(error) = error.as_object_mut() {
            error.insert("path".to_owned(), path.into());
        }
        errors.push(error);
    }
    answer.actual = Some(spent);
    answer.outcome = if errors.is_empty() { Outcome::Done } else { Outcome::Errors };
    let mut body = Body { data, errors, extensions: Map::new() };
    if let Some(search) = told(&searches, setting.debug_searches) {
        body.extensions.insert("search".to_owned(), search);
    }
    let mut bucket = setting.app.store.bucket();
    if !setting.free {
        bucket.give_back(cost.saturating_sub(spent));
    }
    answer.body = body.with_cost(cost, Some(spent), bucket.status(&setting.limits, setting.now), fields);
}

type Result = std::result::Result<ExecutionResponse, RequestError>;

fn read(setting: &Setting<'_>, gate: &Gate<'_>, execution: &Execution<'_>) -> (Result, Searches) {
    let session = Session::new(setting.app.store.read(), setting);
    let result = execution.execute_sync(&Guarded::new(QueryRoot(&session), gate));
    (result, session.searches.take())
}

fn change(
    setting: &Setting<'_>,
    gate: &Gate<'_>,
    execution: &Execution<'_>,
    (document, variables): (&ExecutableDocument, &JsonMap),
    fault: Option<&Fault>,
) -> (Result, Searches) {
    let course = match fault {
        Some(fault) if fault.kind == FaultKind::StillRunning => {
            Course::Lasts(TimeDelta::seconds(fault.seconds().into()))
        }
        Some(fault) if fault.kind == FaultKind::FailedAttempt => Course::Fails,
        _ => Course::Ends,
    };
    setting.app.store.change(|mut state| {
        // A mutation finds no order that a query does not see.
        let since = setting.orders_since();
        let hidden = since.map(|since| State::take_older_orders(&mut state, since)).unwrap_or_default();
        let session = Session::new(state, setting);
        let once = Once::new(&session, document, variables, course, setting.retention);
        let mut result = execution.execute_sync(&Guarded::new(&once, gate));
        let mut unread = None;
        once.settle(result.as_mut().map_or(&mut unread, |response| &mut response.data));
        let searches = session.searches.take();
        let told = session.take_happened();
        session.change(|state| webhooks::happened(&setting.around.devstore, state, &told, setting.now));
        if !hidden.is_empty() {
            session.change(|state| state.put_back(hidden));
        }
        (session.into_state(), (result, searches))
    })
}

fn gate<'s>(setting: &'s Setting<'_>) -> Gate<'s> {
    let app = setting.app;
    Gate {
        scopes: &app.scopes,
        customer_data: app.customer_data,
        shows_staff: app.store.read().shop.shows_staff(),
        unseen: RefCell::new(Vec::new()),
    }
}

/// How the searches were understood, when something of them was not.
fn told(searches: &[(String, Report)], all: bool) -> Option<Value> {
    let told: Vec<Value> = searches
        .iter()
        .filter(|(_, report)| all || !report.warnings.is_empty())
        .map(|(field, report)| {
            json!({
                "path": [field],
                "query": report.query,
                "parsed": report.parsed,
                "warnings": report.warnings,
            })
        })
        .collect();
    (!told.is_empty()).then_some(Value::Array(told))
}

/// The error of a field with the code that its problem has.
fn rewritten(error: GraphQLError) -> Value {
    let problem = Problem::in_text(&error.message);
    let mut json = serde_json::to_value(&error).unwrap_or_default();
    if let (Some(problem), Some(object)) = (problem, json.as_object_mut()) {
        object.insert("message".to_owned(), problem.message.into());
        object.insert("extensions".to_owned(), problem.extensions.into());
    }
    json
}
