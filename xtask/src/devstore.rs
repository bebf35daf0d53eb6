use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::http::Host;
use crate::process::Serving;

/// A devstore in a process of its own, that ends with this value.
pub(crate) struct Devstore {
    _serving: Serving,
    host: Host,
}

impl Devstore {
    /// Starts one with so many orders, that never throttles unless it is told to.
    ///
    /// # Errors
    /// When it does not start, or does not answer.
    pub(crate) fn start(kobling: &Path, orders: u64) -> Result<Self> {
        let mut command = Command::new(kobling);
        command.args(["devstore", "--listen", "127.0.0.1:0", "--seed", &orders.to_string()]);
        let (serving, line) = Serving::start(&mut command)?;
        let address = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap_or_default();
        let devstore = Self { _serving: serving, host: Host::new(address, "") };
        if address.is_empty() {
            bail!("the devstore did not say its address, but '{line}'");
        }
        devstore.allow(1_000_000_000, 1_000_000_000)?;
        Ok(devstore)
    }

    /// Allows so many points at once, and so many a second.
    ///
    /// # Errors
    /// When it does not answer.
    pub(crate) fn allow(&self, bucket: u32, restore_rate: u32) -> Result<()> {
        let limits = json!({ "bucket": bucket, "restoreRate": restore_rate, "latencyMs": 0 });
        self.host.post("/_devstore/limits", &limits)?;
        Ok(())
    }

    /// Its address.
    pub(crate) fn address(&self) -> &str {
        self.host.address()
    }

    /// The sums of what it was asked.
    ///
    /// # Errors
    /// When it does not answer.
    pub(crate) fn journal(&self) -> Result<Value> {
        let text = self.host.get("/_devstore/journal/summary")?;
        serde_json::from_str(&text).with_context(|| format!("the journal is no JSON: {text}"))
    }
}
