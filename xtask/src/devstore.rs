use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// A devstore in a process of its own, that ends with this value.
pub(crate) struct Devstore {
    process: Child,
    address: String,
}

impl Devstore {
    /// Starts one with so many orders, that never throttles.
    ///
    /// # Errors
    /// When it does not start, or does not answer.
    pub(crate) fn start(kobling: &Path, orders: u64) -> Result<Self> {
        let mut command = Command::new(kobling);
        command.args(["devstore", "--listen", "127.0.0.1:0", "--seed", &orders.to_string()]);
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        if let Some(said) = process.stdout.as_mut() {
            BufReader::new(said).read_line(&mut line)?;
        }
        let address = line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned);
        let devstore = Self { process, address: address.unwrap_or_default().trim_end_matches('/').to_owned() };
        if devstore.address.is_empty() {
            bail!("the devstore did not say its address, but '{}'", line.trim());
        }
        let plenty = json!({ "bucket": 1_000_000_000, "restoreRate": 1_000_000_000, "latencyMs": 0 });
        devstore.call("POST", "/_devstore/limits", &plenty)?;
        Ok(devstore)
    }

    /// Its address.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The sums of what it was asked.
    ///
    /// # Errors
    /// When it does not answer.
    pub(crate) fn journal(&self) -> Result<Value> {
        self.call("GET", "/_devstore/journal/summary", &Value::Null)
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let host = self.address.trim_start_matches("http://");
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n",
            body.len()
        );
        let mut stream = TcpStream::connect(host).with_context(|| format!("the devstore at {host} does not answer"))?;
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        if !head.starts_with("HTTP/1.1 2") {
            bail!("the devstore refused {method} {path}: {}", head.lines().next().unwrap_or_default());
        }
        Ok(serde_json::from_str(body).unwrap_or_default())
    }
}

impl Drop for Devstore {
    fn drop(&mut self) {
        if self.process.kill().is_ok() {
            let _ended = self.process.wait();
        }
    }
}
