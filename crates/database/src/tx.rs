use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use sea_orm::prelude::async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use uuid::Uuid;

use crate::error::is_transient;
use crate::notify::{Notice, Notifier};
use crate::{Engine, Error, Record, Result, limit};

pub(crate) type Hook = Box<dyn FnOnce() + Send>;

/// A write transaction. Every function that writes takes one; none begins one of its own.
#[derive(Clone)]
pub struct Tx(Arc<Inner>);

struct Inner {
    transaction: DatabaseTransaction,
    engine: Engine,
    notifier: Notifier,
    hooks: Mutex<Vec<Hook>>,
    lost_a_race: AtomicBool,
    statements: Arc<AtomicU64>,
}

impl Tx {
    pub(crate) fn new(
        transaction: DatabaseTransaction,
        engine: Engine,
        notifier: Notifier,
        statements: Arc<AtomicU64>,
    ) -> Self {
        Self(Arc::new(Inner {
            transaction,
            engine,
            notifier,
            hooks: Mutex::default(),
            lost_a_race: AtomicBool::new(false),
            statements,
        }))
    }

    /// Which engine it is. For statements that the two write differently; no rule may depend on it.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// Runs `action` once the transaction is committed; never if it is not.
    pub fn after_commit(&self, action: impl FnOnce() + Send + 'static) {
        self.0.hooks.lock().unwrap_or_else(PoisonError::into_inner).push(Box::new(action));
    }

    /// Tells every listener of the database, in this process or (on PostgreSQL) in another, once it is committed.
    ///
    /// # Errors
    /// [`Error::Statement`] when the engine refuses.
    pub async fn notify(&self, notice: Notice) -> Result<()> {
        self.notify_all(vec![notice]).await
    }

    /// As [`Tx::notify`], of several at once.
    ///
    /// # Errors
    /// As [`Tx::notify`].
    pub async fn notify_all(&self, notices: Vec<Notice>) -> Result<()> {
        if notices.is_empty() {
            return Ok(());
        }
        match self.0.engine {
            Engine::Postgres => {
                let rows: Vec<_> = (2..notices.len() + 2).map(|at| format!("(${at}::text)")).collect();
                let sql = format!("SELECT pg_notify($1, payload) FROM (VALUES {}) notice(payload)", rows.join(", "));
                let payloads = notices.iter().map(|notice| notice.to_payload().into());
                let values = std::iter::once(crate::notify::CHANNEL.into()).chain(payloads);
                self.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?;
            }
            Engine::Sqlite => {
                let notifier = self.0.notifier.clone();
                self.after_commit(move || notices.into_iter().for_each(|notice| notifier.send(notice)));
            }
        }
        Ok(())
    }

    /// Tells every listener that records of `E` were made, changed or deleted: see [`Notice::changed`].
    ///
    /// # Errors
    /// As [`Tx::notify`].
    pub async fn changed<E: Record>(&self, ids: &[Uuid]) -> Result<()> {
        self.notify_all(Notice::changed::<E>(ids).into_iter().collect()).await
    }

    pub(crate) fn lost_a_race(&self) -> bool {
        self.0.lost_a_race.load(Ordering::Relaxed)
    }

    pub(crate) async fn commit(self) -> Result<Vec<Hook>> {
        let inner = Arc::into_inner(self.0).ok_or(Error::TransactionKept)?;
        inner.transaction.commit().await?;
        Ok(inner.hooks.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn watched<T>(&self, result: Result<T, DbErr>) -> Result<T, DbErr> {
        self.0.statements.fetch_add(1, Ordering::Relaxed);
        if result.as_ref().is_err_and(is_transient) {
            self.0.lost_a_race.store(true, Ordering::Relaxed);
        }
        result
    }
}

impl fmt::Debug for Tx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tx").field("engine", &self.0.engine).finish_non_exhaustive()
    }
}

#[async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.0.transaction.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.watched(self.0.transaction.execute_raw(statement).await)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.watched(self.0.transaction.execute_unprepared(sql).await)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.watched(self.0.transaction.query_one_raw(limit::in_text(statement)).await)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.watched(self.0.transaction.query_all_raw(limit::in_text(statement)).await)
    }
}

/// A snapshot to read from: all that is read through it is of one moment.
#[derive(Clone)]
pub struct Read(Arc<DatabaseTransaction>);

impl Read {
    pub(crate) fn new(transaction: DatabaseTransaction) -> Self {
        Self(Arc::new(transaction))
    }

    pub(crate) async fn close(self) -> Result<()> {
        let transaction = Arc::into_inner(self.0).ok_or(Error::TransactionKept)?;
        Ok(transaction.rollback().await?)
    }
}

impl fmt::Debug for Read {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Read").finish_non_exhaustive()
    }
}

#[async_trait]
impl ConnectionTrait for Read {
    fn get_database_backend(&self) -> DbBackend {
        self.0.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.0.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.0.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.0.query_one_raw(limit::in_text(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.0.query_all_raw(limit::in_text(statement)).await
    }
}
