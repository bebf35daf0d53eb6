//! A page becomes rows, in the transaction that moves the watermark.

use std::ops::AddAssign;

use database::{Notice, Tx, insert_many};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::decide::{Decision, Stored, Tried, decide};
use super::fetch::Fetched;
use super::filter::OrderFilter;
use super::threshold::Threshold;
use crate::Error;
use crate::orders::gift_cards;
use crate::orders::import::Imported;
use crate::orders::mapping::{Ground, Lookup, create_customers, map};
use crate::orders::options::SetAside;
use crate::orders::refunds::reading as refunds;
use crate::orders::staged::{self, Document, Sale, Told, order};
use crate::orders::{elsewhere, to_import, updates};
use crate::outbound_webhooks::{self, Event, order_staged};
use crate::skipped::{self, Skipped};
use crate::{links, mappings, watermark};

/// What a page, or several, did.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// Orders that are staged now.
    pub created: u64,
    /// Staged orders that are refreshed.
    pub updated: u64,
    /// Orders that say what they said before.
    pub unchanged: u64,
    /// Orders that can't become documents yet.
    pub skipped: u64,
    /// Orders that could not be imported.
    pub failed: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.skipped += other.skipped;
        self.failed += other.failed;
    }
}

/// What orders go through to be staged: the shop and what it stands on, the filters of the run, and what keeps an order
/// from entering as new.
#[derive(Clone, Copy, Debug)]
pub(super) struct Door<'a> {
    pub ground: &'a Ground,
    pub filter: &'a OrderFilter,
    pub threshold: Threshold,
}

/// Stages the orders of a page as the door lets them through, maps them, and writes down the rest: what waits, what
/// failed, what is skipped. As few statements as possible, however many orders.
pub(super) async fn stage(tx: &Tx, door: &Door<'_>, page: &[Fetched], tried: Tried) -> Result<Counts, Error> {
    let ground = door.ground;
    let stored = read(tx, &ground.shop.domain, page).await?;
    let import = ground.import();
    let mut counts = Counts::default();
    let (mut rows, mut imported, mut settled, mut unchanged) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut failures = Vec::new();
    for fetched in page {
        let was_waiting = stored.waiting.get(&fetched.shopify_order_id).map(|row| row.id);
        match decide(&import, (door.filter, &door.threshold), &stored, fetched, tried) {
            Decision::Unchanged { staged } => {
                counts.unchanged += 1;
                if !staged {
                    continue;
                }
                let changed = fetched.order.as_ref().map(|order| order.updated_at).ok();
                let sale = stored.staged.get(&fetched.shopify_order_id);
                unchanged.extend(sale.map(|sale| &sale.order).zip(changed));
            }
            // Who has named an archived order is told that it stays out.
            Decision::StaysOut => counts.skipped += u64::from(tried == Tried::Named),
            Decision::Wait(row) => rows.push(*row),
            Decision::Failed(row) => {
                counts.failed += 1;
                failures.extend(failure(ground, &row));
                rows.push(*row);
            }
            Decision::Stage(order) => imported.push(*order),
        }
        settled.extend(was_waiting);
    }
    refunds::ask_again(tx, &unchanged, tried == Tried::Settling).await?;
    let waiting: Vec<_> = settled.iter().copied().chain(rows.iter().map(|row| row.id)).collect();
    tx.changed::<to_import::Entity>(&waiting).await?;
    if !settled.is_empty() {
        to_import::Entity::delete_many().filter(to_import::Column::Id.is_in(settled)).exec(tx).await?;
    }
    skipped::record(tx, &ground.seen(), failures).await?;
    insert_many(tx, rows.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    put(tx, ground, &stored, imported, &mut counts).await?;
    Ok(counts)
}

pub(super) async fn read(connection: &impl ConnectionTrait, store: &str, page: &[Fetched]) -> Result<Stored, Error> {
    let ids: Vec<i64> = page.iter().map(|fetched| fetched.shopify_order_id).collect();
    let waiting = to_import::Entity::find()
        .filter(to_import::Column::Store.eq(store))
        .filter(to_import::Column::ShopifyOrderId.is_in(ids.iter().copied()))
        .all(connection)
        .await?;
    let orders = staged::read(connection, store, &ids).await?;
    let numbers = page.iter().filter_map(|fetched| fetched.order.as_ref().ok()).map(|order| order.name.as_str());
    let elsewhere = elsewhere::read(connection, store, numbers).await?;
    let sales = staged::read_sales(connection, orders.into_values().collect()).await?;
    Ok(Stored {
        waiting: waiting.into_iter().map(|row| (row.shopify_order_id, row)).collect(),
        staged: sales.into_iter().map(|sale| (sale.order.shopify_order_id, sale)).collect(),
        elsewhere,
    })
}

/// Links, maps and inserts what is staged.
pub(super) async fn put(
    tx: &Tx,
    ground: &Ground,
    stored: &Stored,
    imported: Vec<Imported>,
    counts: &mut Counts,
) -> Result<(), Error> {
    if imported.is_empty() {
        return Ok(());
    }
    // A buyer becomes a customer once, whichever card of the store meets it, or the customers' own sync; and what that or a
    // person says of a buyer meanwhile is not written over. So it is with companies, where any have bought.
    if imported.iter().any(|order| order.company.is_some()) {
        watermark::take_turn(tx, &ground.shop.domain, watermark::Kind::Companies).await?;
    }
    watermark::take_turn(tx, &ground.shop.domain, watermark::Kind::Customers).await?;
    let (random, now) = (&ground.random, ground.now);
    let variants = imported.iter().flat_map(|order| order.variants.iter().cloned()).collect();
    links::see_variants(tx, random, now, &ground.shop.code, variants).await?;
    let customers = imported.iter().filter_map(|order| order.customer.clone()).collect();
    links::see_customers(tx, random, now, &ground.shop.domain, customers).await?;
    let companies = imported.iter().filter_map(|order| order.company.clone()).collect();
    links::see_companies(tx, random, now, &ground.shop.domain, companies).await?;

    let (mut sales, told): (Vec<Sale>, Vec<Told>) =
        imported.into_iter().map(|order| (order.document.sale, order.document.told)).unzip();
    mappings::see(tx, ground, &sales).await?;
    // Who has sold an order is settled when it comes, and stays whatever Shopify changes; one that has its document keeps
    // it even when it is imported anew.
    let is_new = |sale: &&mut Sale| !sale.order.processed && !stored.staged.contains_key(&sale.order.shopify_order_id);
    for sale in sales.iter_mut().filter(is_new) {
        sale.order.salesperson_code = ground.mappings.salesperson(sale.order.staff_member_id);
    }
    let (left_out, solved) = map_all(tx, ground, &mut sales).await?;
    counts.skipped += left_out.len() as u64;
    updates::note(tx, ground, &stored.staged, &mut sales).await?;
    let is_settled = |sale: &&Sale| sale.order.fully_paid || sale.order.cancelled_at.is_some();
    let settled: Vec<_> = sales.iter().filter(is_settled).map(|sale| sale.order.shopify_order_id).collect();
    let was_staged = |sale: &&Sale| stored.staged.contains_key(&sale.order.shopify_order_id);
    let updated: Vec<_> = sales.iter().filter(was_staged).map(|sale| sale.order.id).collect();
    counts.updated += updated.len() as u64;
    counts.created += (sales.len() - updated.len()) as u64;
    let is_elsewhere = |sale: &&Sale| sale.order.set_aside == SetAside::ProcessedElsewhere && !was_staged(sale);
    let orders: Vec<_> = sales.iter().filter(is_elsewhere).map(|sale| &sale.order).collect();
    elsewhere::came(tx, &ground.shop.domain, &orders).await?;
    sales.iter_mut().for_each(|sale| sale.order.refunds_due = refunds::is_due(sale));
    staged::delete(tx, &updated).await?;
    let whole = |(sale, told)| Document { sale, told };
    staged::insert(tx, sales.iter().cloned().zip(told).map(whole).collect()).await?;
    tell(tx, ground, &sales, stored).await?;
    gift_cards::see(tx, ground, &sales).await?;
    skipped::solve(tx, &ground.shop.code, skipped::Kind::Order, &solved).await?;
    skipped::solve(tx, &ground.shop.code, skipped::Kind::Change, &settled).await?;
    skipped::record(tx, &ground.seen(), left_out).await?;
    tx.notify(Notice::new("shopifyOrders", "")).await?;
    Ok(())
}

/// Tells who wants to know of the orders that were staged.
async fn tell(tx: &Tx, ground: &Ground, sales: &[Sale], stored: &Stored) -> Result<(), Error> {
    let listeners = outbound_webhooks::listeners(tx, Event::OrderStaged).await?;
    if listeners.is_empty() {
        return Ok(());
    }
    let is_new = |order: &order::Model| !stored.staged.contains_key(&order.shopify_order_id);
    let told = sales.iter().map(|sale| order_staged(&sale.order, is_new(&sale.order))).collect();
    Ok(outbound_webhooks::tell(tx, (ground.now, &ground.random), Event::OrderStaged, &listeners, told).await?)
}

/// Maps what is not processed yet. Returns what is skipped, and the ids of what was skipped before and no longer is.
/// What becomes a document in this same run is told by the step that makes it.
async fn map_all(tx: &Tx, ground: &Ground, sales: &mut [Sale]) -> Result<(Vec<Skipped>, Vec<i64>), Error> {
    let ids: Vec<i64> = sales.iter().map(|sale| sale.order.shopify_order_id).collect();
    let mut open = skipped::open(tx, &ground.shop.code, skipped::Kind::Order, &ids).await?;
    let mut lookup = Lookup::read(tx, ground, sales).await?;
    create_customers(tx, ground, &mut lookup, sales).await?;
    let mut left_out = Vec::new();
    for sale in sales.iter_mut().filter(|sale| sale.order.awaits_document()) {
        let causes = map(tx, ground, &mut lookup, sale).await?;
        if causes.is_empty() {
            continue;
        }
        open.remove(&sale.order.shopify_order_id);
        if !(ground.shop.auto_create_orders && sale.order.auto_create) {
            left_out.push(Skipped::order(&sale.order, &causes, crate::orders::CREATE_SALES_ORDERS));
        }
    }
    lookup.save(tx).await?;
    Ok((left_out, open.into_iter().collect()))
}

/// Why an order could not be imported; nobody is told of one that is set aside.
fn failure(ground: &Ground, row: &to_import::Model) -> Option<Skipped> {
    (row.set_aside == SetAside::Blank).then(|| Skipped {
        shop_code: ground.shop.code.clone(),
        kind: skipped::Kind::Order,
        shopify_id: row.shopify_order_id,
        document_name: row.order_number.clone(),
        cause: row.error_message.clone(),
        remedy: "It is tried again at each run; correct the order in Shopify if it stays.".to_owned(),
        retry_object_id: crate::orders::SYNC_ORDERS,
    })
}
