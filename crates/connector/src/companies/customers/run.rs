use job_queue::{Context, JobError};

use super::apply::{Verb, apply};
use super::update::due;
use crate::companies::staged;
use crate::orders::mapping::Ground;

/// How many companies are done at a time: the database is not held longer than others can wait.
const BATCH: usize = 100;

/// What was done with the customers of companies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Applied {
    /// Companies that have got a customer that was there.
    pub linked: u64,
    /// Companies that have got a new one.
    pub made: u64,
    /// Customers that were changed.
    pub changed: u64,
    /// Companies against which something stands.
    pub failed: u64,
}

/// Finds the customers of companies that are none yet, makes them, and changes those of which something new is told, as the
/// shop card says; of the named companies alone, where some are named.
pub(crate) async fn run(cx: &Context, ground: &Ground, named: Option<&[i64]>) -> Result<Applied, JobError> {
    let mut applied = Applied::default();
    let verbs = [(Verb::Settle, true), (Verb::Update, ground.shop.shopify_can_update_companies)];
    for (verb, _) in verbs.into_iter().filter(|(_, is_wanted)| *is_wanted) {
        match named {
            Some(ids) => {
                for some in ids.chunks(BATCH) {
                    apply(cx, ground, verb, some, &mut applied).await?;
                }
            }
            None => all(cx, ground, verb, &mut applied).await?,
        }
    }
    Ok(applied)
}

/// Does all companies of the store for which it is time.
async fn all(cx: &Context, ground: &Ground, verb: Verb, applied: &mut Applied) -> Result<(), JobError> {
    let mut last = 0;
    loop {
        let (store, after) = (ground.shop.domain.as_str(), last);
        let next = |r| async move {
            match verb {
                Verb::Settle => staged::unmapped(&r, store, after, BATCH).await,
                Verb::Update => due(&r, store, after, BATCH).await,
            }
        };
        let ids: Vec<i64> = cx.db().read(next).await?;
        let Some(end) = ids.last() else { return Ok(()) };
        last = *end;
        apply(cx, ground, verb, &ids, applied).await?;
    }
}
