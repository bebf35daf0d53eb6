use back_office::items::{Column, Entity};
use back_office::{Result, availability};
use chrono::NaiveDate;
use database::Read;
use job_queue::Queue;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, Statement};
use serde_json::{Value, json};
use values::Code;

/// What is on hand, by item, variant and location, as anyone would ask for it.
const SUM: &str = "SELECT item_number, variant_code, location_code, CAST(SUM(quantity) AS bigint) AS quantity \
                   FROM item_ledger_entry GROUP BY item_number, variant_code, location_code";

/// Works out what is available of all items, and adds up the item ledger with plain SQL, so many times in turns. Says how
/// long each took, and what both came to.
pub async fn measure(queue: &Queue, times: usize) -> crate::Result<Value> {
    let (db, clock) = (queue.db(), queue.clock());
    let numbers = Entity::find().select_only().column(Column::Number).into_tuple::<Code<20>>();
    let items = &db.read(|r| async move { Result::<_>::Ok(numbers.all(&r).await?) }).await?;
    let today = clock.now().date_naive();
    let (mut product, mut plain, mut said) = (Vec::new(), Vec::new(), Value::Null);
    for _ in 0..times {
        let began = clock.monotonic();
        let worked_out = db.read(|r| async move { worked_out(&r, items, today).await }).await?;
        product.push(microseconds(clock.monotonic() - began));
        let began = clock.monotonic();
        let added_up = db.read(|r| async move { added_up(&r).await }).await?;
        plain.push(microseconds(clock.monotonic() - began));
        if worked_out != added_up {
            return Err(format!("worked out {worked_out:?}, added up {added_up:?}").into());
        }
        said = json!({ "items": items.len(), "places": added_up.0, "microseconds": product, "sqlMicroseconds": plain });
    }
    Ok(said)
}

/// How many places there are, and how many units are there, times 10⁵.
type Found = (usize, i64);

async fn worked_out(read: &Read, items: &[Code<20>], today: NaiveDate) -> Result<Found> {
    let availability = availability::read(read, items, today).await?;
    let places = items.iter().flat_map(|item| availability.places(item));
    Ok(places.fold((0, 0), |(count, sum), (_, _, figures)| {
        (count + 1, sum + figures.projected_available_balance().to_scaled())
    }))
}

async fn added_up(read: &Read) -> Result<Found> {
    let rows = read.query_all_raw(Statement::from_string(read.get_database_backend(), SUM)).await?;
    let mut sum = 0;
    for row in &rows {
        for at in 0..3 {
            row.try_get_by_index::<String>(at)?;
        }
        sum += row.try_get_by_index::<i64>(3)?;
    }
    Ok((rows.len(), sum))
}

fn microseconds(time: std::time::Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}
