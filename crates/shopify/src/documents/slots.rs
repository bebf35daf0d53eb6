//! One mutation for many records: the same field under many names, of which as many are asked for as there are records.

use std::collections::HashMap;
use std::fmt::Write;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::{Client, Document, Error, Kind};

/// What a field is asked with, under many names.
#[derive(Clone, Copy, Debug)]
pub(in crate::documents) struct Argument {
    /// Its name.
    pub name: &'static str,
    /// Its type, as `ID!`.
    pub of_type: &'static str,
    /// What stands for it where nothing is asked for: it has to have a value all the same.
    pub nothing: &'static str,
}

/// The letter of these names.
pub(super) const EACH: Option<char> = Some('s');

/// The variables of such a mutation.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Slots(Map<String, Value>);

/// What came of each record, by its name in the call; each is read for itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent, bound = "")]
pub struct SlotsAnswer<T> {
    answers: HashMap<String, Box<RawValue>>,
    #[serde(skip)]
    of: PhantomData<fn() -> T>,
}

/// What Shopify has against a change.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Complaint {
    /// Which part of the input it is about.
    #[serde(default)]
    pub field: Option<Vec<String>>,
    /// What is wrong, in a sentence.
    pub message: String,
}

impl Complaint {
    /// The place of the record of a list that it is about; none when it is about the whole.
    pub fn place(&self) -> Option<usize> {
        let path = self.field.as_ref()?;
        let after = path.iter().skip_while(|part| *part != "variants").nth(1)?;
        after.parse().ok()
    }

    /// All of it in one text, without a full stop at its end; none when there is nothing.
    pub fn all<'a>(complaints: impl IntoIterator<Item = &'a Self>) -> Option<String> {
        let mut texts: Vec<&str> = complaints.into_iter().map(|one| one.message.trim().trim_end_matches('.')).collect();
        texts.dedup();
        (!texts.is_empty()).then(|| texts.join("; "))
    }
}

impl Slots {
    /// These inputs, each by the names of its arguments, of which the first `most` are asked for.
    pub(in crate::documents) fn of(arguments: &[Argument], inputs: &[Value], most: usize) -> Self {
        let mut variables = Map::new();
        for at in 0..most {
            for argument in arguments {
                let given = inputs.get(at).and_then(|input| input.get(argument.name)).cloned();
                let nothing = || serde_json::from_str(argument.nothing).unwrap_or_default();
                variables.insert(format!("{}{at}", argument.name), given.unwrap_or_else(nothing));
            }
            variables.insert(format!("ask{at}"), (at < inputs.len()).into());
        }
        Self(variables)
    }

    /// With one more variable.
    pub(in crate::documents) fn with(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    /// The same, of which only the records at these places are asked for.
    fn only(&self, places: &[usize]) -> Self {
        let is_asked = |name: &str| name.strip_prefix("ask").and_then(|at| at.parse().ok());
        let asked = |(name, value): (&String, &Value)| match is_asked(name) {
            Some(at) => (name.clone(), places.contains(&at).into()),
            None => (name.clone(), value.clone()),
        };
        Self(self.0.iter().map(asked).collect())
    }

    /// How many records are asked for.
    pub(in crate::documents) fn count(&self) -> u32 {
        let asked = self.0.iter().filter(|(name, value)| name.starts_with("ask") && value.as_bool() == Some(true));
        u32::try_from(asked.count()).unwrap_or(u32::MAX)
    }

    /// What the variants that are given add to the cost, in whole points: a fifth each, as far as Shopify tells.
    pub(in crate::documents) fn cost_of_variants(&self) -> u32 {
        let inputs = self.0.iter().flat_map(|(name, value)| {
            let own = Some(value).filter(|_| name.starts_with("variants"));
            own.or_else(|| value.get("variants")).and_then(Value::as_array)
        });
        let count: usize = inputs.map(Vec::len).sum();
        u32::try_from(count / 5).unwrap_or(u32::MAX)
    }

    /// The variables by their names.
    pub(in crate::documents) const fn named(&self) -> &Map<String, Value> {
        &self.0
    }
}

/// A field that is asked for under many names.
#[derive(Clone, Copy, Debug)]
pub(in crate::documents) struct Field<'a> {
    /// The name of the operation.
    pub operation: &'a str,
    /// `query` or `mutation`.
    pub kind: &'a str,
    /// The field.
    pub field: &'a str,
    /// What it is asked with.
    pub arguments: &'a [Argument],
    /// What it is asked with that is the same for all, as `, synchronous: true`.
    pub fixed: &'a str,
    /// Other variables of the operation, as `, $first: Int!`.
    pub declared: &'a str,
    /// What is selected of it.
    pub selection: &'a str,
    /// Under how many names.
    pub most: usize,
}

impl Field<'_> {
    /// The text of the operation.
    pub(in crate::documents) fn text(&self) -> String {
        let (mut declared, mut asked) = (String::new(), String::new());
        for at in 0..self.most {
            let given: Vec<String> = self.arguments.iter().map(|one| format!("{0}: ${0}{at}", one.name)).collect();
            for argument in self.arguments {
                // Writing to a text never fails.
                let _ = write!(declared, "${}{at}: {}, ", argument.name, argument.of_type);
            }
            let _ = write!(declared, "$ask{at}: Boolean!{}", if at + 1 < self.most { ", " } else { "" });
            let _ = writeln!(
                asked,
                "  s{at}: {}({}{}) @include(if: $ask{at}) {{ {} }}",
                self.field,
                given.join(", "),
                self.fixed,
                self.selection
            );
        }
        format!("{} {}({declared}{}) {{\n{asked}}}\n", self.kind, self.operation, self.declared)
    }
}

/// Asks, and gives what came of each record in its order; nothing where the store is silent about one. Where something went
/// wrong inside Shopify at some records of a change, these are asked for once more: the others are changed already.
pub(in crate::documents) async fn ask<D, T>(
    client: &Client,
    variables: Slots,
    count: usize,
) -> Result<Vec<Option<T>>, Error>
where
    T: DeserializeOwned + Send,
    D: Document<Variables = Slots, Answer = SlotsAnswer<T>>,
{
    let mut told: Vec<Option<T>> = client.run::<D>(variables.clone()).await?.told(count);
    let silent: Vec<usize> = (0..).zip(&told).filter(|(_, told)| told.is_none()).map(|(at, _)| at).collect();
    if D::KIND != Kind::IdempotentMutation || silent.is_empty() || silent.len() == count {
        return Ok(told);
    }
    match client.run::<D>(variables.only(&silent)).await {
        Ok(again) => {
            for (told, again) in told.iter_mut().zip(again.told(count)) {
                *told = told.take().or(again);
            }
        }
        // What came of the others stays said.
        Err(error) => tracing::warn!(store = client.store().domain(), document = D::NAME, %error, "some got no answer"),
    }
    Ok(told)
}

impl<T: DeserializeOwned> SlotsAnswer<T> {
    fn told(self, count: usize) -> Vec<Option<T>> {
        let of = |at: usize| self.answers.get(&format!("s{at}")).and_then(|told| serde_json::from_str(told.get()).ok());
        (0..count).map(|at| of(at).flatten()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Complaint;

    #[test]
    fn a_complaint_names_the_place_of_the_variant() {
        let at = |path: &[&str]| {
            let field = Some(path.iter().map(|part| (*part).to_owned()).collect());
            Complaint { field, message: String::new() }.place()
        };
        assert_eq!(at(&["variants", "12", "price"]), Some(12));
        assert_eq!(at(&["input", "variants", "0"]), Some(0));
        assert_eq!(at(&["productId"]), None);
    }
}
