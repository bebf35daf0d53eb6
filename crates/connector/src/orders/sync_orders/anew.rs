//! What is staged of orders is taken away and staged anew, in one transaction: customers, items and errors that were written
//! on it are forgotten, documents are not.

use database::Tx;
use uuid::Uuid;

use super::decide::Stored;
use super::fetch::Fetched;
use super::stage::{Counts, put, read};
use crate::Error;
use crate::orders::import::{self, Imported};
use crate::orders::mapping::Ground;
use crate::orders::process::prove;
use crate::orders::refunds;
use crate::orders::staged::{self, Sale, order};
use crate::orders::{document_links, updates};
use crate::shops::options::CurrencyHandling;
use crate::skipped::{self, Skipped};

/// Stages anew what was fetched, and keeps its documents. What can't be read stays as it was staged.
pub(super) async fn stage(tx: &Tx, ground: &Ground, page: &[Fetched], object: i32) -> Result<Counts, Error> {
    let ids: Vec<i64> = page.iter().map(|fetched| fetched.shopify_order_id).collect();
    let stored = read(tx, &ground.shop.domain, page).await?;
    let linked = document_links::of_orders(tx, &ids).await?;
    let (mut imported, mut old, mut failed) = (Vec::<Imported>::new(), Vec::<Uuid>::new(), Vec::new());
    for fetched in page {
        let Some(sale) = stored.staged.get(&fetched.shopify_order_id) else { continue };
        let read = fetched.order.as_ref().map_err(Clone::clone);
        let order = read.and_then(|order| import::document(&ground.import(), order, &fetched.content_hash, None));
        match order {
            Ok(mut order) => {
                keep_decision(&sale.order, &mut order.document.sale.order);
                if linked.contains_key(&fetched.shopify_order_id) {
                    keep_document(&sale.order, &mut order.document.sale.order);
                }
                old.push(sale.order.id);
                imported.push(order);
            }
            Err(why) => {
                let remedy = "What is staged of it stays as it is; correct the order in Shopify.".to_owned();
                failed.push(Skipped::order_failed(&sale.order, why.to_string(), remedy, object));
            }
        }
    }
    refunds::staged::forget(tx, &old).await?;
    staged::delete(tx, &old).await?;
    updates::forget(tx, &old).await?;
    tx.changed::<order::Entity>(&old).await?;
    let with_document: Vec<_> = imported
        .iter()
        .filter(|order| linked.get(&order.document.sale.order.shopify_order_id).is_some_and(|linked| linked.is_open))
        .map(|order| order.document.sale.clone())
        .collect();
    let mut counts = Counts { failed: failed.len() as u64, ..Counts::default() };
    put(tx, ground, &Stored::default(), imported, &mut counts).await?;
    for handling in [CurrencyHandling::ShopCurrency, CurrencyHandling::PresentmentCurrency] {
        let is_in = |sale: &&Sale| sale.order.processed && sale.order.processed_currency_handling == handling;
        let sales: Vec<_> = with_document.iter().filter(is_in).map(|sale| (sale.clone(), false)).collect();
        let orders: Vec<_> = sales.iter().map(|(sale, _)| sale.order.clone()).collect();
        prove(tx, handling, &sales, &orders).await?;
    }
    skipped::record(tx, &ground.seen(), failed).await?;
    Ok(Counts { updated: counts.created, created: 0, ..counts })
}

/// What a person has decided about the order.
fn keep_decision(before: &order::Model, now: &mut order::Model) {
    now.set_aside = before.set_aside;
    now.set_aside_reason = before.set_aside_reason.clone();
}

/// What the order knows of its document.
fn keep_document(before: &order::Model, now: &mut order::Model) {
    now.processed = before.processed;
    now.sales_order_number = before.sales_order_number.clone();
    now.sales_invoice_number = before.sales_invoice_number.clone();
    now.processed_currency_handling = before.processed_currency_handling;
    now.send_document_number = before.send_document_number;
    now.sell_to_customer_number = before.sell_to_customer_number.clone();
    now.bill_to_customer_number = before.bill_to_customer_number.clone();
    now.salesperson_code = before.salesperson_code.clone();
}
