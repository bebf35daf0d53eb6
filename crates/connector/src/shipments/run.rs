use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use job_queue::{Context, JobError, Progress, Summary};
use sea_orm::IntoActiveModel;
use shopify::{Client, Meter};
use uuid::Uuid;
use values::{Code, Filter};

use super::collect::{Known, Sent, Shipment, page};
use super::need::left;
use super::number::{FAILED, READY};
use super::plan::{Planned, Waiting};
use super::reason::Reason;
use super::send::{Came, Outgoing, calls, send};
use super::settle::{Left, settle};
use super::staged::shipped::{self, Origin, Pieces, written};
use super::staged::{keep_parcels, keep_waiting};
use super::tell::{Told, tell, untell};
use super::there::{Order, read};
use super::{SYNC_SHIPMENTS, access};
use crate::operations::{LOOK_AFTER, Settled, State};
use crate::orders::import::number;
use crate::orders::mapping::Ground;
use crate::{Connector, Error, shops};

/// How often a shipment is planned anew after a refusal in one run: what Shopify says may have changed under it.
const REFUSALS: usize = 2;

/// A run for one shop.
struct Run<'a> {
    cx: &'a Context,
    client: &'a Client,
    ground: &'a Ground,
    known: &'a Known,
    /// Orders of which it is not known what was made: nothing is planned of them.
    unclear: HashSet<i64>,
    settled: Settled,
    /// Shipments that are counted as not sent: each once.
    told: HashSet<Uuid>,
    /// Those of them that are not tried again.
    ended: HashSet<Uuid>,
    summary: Summary,
}

/// Sends the posted shipments of a shop that a filter lets through to its store. Gives what came of it, and of how much nothing
/// is known yet.
///
/// # Errors
/// [`Error::ReadOnly`], [`Error::NoScope`]; a lost lease or a wish to stop; why the store does not answer.
pub(super) async fn run(
    connector: &Connector,
    cx: &Context,
    shop: shops::Model,
    filter: &Filter,
) -> Result<(Summary, Settled), JobError> {
    let meter = Meter::of(SYNC_SHIPMENTS);
    let client = connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(access::lane(cx));
    let ground = &Ground::read(cx, shop).await?;
    let mut summary = Summary::default();
    access::check(&ground.shop)?;
    let Left { orders, settled } = settle(cx, &client, ground).await?;
    summary.skipped += settled.for_a_person;
    let known = &cx.db().read(|r| async move { Known::read(&r, &ground.shop).await }).await?;
    let (told, ended) = (HashSet::new(), HashSet::new());
    let mut run = Run { cx, client: &client, ground, known, unclear: orders, settled, told, ended, summary };
    run.all(filter).await?;
    let Run { settled, summary, .. } = run;
    Ok((Summary { calls: meter.calls(), points: meter.points(), ..summary }, settled))
}

/// How a shipment stands in a round.
#[derive(Default)]
struct Round {
    /// Why shipments are not sent.
    told: Vec<Told>,
    /// Which numbers shipments have now.
    said: Vec<(Uuid, i64)>,
    /// What was taken over.
    taken_over: Vec<shipped::Model>,
    /// The numbers of shipments against which nothing stands any more.
    solved: Vec<String>,
}

impl Round {
    /// A shipment is that fulfilment.
    fn is_there(&mut self, shipment: &Shipment, fulfillment: i64) {
        self.said.push((shipment.id, fulfillment));
        self.solved.push(shipment.number.to_string());
    }
}

impl Run<'_> {
    async fn all(&mut self, filter: &Filter) -> Result<(), JobError> {
        let mut after: Option<Code<20>> = None;
        loop {
            self.cx.check()?;
            let (of, at) = ((self.ground, self.known), after.as_ref());
            let found = self.cx.db().read(|r| async move { page(&r, of, filter, at).await }).await?;
            self.summary.fetched += (found.told.len() + found.shipments.len()) as u64;
            self.end(found.told).await?;
            self.send_all(found.shipments).await?;
            let text = format!("{}: shipments sent", self.ground.shop.code);
            self.cx.progress(Progress { done: self.summary.fetched, total: 0, text }).await?;
            after = found.last;
            if after.is_none() {
                return Ok(());
            }
        }
    }

    /// Shipments of which it is known without asking that they are not sent.
    async fn end(&mut self, told: Vec<(Shipment, Reason)>) -> Result<(), JobError> {
        let mut round = Round::default();
        for (shipment, reason) in told {
            self.leave(&mut round, &shipment, reason);
        }
        self.keep(&round, &[]).await
    }

    /// Sends shipments, round by round: of each part of an order one parcel at a time is asked for, and what it says then is
    /// looked at before the next.
    async fn send_all(&mut self, mut shipments: Vec<Shipment>) -> Result<(), JobError> {
        let mut refused: HashMap<Uuid, Vec<Pieces>> = HashMap::new();
        while !shipments.is_empty() {
            self.cx.check()?;
            shipments.retain(|shipment| !self.unclear.contains(&shipment.order_id));
            let (named, cx) = (&orders_of(shipments.iter()), self.cx);
            let sent = cx.db().read(|r| async move { Sent::read(&r, named).await }).await?;
            let asked = orders_of(shipments.iter().filter(|one| !is_sent(one, &sent)));
            let there = read(cx, self.client, &asked).await?;
            shipments = self.round(shipments, &sent, there, &mut refused).await?;
        }
        Ok(())
    }

    /// One round; gives the shipments of which there is more to do.
    async fn round(
        &mut self,
        shipments: Vec<Shipment>,
        sent: &Sent,
        there: HashMap<i64, Order>,
        refused: &mut HashMap<Uuid, Vec<Pieces>>,
    ) -> Result<Vec<Shipment>, JobError> {
        let ground = self.ground.at(self.cx.clock().now());
        let mut waiting: HashMap<i64, Waiting> =
            there.iter().map(|(id, order)| (*id, Waiting::new(order.clone(), sent.taken_of(*id)))).collect();
        let (mut round, mut outgoing, mut again) = (Round::default(), Vec::new(), HashSet::new());
        for shipment in &shipments {
            let before = sent.of_shipment(shipment.id);
            if is_sent(shipment, sent) {
                self.summary.updated += 1;
                round.is_there(shipment, sent.last_of(shipment.id));
                continue;
            }
            let Some(order) = waiting.get_mut(&shipment.order_id) else {
                self.leave(&mut round, shipment, Reason::OrderGone);
                continue;
            };
            let mut planned = order.plan(&shipment.lines, &before, &self.known.places);
            if !planned.takes_over.is_empty() {
                self.take_over(&mut round, &ground, shipment, (&*order, &planned))?;
                continue;
            }
            if let Some(reason) = planned.fails.take() {
                self.leave(&mut round, shipment, reason);
                continue;
            }
            if let Some(reason) = planned.waits.clone() {
                self.leave(&mut round, shipment, reason);
            } else if planned.parcels.is_empty() && !planned.is_deferred {
                // All that Shopify still waits for was sent before.
                self.summary.updated += 1;
                round.is_there(shipment, sent.last_of(shipment.id));
                continue;
            }
            if planned.is_deferred {
                again.insert(shipment.id);
            }
            let known =
                there.get(&shipment.order_id).map(|order| order.parcels.iter().map(|parcel| parcel.id).collect());
            outgoing.extend(ask(&ground, shipment, planned, known.unwrap_or_default()));
        }
        let told: HashMap<i64, &str> =
            shipments.iter().map(|shipment| (shipment.order_id, shipment.order_number.as_str())).collect();
        let orders: Vec<(&Order, &str)> =
            there.values().map(|order| (order, told.get(&order.id).copied().unwrap_or_default())).collect();
        self.keep(&round, &orders).await?;
        let waits: HashSet<Code<20>> = round.told.iter().map(|told| told.number.clone()).collect();
        for some in calls(outgoing) {
            let at = self.cx.clock().now();
            let came = send(self.cx, self.client, &ground, &some).await?;
            self.heed(&some, &came, (at, &mut *refused), (&mut again, &waits)).await?;
        }
        let goes_on = |one: &Shipment| again.contains(&one.id) && !self.ended.contains(&one.id);
        Ok(shipments.into_iter().filter(goes_on).collect())
    }

    /// What came of a call decides what becomes of its shipments.
    async fn heed(
        &mut self,
        some: &[Outgoing<'_>],
        came: &HashMap<Uuid, Came>,
        (at, refused): (DateTime<Utc>, &mut HashMap<Uuid, Vec<Pieces>>),
        (again, waits): (&mut HashSet<Uuid>, &HashSet<Code<20>>),
    ) -> Result<(), JobError> {
        let mut round = Round::default();
        for one in some {
            match came.get(&one.id) {
                Some(Came::Made(parcel)) if one.is_last && all_made(some, came, one.shipment.id) => {
                    // A shipment of several parcels is counted with its last.
                    let last = some.iter().rfind(|other| other.shipment.id == one.shipment.id);
                    if last.is_some_and(|last| last.id == one.id) {
                        self.summary.updated += 1;
                        round.is_there(one.shipment, number(&parcel.id));
                    }
                }
                Some(Came::Made(_)) if !waits.contains(&one.shipment.number) => {
                    again.insert(one.shipment.id);
                }
                Some(Came::NotSent) => {
                    again.remove(&one.shipment.id);
                    self.ended.insert(one.shipment.id);
                }
                Some(Came::Made(_)) | None => {}
                Some(Came::Refused(why)) => {
                    let before = refused.entry(one.shipment.id).or_default();
                    let is_same = before.contains(&one.parcel.pieces);
                    before.push(one.parcel.pieces.clone());
                    if is_same || before.len() > REFUSALS {
                        again.remove(&one.shipment.id);
                        self.leave(&mut round, one.shipment, Reason::Refused(why.clone()));
                    } else {
                        again.insert(one.shipment.id);
                    }
                }
                Some(Came::Unclear(_)) => {
                    self.unclear.insert(one.shipment.order_id);
                    self.settled.count(State::Sent, at + LOOK_AFTER);
                }
            }
        }
        self.keep(&round, &[]).await
    }

    /// A shipment is not sent, or not all of it.
    fn leave(&mut self, round: &mut Round, shipment: &Shipment, reason: Reason) {
        // Several parcels of it may be refused in a call: it is told once.
        if round.told.iter().any(|told| told.number == shipment.number) {
            return;
        }
        let is_counted = !self.told.insert(shipment.id);
        match reason.leaves() {
            _ if is_counted => {}
            FAILED => self.summary.failed += 1,
            _ => self.summary.skipped += 1,
        }
        if reason.leaves() != READY {
            round.said.push((shipment.id, reason.leaves()));
            self.ended.insert(shipment.id);
        }
        round.told.push(Told { number: shipment.number.clone(), reason });
    }

    /// What was sent in Shopify is the shipment.
    fn take_over(
        &mut self,
        round: &mut Round,
        ground: &Ground,
        shipment: &Shipment,
        (order, planned): (&Waiting, &Planned),
    ) -> Result<(), Error> {
        self.summary.unchanged += 1;
        for (id, pieces) in &planned.takes_over {
            let parcel = order.order.parcels.iter().find(|parcel| parcel.id == *id);
            round.taken_over.push(shipped::Model {
                id: ground.random.id(ground.now),
                shop_code: ground.shop.code.clone(),
                shipment_id: shipment.id,
                shipment_number: shipment.number.clone(),
                shopify_order_id: shipment.order_id,
                shopify_order_number: shipment.order_number.clone(),
                shopify_fulfillment_id: *id,
                name: parcel.map(|parcel| parcel.name.clone()).unwrap_or_default(),
                origin: Origin::TakenOver,
                location_id: 0,
                tracking_company: String::new(),
                tracking_number: String::new(),
                tracking_url: String::new(),
                quantity: pieces.values().sum(),
                created_at: ground.now,
                pieces: written(pieces)?,
                known_before: String::new(),
            });
        }
        let last = planned.takes_over.last().map(|(id, _)| *id).unwrap_or_default();
        round.is_there(shipment, last);
        Ok(())
    }

    /// Writes down what a round has shown, in one transaction.
    async fn keep(&self, round: &Round, orders: &[(&Order, &str)]) -> Result<(), JobError> {
        if round.told.is_empty() && round.said.is_empty() && round.solved.is_empty() && orders.is_empty() {
            return Ok(());
        }
        let ground = &self.ground.at(self.cx.clock().now());
        let parcels: &Vec<_> =
            &orders.iter().flat_map(|(order, _)| order.parcels.iter().map(|parcel| (order.id, parcel))).collect();
        let write = |tx: Tx| async move {
            keep_waiting(&tx, ground, orders).await?;
            keep_parcels(&tx, ground, parcels).await?;
            let rows = round.taken_over.iter().cloned().map(IntoActiveModel::into_active_model).collect();
            insert_many(&tx, rows).await?;
            tell(&tx, ground, &round.told, &round.said).await?;
            untell(&tx, ground, &round.solved).await
        };
        Ok(self.cx.write(write).await?)
    }
}

/// Whether all of a shipment was sent.
fn is_sent(shipment: &Shipment, sent: &Sent) -> bool {
    let before = sent.of_shipment(shipment.id);
    !before.is_empty() && left(&shipment.lines, &before).is_empty()
}

fn orders_of<'a>(shipments: impl Iterator<Item = &'a Shipment>) -> Vec<i64> {
    shipments.map(|shipment| shipment.order_id).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether all parcels of a shipment in this call are there.
fn all_made(some: &[Outgoing<'_>], came: &HashMap<Uuid, Came>, shipment: Uuid) -> bool {
    let mut of_it = some.iter().filter(|one| one.shipment.id == shipment);
    of_it.all(|one| matches!(came.get(&one.id), Some(Came::Made(_))))
}

/// The parcels that are asked for of a shipment.
fn ask<'a>(ground: &Ground, shipment: &'a Shipment, planned: Planned, known: Vec<i64>) -> Vec<Outgoing<'a>> {
    let is_last = !planned.is_deferred && planned.waits.is_none();
    let outgoing =
        |parcel| Outgoing { id: ground.random.id(ground.now), shipment, parcel, known: known.clone(), is_last };
    planned.parcels.into_iter().map(outgoing).collect()
}
