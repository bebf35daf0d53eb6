use std::borrow::Cow;

use database::{Read, Record, list};
use serde::Serialize;
use values::filter::{Words, parse_odata};

use super::set_up::Said;
use super::style::Style;
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
    /// What Business Central counts under this name, where that is not the same.
    pub business_central: Option<BusinessCentral>,
}

/// What Business Central counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BusinessCentral {
    /// How many records.
    pub count: u64,
    /// Under this filter of the same entity set.
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
    /// Counts the records of `E` that `filter` lets through, and takes the number as was `said`.
    pub(super) async fn count<E: Record>(
        read: &Read,
        said: &Said,
        name: &'static str,
        filter: impl Into<Cow<'static, str>>,
    ) -> Result<Self, Error>
    where
        E::Model: Send + Sync,
    {
        let (filter, (group, ranges)) = (filter.into(), said.cue(name)?);
        let count = counted::<E>(read, name, &filter).await?;
        let style = ranges.style(count);
        Ok(Self { name, group, count, style, entity: E::NAME, filter, business_central: None })
    }

    /// Found in a set that shows these records under names of its own, under the same filter in its words.
    pub(super) fn found_in(self, entity: &'static str, filter: &'static str) -> Self {
        Self { entity, filter: filter.into(), ..self }
    }

    /// With what Business Central counts beside it.
    pub(super) async fn beside<E: Record>(
        mut self,
        read: &Read,
        filter: impl Into<Cow<'static, str>>,
    ) -> Result<Self, Error>
    where
        E::Model: Send + Sync,
    {
        let filter = filter.into();
        let count = counted::<E>(read, self.name, &filter).await?;
        self.business_central = Some(BusinessCentral { count, filter });
        Ok(self)
    }
}

async fn counted<E: Record>(read: &Read, name: &'static str, filter: &str) -> Result<u64, Error>
where
    E::Model: Send + Sync,
{
    // No cue asks for a day or for a user, so these words are never read.
    let words = Words { now: Default::default(), zone: chrono_tz::UTC, work_date: None, user: String::new() };
    let kind_of = |field: &str| E::field(field).map(|field| field.kind);
    let parsed = parse_odata(filter, &kind_of, &words).map_err(|error| Error::Cue { name, error })?;
    let query = list::Query { filter: parsed, top: 0, count: true, ..list::Query::default() };
    Ok(list::list::<E>(read, &query).await?.count.unwrap_or_default())
}
