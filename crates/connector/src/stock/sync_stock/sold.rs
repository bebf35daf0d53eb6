//! What the store has sold: what of it has no document here, and what it has taken since Shopify's number was known.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::orders::Order;

use crate::Error;
use crate::orders::import::{TakenLine, number, taken};
use crate::orders::options::SetAside;
use crate::orders::staged::{line, order};
use crate::orders::sync_orders::Unread;
use crate::orders::to_import;

/// As many variants are named in a statement.
const NAMED: usize = 1_000;
/// As many orders to import are read at a time.
const PAGE: u64 = 200;

/// A line of an order of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    /// The order's id in Shopify.
    order: i64,
    /// When it was made, by Shopify's clock.
    made_at: DateTime<Utc>,
    /// The variant.
    variant: i64,
    /// The location; 0 for none that is known.
    location: i64,
    /// How many it took from Shopify's number.
    taken: i64,
    /// How many of them no document here takes from the stock.
    waiting: i64,
}

/// What the store has sold of some variants.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sold {
    by_variant: HashMap<i64, Vec<Line>>,
}

impl Sold {
    /// How many of a variant no document here takes from the stock of a location. What is sent from nobody knows where is
    /// taken from all of them: too few are better than one too many.
    pub fn waiting(&self, variant: i64, location: i64) -> i64 {
        self.of(variant).filter(|line| line.location == location || line.location == 0).map(|line| line.waiting).sum()
    }

    /// How many of a variant were taken from Shopify's number at a location since then, by Shopify's clock.
    pub fn taken_since(&self, variant: i64, location: i64, since: DateTime<Utc>) -> i64 {
        self.at(variant, location).filter(|line| line.made_at > since).map(|line| line.taken).sum()
    }

    /// When the last of the known orders was made that took something of a variant from a location.
    pub fn last_made(&self, variant: i64, location: i64) -> Option<DateTime<Utc>> {
        self.at(variant, location).map(|line| line.made_at).max()
    }

    fn of(&self, variant: i64) -> impl Iterator<Item = &Line> {
        self.by_variant.get(&variant).into_iter().flatten()
    }

    fn at(&self, variant: i64, location: i64) -> impl Iterator<Item = &Line> {
        self.of(variant).filter(move |line| line.location == location)
    }

    fn forget(&mut self, orders: &HashSet<i64>) {
        for lines in self.by_variant.values_mut() {
            lines.retain(|line| !orders.contains(&line.order));
        }
    }

    fn add(&mut self, line: Line) {
        self.by_variant.entry(line.variant).or_default().push(line);
    }
}

/// What is known here of what a store has sold of these variants: of orders without a document all of it, of the others what
/// was sold since then.
pub(crate) async fn sold(
    c: &impl ConnectionTrait,
    store: &str,
    variants: &[i64],
    since: Option<DateTime<Utc>>,
) -> Result<Sold, Error> {
    let mut sold = Sold::default();
    for some in variants.chunks(NAMED) {
        staged(c, store, some, since, &mut sold).await?;
    }
    to_import(c, store, variants, &mut sold).await?;
    Ok(sold)
}

async fn staged(
    c: &impl ConnectionTrait,
    store: &str,
    variants: &[i64],
    since: Option<DateTime<Utc>>,
    sold: &mut Sold,
) -> Result<(), Error> {
    let mut concerned = Condition::any().add(order::Column::Processed.eq(false));
    if let Some(since) = since {
        concerned = concerned.add(order::Column::CreatedAt.gt(since));
    }
    let lines = line::Entity::find()
        .filter(line::Column::ShopifyVariantId.is_in(variants.iter().copied()))
        .filter(
            line::Column::OrderId.in_subquery(
                sea_orm::sea_query::Query::select()
                    .column(order::Column::Id)
                    .from(order::Entity)
                    .cond_where(
                        Condition::all()
                            .add(order::Column::Store.eq(store))
                            .add(order::Column::CancelledAt.is_null())
                            .add(concerned),
                    )
                    .to_owned(),
            ),
        )
        .all(c)
        .await?;
    let ids: HashSet<_> = lines.iter().map(|line| line.order_id).collect();
    let ids: Vec<_> = ids.into_iter().collect();
    let mut orders = HashMap::with_capacity(ids.len());
    for some in ids.chunks(NAMED) {
        let found = order::Entity::find()
            .select_only()
            .columns([order::Column::Id, order::Column::CreatedAt, order::Column::Processed, order::Column::SetAside])
            .filter(order::Column::Id.is_in(some.iter().copied()))
            .into_tuple::<(uuid::Uuid, DateTime<Utc>, bool, SetAside)>()
            .all(c)
            .await?;
        orders
            .extend(found.into_iter().map(|(id, made_at, processed, set_aside)| (id, (made_at, processed, set_aside))));
    }
    for line in lines {
        let Some((made_at, processed, set_aside)) = orders.get(&line.order_id).copied() else { continue };
        let (current, to_send) = (whole(line.current_quantity), whole(line.fulfillable_quantity));
        let waiting = match (processed, set_aside) {
            (true, _) => 0,
            (false, SetAside::Blank) => current,
            // What is done with elsewhere is sent from the same shelf.
            (false, _) => to_send,
        };
        sold.add(Line {
            order: line.shopify_order_id,
            made_at,
            variant: line.shopify_variant_id,
            location: line.location_id,
            taken: current,
            waiting,
        });
    }
    Ok(())
}

async fn to_import(c: &impl ConnectionTrait, store: &str, variants: &[i64], sold: &mut Sold) -> Result<(), Error> {
    use to_import::{Column, Entity};
    let asked: HashSet<i64> = variants.iter().copied().collect();
    let mut last = 0;
    loop {
        let page = Entity::find()
            .filter(Column::Store.eq(store))
            .filter(Column::ShopifyOrderId.gt(last))
            .order_by_asc(Column::ShopifyOrderId)
            .limit(PAGE)
            .all(c)
            .await?;
        let Some(end) = page.last() else { return Ok(()) };
        last = end.shopify_order_id;
        for waiting in &page {
            let Ok(order) = serde_json::from_str::<Order>(&waiting.content) else { continue };
            let is_set_aside = waiting.set_aside != SetAside::Blank;
            for line in taken(&order).into_iter().filter(|line| asked.contains(&line.variant)) {
                sold.add(without_document(waiting.shopify_order_id, order.created_at, line, is_set_aside));
            }
        }
    }
}

fn without_document(order: i64, made_at: DateTime<Utc>, line: TakenLine, is_set_aside: bool) -> Line {
    let TakenLine { variant, location, current, to_send } = line;
    Line { order, made_at, variant, location, taken: current, waiting: if is_set_aside { to_send } else { current } }
}

impl Sold {
    /// The same with orders that nobody has read yet: what they say now goes before what was known of them. One that has a
    /// document is left to that.
    pub async fn with(mut self, c: &impl ConnectionTrait, store: &str, unread: &Unread) -> Result<Self, Error> {
        let Unread::Orders(orders) = unread else { return Ok(self) };
        let ids: Vec<i64> = orders.iter().map(|order| number(&order.id)).collect();
        let known = order::Entity::find()
            .select_only()
            .columns([order::Column::ShopifyOrderId, order::Column::SetAside])
            .filter(order::Column::Store.eq(store))
            .filter(order::Column::ShopifyOrderId.is_in(ids.iter().copied()));
        let done: Vec<(i64, SetAside)> =
            known.clone().filter(order::Column::Processed.eq(true)).into_tuple().all(c).await?;
        let aside: Vec<(i64, SetAside)> =
            known.filter(order::Column::SetAside.ne(SetAside::Blank)).into_tuple().all(c).await?;
        let done: HashSet<i64> = done.into_iter().map(|(id, _)| id).collect();
        let aside: HashSet<i64> = aside.into_iter().map(|(id, _)| id).collect();
        self.forget(&ids.iter().copied().filter(|id| !done.contains(id)).collect());
        for (order, id) in orders.iter().zip(ids).filter(|(_, id)| !done.contains(id)) {
            for line in taken(order) {
                self.add(without_document(id, order.created_at, line, aside.contains(&id)));
            }
        }
        Ok(self)
    }
}

/// Whole pieces: a store sells no others.
fn whole(quantity: values::money::Quantity) -> i64 {
    use rust_decimal::prelude::ToPrimitive;
    quantity.decimal().trunc().to_i64().unwrap_or_default()
}
