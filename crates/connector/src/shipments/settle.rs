//! Parcels that were asked for, and of which nobody knows whether they are there: looked for on their orders, many a call,
//! before anything is planned.

use std::collections::{BTreeSet, HashMap, HashSet};

use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shopify::Client;
use uuid::Uuid;

use super::reason::Reason;
use super::send::{SORT, drop_all, made};
use super::staged::shipped;
use super::tell::{Told, tell};
use super::there::{Order, Parcel, read};
use crate::Error;
use crate::operations::{self, LOOK_AFTER, Settled, State, forget_finished, say, unfinished};
use crate::orders::mapping::Ground;

/// What is not settled, and what came of what is.
#[derive(Debug, Default)]
pub(super) struct Left {
    /// The orders, by their ids, of which nothing is planned until it is known.
    pub orders: HashSet<i64>,
    /// What came of the rest.
    pub settled: Settled,
}

/// A change, and the parcel that it makes.
type Open = (operations::Model, shipped::Model);

/// Looks for what was asked for and not answered, as soon as one may. What is not there is planned anew, on what the order
/// says then.
///
/// # Errors
/// A lost lease or a wish to stop; why the store does not answer.
pub(super) async fn settle(cx: &Context, client: &Client, ground: &Ground) -> Result<Left, JobError> {
    let shop = &ground.shop.code;
    let open = cx.db().read(|r| async move { open(&r, ground).await }).await?;
    let mut left = Left::default();
    let now = ground.at(cx.clock().now());
    let (mut due, mut never_sent) = (Vec::new(), Vec::new());
    for (change, row) in open {
        match (change.state, change.sent_at.map(|sent| sent + LOOK_AFTER)) {
            (State::ForAPerson, _) => {
                left.orders.insert(row.shopify_order_id);
                left.settled.count(State::ForAPerson, now.now);
            }
            (State::Sent, Some(at)) if now.now < at => {
                left.orders.insert(row.shopify_order_id);
                left.settled.count(State::Sent, at);
            }
            (State::Sent, _) => due.push((change, row)),
            // A person has said that it was not made.
            _ => never_sent.push(change.id),
        }
    }
    if !never_sent.is_empty() {
        let (now, ids, why) = (&now, &never_sent, "it is planned anew");
        cx.write(|tx| async move { drop_all(&tx, now, ids, why).await }).await?;
    }
    let orders: BTreeSet<i64> = due.iter().map(|(_, row)| row.shopify_order_id).collect();
    let there = read(cx, client, &orders.into_iter().collect::<Vec<_>>()).await?;
    let (now, due, there) = (&ground.at(cx.clock().now()), &due, &there);
    let states = match due.is_empty() {
        true => Vec::new(),
        false => cx.write(|tx| async move { look(&tx, now, due, there).await }).await?,
    };
    for ((_, row), state) in due.iter().zip(states) {
        left.settled.count(state, now.now);
        if state == State::ForAPerson {
            left.orders.insert(row.shopify_order_id);
        }
    }
    cx.write(|tx| async move { forget_finished(&tx, &now.seen()).await }).await?;
    said_by_people(cx, client, ground).await?;
    tracing::debug!(%shop, ?left, "what was asked for is settled");
    Ok(left)
}

async fn open(c: &impl ConnectionTrait, ground: &Ground) -> Result<Vec<Open>, Error> {
    let changes = unfinished(c, SORT, &ground.shop.code).await?;
    let ids: Vec<Uuid> = changes.iter().map(|change| change.id).collect();
    let rows = shipped::Entity::find().filter(shipped::Column::Id.is_in(ids)).all(c).await?;
    let mut rows: HashMap<Uuid, shipped::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(changes.into_iter().filter_map(|change| rows.remove(&change.id).map(|row| (change, row))).collect())
}

/// Writes down what looking has shown of each.
async fn look(tx: &Tx, ground: &Ground, due: &[Open], there: &HashMap<i64, Order>) -> Result<Vec<State>, Error> {
    let mut states = Vec::with_capacity(due.len());
    let mut found: HashSet<i64> = claimed(tx, due).await?;
    for (change, row) in due {
        let state = match there.get(&row.shopify_order_id) {
            None => {
                say(tx, &ground.seen(), change, State::ForAPerson, &Reason::Unknown.to_string()).await?;
                let told = Told { number: row.shipment_number.clone(), reason: Reason::Unknown };
                tell(tx, ground, &[told], &[]).await?;
                State::ForAPerson
            }
            Some(order) => match order.parcels.iter().find(|parcel| is_it(row, parcel, &found)) {
                Some(parcel) => {
                    found.insert(parcel.id);
                    made(tx, ground, change, (parcel.id, parcel.name.as_str())).await?;
                    State::Done
                }
                None => {
                    drop_all(tx, ground, &[change.id], "it was looked for and is not there; it is planned anew")
                        .await?;
                    // It is sent in this run: there is nothing left to say of it.
                    State::Done
                }
            },
        };
        states.push(state);
    }
    Ok(states)
}

/// Whether a parcel is the one that was asked for: none that was there before, none that is another's, and with the very
/// same in it. One that was called off since was made all the same.
fn is_it(row: &shipped::Model, parcel: &Parcel, found: &HashSet<i64>) -> bool {
    !row.was_known(parcel.id) && !found.contains(&parcel.id) && parcel.pieces == row.pieces()
}

/// The parcels of these orders that belong to a shipment.
async fn claimed(c: &impl ConnectionTrait, of: &[Open]) -> Result<HashSet<i64>, Error> {
    let orders: BTreeSet<i64> = of.iter().map(|(_, row)| row.shopify_order_id).collect();
    let rows = shipped::Entity::find()
        .filter(shipped::Column::ShopifyOrderId.is_in(orders))
        .filter(shipped::Column::ShopifyFulfillmentId.ne(0));
    Ok(rows.all(c).await?.into_iter().map(|row| row.shopify_fulfillment_id).collect())
}

/// What people have said was made: it is looked for, so that it is known which parcel it is. What is not there is theirs to
/// know.
async fn said_by_people(cx: &Context, client: &Client, ground: &Ground) -> Result<(), JobError> {
    let said = cx.db().read(|r| async move { done_without_parcel(&r, ground).await }).await?;
    if said.is_empty() {
        return Ok(());
    }
    let orders: BTreeSet<i64> = said.iter().map(|(_, row)| row.shopify_order_id).collect();
    let there = read(cx, client, &orders.into_iter().collect::<Vec<_>>()).await?;
    let (now, said, there) = (&ground.at(cx.clock().now()), &said, &there);
    let write = |tx: Tx| async move {
        let mut found = claimed(&tx, said).await?;
        for (change, row) in said {
            let order = there.get(&row.shopify_order_id);
            let parcel = order.and_then(|order| order.parcels.iter().find(|parcel| is_it(row, parcel, &found)));
            if let Some(parcel) = parcel {
                found.insert(parcel.id);
                made(&tx, now, change, (parcel.id, parcel.name.as_str())).await?;
                continue;
            }
            shipped::Entity::delete_by_id(row.id).exec(&tx).await?;
            let told = Told { number: row.shipment_number.clone(), reason: Reason::NotThere };
            tell(&tx, now, &[told], &[(row.shipment_id, Reason::NotThere.leaves())]).await?;
        }
        Ok::<_, Error>(())
    };
    Ok(cx.write(write).await?)
}

async fn done_without_parcel(c: &impl ConnectionTrait, ground: &Ground) -> Result<Vec<Open>, Error> {
    let rows = shipped::Entity::find()
        .filter(shipped::Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(shipped::Column::ShopifyFulfillmentId.eq(0))
        .order_by_asc(shipped::Column::Id)
        .all(c)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let done = operations::Entity::find()
        .filter(operations::Column::Id.is_in(ids))
        .filter(operations::Column::State.eq(State::Done));
    let mut done: HashMap<Uuid, operations::Model> =
        done.all(c).await?.into_iter().map(|change| (change.id, change)).collect();
    Ok(rows.into_iter().filter_map(|row| done.remove(&row.id).map(|change| (change, row))).collect())
}
