//! Asks Shopify for parcels, many in a call. Each is written down before, so that it is made once whatever becomes of the
//! answer.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use back_office::sales::posted::{header, say_deliveries};
use database::{Tx, insert_many};
use job_queue::{Context, JobError};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::fulfillments::{
    self, CreatedParcel, FulfillmentInput, LARGEST_PARCEL, OfFulfillmentOrder, PARCELS, Piece,
};
use shopify::{Client, Error as E};
use shopify_schema::gid::Gid;
use uuid::Uuid;

use super::collect::Shipment;
use super::number::READY;
use super::plan::NewParcel;
use super::staged::shipped::{self, Origin, written};
use crate::Error;
use crate::operations::{self, Intended, Sort, State, begin_all, say, withdraw};
use crate::orders::import::number;
use crate::orders::mapping::Ground;

/// A parcel that is made in Shopify, as it is written down.
pub(super) const SORT: Sort =
    Sort { operation: "FulfillmentCreate", description: "Create Fulfillment", cost: shopify::cost::MUTATION };

/// As many lines have the parcels of a call.
const LINES: usize = 2 * LARGEST_PARCEL;

/// A parcel that is asked for.
#[derive(Clone, Debug)]
pub(super) struct Outgoing<'a> {
    /// Its id here.
    pub id: Uuid,
    /// The shipment.
    pub shipment: &'a Shipment,
    /// What is in it.
    pub parcel: NewParcel,
    /// The order's parcels that are there already.
    pub known: Vec<i64>,
    /// Whether the shipment is sent once this parcel and those beside it are there.
    pub is_last: bool,
}

/// What came of asking for a parcel.
#[derive(Clone, Debug)]
pub(super) enum Came {
    /// It is there.
    Made(CreatedParcel),
    /// Shopify has refused it, for this reason.
    Refused(String),
    /// It may be there.
    Unclear(String),
    /// It was not asked for: someone has decided otherwise about the shipment.
    NotSent,
}

/// The parcels of each call: those of one shipment in the same, if they fit into one.
pub(super) fn calls(outgoing: Vec<Outgoing<'_>>) -> Vec<Vec<Outgoing<'_>>> {
    let mut groups: Vec<Vec<Outgoing<'_>>> = Vec::new();
    for one in outgoing {
        match groups.last_mut().filter(|group| group.first().is_some_and(|first| first.shipment.id == one.shipment.id))
        {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    let mut calls: Vec<Vec<Outgoing<'_>>> = Vec::new();
    for mut group in groups {
        if group.len() > PARCELS {
            group.iter_mut().for_each(|one| one.is_last = false);
            while group.len() > PARCELS {
                let rest = group.split_off(PARCELS);
                calls.push(std::mem::replace(&mut group, rest));
            }
        }
        match calls.last_mut().filter(|call| fits(call, &group)) {
            Some(call) => call.append(&mut group),
            None => calls.push(group),
        }
    }
    calls
}

fn fits(call: &[Outgoing<'_>], group: &[Outgoing<'_>]) -> bool {
    let lines =
        |of: &[Outgoing<'_>]| of.iter().flat_map(|one| one.parcel.parts.values()).map(BTreeMap::len).sum::<usize>();
    call.len() + group.len() <= PARCELS && lines(call) + lines(group) <= LINES
}

/// Asks for parcels in one call; what came of each, by its id. Where Shopify refuses the call as a whole, each half goes for
/// itself.
///
/// # Errors
/// A lost lease or a wish to stop; why the store does not answer: then none of them was made.
pub(super) async fn send(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    all: &[Outgoing<'_>],
) -> Result<HashMap<Uuid, Came>, JobError> {
    let mut came = HashMap::with_capacity(all.len());
    let mut waiting = vec![all];
    while let Some(some) = waiting.pop() {
        let Some(told) = send_once(cx, client, ground, (some, all)).await? else {
            let (first, second) = some.split_at(some.len() / 2);
            waiting.extend([second, first]);
            continue;
        };
        came.extend(told);
    }
    Ok(came)
}

/// The same for one call of them; nothing where it was refused as a whole and can be parted.
async fn send_once(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    (call, all): (&[Outgoing<'_>], &[Outgoing<'_>]),
) -> Result<Option<HashMap<Uuid, Came>>, JobError> {
    cx.check()?;
    let notify = ground.shop.send_shipping_confirmation;
    let inputs: HashMap<Uuid, FulfillmentInput> = call.iter().map(|one| (one.id, one.input(notify))).collect();
    let (begun_at, inputs) = (&ground.at(cx.clock().now()), &inputs);
    let begun = cx.write(|tx| async move { begin(&tx, begun_at, call, inputs).await }).await?;
    let sent: Vec<&Outgoing<'_>> = call.iter().filter(|one| begun.contains(&one.id)).collect();
    let asked: Vec<FulfillmentInput> = sent.iter().filter_map(|one| inputs.get(&one.id).cloned()).collect();
    let mut came: HashMap<Uuid, Came> = call.iter().map(|one| (one.id, Came::NotSent)).collect();
    match cx.send(fulfillments::create(client, &asked)).await? {
        Ok(told) => {
            let silent = || Came::Unclear("the store has not said what came of it".to_owned());
            let of = |told: Option<fulfillments::Created>| match told {
                None => silent(),
                Some(told) => match (told.refusal(), told.fulfillment) {
                    (Some(why), _) => Came::Refused(why),
                    (None, Some(made)) => Came::Made(made),
                    // An error of the store beside it may have hidden a parcel that was made.
                    (None, None) => silent(),
                },
            };
            came.extend(sent.iter().zip(told).map(|(one, told)| (one.id, of(told))));
        }
        Err(error @ (E::Unclear { .. } | E::Malformed { .. })) => {
            came.extend(sent.iter().map(|one| (one.id, Came::Unclear(error.to_string()))));
        }
        Err(E::Rejected { reason, .. }) if sent.len() == 1 => {
            came.extend(sent.iter().map(|one| (one.id, Came::Refused(reason.clone()))));
        }
        Err(error) => {
            let (ids, why) = (&sent.iter().map(|one| one.id).collect::<Vec<_>>(), &error.to_string());
            let (now, is_parted) = (&ground.at(cx.clock().now()), matches!(error, E::Rejected { .. }));
            let write = |tx: Tx| async move {
                drop_all(&tx, now, ids, why).await?;
                // They go once more, each half for itself.
                if is_parted { withdraw(&tx, ids).await } else { Ok(()) }
            };
            cx.write(write).await?;
            return if is_parted { Ok(None) } else { Err(Error::Shopify(error).into()) };
        }
    }
    let (now, told) = (&ground.at(cx.clock().now()), &came);
    cx.write(|tx| async move { record(&tx, now, (call, all), told).await }).await?;
    Ok(Some(came))
}

impl Outgoing<'_> {
    fn input(&self, notify_customer: bool) -> FulfillmentInput {
        let piece =
            |(id, quantity): (&i64, &i64)| Piece { id: gid("FulfillmentOrderLineItem", *id), quantity: *quantity };
        let part = |(id, lines): (&i64, &BTreeMap<i64, i64>)| OfFulfillmentOrder {
            fulfillment_order_id: gid("FulfillmentOrder", *id),
            fulfillment_order_line_items: lines.iter().map(piece).collect(),
        };
        FulfillmentInput {
            notify_customer,
            tracking_info: self.shipment.tracking.clone(),
            line_items_by_fulfillment_order: self.parcel.parts.iter().map(part).collect(),
        }
    }

    fn row(&self, ground: &Ground) -> Result<shipped::Model, Error> {
        let tracking = self.shipment.tracking.clone().unwrap_or_default();
        Ok(shipped::Model {
            id: self.id,
            shop_code: ground.shop.code.clone(),
            shipment_id: self.shipment.id,
            shipment_number: self.shipment.number.clone(),
            shopify_order_id: self.shipment.order_id,
            shopify_order_number: self.shipment.order_number.clone(),
            shopify_fulfillment_id: 0,
            name: String::new(),
            origin: Origin::BackOffice,
            location_id: self.parcel.location_id,
            tracking_company: tracking.company.unwrap_or_default(),
            tracking_number: tracking.number,
            tracking_url: tracking.url.unwrap_or_default(),
            quantity: self.parcel.pieces.values().sum(),
            created_at: ground.now,
            pieces: written(&self.parcel.pieces)?,
            known_before: self.known.iter().map(i64::to_string).collect::<Vec<_>>().join(","),
        })
    }
}

pub(super) fn gid(kind: &str, number: i64) -> String {
    Gid::new(kind, u64::try_from(number).unwrap_or_default()).to_string()
}

/// Writes down what is asked for now, of those shipments about which nobody has decided otherwise. Gives which these are.
async fn begin(
    tx: &Tx,
    ground: &Ground,
    all: &[Outgoing<'_>],
    inputs: &HashMap<Uuid, FulfillmentInput>,
) -> Result<HashSet<Uuid>, Error> {
    let shipments: BTreeSet<Uuid> = all.iter().map(|one| one.shipment.id).collect();
    let ready: HashSet<Uuid> = header::Entity::find()
        .select_only()
        .column(header::Column::Id)
        .filter(header::Column::Id.is_in(shipments))
        .filter(header::Column::SourceDeliveryId.eq(READY))
        .order_by_asc(header::Column::Id)
        .lock_exclusive()
        .into_tuple::<Uuid>()
        .all(tx)
        .await?
        .into_iter()
        .collect();
    let (mut rows, mut intended) = (Vec::new(), Vec::new());
    for one in all.iter().filter(|one| ready.contains(&one.shipment.id)) {
        let Some(input) = inputs.get(&one.id) else { continue };
        let variables = serde_json::to_value(input).map_err(|error| Error::Unwritable(error.to_string()))?;
        let first = one.parcel.parts.keys().next().copied().unwrap_or_default();
        intended.push(Intended {
            id: one.id,
            subject: gid("FulfillmentOrder", first),
            document_name: one.shipment.number.to_string(),
            variables: serde_json::json!({ "fulfillment": variables }),
        });
        rows.push(one.row(ground)?.into_active_model());
    }
    insert_many(tx, rows).await?;
    begin_all(tx, &ground.seen(), (SORT, &ground.shop.code), &intended).await?;
    Ok(intended.into_iter().map(|one| one.id).collect())
}

/// None of them was made, and none is asked for any more.
pub(super) async fn drop_all(tx: &Tx, ground: &Ground, ids: &[Uuid], why: &str) -> Result<(), Error> {
    if ids.is_empty() {
        return Ok(());
    }
    for change in changes(tx, ids).await?.values() {
        say(tx, &ground.seen(), change, State::Failed, why).await?;
    }
    shipped::Entity::delete_many()
        .filter(shipped::Column::Id.is_in(ids.iter().copied()))
        .filter(shipped::Column::ShopifyFulfillmentId.eq(0))
        .exec(tx)
        .await?;
    Ok(tx.changed::<shipped::Entity>(ids).await?)
}

/// A parcel that was asked for is there.
pub(super) async fn made(
    tx: &Tx,
    ground: &Ground,
    change: &operations::Model,
    (id, name): (i64, &str),
) -> Result<(), Error> {
    shipped::Entity::update_many()
        .col_expr(shipped::Column::ShopifyFulfillmentId, Expr::value(id))
        .col_expr(shipped::Column::Name, Expr::value(name))
        .filter(shipped::Column::Id.eq(change.id))
        .exec(tx)
        .await?;
    say(tx, &ground.seen(), change, State::Done, "").await?;
    Ok(tx.changed::<shipped::Entity>(&[change.id]).await?)
}

/// Writes down what came of each parcel of a call, and that the shipments are sent of which all is there. One whose parcels are
/// in several parts of a call that was refused as a whole has to wait for the others.
async fn record(
    tx: &Tx,
    ground: &Ground,
    (call, all): (&[Outgoing<'_>], &[Outgoing<'_>]),
    came: &HashMap<Uuid, Came>,
) -> Result<(), Error> {
    let changes = changes(tx, &call.iter().map(|one| one.id).collect::<Vec<_>>()).await?;
    let count = |of: &[Outgoing<'_>], id: Uuid| of.iter().filter(|one| one.shipment.id == id).count();
    let mut whole: HashMap<Uuid, Option<i64>> = HashMap::new();
    for one in call {
        let shipment = one.shipment.id;
        let id = match (came.get(&one.id), changes.get(&one.id)) {
            (Some(Came::Made(parcel)), Some(change)) => {
                let id = number(&parcel.id);
                made(tx, ground, change, (id, parcel.name.as_str())).await?;
                Some(id)
            }
            (Some(Came::Refused(why)), Some(_)) => {
                drop_all(tx, ground, &[one.id], why).await?;
                None
            }
            (Some(Came::Unclear(why)), Some(change)) => {
                say(tx, &ground.seen(), change, State::Sent, why).await?;
                None
            }
            _ => None,
        };
        let is_sent = id.filter(|_| one.is_last && count(call, shipment) == count(all, shipment));
        let of_shipment = whole.entry(shipment).or_insert(is_sent);
        *of_shipment = of_shipment.and(is_sent);
    }
    let said: Vec<(Uuid, i64)> = whole.into_iter().filter_map(|(shipment, id)| Some((shipment, id?))).collect();
    Ok(say_deliveries(tx, &said).await?)
}

async fn changes(tx: &Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, operations::Model>, Error> {
    let found = operations::Entity::find().filter(operations::Column::Id.is_in(ids.iter().copied()));
    Ok(found.all(tx).await?.into_iter().map(|change| (change.id, change)).collect())
}
