use std::borrow::Cow;

use cynic::schema::MutationRoot;
use cynic::{QueryFragment, QueryVariables};
use serde::Serialize;

use super::answers::Answers;
use super::finish::Finish;
use super::input;
use super::outcome::{Finished, Outcome};
use super::start::tell;
use super::upload::upload;
use super::wait::wait;
use crate::documents::bulk::{BulkRunMutation, MutationCode, RunMutationVariables, Started, Type};
use crate::documents::mutation as text_of;
use crate::{Client, Document, Error};

/// A mutation for a bulk operation: one field, and at most one connection in what it selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkMutation {
    text: Cow<'static, str>,
    client: Option<String>,
}

impl BulkMutation {
    /// The mutation with the selection of `F`, which was checked against the schema when it was compiled. The values of
    /// `example` are not sent.
    pub fn of<F, V>(name: &str, example: V) -> Self
    where
        F: QueryFragment<VariablesFields = V::Fields>,
        F::SchemaType: MutationRoot,
        V: QueryVariables,
    {
        Self { text: text_of::<F, V>(name, example).into(), client: None }
    }

    /// A mutation by its text, which a test has to check.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), client: None }
    }

    /// The same, under a name of our own by which it can be found among the store's operations, of 10 to 255 letters.
    #[must_use]
    pub fn known_as(mut self, name: &str) -> Self {
        self.client = Some(name.to_owned());
        self
    }

    /// The same with a comment of one word, by which [`find`](super::find()) knows it when no answer came.
    #[must_use]
    pub fn marked(mut self, mark: &str) -> Self {
        self.text = format!("{}\n# {mark}\n", self.text).into();
        self
    }
}

/// Runs a mutation once for each of `variables`, to the end, and gives what came of it. [`Finished::answers`] tells it
/// line by line; that an operation was whole does not mean that every line was a success.
///
/// # Errors
/// Why nothing was started, or how it ended without an answer. [`Error::Unclear`] when it is not known whether it was
/// started: it is not started twice.
pub async fn mutate<V: Serialize>(
    client: &Client,
    mutation: &BulkMutation,
    variables: impl IntoIterator<Item = V>,
    finish: &Finish,
) -> Result<Outcome, Error> {
    let content = input::write(variables).map_err(|error| rejected(client, error.to_string()))?;
    let path = upload(client, &content).await?;
    let started = start(client, mutation, path).await?;
    finish.has_started(&started.id);
    tell(client, &started, Type::Mutation, &mutation.text, content);
    let finished = Finished::new(client, wait(client, &started.id, finish).await?);
    match finished.failure() {
        None => Ok(Outcome::Whole(finished)),
        Some(error) if finished.has_part() => Ok(Outcome::Part(finished, error)),
        Some(error) => Err(error),
    }
}

async fn start(client: &Client, mutation: &BulkMutation, path: String) -> Result<Started, Error> {
    let variables = RunMutationVariables { mutation: mutation.text.to_string(), path, client: mutation.client.clone() };
    let answer = client.run::<BulkRunMutation>(variables).await?;
    let malformed = |reason: &str| {
        let store = client.store().domain().to_owned();
        Error::Malformed { store, document: BulkRunMutation::NAME, reason: reason.to_owned() }
    };
    let payload = answer.bulk_operation_run_mutation.ok_or_else(|| malformed("it has no payload"))?;
    if let Some(first) = payload.user_errors.first() {
        let reason = first.message.trim_end_matches('.').to_owned();
        return Err(match first.code {
            Some(MutationCode::OperationInProgress | MutationCode::LimitReached) => {
                Error::BulkBusy { store: client.store().domain().to_owned(), reason }
            }
            _ => rejected(client, reason),
        });
    }
    payload.bulk_operation.ok_or_else(|| malformed("it names no operation"))
}

fn rejected(client: &Client, reason: String) -> Error {
    Error::Rejected { store: client.store().domain().to_owned(), document: BulkRunMutation::NAME, reason }
}

impl Finished {
    /// The answers of a mutation, one for each line of its input that was run.
    pub fn answers(&self) -> Answers {
        Answers::new(self.lines())
    }
}
