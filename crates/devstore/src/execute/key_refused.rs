use apollo_compiler::Schema;
use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};

/// What is wrong with an idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyProblem {
    OtherParameters,
    StillRunning,
    Failed,
}

impl KeyProblem {
    const fn code(self) -> &'static str {
        match self {
            Self::OtherParameters => "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
            Self::StillRunning => "IDEMPOTENCY_CONCURRENT_REQUEST",
            Self::Failed => "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED",
        }
    }

    const fn message(self) -> &'static str {
        match self {
            Self::OtherParameters => "The idempotency key was already used with different parameters.",
            Self::StillRunning => "A request with this idempotency key is currently being processed.",
            Self::Failed => "A previous request with this idempotency key has failed.",
        }
    }
}

/// The payload of any mutation whose key is refused: nothing but one user error, of whatever type the payload has.
pub(super) struct KeyRefused {
    type_name: String,
    problem: KeyProblem,
}

impl KeyRefused {
    pub(super) fn new(info: &ResolveInfo<'_>, problem: KeyProblem) -> Self {
        Self { type_name: info.field_definition().ty.inner_named_type().to_string(), problem }
    }
}

impl ObjectValue for KeyRefused {
    fn type_name(&self) -> &str {
        &self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Result<ResolvedValue<'a>, FieldError> {
        let ty = &info.field_definition().ty;
        if ty.is_list() && ty.inner_named_type().ends_with("Error") {
            let error = KeyError { type_name: ty.inner_named_type().to_string(), problem: self.problem };
            return Ok(ResolvedValue::list([ResolvedValue::object(error)]));
        }
        Ok(if ty.is_list() { ResolvedValue::list([]) } else { ResolvedValue::null() })
    }
}

struct KeyError {
    type_name: String,
    problem: KeyProblem,
}

impl ObjectValue for KeyError {
    fn type_name(&self) -> &str {
        &self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Result<ResolvedValue<'a>, FieldError> {
        Ok(match info.field_name() {
            "message" => ResolvedValue::leaf(self.problem.message()),
            "code" if has_value(info.schema(), info.field_definition().ty.inner_named_type(), self.problem.code()) => {
                ResolvedValue::leaf(self.problem.code())
            }
            _ => ResolvedValue::null(),
        })
    }
}

fn has_value(schema: &Schema, ty: &str, value: &str) -> bool {
    schema.get_enum(ty).is_some_and(|definition| definition.values.contains_key(value))
}
