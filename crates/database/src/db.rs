use std::fmt;
use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use runtime::Clock;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{self, ConnectOptions as _, Connection as _};
use sea_orm::{
    AccessMode, ConnectOptions, DatabaseConnection, DbErr, IsolationLevel, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::Mutex;

use crate::error::is_transient;
use crate::notify::Notifier;
use crate::{Error, Listener, Location, Migrations, Read, Result, Tx, migrate};

/// How long SQLite waits for another process that writes.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Rows that SQLite's thread reads ahead of the one that takes them: with few, the two wake each other all the time.
const ROWS_AHEAD: usize = 1_000;
/// Memory for pages that a transaction has changed, in kibibytes as SQLite wants it said: a page of orders fits in.
const WRITER_CACHE: &str = "-16384";
/// How often a transaction that lost a race is run again.
const ATTEMPTS: u32 = 8;
/// A writer that holds SQLite longer than this keeps others waiting and is worth a line in the log.
const LONG_WRITE: Duration = Duration::from_millis(50);
const SQLITE_READERS: u32 = 8;
const POSTGRES_CONNECTIONS: u32 = 16;
/// How long PostgreSQL waits for a process within a transaction. One that is frozen there (a machine that sleeps) must
/// not hold its rows longer than a lease lasts: no other could take its job over.
const FROZEN: &str = "4s";
/// What PostgreSQL reckons for a page out of order, where one in order is 1: drives without moving heads have made them
/// alike. By its own 4 it plans, while a table is nearly empty, to read all of it, and keeps to that until the table is
/// analysed, a minute or more later: 10,000 documents posted at once then look for each number in all that are posted.
const PAGE_OUT_OF_ORDER: &str = "1.1";

tokio::task_local! {
    static WRITING: ();
}

/// Which database engine it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// A file, one writer at a time.
    Sqlite,
    /// A server, many writers on many machines.
    Postgres,
}

/// A database. Cheap to clone: all clones are one database.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    location: Location,
    engine: Engine,
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    /// Gives the one SQLite writer its turn in the order of asking; SQLite itself is not fair.
    turn: Option<Mutex<()>>,
    notifier: Notifier,
    clock: Clock,
    /// How many statements its write transactions have run.
    statements: Arc<AtomicU64>,
}

impl Db {
    /// Opens the database at `location`, creates it if it is a file that is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// [`Error::Open`] when it can't be reached, [`Error::Newer`] when a later version of the program has migrated it.
    pub async fn migrate(location: Location, clock: Clock, migrations: fn() -> Migrations) -> Result<Self> {
        migrate::up(&location.to_string(), Self::writer_options(&location, true), migrations).await?;
        Self::connect(location, clock).await
    }

    /// Opens the database at `location` as it is.
    ///
    /// # Errors
    /// [`Error::Open`] when it can't be reached, [`Error::Newer`] or [`Error::Older`] when its schema is not that of `migrations`.
    pub async fn open(location: Location, clock: Clock, migrations: fn() -> Migrations) -> Result<Self> {
        if let Location::Sqlite(path) = &location
            && !path.exists()
        {
            let reason = "there is no such file; run `kobling init` first".to_owned();
            return Err(Error::Open { location: location.to_string(), reason });
        }
        let db = Self::connect(location, clock).await?;
        migrate::check(&db.0.reader, migrations).await?;
        Ok(db)
    }

    async fn connect(location: Location, clock: Clock) -> Result<Self> {
        if let Location::Postgres(url) = &location {
            answers(&location, url).await?;
        }
        let opened = |error: DbErr| Error::Open { location: location.to_string(), reason: error.to_string() };
        let writer = sea_orm::Database::connect(Self::writer_options(&location, false)).await.map_err(opened)?;
        let (engine, reader, turn) = match &location {
            Location::Sqlite(path) => {
                let options = sqlite_options(path, SQLITE_READERS, false, true);
                let reader = sea_orm::Database::connect(options).await.map_err(opened)?;
                (Engine::Sqlite, reader, Some(Mutex::new(())))
            }
            Location::Postgres(_) => (Engine::Postgres, writer.clone(), None),
        };
        Ok(Self(Arc::new(Inner {
            location,
            engine,
            reader,
            writer,
            turn,
            notifier: Notifier::new(),
            clock,
            statements: Arc::default(),
        })))
    }

    fn writer_options(location: &Location, create: bool) -> ConnectOptions {
        match location {
            Location::Sqlite(path) => sqlite_options(path, 1, create, false),
            Location::Postgres(url) => {
                let mut options = ConnectOptions::new(url);
                let connections = if create { 1 } else { POSTGRES_CONNECTIONS };
                options.max_connections(connections).sqlx_logging(false).connect_timeout(BUSY_TIMEOUT);
                options.map_sqlx_postgres_opts(|postgres| {
                    let settings =
                        [("idle_in_transaction_session_timeout", FROZEN), ("random_page_cost", PAGE_OUT_OF_ORDER)];
                    postgres.application_name("kobling").options(settings)
                });
                options
            }
        }
    }

    /// Which engine it is. For statements that the two write differently; no rule may depend on it.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// Where it is.
    pub fn location(&self) -> &Location {
        &self.0.location
    }

    #[cfg(feature = "testing")]
    pub(crate) fn connections(&self) -> [&DatabaseConnection; 2] {
        [&self.0.reader, &self.0.writer]
    }

    /// Reads from one snapshot.
    ///
    /// # Errors
    /// Those of `read`, and [`Error`] when no snapshot can be had.
    pub async fn read<T, E, F, Fut>(&self, read: F) -> Result<T, E>
    where
        F: FnOnce(Read) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        let options = TransactionOptions {
            isolation_level: (self.0.engine == Engine::Postgres).then_some(IsolationLevel::RepeatableRead),
            access_mode: (self.0.engine == Engine::Postgres).then_some(AccessMode::ReadOnly),
            sqlite_transaction_mode: (self.0.engine == Engine::Sqlite).then_some(SqliteTransactionMode::Deferred),
        };
        let snapshot = Read::new(self.0.reader.begin_with_options(options).await.map_err(Error::from)?);
        let value = read(snapshot.clone()).await?;
        snapshot.close().await?;
        Ok(value)
    }

    /// Runs `write` in a transaction and commits it; rolls it back when `write` fails. When another transaction was in
    /// the way, `write` is run again, so it must have no effect but on the database.
    ///
    /// # Errors
    /// Those of `write`; [`Error::NestedWrite`] inside another write; [`Error::Busy`] when it lost every race.
    pub async fn write<T, E, F, Fut>(&self, write: F) -> Result<T, E>
    where
        F: Fn(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        if WRITING.try_with(|()| ()).is_ok() {
            return Err(Error::NestedWrite.into());
        }
        let mut attempt = 1;
        loop {
            match self.attempt(&write).await {
                Attempt::Done(result) => return result,
                Attempt::LostARace(result) if attempt == ATTEMPTS => return result,
                Attempt::LostARace(_) => {
                    self.0.clock.sleep(Duration::from_millis(u64::from(attempt * attempt))).await;
                    attempt += 1;
                }
            }
        }
    }

    async fn attempt<T, E, F, Fut>(&self, write: &F) -> Attempt<T, E>
    where
        F: Fn(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        let _turn = match &self.0.turn {
            Some(turn) => Some(turn.lock().await),
            None => None,
        };
        let began = self.0.clock.monotonic();
        let options = TransactionOptions {
            sqlite_transaction_mode: (self.0.engine == Engine::Sqlite).then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = match self.0.writer.begin_with_options(options).await {
            Ok(transaction) => transaction,
            Err(error) => return Attempt::failed(error),
        };
        let tx = Tx::new(transaction, self.0.engine, self.0.notifier.clone(), self.0.statements.clone());
        let value = match WRITING.scope((), write(tx.clone())).await {
            Ok(value) => value,
            Err(error) if tx.lost_a_race() => return Attempt::LostARace(Err(error)),
            Err(error) => return Attempt::Done(Err(error)),
        };
        let hooks = match tx.commit().await {
            Ok(hooks) => hooks,
            Err(error @ Error::Busy(_)) => return Attempt::LostARace(Err(error.into())),
            Err(error) => return Attempt::Done(Err(error.into())),
        };
        let held = self.0.clock.monotonic().saturating_sub(began);
        if self.0.turn.is_some() && held > LONG_WRITE {
            tracing::debug!(milliseconds = held.as_millis(), "a write held the database for long");
        }
        hooks.into_iter().for_each(|hook| hook());
        Attempt::Done(Ok(value))
    }

    /// Hears what transactions tell with [`Tx::notify`]. On PostgreSQL it has a connection of its own.
    ///
    /// # Errors
    /// [`Error`] when that connection can't be made.
    pub async fn listen(&self) -> Result<Listener> {
        match &self.0.location {
            Location::Sqlite(_) => Ok(self.0.notifier.listen()),
            Location::Postgres(url) => Listener::postgres(url).await,
        }
    }

    /// How many statements its write transactions have run since it was opened.
    #[cfg(feature = "testing")]
    pub fn statements(&self) -> u64 {
        self.0.statements.load(std::sync::atomic::Ordering::Relaxed)
    }

    #[cfg(feature = "testing")]
    pub(crate) async fn checkpoint(&self, pragma: &str) -> Result<()> {
        sea_orm::ConnectionTrait::execute_unprepared(&self.0.writer, pragma).await?;
        Ok(())
    }

    /// Closes every connection. Clones of this database are closed with it.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn close(&self) -> Result<()> {
        self.0.reader.close_by_ref().await?;
        self.0.writer.close_by_ref().await?;
        Ok(())
    }
}

impl fmt::Debug for Db {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Db").field(&self.0.location).finish()
    }
}

enum Attempt<T, E> {
    Done(Result<T, E>),
    LostARace(Result<T, E>),
}

impl<T, E: From<Error>> Attempt<T, E> {
    fn failed(error: DbErr) -> Self {
        let lost = is_transient(&error);
        let result = Err(Error::from(error).into());
        if lost { Self::LostARace(result) } else { Self::Done(result) }
    }
}

/// Whether the server lets us in. A pool tries until its time is over, and then can't say why it failed.
async fn answers(location: &Location, url: &str) -> Result<()> {
    let refused = |error: sqlx::Error| Error::Open { location: location.to_string(), reason: error.to_string() };
    let options: PgConnectOptions = url.parse().map_err(refused)?;
    options.connect().await.map_err(refused)?.close().await.map_err(refused)
}

pub(crate) fn sqlite_options(path: &Path, connections: u32, create: bool, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(format!("sqlite://{}", path.display()));
    options.max_connections(connections).min_connections(1).sqlx_logging(false).test_before_acquire(false);
    options.idle_timeout(None).max_lifetime(None);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        let sqlite = sqlite
            .create_if_missing(create)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY_TIMEOUT)
            .row_buffer_size(ROWS_AHEAD)
            .foreign_keys(true);
        if read_only { sqlite.pragma("query_only", "ON") } else { sqlite.pragma("cache_size", WRITER_CACHE) }
    });
    options
}
