use std::sync::Arc;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::executable::Operation;
use apollo_compiler::request::coerce_variable_values;
use apollo_compiler::resolvers::Execution;
use apollo_compiler::response::{GraphQLError, JsonMap, JsonValue};
use apollo_compiler::validation::Valid;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::answer::{Answer, Body, internal_error, throttled, too_costly};
use super::around::Around;
use super::request::Request;
use super::schema::Compiled;
use crate::check;
use crate::cost::{MAX_COST, actual, requested};
use crate::devstore::Store;
use crate::faults::FaultKind;
use crate::journal::Outcome;
use crate::limits::Limits;
use crate::resolve::{MutationRoot, Problem, QueryRoot, Session};
use crate::search::Report;
use crate::webhooks;

/// What a request is run with.
pub(crate) struct Setting<'s> {
    pub around: Arc<Around>,
    pub store: &'s Store,
    pub limits: Limits,
    pub now: DateTime<Utc>,
    pub request_id: &'s str,
    /// Tells every search, not only those with warnings.
    pub debug_searches: bool,
    /// Costs nothing, whatever it is: a line of a bulk operation.
    pub free: bool,
}

/// The name by which faults and the journal know an operation, and that of its first field.
fn names(operation: &Operation) -> (String, String) {
    let first = operation.selection_set.selections.iter().find_map(|selection| selection.as_field());
    let field = first.map(|field| field.name.to_string()).unwrap_or_default();
    (operation.name.as_ref().map_or_else(|| field.clone(), ToString::to_string), field)
}

/// Answers a request. `strike` says, by the names of its operation, whether something is to go wrong with it.
pub(crate) fn run(
    setting: &Setting<'_>,
    request: &Request,
    strike: impl FnOnce(&[&str]) -> Option<FaultKind>,
) -> (Answer, Option<FaultKind>) {
    let compiled = &setting.around.compiled;
    let prepared = compiled.prepare(&request.query);
    let document = match prepared.as_ref() {
        Ok(document) => document,
        Err(errors) => {
            let name = request.operation_name.clone().unwrap_or_default();
            let fault = strike(&[name.as_str()]);
            return (refused(name, "invalid", None, errors.clone()), fault);
        }
    };
    let operation = match operation(document, request.operation_name.as_deref()) {
        Ok(operation) => operation,
        Err(message) => {
            let name = request.operation_name.clone().unwrap_or_default();
            return (refused(name, "invalid", None, vec![json!({ "message": message })]), None);
        }
    };
    let (name, field) = names(operation);
    let kind = if operation.is_mutation() { "mutation" } else { "query" };
    let fault = strike(&[name.as_str(), field.as_str()]);
    let variables = request.variables.clone().unwrap_or_default();
    let findings = check::variables::check(&compiled.schema, document, operation, &variables);
    if !findings.is_empty() {
        let errors = findings.iter().map(check::Finding::to_json).collect();
        return (refused(name, kind, None, errors), fault);
    }
    let coerced = match coerce(compiled, operation, variables) {
        Ok(coerced) => coerced,
        Err(error) => return (refused(name, kind, None, vec![error]), fault),
    };
    let cost =
        requested(&compiled.schema, document, operation, &coerced) + crate::cost::input_cost(operation, &coerced);
    if cost > MAX_COST && !setting.free {
        return (refused(name, kind, Some(cost), vec![too_costly(cost)]), fault);
    }
    let mut answer = Answer {
        body: Body::default(),
        operation: name,
        kind,
        requested: Some(cost),
        actual: None,
        outcome: Outcome::Throttled,
    };
    let pay = || setting.free || setting.store.bucket().take(cost, &setting.limits, setting.now);
    let taken = fault != Some(FaultKind::Throttled) && pay();
    if !taken {
        let status = setting.store.bucket().status(&setting.limits, setting.now);
        answer.body = Body::refused(vec![throttled()]).with_cost(cost, None, status);
        return (answer, fault);
    }
    match fault {
        Some(FaultKind::InternalError) => {
            answer.outcome = Outcome::Fault;
            answer.actual = Some(cost);
            answer.body = Body::refused(vec![internal_error(setting.request_id)]);
        }
        Some(FaultKind::Status | FaultKind::Reset) => {
            // Nothing runs, and nothing is told.
            setting.store.bucket().give_back(cost);
            answer.outcome = Outcome::Fault;
        }
        _ => execute(setting, document, operation, &coerced, cost, &mut answer),
    }
    (answer, fault)
}

fn refused(operation: String, kind: &'static str, requested: Option<u64>, errors: Vec<Value>) -> Answer {
    Answer { body: Body::refused(errors), operation, kind, requested, actual: None, outcome: Outcome::Refused }
}

fn operation<'d>(document: &'d ExecutableDocument, name: Option<&str>) -> Result<&'d Operation, String> {
    document.operations.get(name).map(|operation| &**operation).map_err(|_| match name {
        Some(name) => format!("No operation named \"{name}\""),
        None => "An operation name is required".to_owned(),
    })
}

fn coerce(compiled: &Compiled, operation: &Operation, variables: Map<String, Value>) -> Result<Valid<JsonMap>, Value> {
    let values: JsonMap = match JsonValue::from(Value::Object(variables)) {
        JsonValue::Object(values) => values,
        _ => JsonMap::new(),
    };
    coerce_variable_values(&compiled.schema, operation, &values).map_err(
        |error| json!({ "message": error.message().to_string(), "extensions": { "code": "INVALID_VARIABLE" } }),
    )
}

/// What came of an operation that was run.
pub(crate) struct Performed {
    /// The data; none when the operation could not be run at all.
    pub data: Option<Option<JsonMap>>,
    pub errors: Vec<Value>,
    /// How the searches of its fields were understood.
    pub searches: Vec<(String, Report)>,
}

/// Runs an operation on the store, whatever it costs.
pub(crate) fn perform(
    setting: &Setting<'_>,
    document: &Valid<ExecutableDocument>,
    operation: &Operation,
    variables: &Valid<JsonMap>,
) -> Performed {
    let compiled = &setting.around.compiled;
    let execution = Execution::new(&compiled.schema, document)
        .operation(operation)
        .implementers_map(&compiled.implementers)
        .coerced_variable_values(variables)
        .enable_schema_introspection(true);
    let begin = |state| Session::new(state, setting.now, Arc::clone(&setting.around));
    let (result, searches) = if operation.is_mutation() {
        setting.store.change(|state| {
            let session = begin(state);
            let result = execution.execute_sync(&MutationRoot(&session));
            let searches = session.searches.take();
            let told = session.take_happened();
            session.change(|state| webhooks::happened(&setting.around.devstore, state, &told, setting.now));
            (session.into_state(), (result, searches))
        })
    } else {
        let session = begin(setting.store.read());
        let result = execution.execute_sync(&QueryRoot(&session));
        (result, session.searches.take())
    };
    let (data, errors) = match result {
        Ok(response) => (Some(response.data), response.errors.into_iter().map(rewritten).collect()),
        Err(error) => (None, vec![json!({ "message": error.message().to_string() })]),
    };
    Performed { data, errors, searches }
}

fn execute(
    setting: &Setting<'_>,
    document: &Valid<ExecutableDocument>,
    operation: &Operation,
    variables: &Valid<JsonMap>,
    cost: u64,
    answer: &mut Answer,
) {
    let Performed { data, errors, searches } = perform(setting, document, operation, variables);
    let spent = actual(
        &setting.around.compiled.schema,
        document,
        operation,
        variables,
        data.as_ref().and_then(Option::as_ref),
        cost,
    );
    answer.actual = Some(spent);
    answer.outcome = if errors.is_empty() { Outcome::Done } else { Outcome::Errors };
    let mut body = Body { data, errors, extensions: Map::new() };
    if let Some(search) = told(&searches, setting.debug_searches) {
        body.extensions.insert("search".to_owned(), search);
    }
    let mut bucket = setting.store.bucket();
    if !setting.free {
        bucket.give_back(cost.saturating_sub(spent));
    }
    answer.body = body.with_cost(cost, Some(spent), bucket.status(&setting.limits, setting.now));
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
