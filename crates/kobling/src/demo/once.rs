use anyhow::{Result, bail};
use back_office::posting_jobs::{BATCH_POST_INVOICES, BATCH_POST_ORDERS};
use chrono::Months;
use connector::catalogs::{SYNC_CATALOG_PRICES, SYNC_CATALOGS};
use connector::companies::SYNC_COMPANIES;
use connector::customers::SYNC_CUSTOMERS;
use connector::disputes::SYNC_DISPUTES;
use connector::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS, staged};
use connector::payouts::SYNC_PAYOUTS;
use connector::payouts::month_end::month_end;
use connector::products::{self, SYNC_IMAGES, SYNC_PRODUCTS};
use connector::shipments::SYNC_SHIPMENTS;
use connector::shipments::staged::shipped;
use connector::shops::runs_for_shops;
use connector::stock::SYNC_STOCK;
use connector::{Started, Sync, sync};
use job_queue::schedule::Schedule;
use job_queue::{Filters, NewEntry, Outcome, log};
use runtime::{Scope, Shutdown};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

use super::SHOP;
use super::world::World;
use crate::assembly::Program;
use crate::follow::follow;
use crate::output::{Output, table};
use crate::serve::work;
use crate::{report, signals};

/// How many orders the store has.
const ORDERS: usize = 100;

/// Runs every task once through the job queue, and shows what came of it.
///
/// # Errors
/// When a task fails.
pub async fn once(output: Output) -> Result<()> {
    let (mut scope, shutdown) = (Scope::new(), Shutdown::new());
    signals::listen(&mut scope, &shutdown)?;
    let world = World::new(ORDERS, &shutdown).await?;
    let program = &world.program;
    let _right = program.right_to_run_jobs()?;
    let (mut jobs, stop) = (Scope::new(), shutdown.child());
    work(&mut jobs, program, true, &stop);
    let mut runs = Vec::new();
    for (object, options) in until_there_are_sales_orders() {
        runs.push(run(program, object, options, &shutdown).await?);
    }
    // What is posted whole is no sales order any more.
    let sold = sales_orders(program).await?;
    for (object, options) in after_that() {
        runs.push(run(program, object, options, &shutdown).await?);
    }
    stop.request();
    jobs.join().await;
    let totals = totals(program, sold).await?;
    let tasks = runs.iter().map(report::task).collect::<Vec<_>>();
    let months = months(program).await?;
    output.show(&json!({ "tasks": tasks, "totals": totals, "monthEnd": months }), &text(&runs, &totals));
    Ok(())
}

/// The tasks with what their request pages say, in their order: all that comes in becomes sales orders.
fn until_there_are_sales_orders() -> [(i32, Value); 9] {
    [
        (SYNC_PRODUCTS, Value::Null),
        (SYNC_PRODUCTS, json!({ "onlySyncPrices": true })),
        (SYNC_IMAGES, Value::Null),
        (SYNC_CUSTOMERS, Value::Null),
        (SYNC_COMPANIES, Value::Null),
        (SYNC_CATALOGS, Value::Null),
        (SYNC_CATALOG_PRICES, Value::Null),
        (SYNC_ORDERS, Value::Null),
        (CREATE_SALES_ORDERS, Value::Null),
    ]
}

/// They are posted and sent. Stock is compared before: whatever is sent changes its order in the store, and as long as so many
/// changes are not read nobody can tell what was sold.
fn after_that() -> [(i32, Value); 6] {
    [
        (SYNC_STOCK, Value::Null),
        (BATCH_POST_ORDERS, json!({ "ship": true, "invoice": true })),
        (SYNC_SHIPMENTS, Value::Null),
        (BATCH_POST_INVOICES, Value::Null),
        (SYNC_PAYOUTS, Value::Null),
        (SYNC_DISPUTES, Value::Null),
    ]
}

async fn run(program: &Program, object: i32, options: Value, shutdown: &Shutdown) -> Result<log::Model> {
    let started = start(program, object, options).await?;
    let run = follow(program, started.id(), shutdown).await?;
    if run.result == Outcome::Error {
        bail!("{} has failed: {}", run.description, run.error_message);
    }
    Ok(run)
}

/// Starts a task: for the shop, where it runs for one.
async fn start(program: &Program, object: i32, options: Value) -> Result<Started> {
    let (queue, caller, time_zone) = (&program.queue, &program.caller, program.zone().await?);
    if queue.registry().get(object).is_some_and(|found| runs_for_shops(&found)) {
        let asked = Sync { shop: SHOP.to_owned(), object, options, filters: Filters::new(), time_zone };
        return Ok(sync(&program.connector, queue, caller, &asked).await?);
    }
    let new = &NewEntry {
        options,
        schedule: Schedule::once(time_zone),
        user: caller.user_name.clone(),
        ..NewEntry::now(object)
    };
    let enqueued = program.db.write(|tx| async move { queue.enqueue(&tx, new).await }).await?;
    Ok(Started::Background(enqueued))
}

async fn sales_orders(program: &Program) -> Result<u64> {
    use back_office::sales::{DocumentType, header};
    let sales_orders = &header::Entity::find().filter(header::Column::DocumentType.eq(DocumentType::Order));
    let count = |r| async move { Ok::<_, database::Error>(sales_orders.clone().count(&r).await?) };
    Ok(program.db.read(count).await?)
}

async fn totals(program: &Program, sold: u64) -> Result<Value> {
    use back_office::sales::posted::{Kind, header};
    let invoices = &header::Entity::find().filter(header::Column::Kind.eq(Kind::Invoice));
    let parcels = &shipped::Entity::find().filter(shipped::Column::ShopifyFulfillmentId.ne(0));
    let count = |r| async move {
        let products = products::staged::product::Entity::find().count(&r).await?;
        let imported = staged::order::Entity::find().count(&r).await?;
        let invoiced = invoices.clone().count(&r).await?;
        let sent = parcels.clone().count(&r).await?;
        Ok::<_, database::Error>((products, imported, invoiced, sent))
    };
    let (products, imported, invoiced, sent) = program.db.read(count).await?;
    Ok(json!({
        "shopifyProducts": products, "shopifyOrders": imported, "salesOrders": sold, "postedInvoices": invoiced,
        "shopifyFulfillments": sent,
    }))
}

/// Both sides of the months in which the orders were placed, and what nothing explains of the difference.
async fn months(program: &Program) -> Result<Vec<Value>> {
    let today = program.clock.now().with_timezone(&program.zone().await?).date_naive();
    let mut sections = Vec::new();
    for back in [2, 1, 0] {
        let month = (today - Months::new(back)).format("%Y-%m").to_string();
        let end = month_end(&program.connector, SHOP, &month).await?;
        sections.extend(end.sections.iter().map(|one| {
            json!({
                "month": month, "section": one.kind.caption(), "shopify": one.shopify, "ledger": one.ledger,
                "rest": one.rest,
            })
        }));
    }
    Ok(sections)
}

fn text(runs: &[log::Model], totals: &Value) -> String {
    let head = ["Task", "Result", "What it did"].map(str::to_owned).to_vec();
    let rows = runs.iter().map(|run| {
        let name = format!("{} {}", run.object_id_to_run, run.object_caption_to_run);
        vec![name, run.result.to_string(), report::words(&run.summary().unwrap_or_default())]
    });
    let [products, imported, sold] = ["shopifyProducts", "shopifyOrders", "salesOrders"].map(|total| &totals[total]);
    let [invoiced, sent] = ["postedInvoices", "shopifyFulfillments"].map(|total| &totals[total]);
    let table = table(head, rows);
    format!(
        "{table}\n\nShopify products: {products}. Shopify orders: {imported}. Sales orders: {sold}. Posted invoices: {invoiced}. Fulfillments in Shopify: {sent}."
    )
}
