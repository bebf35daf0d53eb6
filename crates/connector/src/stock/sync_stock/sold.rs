//! What the store has sold: what of it has no document here, and what it has taken since Shopify's number was known.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::orders::Order;
use uuid::Uuid;

use crate::Error;
use crate::orders::import::{TakenLine, number, taken};
use crate::orders::options::SetAside;
use crate::orders::staged::{line, order};
use crate::orders::sync_orders::Unread;
use crate::orders::to_import;
use crate::orders::updates::{self, Part};

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
    /// Whether these are only those that are more than was staged of an order that has its document.
    is_more: bool,
}

/// What the store has sold of some variants.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sold {
    /// Of which.
    asked: HashSet<i64>,
    by_variant: HashMap<i64, Vec<Line>>,
}

impl Sold {
    /// How many of a variant no document here takes from the stock of a location. What is sent from nobody knows where is
    /// taken from all of them: too few are better than one too many.
    pub fn waiting(&self, variant: i64, location: i64) -> i64 {
        self.waiting_lines(variant, location).map(|(_, pieces)| pieces).sum()
    }

    /// The same by order, by its id in Shopify.
    pub fn waiting_lines(&self, variant: i64, location: i64) -> impl Iterator<Item = (i64, i64)> {
        let lines = self.of(variant).filter(move |line| line.location == location || line.location == 0);
        lines.map(|line| (line.order, line.waiting))
    }

    /// How many of a variant were taken from Shopify's number at a location since then, by Shopify's clock.
    pub fn taken_since(&self, variant: i64, location: i64, since: DateTime<Utc>) -> i64 {
        self.at(variant, location).filter(|line| line.made_at > since).map(|line| line.taken).sum()
    }

    /// When the last of the known orders was made that took something of a variant from a location.
    pub fn last_made(&self, variant: i64, location: i64) -> Option<DateTime<Utc>> {
        self.at(variant, location).map(|line| line.made_at).max()
    }

    /// The same of the orders that were made before then.
    pub fn last_made_before(&self, variant: i64, location: i64, then: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.at(variant, location).map(|line| line.made_at).filter(|made| *made < then).max()
    }

    fn of(&self, variant: i64) -> impl Iterator<Item = &Line> {
        self.by_variant.get(&variant).into_iter().flatten()
    }

    fn at(&self, variant: i64, location: i64) -> impl Iterator<Item = &Line> {
        self.of(variant).filter(move |line| line.location == location)
    }

    /// Forgets orders; of those that have their document only what is more.
    fn forget(&mut self, orders: &HashSet<i64>, done: &HashMap<i64, Uuid>) {
        let is_gone = |line: &Line| orders.contains(&line.order) && (line.is_more || !done.contains_key(&line.order));
        for lines in self.by_variant.values_mut() {
            lines.retain(|line| !is_gone(line));
        }
    }

    fn add(&mut self, line: Line) {
        if self.asked.contains(&line.variant) {
            self.by_variant.entry(line.variant).or_default().push(line);
        }
    }
}

/// What is known here of what a store has sold of these variants: of orders without a document all of it, of the others what
/// was sold since then, and what was added to them after their documents were made.
pub(crate) async fn sold(
    c: &impl ConnectionTrait,
    store: &str,
    variants: &[i64],
    since: Option<DateTime<Utc>>,
) -> Result<Sold, Error> {
    let mut sold = Sold { asked: variants.iter().copied().collect(), by_variant: HashMap::new() };
    for some in variants.chunks(NAMED) {
        staged(c, store, some, since, &mut sold).await?;
    }
    to_import(c, store, &mut sold).await?;
    Ok(sold)
}

async fn staged(
    c: &impl ConnectionTrait,
    store: &str,
    variants: &[i64],
    since: Option<DateTime<Utc>>,
    sold: &mut Sold,
) -> Result<(), Error> {
    let mut concerned =
        Condition::any().add(order::Column::Processed.eq(false)).add(order::Column::HasOrderStateError.eq(true));
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
    let ids: HashSet<Uuid> = lines.iter().map(|line| line.order_id).collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let mut orders = HashMap::with_capacity(ids.len());
    for some in ids.chunks(NAMED) {
        let found = order::Entity::find()
            .select_only()
            .columns([order::Column::Id, order::Column::CreatedAt, order::Column::Processed, order::Column::SetAside])
            .filter(order::Column::Id.is_in(some.iter().copied()))
            .into_tuple::<(Uuid, DateTime<Utc>, bool, SetAside)>()
            .all(c)
            .await?;
        orders
            .extend(found.into_iter().map(|(id, made_at, processed, set_aside)| (id, (made_at, processed, set_aside))));
    }
    let done: Vec<Uuid> = orders.iter().filter(|(_, (_, processed, _))| *processed).map(|(id, _)| *id).collect();
    let added = added(c, &done).await?;
    for line in lines {
        let Some((made_at, processed, set_aside)) = orders.get(&line.order_id).copied() else { continue };
        let (current, to_send) = (whole(line.current_quantity), whole(line.fulfillable_quantity));
        let waiting = match (processed, set_aside) {
            (true, _) => added.get(&(line.order_id, line.line_id.to_string())).copied().unwrap_or_default(),
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
            is_more: false,
        });
    }
    Ok(())
}

/// How many pieces Shopify has added to these orders after their documents were made, by order and line: until a person has
/// looked at that, no document takes them.
async fn added(c: &impl ConnectionTrait, orders: &[Uuid]) -> Result<HashMap<(Uuid, String), i64>, Error> {
    use updates::{Column, Entity};
    let mut added = HashMap::new();
    for some in orders.chunks(NAMED) {
        let changed = Entity::find()
            .filter(Column::OrderId.is_in(some.iter().copied()))
            .filter(Column::Part.is_in([Part::Quantity, Part::Line]));
        for change in changed.all(c).await? {
            let more = pieces(&change.after) - pieces(&change.before);
            if more > 0 {
                *added.entry((change.order_id, change.line_id)).or_default() += more;
            }
        }
    }
    Ok(added)
}

/// How many pieces a change tells of: as `3`, or of a line that came, as `3 × 100`.
fn pieces(told: &str) -> i64 {
    let quantity = told.split(' ').next().and_then(|quantity| quantity.parse::<Decimal>().ok());
    quantity.and_then(|quantity| quantity.trunc().to_i64()).unwrap_or_default()
}

/// What waits to be imported goes before what is staged of the same orders.
async fn to_import(c: &impl ConnectionTrait, store: &str, sold: &mut Sold) -> Result<(), Error> {
    use to_import::{Column, Entity};
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
        let read = |row: &to_import::Model| {
            let order = serde_json::from_str::<Order>(&row.content).ok()?;
            Some((order, row.set_aside != SetAside::Blank))
        };
        let told: Vec<(Order, bool)> = page.iter().filter_map(read).collect();
        let told: Vec<(&Order, bool)> = told.iter().map(|(order, is_aside)| (order, *is_aside)).collect();
        sold.say(c, store, &told).await?;
    }
}

impl Sold {
    /// The same with orders that nobody has read yet: what they say now goes before what was known of them.
    pub async fn with(mut self, c: &impl ConnectionTrait, store: &str, unread: &Unread) -> Result<Self, Error> {
        use to_import::{Column, Entity};
        let Unread::Orders(orders) = unread else { return Ok(self) };
        if orders.is_empty() {
            return Ok(self);
        }
        let aside: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::ShopifyOrderId)
            .filter(Column::Store.eq(store))
            .filter(Column::ShopifyOrderId.is_in(orders.iter().map(|order| number(&order.id))))
            .filter(Column::SetAside.ne(SetAside::Blank))
            .into_tuple()
            .all(c)
            .await?;
        let is_aside = |order: &Order| aside.contains(&number(&order.id));
        let told: Vec<(&Order, bool)> = orders.iter().map(|order| (order, is_aside(order))).collect();
        self.say(c, store, &told).await?;
        Ok(self)
    }

    /// Takes what orders say now, and whether they are set aside, for what was known of them. One that has its document is
    /// left to that, but for what is more of it than is staged.
    async fn say(&mut self, c: &impl ConnectionTrait, store: &str, told: &[(&Order, bool)]) -> Result<(), Error> {
        let ids: HashSet<i64> = told.iter().map(|(order, _)| number(&order.id)).collect();
        let known: Vec<(Uuid, i64, bool, SetAside)> = order::Entity::find()
            .select_only()
            .columns([
                order::Column::Id,
                order::Column::ShopifyOrderId,
                order::Column::Processed,
                order::Column::SetAside,
            ])
            .filter(order::Column::Store.eq(store))
            .filter(order::Column::ShopifyOrderId.is_in(ids.iter().copied()))
            .into_tuple()
            .all(c)
            .await?;
        let done: HashMap<i64, Uuid> =
            known.iter().filter(|(_, _, processed, _)| *processed).map(|(id, order, ..)| (*order, *id)).collect();
        let aside: HashSet<i64> =
            known.iter().filter(|(.., set_aside)| *set_aside != SetAside::Blank).map(|(_, order, ..)| *order).collect();
        let staged = staged_of(c, &done).await?;
        self.forget(&ids, &done);
        for (order, is_aside) in told {
            let (id, made_at) = (number(&order.id), order.created_at);
            for line in taken(order) {
                let TakenLine { line, variant, location, current, to_send } = line;
                let is_more = done.contains_key(&id);
                let more = current - staged.get(&line).copied().unwrap_or_default();
                let (taken, waiting) = match is_more {
                    true => (more.max(0), more.max(0)),
                    // What is done with elsewhere is sent from the same shelf.
                    false if *is_aside || aside.contains(&id) => (current, to_send),
                    false => (current, current),
                };
                self.add(Line { order: id, made_at, variant, location, taken, waiting, is_more });
            }
        }
        Ok(())
    }
}

/// What is staged of the lines of orders that have their documents, by their ids in Shopify.
async fn staged_of(c: &impl ConnectionTrait, done: &HashMap<i64, Uuid>) -> Result<HashMap<i64, i64>, Error> {
    if done.is_empty() {
        return Ok(HashMap::new());
    }
    let lines: Vec<(i64, values::money::Quantity)> = line::Entity::find()
        .select_only()
        .columns([line::Column::LineId, line::Column::CurrentQuantity])
        .filter(line::Column::OrderId.is_in(done.values().copied()))
        .into_tuple()
        .all(c)
        .await?;
    Ok(lines.into_iter().map(|(line, current)| (line, whole(current))).collect())
}

/// Whole pieces: a store sells no others.
fn whole(quantity: values::money::Quantity) -> i64 {
    quantity.decimal().trunc().to_i64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_says_of_how_many_pieces_it_is() {
        assert_eq!((pieces("3"), pieces("3 × 99.5"), pieces("2.0"), pieces("")), (3, 3, 2, 0));
    }
}
