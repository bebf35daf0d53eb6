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
    // First what people have said: a row whose change is forgotten could never be told what became of it.
    said_by_people(cx, client, ground).await?;
    cx.write(|tx| async move { forget_finished(&tx, &now.seen()).await }).await?;
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
    let pairs = pair(&rows(due), there, claimed(tx, due).await?);
    for (change, row) in due {
        let state = match there.get(&row.shopify_order_id) {
            None => {
                say(tx, &ground.seen(), change, State::ForAPerson, &Reason::Unknown.to_string()).await?;
                let told = Told { number: row.shipment_number.clone(), reason: Reason::Unknown };
                tell(tx, ground, &[told], &[]).await?;
                State::ForAPerson
            }
            Some(_) => match pairs.get(&row.id) {
                Some(parcel) => {
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

fn rows(of: &[Open]) -> Vec<&shipped::Model> {
    of.iter().map(|(_, row)| row).collect()
}

/// Which parcel each is, of those that are not `found` yet. Two shipments of an order may have the same in them: first each is
/// the one that is followed as it was asked for, and then any other.
fn pair<'a>(
    rows: &[&shipped::Model],
    there: &'a HashMap<i64, Order>,
    mut found: HashSet<i64>,
) -> HashMap<Uuid, &'a Parcel> {
    let mut pairs: HashMap<Uuid, &Parcel> = HashMap::new();
    for is_alike in [true, false] {
        for row in rows {
            let Some(order) = there.get(&row.shopify_order_id).filter(|_| !pairs.contains_key(&row.id)) else {
                continue;
            };
            let fits = |parcel: &&Parcel| is_it(row, parcel, &found) && (!is_alike || is_followed(row, parcel));
            if let Some(parcel) = order.parcels.iter().find(fits) {
                found.insert(parcel.id);
                pairs.insert(row.id, parcel);
            }
        }
    }
    pairs
}

/// Whether a parcel is followed as it was asked for.
fn is_followed(row: &shipped::Model, parcel: &Parcel) -> bool {
    match row.tracking_number.as_str() {
        "" => parcel.tracking.is_empty(),
        number => parcel.tracking.iter().any(|one| one == number),
    }
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
        let pairs = pair(&rows(said), there, claimed(&tx, said).await?);
        for (change, row) in said {
            if let Some(parcel) = pairs.get(&row.id) {
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
    let changes = operations::Entity::find().filter(operations::Column::Id.is_in(ids)).all(c).await?;
    let done = changes.into_iter().filter(|change| change.state == State::Done);
    let mut done: HashMap<Uuid, operations::Model> = done.map(|change| (change.id, change)).collect();
    Ok(rows.into_iter().filter_map(|row| done.remove(&row.id).map(|change| (change, row))).collect())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use values::Code;

    use super::*;
    use crate::shipments::staged::shipped::{Origin, Pieces, written};

    fn asked(id: u128, tracking: &str) -> shipped::Model {
        shipped::Model {
            id: Uuid::from_u128(id),
            shop_code: Code::cut("A"),
            shipment_id: Uuid::from_u128(id),
            shipment_number: Code::cut("PS-1"),
            shopify_order_id: 1,
            shopify_order_number: String::new(),
            shopify_fulfillment_id: 0,
            name: String::new(),
            origin: Origin::BackOffice,
            location_id: 0,
            tracking_company: String::new(),
            tracking_number: tracking.into(),
            tracking_url: String::new(),
            quantity: 1,
            created_at: DateTime::UNIX_EPOCH,
            pieces: written(&Pieces::from([(11, 1)])).unwrap(),
            known_before: "70".into(),
        }
    }

    fn there(parcels: &[(i64, &str, i64)]) -> HashMap<i64, Order> {
        let parcel = |(id, tracking, count): &(i64, &str, i64)| Parcel {
            id: *id,
            name: String::new(),
            is_off: false,
            created_at: DateTime::UNIX_EPOCH,
            tracking: Some(*tracking).filter(|number| !number.is_empty()).map(str::to_owned).into_iter().collect(),
            pieces: Pieces::from([(11, *count)]),
        };
        let parcels = parcels.iter().map(parcel).collect();
        HashMap::from([(1, Order { id: 1, is_cancelled: false, waiting: Vec::new(), parcels })])
    }

    fn pairs(asked: &[&shipped::Model], there: &HashMap<i64, Order>) -> Vec<Option<i64>> {
        let pairs = pair(asked, there, HashSet::from([71]));
        asked.iter().map(|row| pairs.get(&row.id).map(|parcel| parcel.id)).collect()
    }

    #[test]
    fn of_two_that_are_alike_each_is_the_one_that_is_followed_as_it_was_asked_for() {
        let (first, second, none) = (asked(1, "A"), asked(2, "B"), asked(3, ""));
        let all = there(&[(72, "", 1), (73, "B", 1), (74, "A", 1)]);
        assert_eq!(pairs(&[&first, &second, &none], &all), [Some(74), Some(73), Some(72)]);
        let one = there(&[(73, "B", 1)]);
        assert_eq!(pairs(&[&first, &second], &one), [None, Some(73)], "the first was not made");
    }

    #[test]
    fn one_whose_tracking_was_changed_since_is_it_all_the_same() {
        assert_eq!(pairs(&[&asked(1, "A")], &there(&[(73, "C", 1)])), [Some(73)]);
    }

    #[test]
    fn what_was_there_before_or_is_anothers_or_has_something_else_in_it_is_not_it() {
        assert_eq!(pairs(&[&asked(1, "A")], &there(&[(70, "A", 1), (71, "A", 1), (72, "A", 2)])), [None]);
    }
}
