//! Databases for tests: fresh ones, migrated, on either engine, and gone afterwards.
//!
//! SQLite databases are files in a temporary folder. PostgreSQL databases are made in the server that the environment
//! variable `KOBLING_TEST_POSTGRES` names, an address in which `{database}` stands for the name of the database;
//! `cargo xtask test` starts such a server. Each process migrates one template per engine and copies it for every test.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, TimeZone, Utc};
use runtime::Clock;
use sea_orm::{ConnectionTrait, Statement, sqlx};
use tokio::sync::Mutex;

use crate::{Db, Engine, Location, Migrations};

static COUNTER: AtomicU32 = AtomicU32::new(0);
/// The templates of this process, by the names of their migrations.
static TEMPLATES: Mutex<Vec<(Engine, String, Location)>> = Mutex::const_new(Vec::new());

/// PostgreSQL databases whose tests are over: the next test that makes one drops them.
static LEFT_BEHIND: std::sync::Mutex<Vec<String>> = std::sync::Mutex::new(Vec::new());

/// A database that belongs to one test.
#[derive(Debug)]
pub struct TestDb {
    /// The database.
    pub db: Db,
    /// Where it is, to open it once more.
    pub location: Location,
    folder: Option<tempfile::TempDir>,
}

/// The moment at which the clocks of tests begin: Monday 2 March 2026, 09:00 UTC.
pub fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).single().unwrap_or_default()
}

impl TestDb {
    /// A fresh database with the given schema.
    ///
    /// # Panics
    /// When it can't be made: a test without its database can't say anything.
    #[expect(clippy::expect_used, reason = "a test without its database can't say anything")]
    pub async fn new(engine: Engine, clock: Clock, migrations: fn() -> Migrations) -> Self {
        let template = template(engine, migrations).await;
        let (location, folder) = match template {
            Location::Sqlite(file) => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let path = folder.path().join("test.db");
                std::fs::copy(file, &path).expect("the template is copied");
                (Location::Sqlite(path), Some(folder))
            }
            Location::Postgres(url) => {
                drop_left_behind().await;
                let name = fresh_name("t");
                // Whole files are copied: what lets a crash be survived here would take as long again.
                run_sql(&format!("CREATE DATABASE {name} TEMPLATE {} STRATEGY FILE_COPY", database_of(&url))).await;
                (Location::Postgres(address(&name)), None)
            }
        };
        let db = Db::open(location.clone(), clock, migrations).await.expect("the copy of the template opens");
        Self { db, location, folder }
    }

    /// Where the database's file is, for tests of what only SQLite does.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(tempfile::TempDir::path)
    }
}

impl Db {
    /// Whether nothing is asked of it at this moment, as far as this process knows.
    pub fn is_idle(&self) -> bool {
        self.connections().into_iter().all(|connection| match self.engine() {
            Engine::Sqlite => all_idle(connection.get_sqlite_connection_pool()),
            Engine::Postgres => all_idle(connection.get_postgres_connection_pool()),
        })
    }
}

fn all_idle<D: sqlx::Database>(pool: &sqlx::Pool<D>) -> bool {
    usize::try_from(pool.size()).is_ok_and(|size| size == pool.num_idle())
}

impl Drop for TestDb {
    fn drop(&mut self) {
        if let Location::Postgres(url) = &self.location {
            LEFT_BEHIND.lock().unwrap_or_else(PoisonError::into_inner).push(database_of(url));
        }
    }
}

async fn drop_left_behind() {
    let left = std::mem::take(&mut *LEFT_BEHIND.lock().unwrap_or_else(PoisonError::into_inner));
    for name in left {
        run_sql(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    }
}

#[expect(clippy::expect_used, reason = "a test without its database can't say anything")]
async fn template(engine: Engine, migrations: fn() -> Migrations) -> Location {
    let names = migrations().iter().map(|migration| migration.name().to_owned()).collect::<Vec<_>>().join(",");
    let mut templates = TEMPLATES.lock().await;
    if let Some((.., location)) = templates.iter().find(|(of, with, _)| *of == engine && *with == names) {
        return location.clone();
    }
    let location = match engine {
        Engine::Sqlite => {
            let folder = template_folder();
            std::fs::create_dir_all(&folder).expect("a folder for the template");
            Location::Sqlite(folder.join(format!("{}.db", fresh_name("template"))))
        }
        Engine::Postgres => {
            let name = fresh_name("template");
            run_sql(&format!("CREATE DATABASE {name} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'UTF8'"))
                .await;
            Location::Postgres(address(&name))
        }
    };
    let (clock, _) = Clock::manual(start());
    let db = Db::migrate(location.clone(), clock, migrations).await.expect("the template is migrated");
    if let Location::Sqlite(_) = &location {
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        db.checkpoint(checkpoint).await.expect("the template is one file");
    }
    db.close().await.expect("the template is closed");
    templates.push((engine, names, location.clone()));
    location
}

fn template_folder() -> PathBuf {
    std::env::temp_dir().join(format!("kobling-templates-{}", std::process::id()))
}

fn fresh_name(kind: &str) -> String {
    format!("{kind}_{}_{}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed))
}

#[expect(clippy::panic, reason = "a test that can't reach its engine must not pass")]
fn address(database: &str) -> String {
    match std::env::var("KOBLING_TEST_POSTGRES") {
        Ok(address) => address.replace("{database}", database),
        Err(_) => panic!("this test needs PostgreSQL: run it with `cargo xtask test`, which starts a private server"),
    }
}

fn database_of(url: &str) -> String {
    let path = url.split('?').next().unwrap_or(url);
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

#[expect(clippy::expect_used, reason = "a test without its database can't say anything")]
async fn run_sql(sql: &str) {
    let connection = sea_orm::Database::connect(address("postgres")).await.expect("the PostgreSQL server of the tests");
    let statement = Statement::from_string(sea_orm::DbBackend::Postgres, sql);
    connection.execute_raw(statement).await.expect("an administrative statement");
    connection.close().await.expect("the administrative connection is closed");
}
