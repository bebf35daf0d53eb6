use anyhow::{Context, Result, bail};
use serde_json::Value;
use ureq::Agent;

/// A server that is asked, over connections that stay open.
#[derive(Clone, Debug)]
pub(crate) struct Host {
    agent: Agent,
    address: String,
    token: String,
}

impl Host {
    /// The server at an address as `http://127.0.0.1:8080`; with no token it is asked as nobody.
    pub(crate) fn new(address: &str, token: &str) -> Self {
        let address = address.trim_end_matches('/').to_owned();
        // A refusal is an answer, too: its text says why.
        let agent = Agent::config_builder().http_status_as_error(false).build().into();
        Self { agent, address, token: format!("Bearer {token}") }
    }

    /// Its address.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// What it answers to a GET, as text.
    ///
    /// # Errors
    /// When it does not answer, or refuses.
    pub(crate) fn get(&self, path: &str) -> Result<String> {
        self.get_with(path, &[])
    }

    /// The same, with more headers: names and values.
    ///
    /// # Errors
    /// As [`Host::get`].
    pub(crate) fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Result<String> {
        let request = self.agent.get(format!("{}{path}", self.address)).header("Authorization", &self.token);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        let failed = || format!("GET {path} at {} failed", self.address);
        let mut answer = request.call().with_context(failed)?;
        let text = answer.body_mut().read_to_string().with_context(failed)?;
        if !answer.status().is_success() {
            bail!("{}: {}: {text}", failed(), answer.status());
        }
        Ok(text)
    }

    /// Sends JSON by POST.
    ///
    /// # Errors
    /// When it does not answer, or refuses.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<()> {
        let sent = self.agent.post(format!("{}{path}", self.address)).send_json(body);
        let answer = sent.with_context(|| format!("POST {path} at {} failed", self.address))?;
        if !answer.status().is_success() {
            bail!("POST {path} at {} failed: {}", self.address, answer.status());
        }
        Ok(())
    }
}
