use std::collections::HashMap;

use apollo_compiler::ast::{InputValueDefinition, Type, Value};
use apollo_compiler::parser::SourceSpan;
use apollo_compiler::schema::{ExtendedType, InputObjectType};
use apollo_compiler::{Name, Node, Schema};
use serde_json::json;

use super::finding::Finding;
use super::scalar;

/// A value in the text of a document, and what it is for.
pub(super) struct Literal<'d> {
    pub schema: &'d Schema,
    pub variables: &'d Variables,
    /// The argument's name.
    pub argument: &'d Name,
    /// `Field 'orders'`, `InputObject 'MoneyInput'` or `Directive 'skip'`.
    pub owner: String,
}

/// The types of the declared variables, and whether they have a default.
pub(super) type Variables = HashMap<Name, (Type, bool)>;

/// Where a finding is, and what it is.
pub(super) type Found = (Option<SourceSpan>, Finding);

impl Literal<'_> {
    /// Checks `value` against `ty`. Of variables only the types are known yet.
    pub(super) fn check(&self, ty: &Type, value: &Node<Value>, found: &mut Vec<Found>) {
        match (value.as_ref(), ty) {
            (Value::Variable(name), ty) => found.extend(self.mismatch(name, ty, value)),
            (Value::Null, ty) if !ty.is_non_null() => {}
            (Value::Null, _) => found.push(self.refused(ty, value)),
            (Value::List(items), ty) if ty.is_list() => {
                for item in items {
                    self.check(ty.item_type(), item, found);
                }
            }
            (_, ty) if ty.is_list() => self.check(ty.item_type(), value, found),
            (_, ty) => self.check_named(ty, value, found),
        }
    }

    fn check_named(&self, ty: &Type, value: &Node<Value>, found: &mut Vec<Found>) {
        let name = ty.inner_named_type();
        let fits = match (self.schema.types.get(name), value.as_ref()) {
            (Some(ExtendedType::InputObject(object)), Value::Object(fields)) => {
                self.check_object(object, value, fields, found);
                true
            }
            (Some(ExtendedType::Enum(definition)), Value::Enum(word)) => definition.values.contains_key(word),
            (Some(ExtendedType::Scalar(_)), _) => match json(value) {
                Some(plain) => match scalar::check(name, &plain) {
                    Ok(()) => true,
                    Err(reason) if name == "ID" => {
                        let finding =
                            Finding::new(reason).code("argumentLiteralsIncompatible").with("typeName", "CoercionError");
                        found.push((value.location(), finding));
                        true
                    }
                    Err(_) => false,
                },
                None => name == "JSON",
            },
            _ => false,
        };
        if !fits {
            found.push(self.refused(ty, value));
        }
    }

    fn check_object(
        &self,
        object: &InputObjectType,
        value: &Node<Value>,
        fields: &[(Name, Node<Value>)],
        found: &mut Vec<Found>,
    ) {
        for (name, field) in fields {
            let Some(definition) = object.fields.get(name) else {
                let message = format!("InputObject '{}' doesn't accept argument '{name}'", object.name);
                let finding = Finding::new(message)
                    .code("argumentNotAccepted")
                    .with("name", object.name.as_str())
                    .with("typeName", "InputObject")
                    .with("argumentName", name.as_str());
                found.push((name.location(), finding));
                continue;
            };
            let inner = Literal {
                schema: self.schema,
                variables: self.variables,
                argument: name,
                owner: format!("InputObject '{}'", object.name),
            };
            inner.check(&expected(definition), field, found);
        }
        for (name, definition) in object.fields.iter().filter(|(_, definition)| definition.is_required()) {
            if !fields.iter().any(|(given, _)| given == name) {
                let message = format!(
                    "Argument '{name}' on InputObject '{}' is required. Expected type {}",
                    object.name, definition.ty
                );
                let finding = Finding::new(message)
                    .code("missingRequiredInputObjectAttribute")
                    .with("argumentName", name.as_str())
                    .with("argumentType", definition.ty.to_string())
                    .with("inputObjectType", object.name.as_str());
                found.push((value.location(), finding));
            }
        }
        let one = matches!(fields, [(_, only)] if !only.is_null());
        if object.directives.has("oneOf") && !one {
            let message = format!("OneOf Input Object '{}' must specify exactly one key.", object.name);
            let finding =
                Finding::new(message).code("invalidOneOfInputObject").with("inputObjectType", object.name.as_str());
            found.push((value.location(), finding));
        }
    }

    /// A variable whose values may not stand here.
    fn mismatch(&self, name: &Name, wanted: &Type, value: &Node<Value>) -> Option<Found> {
        let (ty, default) = self.variables.get(name)?;
        let reason = if ty.inner_named_type() != wanted.inner_named_type() {
            "Type mismatch"
        } else if depth(ty) != depth(wanted) {
            "List dimension mismatch"
        } else if !(ty.is_assignable_to(wanted) || (*default && ty.clone().non_null().is_assignable_to(wanted))) {
            "Nullability mismatch"
        } else {
            return None;
        };
        let message = format!("{reason} on variable ${name} and argument {} ({ty} / {wanted})", self.argument);
        let finding = Finding::new(message)
            .code("variableMismatch")
            .with("variableName", name.as_str())
            .with("typeName", ty.to_string())
            .with("argumentName", self.argument.as_str())
            .with("errorMessage", reason);
        Some((value.location(), finding))
    }

    fn refused(&self, ty: &Type, value: &Node<Value>) -> Found {
        let message = format!(
            "Argument '{}' on {} has an invalid value ({}). Expected type '{ty}'.",
            self.argument,
            self.owner,
            value.serialize().no_indent()
        );
        let kind = self.owner.split(' ').next().unwrap_or_default();
        let finding = Finding::new(message)
            .code("argumentLiteralsIncompatible")
            .with("typeName", kind)
            .with("argumentName", self.argument.as_str());
        (value.location(), finding)
    }
}

/// What may stand at an argument: one that has a default may be left out, and so be a variable that is.
pub(super) fn expected(definition: &InputValueDefinition) -> Type {
    let ty = (*definition.ty).clone();
    if definition.default_value.is_some() { ty.nullable() } else { ty }
}

fn depth(ty: &Type) -> usize {
    if ty.is_list() { 1 + depth(ty.item_type()) } else { 0 }
}

/// The literal as JSON, when it holds no variable and no word of an enum.
fn json(value: &Value) -> Option<serde_json::Value> {
    Some(match value {
        Value::Null => serde_json::Value::Null,
        Value::Boolean(flag) => json!(flag),
        Value::String(text) => json!(text),
        Value::Int(number) => number.as_str().parse::<serde_json::Number>().ok()?.into(),
        Value::Float(number) => number.as_str().parse::<serde_json::Number>().ok()?.into(),
        Value::List(items) => items.iter().map(|item| json(item)).collect::<Option<Vec<_>>>()?.into(),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| Some((name.to_string(), json(value)?)));
            serde_json::Value::Object(fields.collect::<Option<_>>()?)
        }
        Value::Enum(_) | Value::Variable(_) => return None,
    })
}
