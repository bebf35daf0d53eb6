use job_queue::{Context, JobError};

use super::fail::{Refused, fail};
use super::run::Applied;
use super::settle::settle;
use super::update::update;
use crate::Error;
use crate::companies::staged;
use crate::orders::mapping::Ground;

/// What is done with the customers of companies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// They are found, or made.
    Settle,
    /// They take over what their companies say.
    Update,
}

/// Does companies together; where something stands against one of them, each by itself.
pub(super) async fn apply(
    cx: &Context,
    ground: &Ground,
    verb: Verb,
    ids: &[i64],
    applied: &mut Applied,
) -> Result<(), JobError> {
    let again = match (together(cx, ground, verb, ids, applied).await, ids) {
        (Ok(again), _) => again,
        (Err(why), [one]) if why.is_of_the_record() => return failed(cx, ground, *one, &why, applied).await,
        (Err(why), _) if why.is_of_the_record() => ids.to_vec(),
        (Err(why), _) => return Err(why.into()),
    };
    for id in again {
        cx.check()?;
        match together(cx, ground, verb, &[id], applied).await {
            Ok(_) => {}
            Err(why) if why.is_of_the_record() => failed(cx, ground, id, &why, applied).await?,
            Err(why) => return Err(why.into()),
        }
    }
    Ok(())
}

/// All of them in one transaction. Gives those that are to be looked up again once it is through.
async fn together(
    cx: &Context,
    ground: &Ground,
    verb: Verb,
    ids: &[i64],
    applied: &mut Applied,
) -> Result<Vec<i64>, Error> {
    let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
    match verb {
        Verb::Settle => {
            let settled = cx.write(|tx| async move { settle(&tx, ground, ids).await }).await?;
            applied.linked += settled.linked;
            applied.made += settled.made;
            applied.failed += settled.failed;
            Ok(settled.again)
        }
        Verb::Update => {
            applied.changed += cx.write(|tx| async move { update(&tx, ground, ids).await }).await?;
            Ok(Vec::new())
        }
    }
}

async fn failed(cx: &Context, ground: &Ground, id: i64, why: &Error, applied: &mut Applied) -> Result<(), JobError> {
    applied.failed += 1;
    let write = |tx| async move {
        let found = staged::by_ids(&tx, &ground.shop.domain, &[id]).await?.pop();
        fail(&tx, ground, found.map(|whole| Refused::of(whole.company, why)).into_iter().collect()).await
    };
    Ok(cx.write(write).await?)
}
