use std::collections::BTreeSet;

use database::{Read, Record};
use job_queue::{Context, FilterTable, Filters, JobError};
use sea_orm::{Condition, QueryFilter, QuerySelect};
use values::Filter;

use crate::Error;

/// As many records are taken up together.
const AT_ONCE: usize = 500;

/// Which records of a staged table a request page chooses.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Chosen {
    /// All: none of them is filtered.
    All,
    /// Those of these ids in Shopify, whether anything is known of them or not.
    Named(Vec<i64>),
    /// Those that are staged and that this lets through.
    Filtered(Filter),
}

impl Chosen {
    /// What the filters on `table` choose; the filter `id` alone names records.
    ///
    /// # Errors
    /// A filter that can't be read.
    pub fn read(cx: &Context, filters: &Filters, table: &FilterTable, id: &str) -> Result<Self, JobError> {
        let filter = filters.resolve(table, &cx.words())?;
        if filter.is_everything() {
            return Ok(Self::All);
        }
        let given: Vec<_> = filters.on(table.name).collect();
        let named = match given.as_slice() {
            [(field, expression)] if *field == id => ids(expression),
            _ => None,
        };
        Ok(named.map_or(Self::Filtered(filter), Self::Named))
    }

    /// Whether no record is filtered.
    pub fn is_all(&self) -> bool {
        matches!(self, Self::All)
    }

    /// Whether records are named one by one.
    pub fn is_named(&self) -> bool {
        matches!(self, Self::Named(_))
    }

    /// The ids in Shopify of what is chosen `of` a shop or a store, some at a time; nothing, once, where all are.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn parts<E: Record>(
        &self,
        cx: &Context,
        id: E::Column,
        of: Condition,
    ) -> Result<Vec<Option<Vec<i64>>>, JobError> {
        let ids = match self {
            Self::All => return Ok(vec![None]),
            Self::Named(ids) => ids.clone(),
            Self::Filtered(filter) => cx.db().read(|r| async move { staged::<E>(&r, filter, id, of).await }).await?,
        };
        Ok(ids.chunks(AT_ONCE).map(|some| Some(some.to_vec())).collect())
    }
}

async fn staged<E: Record>(r: &Read, filter: &Filter, id: E::Column, of: Condition) -> Result<Vec<i64>, Error> {
    let found = E::find().select_only().column(id).filter(of).filter(database::condition::<E>(r, filter)?);
    let mut ids: Vec<i64> = found.into_tuple().all(r).await?;
    ids.sort_unstable();
    Ok(ids)
}

/// The ids in an expression that is nothing but ids, as `7001|7002`, each once.
pub(crate) fn ids(expression: &str) -> Option<Vec<i64>> {
    let ids = expression.split('|').map(|id| id.trim().parse().ok()).collect::<Option<BTreeSet<i64>>>()?;
    ids.iter().all(|id| *id > 0).then(|| ids.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_named_by_their_ids_and_by_nothing_else() {
        assert_eq!(ids("7001"), Some(vec![7001]));
        assert_eq!(ids("7002 | 7001|7002"), Some(vec![7001, 7002]), "each once");
        for other in ["7001..7009", ">7000", "", "0", "<>7001", "7001|"] {
            assert_eq!(ids(other), None, "{other}");
        }
    }
}
