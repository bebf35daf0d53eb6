use database::{Db, Engine, Location, Tx};
use sea_orm::{ConnectionTrait, Database};
use serde_json::Value;

use crate::Result;

const TABLES: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS load_attempt (job TEXT NOT NULL, scope TEXT NOT NULL, began BIGINT NOT NULL, \
     worker TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS load_effect (job TEXT NOT NULL PRIMARY KEY, scope TEXT NOT NULL, began BIGINT NOT NULL, \
     ended BIGINT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS load_total (scope TEXT NOT NULL PRIMARY KEY, jobs BIGINT NOT NULL)",
];
/// No test has more.
const KEYS: u32 = 100;

/// Makes the tables, and so many log entries.
pub async fn prepare(db: &Db, log_entries: u32) -> Result<Value> {
    let tables = |tx: Tx| async move {
        for table in TABLES {
            tx.execute_unprepared(table).await?;
        }
        let totals: Vec<String> = (0..KEYS).map(|key| format!("('K{key:02}', 0)")).collect();
        let totals =
            format!("INSERT INTO load_total (scope, jobs) VALUES {} ON CONFLICT DO NOTHING", totals.join(", "));
        tx.execute_unprepared(&totals).await?;
        database::Result::<_>::Ok(())
    };
    db.write(tables).await?;
    if log_entries > 0 {
        let log = &log(db.engine(), log_entries);
        db.write(|tx: Tx| async move { database::Result::<_>::Ok(tx.execute_unprepared(log).await.map(drop)?) })
            .await?;
    }
    Ok(Value::Null)
}

/// Leaves the log as the database's own housekeeping does in time: that of PostgreSQL would run beside what is measured.
pub async fn tidy(database: &Location) -> Result<()> {
    if let Location::Postgres(url) = database {
        let connection = Database::connect(url).await?;
        for statement in ["VACUUM (ANALYZE) job_queue_log_entry", "CHECKPOINT"] {
            connection.execute_unprepared(statement).await?;
        }
        connection.close().await?;
    }
    Ok(())
}

/// A statement that makes log entries as runs leave them.
fn log(engine: Engine, entries: u32) -> String {
    // Ids in the order of time, as the product makes them: an index of random ones would be written to all over.
    let (id, time) = match engine {
        Engine::Sqlite => (
            "unhex(printf('%012x', 1700000000000 + n * 1000) || '7000' || hex(randomblob(8)))",
            "strftime('%Y-%m-%d %H:%M:%f+00:00', 1700000000 + n, 'unixepoch')",
        ),
        Engine::Postgres => (
            "CAST(lpad(to_hex(1700000000000 + n * CAST(1000 AS bigint)), 12, '0') || '7000' \
             || substr(md5(CAST(random() AS text)), 1, 16) AS uuid)",
            "to_timestamp(1700000000 + n)",
        ),
    };
    format!(
        "INSERT INTO job_queue_log_entry (id, job_queue_entry_id, description, object_id_to_run, object_caption_to_run, \
         user_id, start_date_time, end_date_time, status, result, error_message, error_call_stack, \
         job_queue_category_code, scope, worker, parameter_string, summary) \
         WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {entries}) \
         SELECT {id}, {id}, 'Sync Orders from Shopify', 30104, 'Sync Orders from Shopify', 'KARI', {time}, {time}, \
         'Success', 'Success', '', '', 'SHPFY', 'NORTH', 'worker', '{{\"version\":1}}', '{{\"fetched\":1}}' FROM numbers"
    )
}
