use std::collections::BTreeSet;

use job_queue::{Filters, JobError};

/// The ids in Shopify that a filter names one by one, as `7001|7002`, each once; nothing where the filter is not given.
///
/// # Errors
/// A filter that names them in another way; `what` says in the refusal what is named.
pub(crate) fn ids_named(filters: &Filters, field: &str, what: &str) -> Result<Option<Vec<i64>>, JobError> {
    let Some(expression) = filters.get(field) else { return Ok(None) };
    let ids = expression.split('|').map(|id| id.trim().parse().ok()).collect::<Option<BTreeSet<i64>>>();
    let ids = ids.filter(|ids| ids.iter().all(|id| *id > 0));
    let refused = || JobError::fail(format!("'{expression}' names no {what}: write their ids, as 7001|7002"));
    ids.map(|ids| Some(ids.into_iter().collect())).ok_or_else(refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_named_by_their_ids_and_by_nothing_else() {
        let named = |expression: &str| ids_named(&Filters::new().with("Thing.id", expression), "Thing.id", "things");
        assert_eq!(named("7002 | 7001|7002").unwrap(), Some(vec![7001, 7002]), "each once");
        for other in ["7001..7009", "0", "<>7001"] {
            assert!(named(other).is_err(), "{other}");
        }
        assert_eq!(ids_named(&Filters::new(), "Thing.id", "things").unwrap(), None);
    }
}
