use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use database::testing::{TestDb, start};
use database::{Db, Engine, Error, Location, Notice, Record, Result};
use rstest::rstest;
use runtime::{Clock, Random};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, Statement};
use values::money::Amount;

use crate::article;

fn shirt(random: &Random) -> article::Model {
    article::Model {
        id: random.id(start()),
        number: "shirt".parse().unwrap(),
        description: "A shirt".into(),
        unit_price: "199.90".parse().unwrap(),
        state: article::State::Blocked,
        changed_at: Some(start()),
        secret: Some("hidden".into()),
    }
}

#[rstest]
#[tokio::test]
async fn what_is_written_is_read_back_the_same(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (clock, _) = Clock::manual(start());
    let test = TestDb::new(engine, clock, article::migrations).await;
    let article = shirt(&Random::seeded(1));
    let row = &article;
    test.db
        .write(|tx| async move {
            row.clone().into_active_model().insert(&tx).await?;
            Result::<_>::Ok(())
        })
        .await
        .unwrap();
    let found = test
        .db
        .read(|r| async move {
            let price = article::Column::UnitPrice.gt("100".parse::<Amount>().unwrap());
            Result::<_>::Ok(article::Entity::find().filter(price).one(&r).await?)
        })
        .await
        .unwrap();
    assert_eq!(found, Some(article.clone()));
    let json = serde_json::Value::Object(article::Entity::json(&article));
    assert_eq!(json["unitPrice"].to_string(), "199.9");
    assert_eq!(json["state"], "Blocked");
    assert!(json.get("secret").is_none());
}

#[rstest]
#[tokio::test]
async fn a_failed_write_leaves_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (clock, _) = Clock::manual(start());
    let test = TestDb::new(engine, clock, article::migrations).await;
    let row = &shirt(&Random::seeded(1));
    let ran = Arc::new(AtomicU32::new(0));
    let after = &ran;
    let failed: Result<()> = test
        .db
        .write(|tx| async move {
            row.clone().into_active_model().insert(&tx).await?;
            let after = after.clone();
            tx.after_commit(move || {
                after.fetch_add(1, Ordering::Relaxed);
            });
            Err(Error::Newer("anything".into()))
        })
        .await;
    assert!(failed.is_err());
    let rows = test.db.read(|r| async move { Result::<_>::Ok(article::Entity::find().all(&r).await?) }).await.unwrap();
    assert_eq!(rows, []);
    assert_eq!(ran.load(Ordering::Relaxed), 0);
}

#[rstest]
#[tokio::test]
async fn a_write_inside_a_write_is_an_error(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (clock, _) = Clock::manual(start());
    let test = TestDb::new(engine, clock, article::migrations).await;
    let db = &test.db;
    let nested: Result<()> = db.write(|_| async move { db.write(|_| async { Ok(()) }).await }).await;
    assert!(matches!(nested, Err(Error::NestedWrite)));
}

#[rstest]
#[tokio::test]
async fn a_notice_is_heard_after_the_commit(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (clock, _) = Clock::manual(start());
    let test = TestDb::new(engine, clock, article::migrations).await;
    let mut listener = test.db.listen().await.unwrap();
    test.db.write(|tx| async move { tx.notify(Notice::new("articles", "1")).await }).await.unwrap();
    assert_eq!(listener.next().await, Some(Notice::new("articles", "1")));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_writers_lose_no_update(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let test = Arc::new(TestDb::new(engine, Clock::system(), article::migrations).await);
    let row = &shirt(&Random::seeded(1));
    let insert = |tx: database::Tx| async move {
        row.clone().into_active_model().insert(&tx).await?;
        Result::<_>::Ok(())
    };
    test.db.write(insert).await.unwrap();
    let mut scope = runtime::Scope::new();
    for _ in 0..8 {
        let test = test.clone();
        scope.spawn(async move {
            for _ in 0..10 {
                let add_one = |tx: database::Tx| async move {
                    let locked = sea_orm::QuerySelect::lock_exclusive(article::Entity::find()).one(&tx).await?.unwrap();
                    let price = locked.unit_price + Amount::from(1);
                    let mut active = locked.into_active_model();
                    active.unit_price = sea_orm::Set(price);
                    active.update(&tx).await?;
                    Result::<_>::Ok(())
                };
                test.db.write(add_one).await.unwrap();
            }
        });
    }
    scope.join().await;
    let found = test.db.read(|r| async move { Result::<_>::Ok(article::Entity::find().one(&r).await?) }).await.unwrap();
    assert_eq!(found.unwrap().unit_price, "279.90".parse().unwrap());
}

#[tokio::test]
async fn a_process_that_is_frozen_within_a_transaction_does_not_hold_its_rows_for_ever() {
    let test = TestDb::new(Engine::Postgres, Clock::system(), Vec::new).await;
    let read = |read: database::Read| async move {
        let shown = Statement::from_string(read.get_database_backend(), "SHOW idle_in_transaction_session_timeout");
        Ok::<_, database::Error>(read.query_one_raw(shown).await?.expect("a row"))
    };
    let shown = test.db.read(read).await.unwrap();
    assert_eq!(shown.try_get_by_index::<String>(0).unwrap(), "4s");
}

#[tokio::test]
async fn a_server_that_is_not_there_is_told_at_once_with_its_cause() {
    let location: Location = "postgres://kobling@127.0.0.1:1/company".parse().unwrap();
    let error = Db::open(location, Clock::system(), Vec::new).await.unwrap_err();
    assert!(error.to_string().contains("refused"), "{error}");
}
