use std::sync::Arc;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::executable::Operation;
use apollo_compiler::request::coerce_variable_values;
use apollo_compiler::response::{JsonMap, JsonValue};
use apollo_compiler::validation::Valid;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::answer::{Answer, Body, internal_error, throttled, too_costly};
use super::around::Around;
use super::deprecated::deprecated;
use super::execution::execute;
use super::request::Request;
use super::schema::Compiled;
use crate::check;
use crate::cost::{MAX_COST, debug, input_cost, requested};
use crate::devstore::Authorised;
use crate::faults::{Fault, FaultKind};
use crate::journal::Outcome;
use crate::limits::Limits;
use crate::versions::Versions;

/// What a request is run with.
pub(crate) struct Setting<'s> {
    pub around: Arc<Around>,
    pub app: &'s Authorised<'s>,
    pub limits: Limits,
    pub versions: Versions,
    /// How long an idempotency key is remembered.
    pub retention: TimeDelta,
    pub now: DateTime<Utc>,
    pub request_id: &'s str,
    /// Tells every search, not only those with warnings.
    pub debug_searches: bool,
    /// Costs nothing, whatever it is: a line of a bulk operation.
    pub free: bool,
    /// Tells what each field costs.
    pub debug_costs: bool,
}

/// An app without `read_all_orders` sees the orders of so many days.
const VISIBLE_DAYS: i64 = 60;

impl Setting<'_> {
    /// Since when the orders were placed that the app sees; nothing when it sees all.
    pub(crate) fn orders_since(&self) -> Option<DateTime<Utc>> {
        (!self.app.scopes.allow("read_all_orders")).then(|| self.now - TimeDelta::days(VISIBLE_DAYS))
    }
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
    strike: impl FnOnce(&[&str]) -> Option<Fault>,
) -> (Answer, Option<Fault>) {
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
    let schema = &compiled.schema;
    let cost = requested(schema, document, operation, &coerced) + input_cost(schema, document, operation, &coerced);
    if cost > MAX_COST && !setting.free {
        return (refused(name, kind, Some(cost), vec![too_costly(cost)]), fault);
    }
    let fields = setting.debug_costs.then(|| debug(schema, document, operation, &coerced));
    let mut answer = Answer {
        body: Body::default(),
        operation: name,
        kind,
        requested: Some(cost),
        actual: None,
        outcome: Outcome::Throttled,
        deprecated: deprecated(schema, document, operation, &coerced),
    };
    let struck = fault.as_ref().map(|fault| fault.kind);
    let mut bucket = setting.app.store.bucket();
    if struck == Some(FaultKind::Throttled) || !(setting.free || bucket.take(cost, &setting.limits, setting.now)) {
        let status = bucket.status(&setting.limits, setting.now);
        drop(bucket);
        answer.body = Body::refused(vec![throttled()]).with_cost(cost, None, status, fields);
        return (answer, fault);
    }
    drop(bucket);
    match struck {
        Some(FaultKind::InternalError) => {
            answer.outcome = Outcome::Fault;
            answer.actual = Some(cost);
            answer.body = Body::refused(vec![internal_error(setting.request_id)]);
        }
        Some(kind) if !kind.runs() => {
            // Nothing runs, and nothing is told.
            setting.app.store.bucket().give_back(cost);
            answer.outcome = Outcome::Fault;
        }
        _ => execute(setting, document, operation, &coerced, (cost, fields), fault.as_ref(), &mut answer),
    }
    (answer, fault)
}

fn refused(operation: String, kind: &'static str, requested: Option<u64>, errors: Vec<Value>) -> Answer {
    Answer {
        body: Body::refused(errors),
        operation,
        kind,
        requested,
        actual: None,
        outcome: Outcome::Refused,
        deprecated: Vec::new(),
    }
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
