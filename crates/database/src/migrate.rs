use sea_orm::sea_query::TableCreateStatement;
use sea_orm::{
    ColumnTrait, ColumnType, ConnectionTrait, DbBackend, DbErr, EntityTrait, IdenStatic, Iterable, Schema, Statement,
};
use sea_orm_migration::{MigrationTrait, MigratorTraitSelf, SchemaManager};

use crate::{Error, Result};

/// The migrations of one or more crates, in order. A crate gives a function that makes its list.
pub type Migrations = Vec<Box<dyn MigrationTrait>>;

/// An arbitrary number that all instances of the program lock on while one of them migrates.
const MIGRATION_LOCK: i64 = 0x006b_6f62_6c69_6e67;

struct Migrator(fn() -> Migrations);

impl MigratorTraitSelf for Migrator {
    fn migrations(&self) -> Migrations {
        (self.0)()
    }
}

/// Creates the table and the indexes of an entity, with text compared byte by byte on either engine.
///
/// # Errors
/// What the engine says.
pub async fn create_table<E: EntityTrait + Default>(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let backend = manager.get_database_backend();
    let schema = Schema::new(backend);
    let mut table: TableCreateStatement = schema.create_table_from_entity(E::default());
    manager.create_table(table.take()).await?;
    if backend == DbBackend::Postgres {
        compare_bytes::<E>(manager).await?;
    }
    for index in schema.create_index_from_entity(E::default()) {
        manager.create_index(index).await?;
    }
    Ok(())
}

async fn compare_bytes<E: EntityTrait + Default>(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let is_text = |column: &E::Column| {
        matches!(column.def().get_column_type(), ColumnType::String(_) | ColumnType::Text | ColumnType::Char(_))
    };
    let alter = |column: E::Column| format!("ALTER COLUMN \"{}\" TYPE text COLLATE \"C\"", column.as_str());
    let changes: Vec<String> = E::Column::iter().filter(is_text).map(alter).collect();
    if !changes.is_empty() {
        let table = format!("ALTER TABLE \"{}\" {}", E::default().table_name(), changes.join(", "));
        manager.get_connection().execute_unprepared(&table).await?;
    }
    Ok(())
}

/// Brings the schema up to date.
pub(crate) async fn up(url: &str, options: sea_orm::ConnectOptions, migrations: fn() -> Migrations) -> Result<()> {
    let opened = |error: DbErr| Error::Open { location: url.to_owned(), reason: error.to_string() };
    let connection = sea_orm::Database::connect(options).await.map_err(opened)?;
    let result = up_on(&connection, migrations).await;
    connection.close().await?;
    result
}

async fn up_on(connection: &sea_orm::DatabaseConnection, migrations: fn() -> Migrations) -> Result<()> {
    let backend = connection.get_database_backend();
    let lock = |verb: &str| {
        Statement::from_sql_and_values(backend, format!("SELECT pg_advisory_{verb}($1)"), [MIGRATION_LOCK.into()])
    };
    if backend == DbBackend::Postgres {
        connection.execute_raw(lock("lock")).await?;
    }
    let result = match refuse_newer(connection, migrations).await {
        Ok(()) => Migrator(migrations).up(connection, None).await.map_err(Error::from),
        Err(error) => Err(error),
    };
    if backend == DbBackend::Postgres {
        connection.execute_raw(lock("unlock")).await?;
    }
    result
}

async fn applied(connection: &impl ConnectionTrait) -> Result<Vec<String>> {
    let backend = connection.get_database_backend();
    let exists = match backend {
        DbBackend::Sqlite => "SELECT 1 FROM sqlite_master WHERE name = 'seaql_migrations'",
        _ => "SELECT 1 FROM pg_tables WHERE tablename = 'seaql_migrations' AND schemaname = current_schema()",
    };
    if connection.query_one_raw(Statement::from_string(backend, exists)).await?.is_none() {
        return Ok(Vec::new());
    }
    let names = Statement::from_string(backend, "SELECT version FROM seaql_migrations ORDER BY version");
    let rows = connection.query_all_raw(names).await?;
    rows.iter().map(|row| row.try_get::<String>("", "version").map_err(Error::from)).collect()
}

async fn refuse_newer(connection: &impl ConnectionTrait, migrations: fn() -> Migrations) -> Result<()> {
    let known: Vec<String> = migrations().iter().map(|migration| migration.name().to_owned()).collect();
    match applied(connection).await?.into_iter().find(|name| !known.contains(name)) {
        Some(unknown) => Err(Error::Newer(unknown)),
        None => Ok(()),
    }
}

/// Checks that the schema is exactly that of `migrations`.
pub(crate) async fn check(connection: &impl ConnectionTrait, migrations: fn() -> Migrations) -> Result<()> {
    refuse_newer(connection, migrations).await?;
    match migrations().len() - applied(connection).await?.len() {
        0 => Ok(()),
        waiting => Err(Error::Older(waiting)),
    }
}
