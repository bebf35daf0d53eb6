use std::borrow::Cow;
use std::time::Duration;

use cynic::QueryFragment;
use cynic::schema::QueryRoot;

use super::finish::Finish;
use super::outcome::{Finished, Outcome};
use super::start::start;
use super::wait::wait;
use crate::documents::query as text_of;
use crate::{Client, Error};

/// How often a query is started that fails inside Shopify.
const STARTS: u32 = 3;

/// How long it is left alone before it is started again.
const PAUSE: Duration = Duration::from_secs(30);

/// A query for a bulk operation: its connections have `edges { node { … } }`, and no page sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkQuery {
    pub(super) text: Cow<'static, str>,
    pub(super) grouped: bool,
}

impl BulkQuery {
    /// The query with the selection of `F`, which was checked against the schema when it was compiled.
    pub fn of<F>(name: &str) -> Self
    where
        F: QueryFragment<VariablesFields = ()>,
        F::SchemaType: QueryRoot,
    {
        Self { text: text_of::<F, ()>(name, ()).into(), grouped: false }
    }

    /// A query by its text, which a test has to check.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), grouped: false }
    }

    /// The same query, with the children of each record at once behind it. It takes Shopify longer.
    #[must_use]
    pub fn grouped(mut self) -> Self {
        self.grouped = true;
        self
    }

    /// What is sent.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Runs a query to its end, and once or twice more when it fails inside Shopify.
///
/// # Errors
/// Why there is no result, not even a part of one.
pub async fn query(client: &Client, query: &BulkQuery, finish: &Finish) -> Result<Outcome, Error> {
    let mut starts = 0;
    loop {
        starts += 1;
        let started = start(client, query).await?;
        let operation = wait(client, &started.id, finish).await?;
        let finished = Finished::new(client, operation);
        match finished.failure() {
            None => return Ok(Outcome::Whole(finished)),
            Some(error) if starts < STARTS && matches!(error, Error::BulkEnded { again: true, .. }) => {
                tracing::info!(store = client.store().domain(), %error, starts, "a bulk query is started again");
                client.clock().sleep(PAUSE * starts).await;
            }
            Some(error) if finished.has_part() => return Ok(Outcome::Part(finished, error)),
            Some(error) => return Err(error),
        }
    }
}
