use std::borrow::Cow;

use database::{Read, Record, list};
use serde::Serialize;
use values::filter::{Words, parse_odata};

use super::style::{Style, Thresholds};
use crate::Error;

/// A tile: how many records wait, and where they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cue {
    /// Its name for programs.
    pub name: &'static str,
    /// Among which others it stands.
    pub group: Group,
    /// How many records there are.
    pub count: u64,
    /// How that is to be taken.
    pub style: Style,
    /// The entity set that shows them.
    pub entity: &'static str,
    /// Under this filter, in OData; blank where all of the set's records count.
    pub filter: Cow<'static, str>,
}

/// Which cues stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Group {
    /// What the store and the back office need a person for (part 30100).
    ShopifyActivities,
    /// The state of the job queue (page 9102).
    JobQueue,
}

impl Cue {
    /// Counts the records of `E` that `filter` lets through. Without thresholds the number is for information.
    pub(super) async fn count<E: Record>(
        read: &Read,
        (group, name): (Group, &'static str),
        filter: impl Into<Cow<'static, str>>,
        thresholds: Option<Thresholds>,
    ) -> Result<Self, Error>
    where
        E::Model: Send + Sync,
    {
        // No cue asks for a day or for a user, so these words are never read.
        let words = Words { now: Default::default(), zone: chrono_tz::UTC, work_date: None, user: String::new() };
        let filter = filter.into();
        let kind_of = |field: &str| E::field(field).map(|field| field.kind);
        let parsed = parse_odata(&filter, &kind_of, &words).map_err(|error| Error::Cue { name, error })?;
        let query = list::Query { filter: parsed, top: 0, count: true, ..list::Query::default() };
        let count = list::list::<E>(read, &query).await?.count.unwrap_or_default();
        let style = thresholds.map_or(Style::Subordinate, |thresholds| thresholds.style(count));
        Ok(Self { name, group, count, style, entity: E::NAME, filter })
    }
}
