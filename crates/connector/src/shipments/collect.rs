//! The posted shipments that are to be sent, a page of them with all that is known of them here.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use back_office::sales::posted::{Kind, header, line};
use back_office::sales::{LineKind, posted};
use back_office::shipping_agents;
use database::condition;
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::fulfillments::Tracking;
use uuid::Uuid;
use values::money::Quantity;
use values::{Code, Filter};

use super::freight::Freight;
use super::need::Line;
use super::number::READY;
use super::plan::Places;
use super::reason::Reason;
use super::staged::shipped::{self, Pieces};
use super::tracking::{Agents, tracking};
use crate::orders::SOURCE_KIND;
use crate::orders::mapping::Ground;
use crate::orders::staged::order;
use crate::{Error, locations, shops};

/// So many are read at a time.
pub(super) const PAGE: u64 = 250;

/// A posted shipment of a Shopify order.
#[derive(Clone, Debug)]
pub(super) struct Shipment {
    /// Its id.
    pub id: Uuid,
    /// Its number.
    pub number: Code<20>,
    /// The order's id in Shopify.
    pub order_id: i64,
    /// What people call the order.
    pub order_number: String,
    /// Its lines that are lines of the order.
    pub lines: Vec<Line>,
    /// By what the buyer follows it.
    pub tracking: Option<Tracking>,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// Those that may be sent.
    pub shipments: Vec<Shipment>,
    /// Those of which it is known without asking what becomes of them.
    pub told: Vec<(Shipment, Reason)>,
    /// The number after which the next page begins; none after the last.
    pub last: Option<Code<20>>,
}

/// What is read once for all pages.
#[derive(Clone, Debug)]
pub(super) struct Known {
    agents: Agents,
    /// Which locations of the store are which of the back office.
    pub places: Places,
    /// Whether shipments are told here whose orders nobody knows: once, not by each shop.
    tells_unknown: bool,
}

impl Known {
    pub(super) async fn read(c: &impl ConnectionTrait, shop: &shops::Model) -> Result<Self, Error> {
        let agents = shipping_agents::Entity::find().all(c).await?;
        let of_shop = locations::Entity::find().filter(locations::Column::ShopCode.eq(shop.code.clone()));
        let mut places = Places::new();
        for place in of_shop.all(c).await?.into_iter().filter(|place| !place.default_location_code.is_blank()) {
            places.entry(place.default_location_code).or_default().insert(place.location_id);
        }
        let enabled = shops::Entity::find().filter(shops::Column::Enabled.eq(true));
        let first = enabled.order_by_asc(shops::Column::Code).one(c).await?;
        Ok(Self {
            agents: agents.into_iter().map(|agent| (agent.code.clone(), agent)).collect(),
            places,
            tells_unknown: first.is_none_or(|first| first.code == shop.code),
        })
    }
}

/// The next page of a shop's shipments that are to be sent and that a filter lets through, in the order of their numbers.
pub(super) async fn page(
    c: &impl ConnectionTrait,
    (ground, known): (&Ground, &Known),
    filter: &Filter,
    after: Option<&Code<20>>,
) -> Result<Page, Error> {
    use header::{Column, Entity};
    let mut query = Entity::find()
        .filter(Column::Kind.eq(Kind::Shipment))
        .filter(Column::SourceKind.eq(SOURCE_KIND))
        .filter(Column::SourceDeliveryId.eq(READY))
        .filter(condition::<Entity>(c, filter)?);
    if let Some(after) = after {
        query = query.filter(Column::Number.gt(after.clone()));
    }
    let headers = query.order_by_asc(Column::Number).limit(PAGE).all(c).await?;
    let is_full = u64::try_from(headers.len()).is_ok_and(|count| count == PAGE);
    let last = headers.last().map(|header| header.number.clone()).filter(|_| is_full);
    let orders = orders(c, &headers).await?;
    let mut lines = lines(c, &headers).await?;
    let freight = Freight::read(c, &orders.values().map(|order| order.id).collect::<Vec<_>>()).await?;
    let mut page = Page { last, ..Page::default() };
    for header in headers {
        let order = orders.get(&header.source_id);
        if !order.map_or(known.tells_unknown, |order| order.shop_code == ground.shop.code) {
            continue;
        }
        let lines = lines.remove(&header.id).unwrap_or_default();
        let tracked = tracking(&header, &known.agents);
        let shipment = shipment(&header, (lines.as_slice(), &freight), tracked.as_ref().ok().cloned().flatten());
        let has_goods = lines.iter().any(|line| is_goods(line, &freight));
        match (has_goods, order, tracked) {
            (false, ..) => page.told.push((shipment, Reason::NoGoods)),
            (true, None, _) => page.told.push((shipment, Reason::UnknownOrder(header.source_number))),
            (true, Some(_), Err(reason)) => page.told.push((shipment, reason)),
            (true, Some(_), Ok(_)) => page.shipments.push(shipment),
        }
    }
    Ok(page)
}

fn shipment(
    header: &header::Model,
    (lines, freight): (&[posted::line::Model], &Freight),
    tracking: Option<Tracking>,
) -> Shipment {
    let line = |line: &posted::line::Model| {
        let line_id = line.source_id.parse().ok().filter(|id| *id > 0)?;
        Some(Line { line_id, quantity: whole(line.quantity), location: line.location_code.clone() })
    };
    let goods = lines.iter().filter(|line| is_goods(line, freight));
    Shipment {
        id: header.id,
        number: header.number.clone(),
        order_id: header.source_id.parse().unwrap_or_default(),
        order_number: header.source_number.clone(),
        lines: goods.filter_map(line).filter(|line| line.quantity > 0).collect(),
        tracking,
    }
}

/// Whether there is something in it that may be sent: freight is not, also where it is sold as an item.
fn is_goods(line: &posted::line::Model, freight: &Freight) -> bool {
    line.kind == LineKind::Item && line.quantity > Quantity::ZERO && !freight.has(&line.source_id)
}

/// As many whole pieces as come nearest to it.
fn whole(quantity: Quantity) -> i64 {
    let rounded = quantity.decimal().round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_i64().unwrap_or(i64::MAX)
}

async fn orders(c: &impl ConnectionTrait, headers: &[header::Model]) -> Result<HashMap<String, order::Model>, Error> {
    let ids: BTreeSet<i64> = headers.iter().filter_map(|header| header.source_id.parse().ok()).collect();
    let found = order::Entity::find().filter(order::Column::ShopifyOrderId.is_in(ids)).all(c).await?;
    Ok(found.into_iter().map(|order| (order.shopify_order_id.to_string(), order)).collect())
}

async fn lines(
    c: &impl ConnectionTrait,
    headers: &[header::Model],
) -> Result<HashMap<Uuid, Vec<posted::line::Model>>, Error> {
    let ids: Vec<Uuid> = headers.iter().map(|header| header.id).collect();
    let found = line::Entity::find()
        .filter(line::Column::DocumentId.is_in(ids))
        .order_by_asc(line::Column::LineNumber)
        .all(c)
        .await?;
    let mut lines: HashMap<Uuid, Vec<posted::line::Model>> = HashMap::new();
    found.into_iter().for_each(|line| lines.entry(line.document_id).or_default().push(line));
    Ok(lines)
}

/// What was sent of orders before, by which shipment and in which parcel.
#[derive(Clone, Debug, Default)]
pub(super) struct Sent(Vec<shipped::Model>);

impl Sent {
    /// Of these orders.
    pub(super) async fn read(c: &impl ConnectionTrait, orders: &[i64]) -> Result<Self, Error> {
        let query = shipped::Entity::find().filter(shipped::Column::ShopifyOrderId.is_in(orders.iter().copied()));
        Ok(Self(query.order_by_asc(shipped::Column::Id).all(c).await?))
    }

    /// How many of each line of a shipment were.
    pub(super) fn of_shipment(&self, shipment: Uuid) -> Pieces {
        let of_it = self.0.iter().filter(|row| row.shipment_id == shipment && row.shopify_fulfillment_id != 0);
        sum(of_it)
    }

    /// The last fulfilment of a shipment; 0 where it has none.
    pub(super) fn last_of(&self, shipment: Uuid) -> i64 {
        let of_it = self.0.iter().filter(|row| row.shipment_id == shipment);
        of_it.map(|row| row.shopify_fulfillment_id).rfind(|id| *id != 0).unwrap_or_default()
    }

    /// What of each parcel of an order belongs to a shipment.
    pub(super) fn taken_of(&self, order: i64) -> HashMap<i64, Pieces> {
        let mut taken: HashMap<i64, Vec<&shipped::Model>> = HashMap::new();
        for row in self.0.iter().filter(|row| row.shopify_order_id == order && row.shopify_fulfillment_id != 0) {
            taken.entry(row.shopify_fulfillment_id).or_default().push(row);
        }
        taken.into_iter().map(|(parcel, rows)| (parcel, sum(rows.into_iter()))).collect()
    }
}

fn sum<'a>(rows: impl Iterator<Item = &'a shipped::Model>) -> Pieces {
    let mut pieces: Pieces = BTreeMap::new();
    for row in rows {
        row.pieces().into_iter().for_each(|(line, count)| *pieces.entry(line).or_default() += count);
    }
    pieces
}
