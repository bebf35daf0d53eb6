use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::session::{Resolved, not_served};
use crate::mutate::UserError;

/// What a field of a payload holds.
pub(super) enum Part<'s> {
    Object(Option<Box<dyn ObjectValue + 's>>),
    Objects(Vec<Box<dyn ObjectValue + 's>>),
    Text(String),
    Texts(Vec<String>),
}

type Make<'s, T> = Box<dyn Fn(&T) -> Part<'s> + 's>;

/// What a mutation answers: what it has made or changed, or why it has not; seldom both.
///
/// A field without a part is null, which is what a real payload has when nothing became of the mutation.
pub(super) struct Payload<'s, T> {
    type_name: &'static str,
    error_field: &'static str,
    error_name: &'static str,
    made: Option<T>,
    errors: Vec<UserError>,
    parts: Vec<(&'static str, Make<'s, T>)>,
}

impl<'s, T: 's> Payload<'s, T> {
    /// A payload of this type, with plain user errors.
    pub(super) fn of(type_name: &'static str, result: Result<T, Vec<UserError>>) -> Self {
        match result {
            Ok(made) => Self::with(type_name, Some(made), Vec::new()),
            Err(errors) => Self::with(type_name, None, errors),
        }
    }

    /// A payload of a mutation that may have made something and complain as well.
    pub(super) fn with(type_name: &'static str, made: Option<T>, errors: Vec<UserError>) -> Self {
        Self { type_name, error_field: "userErrors", error_name: "UserError", made, errors, parts: Vec::new() }
    }

    /// Its errors have a type of their own.
    pub(super) fn errors_are(mut self, error_name: &'static str) -> Self {
        self.error_name = error_name;
        self
    }

    /// Its errors have a field of their own; `userErrors`, where there is one beside, has the same.
    pub(super) fn errors_in(mut self, error_field: &'static str) -> Self {
        self.error_field = error_field;
        self
    }

    /// A field that holds an object.
    pub(super) fn object<O: ObjectValue + 's>(self, field: &'static str, make: impl Fn(&T) -> O + 's) -> Self {
        self.part(field, move |result| Part::Object(Some(Box::new(make(result)))))
    }

    /// A field that holds an object, or null.
    pub(super) fn nullable<O: ObjectValue + 's>(
        self,
        field: &'static str,
        make: impl Fn(&T) -> Option<O> + 's,
    ) -> Self {
        self.part(field, move |result| Part::Object(make(result).map(|object| Box::new(object) as Box<_>)))
    }

    /// A field that holds anything.
    pub(super) fn part(mut self, field: &'static str, make: impl Fn(&T) -> Part<'s> + 's) -> Self {
        self.parts.push((field, Box::new(make)));
        self
    }

    /// The payload as what a resolver gives back.
    pub(super) fn answer(self) -> Resolved<'s> {
        Ok(ResolvedValue::object(self))
    }
}

impl<T> ObjectValue for Payload<'_, T> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let name = info.field_name();
        if name == self.error_field || name == "userErrors" {
            let type_name = if name == self.error_field { self.error_name } else { "UserError" };
            let objects = self.errors.iter().map(move |error| ResolvedValue::object(ErrorObject { type_name, error }));
            return Ok(ResolvedValue::list(objects));
        }
        match (self.parts.iter().find(|(field, _)| *field == name), &self.made) {
            (Some((_, make)), Some(made)) => match make(made) {
                Part::Object(Some(object)) => Ok(ResolvedValue::Object(object)),
                Part::Object(None) => Ok(ResolvedValue::null()),
                Part::Objects(objects) => Ok(ResolvedValue::list(objects.into_iter().map(ResolvedValue::Object))),
                Part::Text(text) => leaf::text(&text),
                Part::Texts(texts) => leaf::texts(texts),
            },
            (Some(_), None) => Ok(ResolvedValue::null()),
            (None, _) => not_served(self, info),
        }
    }
}

/// A user error, of the type that the payload has.
pub(super) struct ErrorObject<'e> {
    pub type_name: &'static str,
    pub error: &'e UserError,
}

impl ObjectValue for ErrorObject<'_> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "field" if self.error.field.is_empty() => Ok(ResolvedValue::null()),
            "field" => leaf::texts(&self.error.field),
            "message" => leaf::text(&self.error.message),
            "code" => leaf::optional(self.error.code),
            _ => not_served(self, info),
        }
    }
}
