use anyhow::Result;
use chrono_tz::Tz;
use connector::disputes::SYNC_DISPUTES;
use connector::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS};
use connector::payouts::SYNC_PAYOUTS;
use connector::products::SYNC_PRODUCTS;
use connector::shipments::SYNC_SHIPMENTS;
use connector::stock::SYNC_STOCK;
use job_queue::NewEntry;
use job_queue::schedule::{Schedule, Weekdays};
use serde_json::{Value, json};

use super::SHOP;
use crate::assembly::Program;

/// Minutes between two imports of orders.
const MINUTES: i32 = 1;
/// Minutes between two imports of products.
const HOUR: i32 = 60;

/// The demo's schedule: orders are imported every minute, and become sales orders after it, so that whoever looks sees the
/// shop live. Products come in, their prices, their stock and what was shipped go out, and payouts and disputes are read every
/// hour. All are made to run once at first.
///
/// # Errors
/// When the job queue refuses.
pub async fn plan(program: &Program, zone: Tz) -> Result<()> {
    let (queue, caller) = (&program.queue, &program.caller);
    let import = "Import orders every minute";
    let create = "Create sales orders after the import";
    let (products, prices) = ("Import products every hour", "Send prices every hour");
    let (shipments, stock) = ("Send shipments every hour", "Send stock every hour");
    let (payouts, disputes) = ("Import payouts every hour", "Read disputes every hour");
    let all = [
        (SYNC_PRODUCTS, Value::Null, products, HOUR),
        (SYNC_PRODUCTS, json!({ "onlySyncPrices": true }), prices, HOUR),
        (SYNC_ORDERS, Value::Null, import, MINUTES),
        (CREATE_SALES_ORDERS, Value::Null, create, MINUTES),
        (SYNC_SHIPMENTS, Value::Null, shipments, HOUR),
        (SYNC_STOCK, Value::Null, stock, HOUR),
        (SYNC_PAYOUTS, Value::Null, payouts, HOUR),
        (SYNC_DISPUTES, Value::Null, disputes, HOUR),
    ];
    let planned = all.map(|(object, options, description, minutes)| {
        let schedule = Schedule::every(minutes, Weekdays::ALL, zone);
        let first = NewEntry {
            options,
            scope: SHOP.to_owned(),
            user: caller.user_name.clone(),
            max_attempts: 3,
            schedule: Schedule::once(zone),
            ..NewEntry::now(object)
        };
        [first.clone(), NewEntry { description: description.to_owned(), schedule, ..first }]
    });
    let planned = &planned;
    let write = |tx| async move {
        for entry in planned.iter().flatten() {
            queue.enqueue(&tx, entry).await?;
        }
        Ok::<_, job_queue::Error>(())
    };
    Ok(program.db.write(write).await?)
}
