//! What SQLite looks rows up by.

use database::testing::{TestDb, start};
use database::{Engine, Migrations, Read, Result, expect_many};
use runtime::Clock;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, Value};
use sea_orm_migration::prelude::{DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use uuid::Uuid;

const TABLE: [&str; 3] = [
    "CREATE TABLE shelf (id blob NOT NULL PRIMARY KEY, shop_code text NOT NULL, number text NOT NULL, empty boolean NOT NULL)",
    "CREATE UNIQUE INDEX shelf_of_shop ON shelf (shop_code, number)",
    "CREATE INDEX empty_shelf ON shelf (shop_code, number) WHERE empty = TRUE",
];

#[derive(DeriveMigrationName)]
struct Initial;

#[async_trait::async_trait]
impl MigrationTrait for Initial {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in TABLE {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        expect_many(manager, &["shop_code"]).await
    }
}

fn migrations() -> Migrations {
    vec![Box::new(Initial)]
}

/// How SQLite goes about a query of shelves with these conditions.
async fn plan(conditions: &str, values: Vec<Value>) -> String {
    let (clock, _) = Clock::manual(start());
    let test = TestDb::new(Engine::Sqlite, clock, migrations).await;
    let sql = &format!("EXPLAIN QUERY PLAN SELECT * FROM shelf WHERE {conditions}");
    let explain = |r: Read| {
        let explained = Statement::from_sql_and_values(DbBackend::Sqlite, sql, values.clone());
        async move { Result::<_>::Ok(r.query_one_raw(explained).await?.unwrap()) }
    };
    test.db.read(explain).await.unwrap().try_get("", "detail").unwrap()
}

#[tokio::test]
async fn rows_are_looked_up_by_their_ids_and_not_by_what_many_share() {
    let ids = vec!["?"; 100].join(", ");
    let values = std::iter::once("MAIN".into()).chain((0..100).map(|id| Uuid::from_u128(id).into())).collect();
    let plan = plan(&format!("shop_code = ? AND id IN ({ids})"), values).await;
    assert!(plan.contains("(id=?)"), "{plan}");
}

#[tokio::test]
async fn what_many_share_still_leads_to_what_comes_after_it() {
    let plan = plan("shop_code = ? AND number > ? ORDER BY number LIMIT 100", vec!["MAIN".into(), "7".into()]).await;
    assert!(plan.contains("shelf_of_shop (shop_code=? AND number>?)"), "{plan}");
}

#[tokio::test]
async fn what_few_are_is_looked_up_among_them() {
    for conditions in ["empty = ?", "empty = ? AND shop_code = 'MAIN'"] {
        let plan = plan(conditions, vec![true.into()]).await;
        assert!(plan.contains("empty_shelf"), "{conditions}: {plan}");
    }
    let ids = vec!["?"; 100].join(", ");
    let values = std::iter::once(true.into()).chain((0..100).map(|id| Uuid::from_u128(id).into())).collect();
    let plan = plan(&format!("empty = ? AND shop_code = 'MAIN' AND id IN ({ids})"), values).await;
    assert!(plan.contains("(id=?)"), "{plan}");
}
