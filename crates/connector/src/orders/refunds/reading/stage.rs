//! What was told of refunds and returns becomes rows, and changes what its order sells.

use std::collections::HashMap;

use database::{Notice, Tx, search};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use shopify::documents::refunds::OrderWithRefunds;
use uuid::Uuid;

use super::effect::{apply, is_taken_back};
use super::rows::{Read, rows};
use crate::Error;
use crate::orders::SYNC_ORDERS;
use crate::orders::import::number;
use crate::orders::mapping::Ground;
use crate::orders::refunds::staged::{Back, read_back, refund, replace, returned};
use crate::orders::staged::{self, Sale, line, order, tax_line, transaction};
use crate::orders::{document_links, gift_cards, updates};
use crate::skipped::{self, Skipped};

/// What was said of an order, by its id in Shopify, or why it can't be read.
pub(super) type Told = (u64, Result<OrderWithRefunds, String>);

/// Stages what was said of the orders that were `due`. One that is gone in Shopify is due no more. Gives how many could not
/// be staged: each is written down, and stays due.
pub(super) async fn stage(tx: &Tx, ground: &Ground, due: &[i64], said: &[Told]) -> Result<u64, Error> {
    let orders: Vec<order::Model> = staged::read(tx, &ground.shop.domain, due).await?.into_values().collect();
    let ids: Vec<Uuid> = orders.iter().map(|order| order.id).collect();
    let sales = staged::read_sales(tx, orders).await?;
    let (refunds, returns) = read_back(tx, &ids).await?;
    let (refunds, returns) = (of_each(refunds, |one| one.order_id), of_each(returns, |one| one.order_id));
    let taxes = tax_line::Entity::find().filter(tax_line::Column::OrderId.is_in(ids.iter().copied())).all(tx).await?;
    let taxes = of_each(taxes, |one| one.order_id);
    let paid = transaction::Column::OrderId.is_in(ids.iter().copied());
    let paid = of_each(transaction::Entity::find().filter(paid).all(tx).await?, |one| one.order_id);
    let said: HashMap<u64, &Result<OrderWithRefunds, String>> = said.iter().map(|(id, told)| (*id, told)).collect();
    let import = ground.import();
    let (mut before, mut read) = (HashMap::new(), Vec::new());
    let (mut all, mut failed, mut taken_back) = (Vec::new(), Vec::new(), Vec::new());
    for mut sale in sales {
        let id = sale.order.id;
        let told = match u64::try_from(sale.order.shopify_order_id).ok().and_then(|id| said.get(&id)) {
            Some(Ok(told)) => told,
            Some(Err(why)) => {
                failed.push(unstaged(&sale, why.clone()));
                continue;
            }
            None => {
                keep(tx, &sale, &sale).await?;
                continue;
            }
        };
        let (refunds, returns) = (some(&refunds, id), some(&returns, id));
        let of_order =
            Read { sale: &sale, tax_lines: some(&taxes, id), transactions: some(&paid, id), refunds, returns };
        match rows(&import, of_order, told) {
            Ok((back, exchanged)) => {
                before.insert(sale.order.shopify_order_id, sale.clone());
                apply(&mut sale, some(&taxes, id), &back, &exchanged);
                stamp(tx, told, &sale).await?;
                let is_cancelled = sale.order.cancelled_at.is_some() && sale.order.has_order_state_error;
                if is_cancelled && is_taken_back(&sale, &back) {
                    taken_back.push(sale.order.shopify_order_id);
                }
                read.push(sale);
                all.push(back);
            }
            Err(why) => failed.push(unstaged(&sale, why.to_string())),
        }
    }
    // What an exchange has added to an order, and what was never paid, is no change of its document after all.
    updates::note(tx, ground, &before, &mut read).await?;
    settle(tx, &mut read, &taken_back).await?;
    for sale in &read {
        keep(tx, before.get(&sale.order.shopify_order_id).unwrap_or(sale), sale).await?;
    }
    search::keep::<order::Entity>(tx, read.iter().map(|sale| &sale.order)).await?;
    tell(tx, &refunds, &returns, &all).await?;
    replace(tx, &read.iter().map(|sale| sale.order.id).collect::<Vec<_>>(), all).await?;
    gift_cards::see(tx, ground, &read).await?;
    tx.changed::<order::Entity>(&ids).await?;
    solve(tx, ground, &read).await?;
    let count = failed.len() as u64;
    skipped::record(tx, &ground.seen(), failed).await?;
    Ok(count)
}

/// That an order was cancelled is nothing to be settled where its document is posted, and those of its refunds take back
/// all of it.
async fn settle(tx: &Tx, read: &mut [Sale], taken_back: &[i64]) -> Result<(), Error> {
    if taken_back.is_empty() {
        return Ok(());
    }
    let linked = document_links::of_orders(tx, taken_back).await?;
    let is_posted = |order: &order::Model| {
        taken_back.contains(&order.shopify_order_id)
            && linked.get(&order.shopify_order_id).is_some_and(|linked| !linked.is_open)
    };
    let mut settled = Vec::new();
    for order in read.iter_mut().map(|sale| &mut sale.order).filter(|order| is_posted(order)) {
        (order.has_order_state_error, order.has_error) = (false, false);
        order.error_message.clear();
        settled.push(order.id);
    }
    updates::forget(tx, &settled).await
}

/// Rows by the orders that they are of.
fn of_each<T>(rows: Vec<T>, order: fn(&T) -> Uuid) -> HashMap<Uuid, Vec<T>> {
    rows.into_iter().fold(HashMap::new(), |mut all, row| {
        all.entry(order(&row)).or_insert_with(Vec::new).push(row);
        all
    })
}

fn some<T>(all: &HashMap<Uuid, Vec<T>>, order: Uuid) -> &[T] {
    all.get(&order).map(Vec::as_slice).unwrap_or_default()
}

/// Writes back what the order sells now, and that it is due no more.
async fn keep(tx: &Tx, before: &Sale, sale: &Sale) -> Result<(), Error> {
    let order = &sale.order;
    let read = order::ActiveModel {
        refunds_due: Set(false),
        refunds_read_at: Set(Some(order.updated_at)),
        has_credits: Set(order.has_credits),
        has_order_state_error: Set(order.has_order_state_error),
        has_error: Set(order.has_error),
        error_message: Set(order.error_message.clone()),
        not_sold_amount: Set(order.not_sold_amount),
        presentment_not_sold_amount: Set(order.presentment_not_sold_amount),
        not_sold_vat_amount: Set(order.not_sold_vat_amount),
        presentment_not_sold_vat_amount: Set(order.presentment_not_sold_vat_amount),
        not_sold_discount_amount: Set(order.not_sold_discount_amount),
        presentment_not_sold_discount_amount: Set(order.presentment_not_sold_discount_amount),
        ..Default::default()
    };
    order::Entity::update_many().set(read).filter(order::Column::Id.eq(order.id)).exec(tx).await?;
    for (_, line) in before.lines.iter().zip(&sale.lines).filter(|(before, line)| before != line) {
        let changed = line::ActiveModel {
            exchange_item: Set(line.exchange_item),
            not_sold_quantity: Set(line.not_sold_quantity),
            ..Default::default()
        };
        line::Entity::update_many().set(changed).filter(line::Column::Id.eq(line.id)).exec(tx).await?;
    }
    Ok(())
}

/// Names the refund on each of its payments.
async fn stamp(tx: &Tx, said: &OrderWithRefunds, sale: &Sale) -> Result<(), Error> {
    for refund in &said.refunds {
        let ids: Vec<i64> = refund.transactions.nodes.iter().map(|one| number(&one.id)).collect();
        if ids.is_empty() {
            continue;
        }
        let named = transaction::ActiveModel { refund_id: Set(number(&refund.id)), ..Default::default() };
        transaction::Entity::update_many()
            .set(named)
            .filter(transaction::Column::OrderId.eq(sale.order.id))
            .filter(transaction::Column::TransactionId.is_in(ids))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Tells whoever looks at refunds or returns that some have changed.
async fn tell(
    tx: &Tx,
    refunds: &HashMap<Uuid, Vec<refund::Model>>,
    returns: &HashMap<Uuid, Vec<returned::Model>>,
    all: &[Back],
) -> Result<(), Error> {
    if !refunds.is_empty() || all.iter().any(|back| !back.refunds.is_empty()) {
        tx.notify(Notice::new("shopifyRefunds", "")).await?;
    }
    if !returns.is_empty() || all.iter().any(|back| !back.returns.is_empty()) {
        tx.notify(Notice::new("shopifyReturns", "")).await?;
    }
    Ok(())
}

/// Takes away that these orders could not be read. What this run wrote down is of the orders themselves, and what keeps an
/// order from its document is taken up by another object: both stay.
async fn solve(tx: &Tx, ground: &Ground, read: &[Sale]) -> Result<(), Error> {
    use skipped::Column;
    let solved: Vec<i64> = skipped::Entity::find()
        .select_only()
        .column(Column::ShopifyId)
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::Kind.eq(skipped::Kind::Order))
        .filter(Column::ShopifyId.is_in(read.iter().map(|sale| sale.order.shopify_order_id)))
        .filter(Column::RetryObjectId.eq(SYNC_ORDERS))
        .filter(Column::JobQueueLogEntryId.ne(ground.run))
        .into_tuple()
        .all(tx)
        .await?;
    skipped::solve(tx, &ground.shop.code, skipped::Kind::Order, &solved).await
}

fn unstaged(sale: &Sale, why: String) -> Skipped {
    let remedy =
        "The refunds are read again at each run, and the order waits for them; correct them in Shopify if it stays.";
    Skipped::order_failed(
        &sale.order,
        format!("A refund or return can't be imported: {why}."),
        remedy.into(),
        SYNC_ORDERS,
    )
}
