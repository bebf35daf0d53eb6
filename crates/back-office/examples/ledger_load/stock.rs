use back_office::item_ledger::entry::{ActiveModel, Model};
use back_office::item_ledger::{DocumentType, EntryType};
use back_office::items::variant;
use back_office::sales::Context;
use back_office::{Result, locations};
use database::{Engine, Tx, insert_many};
use job_queue::Queue;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel};
use serde_json::Value;
use values::Code;
use values::money::Amount;

use crate::company;

/// Each item has so many variants.
const VARIANTS: u32 = 5;
const LOCATIONS: u32 = 5;
/// How many are made in one transaction.
const AT_A_TIME: usize = 20_000;

/// Makes a company with so many variants and item ledger entries, which lie at each location in turn.
pub async fn make(queue: &Queue, variants: u32, entries: u32) -> crate::Result<Value> {
    let (db, random) = (queue.db(), queue.random().clone());
    let cx = &Context { now: queue.clock().now(), random, user: "LOAD".to_owned() };
    db.write(|tx| async move { company::make(&tx, variants / VARIANTS, cx).await }).await?;
    db.write(|tx| async move { make_places(&tx, variants, cx).await }).await?;
    let numbers: Vec<u32> = (0..entries).collect();
    for numbers in numbers.chunks(AT_A_TIME) {
        let row = |at: &u32| entry(*at, variants, cx);
        db.write(|tx| async move { Result::<_>::Ok(insert_many(&tx, numbers.iter().map(row).collect()).await?) })
            .await?;
    }
    // As a database in use keeps itself.
    let tidy = match db.engine() {
        Engine::Sqlite => "ANALYZE",
        Engine::Postgres => "ANALYZE item_ledger_entry",
    };
    db.write(|tx: Tx| async move { Result::<_>::Ok(tx.execute_unprepared(tidy).await.map(drop)?) }).await?;
    Ok(Value::Null)
}

async fn make_places(tx: &Tx, variants: u32, cx: &Context) -> Result<()> {
    let location = |at| locations::Model { id: cx.random.id(cx.now), code: location_code(at), name: String::new() };
    insert_many(tx, (0..LOCATIONS).map(|at| location(at).into_active_model().reset_all()).collect()).await?;
    let variant = |at: u32| variant::Model {
        id: cx.random.id(cx.now),
        item_number: company::item_number(at / VARIANTS),
        code: variant_code(at),
        description: format!("Variant {at}"),
        blocked: false,
        sales_blocked: false,
    };
    insert_many(tx, (0..variants).map(|at| variant(at).into_active_model().reset_all()).collect()).await?;
    Ok(())
}

fn location_code(at: u32) -> Code<10> {
    Code::cut(&format!("PLACE-{at}"))
}

fn variant_code(at: u32) -> Code<10> {
    Code::cut(&format!("V{}", at % VARIANTS))
}

/// Entries come in the order of time, which is none of items.
fn entry(at: u32, variants: u32, cx: &Context) -> ActiveModel {
    let variant = at % variants;
    let entry = Model {
        id: cx.random.id(cx.now),
        entry_number: i64::from(at) + 1,
        item_number: company::item_number(variant / VARIANTS),
        variant_code: variant_code(variant),
        location_code: location_code(at / variants % LOCATIONS),
        posting_date: cx.now.date_naive(),
        entry_type: EntryType::PositiveAdjustment,
        source_number: Code::blank(),
        document_type: DocumentType::Blank,
        document_number: Code::cut(&format!("ADJ-{at}")),
        document_line_number: 0,
        order_number: Code::blank(),
        order_line_number: 0,
        description: String::new(),
        quantity: i32::try_from(at % 9 + 1).unwrap_or(1).into(),
        invoiced_quantity: 0.into(),
        completely_invoiced: true,
        remaining_quantity: i32::try_from(at % 9 + 1).unwrap_or(1).into(),
        open: true,
        expected_cost_posted: Amount::ZERO,
        unit_of_measure_code: Code::cut("PCS"),
        cost_amount_expected: Amount::ZERO,
        cost_amount_actual: Amount::ZERO,
        sales_amount_expected: Amount::ZERO,
        sales_amount_actual: Amount::ZERO,
    };
    entry.into_active_model().reset_all()
}
