use std::cell::RefCell;

use apollo_compiler::Schema;
use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use apollo_compiler::schema::ExtendedType;
use serde_json::{Value, json};

use crate::access::{CustomerData, Scopes, required};
use crate::resolve::Problem;

/// What Shopify refers to where a scope is missing.
const SCOPES: &str = "https://shopify.dev/api/usage/access-scopes";

/// What the token of a request may see.
pub(super) struct Gate<'s> {
    pub scopes: &'s Scopes,
    pub customer_data: CustomerData,
    /// Whether the plan of the store lets apps read the staff.
    pub shows_staff: bool,
    /// What it was not shown of a list whose other objects it was: null there, with an error each.
    pub unseen: RefCell<Vec<Value>>,
}

/// An object behind a gate: a field that the token may not see is null, with an error.
pub(super) struct Guarded<'g> {
    object: Box<dyn ObjectValue + 'g>,
    gate: &'g Gate<'g>,
}

impl<'g> Guarded<'g> {
    pub(super) fn new(object: impl ObjectValue + 'g, gate: &'g Gate<'g>) -> Self {
        Self { object: Box::new(object), gate }
    }
}

impl ObjectValue for Guarded<'_> {
    fn type_name(&self) -> &str {
        self.object.type_name()
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Result<ResolvedValue<'a>, FieldError> {
        let ty = info.field_definition().ty.inner_named_type();
        self.gate.field(self.object.type_name(), info.field_name())?;
        self.gate.ty(info.field_name(), ty)?;
        let known = !is_abstract(info.schema(), ty);
        self.gate.behind(self.object.resolve_field(info)?, info.field_name(), known)
    }
}

impl Gate<'_> {
    /// `known`: whether the type of the objects was already let through.
    fn behind<'a>(
        &'a self,
        value: ResolvedValue<'a>,
        field: &'a str,
        known: bool,
    ) -> Result<ResolvedValue<'a>, FieldError> {
        Ok(match value {
            ResolvedValue::Object(object) => {
                if !known {
                    self.ty(field, object.type_name())?;
                }
                ResolvedValue::Object(Box::new(Guarded { object, gate: self }))
            }
            ResolvedValue::List(items) => {
                ResolvedValue::List(Box::new(items.enumerate().map(move |(place, item)| {
                    self.behind(item?, field, known).or_else(|error| {
                        // An error in a list would be the end of the whole list.
                        let Some(problem) = Problem::in_text(&error.message) else { return Err(error) };
                        self.unseen.borrow_mut().push(json!({
                            "message": problem.message,
                            "path": [field, place],
                            "extensions": problem.extensions,
                        }));
                        Ok(ResolvedValue::null())
                    })
                })))
            }
            other => other,
        })
    }

    fn field(&self, parent: &str, field: &str) -> Result<(), Problem> {
        if self.customer_data.hides_field(parent, field) {
            return Err(not_approved(&format!("use the {field} field")));
        }
        self.granted(field, required::for_field(parent, field))
    }

    fn ty(&self, field: &str, ty: &str) -> Result<(), Problem> {
        let node = ty.strip_suffix("Connection").unwrap_or(ty);
        if self.customer_data.hides_type(node) {
            return Err(not_approved(&format!("access the {node} object")));
        }
        let granted = self.granted(field, required::for_type(node));
        if node == required::STAFF && !(self.shows_staff && granted.is_ok()) {
            return Err(no_staff(field));
        }
        granted
    }

    fn granted(&self, field: &str, alternatives: &[&str]) -> Result<(), Problem> {
        if alternatives.is_empty() || alternatives.iter().any(|scope| self.scopes.allow(scope)) {
            return Ok(());
        }
        let named: Vec<String> = alternatives.iter().map(|scope| format!("`{scope}`")).collect();
        Err(lacking(field, format!("{} access scope.", named.join(" or "))))
    }
}

/// What is told of who works for the store takes a plan beside the scope. Of the whole list Shopify does not say so.
fn no_staff(field: &str) -> Problem {
    if field == "staffMembers" {
        return denied(format!("Access denied for {field} field."), SCOPES);
    }
    lacking(field, required::FOR_STAFF.to_owned())
}

fn lacking(field: &str, required: String) -> Problem {
    let mut problem = denied(format!("Access denied for {field} field. Required access: {required}"), SCOPES);
    problem.extensions.insert("requiredAccess".to_owned(), required.into());
    problem
}

fn not_approved(what: &str) -> Problem {
    let page = "https://shopify.dev/docs/apps/launch/protected-customer-data";
    denied(format!("This app is not approved to {what}. See {page} for more details."), page)
}

fn denied(message: String, documentation: &str) -> Problem {
    let mut problem = Problem::new("ACCESS_DENIED", message);
    problem.extensions.insert("documentation".to_owned(), documentation.into());
    problem
}

fn is_abstract(schema: &Schema, ty: &str) -> bool {
    matches!(schema.types.get(ty), Some(ExtendedType::Interface(_) | ExtendedType::Union(_)))
}
