use apollo_compiler::ast::Type;
use apollo_compiler::executable::Operation;
use apollo_compiler::schema::{ExtendedType, InputObjectType};
use apollo_compiler::{ExecutableDocument, Schema};
use serde_json::{Map, Value, json};

use super::finding::Finding;
use super::scalar;

/// The most items of an array in the input.
const MAX_ITEMS: usize = 250;

/// Arrays that may be longer, by the type of their items or else by their name.
const LONGER: &[(&str, usize)] =
    &[("DraftOrderLineItemInput", 499), ("ProductVariantsBulkInput", 2_048), ("lineItems", 500), ("variants", 2_048)];

/// Checks the values of an operation's variables against their types.
pub(crate) fn check(
    schema: &Schema,
    document: &ExecutableDocument,
    operation: &Operation,
    variables: &Map<String, Value>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for variable in &operation.variables {
        let given = variables.get(variable.name.as_str());
        let value = match given {
            None if variable.default_value.is_some() => continue,
            None if !variable.ty.is_non_null() => continue,
            given => given.unwrap_or(&Value::Null),
        };
        let mut check = Check { schema, path: Vec::new(), problems: Vec::new(), too_long: None };
        check.value(&variable.ty, value);
        let finding = match (check.too_long, check.problems.is_empty()) {
            (Some((size, most)), _) => {
                let message = format!("The input array size of {size} is greater than the maximum allowed of {most}.");
                Finding::new(message).code("MAX_INPUT_SIZE_EXCEEDED")
            }
            (None, true) => continue,
            (None, false) => invalid(&variable.name, &variable.ty, value, check.problems),
        };
        findings.push(finding.at(variable.location(), &document.sources));
    }
    findings
}

fn invalid(name: &str, ty: &Type, value: &Value, problems: Vec<Problem>) -> Finding {
    let reasons: Vec<String> = problems
        .iter()
        .map(|problem| {
            let steps: Vec<String> =
                problem.path.iter().map(|step| step.as_str().map_or_else(|| step.to_string(), str::to_owned)).collect();
            if steps.is_empty() {
                problem.explanation.clone()
            } else {
                format!("{} ({})", steps.join("."), problem.explanation)
            }
        })
        .collect();
    let message = match problems.as_slice() {
        [only] if only.path.is_empty() => format!("Variable ${name} of type {ty} was provided invalid value"),
        _ => format!("Variable ${name} of type {ty} was provided invalid value for {}", reasons.join(", ")),
    };
    let problems: Vec<Value> = problems
        .into_iter()
        .map(|problem| json!({ "path": problem.path, "explanation": problem.explanation }))
        .collect();
    Finding::new(message).code("INVALID_VARIABLE").with("value", value.clone()).with("problems", problems)
}

struct Problem {
    path: Vec<Value>,
    explanation: String,
}

struct Check<'d> {
    schema: &'d Schema,
    path: Vec<Value>,
    problems: Vec<Problem>,
    too_long: Option<(usize, usize)>,
}

impl Check<'_> {
    fn problem(&mut self, explanation: impl Into<String>) {
        self.problems.push(Problem { path: self.path.clone(), explanation: explanation.into() });
    }

    fn value(&mut self, ty: &Type, value: &Value) {
        match value {
            Value::Null if ty.is_non_null() => self.problem("Expected value to not be null"),
            Value::Null => {}
            Value::Array(items) if ty.is_list() => {
                let name = self.path.iter().rev().find_map(Value::as_str).unwrap_or_default();
                let items_are = ty.inner_named_type().as_str();
                let longer = LONGER.iter().find(|(known, _)| *known == items_are || *known == name);
                let most = longer.map_or(MAX_ITEMS, |(_, most)| *most);
                if items.len() > most {
                    self.too_long = Some((items.len(), most));
                }
                for (place, item) in items.iter().enumerate() {
                    self.within(json!(place), |check| check.value(ty.item_type(), item));
                }
            }
            value if ty.is_list() => self.value(ty.item_type(), value),
            value => self.named(ty.inner_named_type(), value),
        }
    }

    fn within(&mut self, step: Value, check: impl FnOnce(&mut Self)) {
        self.path.push(step);
        check(self);
        self.path.pop();
    }

    fn named(&mut self, ty: &str, value: &Value) {
        match self.schema.types.get(ty) {
            Some(ExtendedType::Scalar(_)) => {
                if let Err(explanation) = scalar::check(ty, value) {
                    self.problem(explanation);
                }
            }
            Some(ExtendedType::Enum(definition)) => {
                if !value.as_str().is_some_and(|word| definition.values.contains_key(word)) {
                    let words: Vec<&str> = definition.values.keys().map(|word| word.as_str()).collect();
                    self.problem(format!("Expected {value} to be one of: {}", words.join(", ")));
                }
            }
            Some(ExtendedType::InputObject(object)) => match value.as_object() {
                Some(fields) => self.object(object, fields),
                None => self.problem(format!("Expected {value} to be a key-value object.")),
            },
            _ => self.problem(format!("{ty} is no input type")),
        }
    }

    fn object(&mut self, object: &InputObjectType, fields: &Map<String, Value>) {
        for (name, value) in fields {
            match object.fields.get(name.as_str()) {
                Some(definition) => {
                    let ty = definition.ty.clone();
                    self.within(json!(name), |check| check.value(&ty, value));
                }
                None => self.within(json!(name), |check| {
                    check.problem(format!("Field is not defined on {}", object.name));
                }),
            }
        }
        for (name, definition) in &object.fields {
            if definition.is_required() && !fields.contains_key(name.as_str()) {
                self.within(json!(name.as_str()), |check| check.problem("Expected value to not be null"));
            }
        }
        let given = fields.values().filter(|value| !value.is_null()).count();
        if object.directives.has("oneOf") && (given != 1 || fields.len() != 1) {
            self.problem(format!("OneOf Input Object '{}' must specify exactly one key.", object.name));
        }
    }
}
