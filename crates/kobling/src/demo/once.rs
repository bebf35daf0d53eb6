use anyhow::{Result, bail};
use connector::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS, staged};
use connector::products::{self, SYNC_PRODUCTS};
use connector::{Sync, sync};
use job_queue::{Filters, Outcome, log};
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
    let prices = json!({ "onlySyncPrices": true });
    let in_order = [
        (SYNC_PRODUCTS, Value::Null),
        (SYNC_PRODUCTS, prices),
        (SYNC_ORDERS, Value::Null),
        (CREATE_SALES_ORDERS, Value::Null),
    ];
    for (object, options) in in_order {
        runs.push(run(program, object, options, &shutdown).await?);
    }
    stop.request();
    jobs.join().await;
    let totals = totals(program).await?;
    let tasks = runs.iter().map(report::task).collect::<Vec<_>>();
    output.show(&json!({ "tasks": tasks, "totals": totals }), &text(&runs, &totals));
    Ok(())
}

async fn run(program: &Program, object: i32, options: Value, shutdown: &Shutdown) -> Result<log::Model> {
    let asked =
        Sync { shop: SHOP.to_owned(), object, options, filters: Filters::new(), time_zone: program.zone().await? };
    let started = sync(&program.connector, &program.queue, &program.caller, &asked).await?;
    let run = follow(program, started.id(), shutdown).await?;
    if run.result == Outcome::Error {
        bail!("{} has failed: {}", run.description, run.error_message);
    }
    Ok(run)
}

async fn totals(program: &Program) -> Result<Value> {
    use back_office::sales::{DocumentType, header};
    let sales_orders = &header::Entity::find().filter(header::Column::DocumentType.eq(DocumentType::Order));
    let count = |r| async move {
        let products = products::staged::product::Entity::find().count(&r).await?;
        let imported = staged::order::Entity::find().count(&r).await?;
        let sold = sales_orders.clone().count(&r).await?;
        Ok::<_, database::Error>((products, imported, sold))
    };
    let (products, imported, sold) = program.db.read(count).await?;
    Ok(json!({ "shopifyProducts": products, "shopifyOrders": imported, "salesOrders": sold }))
}

fn text(runs: &[log::Model], totals: &Value) -> String {
    let head = ["Task", "Result", "What it did"].map(str::to_owned).to_vec();
    let rows = runs.iter().map(|run| {
        let name = format!("{} {}", run.object_id_to_run, run.object_caption_to_run);
        vec![name, run.result.to_string(), report::words(&run.summary().unwrap_or_default())]
    });
    let [products, imported, sold] = ["shopifyProducts", "shopifyOrders", "salesOrders"].map(|total| &totals[total]);
    let table = table(head, rows);
    format!("{table}\n\nShopify products: {products}. Shopify orders: {imported}. Sales orders: {sold}.")
}
