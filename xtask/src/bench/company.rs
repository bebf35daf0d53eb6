use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::measure::{Measured, measured};
use crate::devstore::Devstore;
use crate::http::Host;
use crate::process::{self, Serving, cargo, output, root};

/// Builds the program as its users have it, and what it is compared with, and says where it is. Of what is built together
/// nothing is built twice.
///
/// # Errors
/// When it does not build.
pub(super) fn program() -> Result<PathBuf> {
    let program = ["--package", "kobling", "--bin", "kobling"];
    let compared = ["--package", "database", "--example", "insert_rows"];
    let planning = ["--package", "connector", "--example", "compare_products"];
    process::run(cargo().args(["build", "--release"]).args(program).args(compared).args(planning))?;
    Ok(release("kobling"))
}

/// Where a release build is put.
pub(super) fn release(program: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("release").join(program)
}

/// A company that imports the orders of a devstore.
pub(super) struct Company {
    folder: PathBuf,
    program: PathBuf,
    /// Where its database is; in its folder when nothing is said.
    address: Option<String>,
    /// Its first API token.
    token: String,
    administrator: Administrator,
}

/// Who may do everything.
#[derive(Default)]
pub(crate) struct Administrator {
    pub user: String,
    pub password: String,
}

impl Company {
    /// Sets one up in a folder, with the demo's items and customers, and its shop before a store.
    ///
    /// # Errors
    /// When a command of the program fails.
    pub(super) fn new(folder: &Path, program: &Path, address: Option<String>, devstore: &Devstore) -> Result<Self> {
        let (folder, program) = (folder.join("company"), program.to_owned());
        let administrator = Administrator::default();
        let mut company = Self { folder, program, address, token: String::new(), administrator };
        let made = output(&mut company.command(&["init", "--company", "Bench", "--demo-data"]))?;
        let made: Value = serde_json::from_str(&made).context("what `init` says can't be read")?;
        let said = |name: &str| made.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        company.token = said("token");
        company.administrator = Administrator { user: said("user"), password: said("password") };
        let shop =
            ["--domain", "devstore.myshopify.com", "--token", "shpat_devstore", "--admin-url", devstore.address()];
        output(company.command(&["shop", "add", "BENCH"]).args(shop))?;
        let card = ["autoCreateUnknownCustomers=true", "customerTemplateCode=DOMESTIC", "shippingChargesAccount=3060"];
        output(company.command(&["shop", "set", "BENCH"]).args(card))?;
        output(&mut company.command(&["shop", "enable", "BENCH"]))?;
        Ok(company)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--data-dir").arg(&self.folder).arg("--json").args(arguments);
        if let Some(address) = &self.address {
            command.env("KOBLING_DATABASE", address);
        }
        command
    }

    /// Its first user.
    pub(super) fn administrator(&self) -> &Administrator {
        &self.administrator
    }

    /// Its SQLite database.
    pub(super) fn database(&self) -> PathBuf {
        self.folder.join("kobling.db")
    }

    /// Runs a task to its end, and measures it.
    ///
    /// # Errors
    /// When the task does not end well.
    pub(super) fn task(&self, object: i32) -> Result<Measured> {
        let object = object.to_string();
        measured(&self.command(&["task", "run", &object, "--shop", "BENCH", "--wait"]))
    }

    /// Serves its API until the first value is dropped; the second is where it is asked.
    ///
    /// # Errors
    /// When it does not start.
    pub(super) fn serve(&self) -> Result<(Serving, Host)> {
        let (serving, line) = Serving::start(&mut self.command(&["serve", "--listen", "127.0.0.1:0"]))?;
        let said: Value = serde_json::from_str(&line).unwrap_or_default();
        match said.get("address").and_then(Value::as_str) {
            Some(address) => Ok((serving, Host::new(address, &self.token))),
            None => bail!("the server did not say its address, but '{line}'"),
        }
    }
}
