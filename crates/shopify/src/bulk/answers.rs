use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::lines::Lines;
use crate::Error;

/// The answers of a bulk mutation, one for each line of its input, read while they come.
#[derive(Debug)]
pub struct Answers(Lines);

/// What came of one run.
#[derive(Debug)]
pub struct Answer {
    /// The line of the input, from 0.
    pub number: usize,
    /// The data, as Shopify wrote it, when it was run.
    pub data: Option<Box<RawValue>>,
    /// Why it was not run, or not whole. That the input breaks a rule stands in the data, as `userErrors`.
    pub errors: Vec<String>,
}

#[derive(Deserialize)]
struct Written {
    #[serde(rename = "__lineNumber")]
    number: usize,
    #[serde(default)]
    data: Option<Box<RawValue>>,
    #[serde(default)]
    errors: Vec<Value>,
}

impl Answers {
    pub(super) const fn new(lines: Lines) -> Self {
        Self(lines)
    }

    /// The next answer; none after the last one. They need not come in the order of the input.
    ///
    /// # Errors
    /// As [`Lines::next`], and [`Error::Malformed`] for a line that is no answer.
    pub async fn next(&mut self) -> Result<Option<Answer>, Error> {
        let Some(line) = self.0.next().await? else { return Ok(None) };
        let written: Written = line.read().map_err(|error| self.0.malformed(&error.to_string()))?;
        let said = |error: &Value| match error.get("message").and_then(Value::as_str) {
            // Shopify breaks the line where it names the request.
            Some(message) => message.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned(),
            None => error.to_string(),
        };
        let errors = written.errors.iter().map(said).collect();
        Ok(Some(Answer { number: written.number, data: written.data, errors }))
    }
}
