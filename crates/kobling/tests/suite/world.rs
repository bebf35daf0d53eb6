//! A company of a test's own, with a shop before a store.

use std::path::Path;
use std::process::Command;

use axum::http::HeaderValue;
use axum::http::header::AUTHORIZATION;
use database::testing::TestDb;
use database::{Engine, Location};
use outbound::{Http, Policy, Request};
use runtime::Clock;
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use serde_json::Value;
use tempfile::TempDir;

use crate::process::{Ended, Running, command, ended};
use crate::store::Store;

pub struct World {
    home: TempDir,
    database: TestDb,
    /// The first API token.
    pub token: String,
}

impl World {
    /// A company with the demo's items and customers.
    pub async fn new(engine: Engine) -> Self {
        let mut world = Self::fresh(engine).await;
        let made = world.run(&["init", "--company", "Fjell AS", "--demo-data", "--json"]).json();
        world.token = made["token"].as_str().unwrap().to_owned();
        world
    }

    /// A database without tables, and an empty folder.
    pub async fn fresh(engine: Engine) -> Self {
        let database = TestDb::new(engine, Clock::system(), Vec::new).await;
        Self { home: tempfile::tempdir().unwrap(), database, token: String::new() }
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where its database is.
    pub fn address(&self) -> String {
        match &self.database.location {
            Location::Sqlite(path) => format!("sqlite:{}", path.display()),
            Location::Postgres(url) => url.clone(),
        }
    }

    /// Closes the database that the test itself reads.
    pub async fn let_go(&self) {
        self.database.db.close().await.unwrap();
    }

    /// A command on it that has not been started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = command(self.home(), arguments);
        command.env("KOBLING_DATABASE", self.address());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        ended(self.command(arguments))
    }

    pub fn start(&self, arguments: &[&str]) -> Running {
        Running::of(self.command(arguments))
    }

    /// Serves the API; gives the process and its address.
    pub fn serve(&self) -> (Running, String) {
        let server = self.start(&["serve", "--listen", "127.0.0.1:0", "--json"]);
        let line: Value = serde_json::from_str(&server.first_line).unwrap();
        let address = line["address"].as_str().unwrap().to_owned();
        (server, address)
    }

    /// Adds the shop SHOP before `store`, without enabling it.
    pub fn add_shop(&self, store: &Store, token: &str) {
        let domain = "devstore.myshopify.com";
        let add = ["shop", "add", "SHOP", "--domain", domain, "--token", token, "--admin-url", store.address()];
        assert_eq!(self.run(&add).code, 0);
        assert_eq!(self.run(&["shop", "set", "SHOP", "shippingChargesAccount=3060"]).code, 0);
    }

    /// Adds the shop SHOP before `store` and enables it.
    pub fn connect(&self, store: &Store) {
        self.add_shop(store, "shpat_devstore");
        assert_eq!(self.run(&["shop", "enable", "SHOP", "--json"]).json()["enabled"], true);
    }

    /// What the API answers.
    pub async fn get(&self, server: &str, path: &str) -> Value {
        let bearer = HeaderValue::from_str(&format!("Bearer {}", self.token)).unwrap();
        let request = Request::get(&format!("{server}{path}")).unwrap().header(AUTHORIZATION, bearer);
        let answer = Http::system(Policy::default()).unwrap().send(request).await.unwrap();
        assert!(answer.status.is_success(), "{answer:?}");
        serde_json::from_slice(&answer.body).unwrap()
    }

    /// The number that a statement gives as `n`.
    pub async fn number(&self, sql: &str) -> i64 {
        let rows = self.rows(&format!("SELECT CAST(n AS bigint) AS n FROM ({sql}) AS counted")).await;
        rows[0].try_get("", "n").unwrap()
    }

    /// The rows that a statement gives.
    pub async fn rows(&self, sql: &str) -> Vec<QueryResult> {
        let read = |read: database::Read| async move {
            let statement = Statement::from_string(read.get_database_backend(), sql);
            Ok::<_, database::Error>(read.query_all_raw(statement).await?)
        };
        self.database.db.read(read).await.unwrap()
    }

    /// Changes the database behind the program's back.
    pub async fn tamper(&self, sql: &str) {
        let change = |tx: database::Tx| async move {
            tx.execute_unprepared(sql).await?;
            Ok::<_, database::Error>(())
        };
        self.database.db.write(change).await.unwrap();
    }

    /// The job queue entries that there are.
    pub fn entries(&self) -> Vec<Value> {
        self.run(&["job-queue", "list", "--json"]).json()["value"].as_array().unwrap().clone()
    }
}
