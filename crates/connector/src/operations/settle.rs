use std::ops::AddAssign;

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::{Client, Document};
use values::Code;

use super::decide::{Step, decide};
use super::entity::{Column, Entity, Model};
use super::intend::forget;
use super::looked;
use super::send::send;
use super::{Change, State};
use crate::Error;
use crate::skipped::Seen;

/// How many are read at a time.
const BATCH: u64 = 100;
/// How often one change is taken a step further in one run: looked for, sent, and looked for again is more than enough.
const STEPS: usize = 4;

/// What settling has led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Changes that are made.
    pub made: u64,
    /// Changes that were refused.
    pub failed: u64,
    /// Changes that wait for a person.
    pub for_a_person: u64,
    /// Changes of which nothing is known yet.
    pub unclear: u64,
    /// When the first of those may be looked for.
    pub look_at: Option<DateTime<Utc>>,
}

impl Settled {
    /// Counts a change that is in this state now.
    pub(crate) fn count(&mut self, state: State, look_at: DateTime<Utc>) {
        match state {
            State::Done => self.made += 1,
            State::Failed => self.failed += 1,
            State::ForAPerson => self.for_a_person += 1,
            State::Open | State::Sent => {
                self.unclear += 1;
                self.look_at = Some(self.look_at.map_or(look_at, |at| at.min(look_at)));
            }
        }
    }
}

impl AddAssign for Settled {
    fn add_assign(&mut self, other: Self) {
        self.made += other.made;
        self.failed += other.failed;
        self.for_a_person += other.for_a_person;
        self.unclear += other.unclear;
        self.look_at = self.look_at.into_iter().chain(other.look_at).min();
    }
}

/// Takes every unfinished change of this kind in the shop as far as it will go, so that nothing is planned on a state
/// that is about to change.
///
/// # Errors
/// As [`send()`], and why one can't look.
pub async fn settle<C: Change>(
    cx: &Context,
    client: &Client,
    seen: &Seen<'_>,
    shop: &Code<20>,
) -> Result<Settled, JobError> {
    let mut settled = Settled::default();
    let mut last = None;
    loop {
        let open = cx.db().read(|r| async move { next::<C>(&r, shop, last).await }).await?;
        let Some(end) = open.last().map(|operation| operation.id) else { break };
        last = Some(end);
        for operation in open {
            settled += one::<C>(cx, client, seen, operation).await?;
        }
    }
    let now = cx.clock().now();
    cx.write(|tx| async move { forget(&tx, now).await }).await?;
    Ok(settled)
}

async fn one<C: Change>(
    cx: &Context,
    client: &Client,
    seen: &Seen<'_>,
    mut operation: Model,
) -> Result<Settled, JobError> {
    let mut settled = Settled::default();
    for _ in 0..STEPS {
        let now = cx.clock().now();
        let seen = &Seen { at: now, ..*seen };
        let was_sent = operation.attempts;
        let state = match decide(&operation, now) {
            Step::Send => send::<C>(cx, client, seen, &operation).await?,
            Step::Look => looked::look::<C>(cx, client, seen, &operation).await?,
            Step::LookAt(_) | Step::Nothing => operation.state,
        };
        let id = operation.id;
        let find = |r| async move { Ok::<_, Error>(Entity::find_by_id(id).one(&r).await?) };
        let Some(found) = cx.db().read(find).await? else { return Ok(settled) };
        // One that is open has been looked for and is sent now; one that is unclear has to wait.
        let goes_on = found.state == State::Open && state == State::Open;
        let has_moved = found.attempts > was_sent || found.state != operation.state;
        operation = found;
        if !(goes_on && has_moved) {
            break;
        }
    }
    let look_at = operation.sent_at.unwrap_or_else(|| cx.clock().now()) + super::LOOK_AFTER;
    settled.count(operation.state, look_at);
    Ok(settled)
}

async fn next<C: Change>(r: &database::Read, shop: &Code<20>, last: Option<uuid::Uuid>) -> Result<Vec<Model>, Error> {
    let mut query = Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::Operation.eq(C::Mutation::NAME))
        .filter(Column::FinishedAt.is_null());
    if let Some(last) = last {
        query = query.filter(Column::Id.gt(last));
    }
    Ok(query.order_by_asc(Column::Id).limit(BATCH).all(r).await?)
}
