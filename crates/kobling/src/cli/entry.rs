use std::io::{BufRead, IsTerminal, Write};

use anyhow::{Context, Result};
use clap::Args;
use connector::shops::Credentials;
use secrecy::SecretString;

/// How a store is entered. What is not given is asked for.
#[derive(Args, Debug)]
pub struct Entry {
    /// An access token for ever; without it and without a client id it is read from the standard input.
    #[arg(long, env = "KOBLING_SHOP_TOKEN", hide_env_values = true)]
    token: Option<SecretString>,
    /// The client id of an app of the store's organisation: Kobling asks for a new token every day.
    #[arg(long, value_name = "ID", env = "KOBLING_SHOP_CLIENT_ID", hide_env_values = true)]
    client_id: Option<String>,
    /// Its client secret; without it, it is read from the standard input.
    #[arg(long, value_name = "SECRET", env = "KOBLING_SHOP_CLIENT_SECRET", hide_env_values = true)]
    client_secret: Option<SecretString>,
    /// The refresh token of an expiring offline token; `-` reads it from the standard input, after the client secret.
    #[arg(long, value_name = "TOKEN", env = "KOBLING_SHOP_REFRESH_TOKEN", hide_env_values = true)]
    refresh_token: Option<SecretString>,
}

impl Entry {
    /// The credentials, with what the standard input adds.
    pub fn read(self) -> Result<Credentials> {
        use secrecy::ExposeSecret;
        let Self { token, client_id, client_secret, refresh_token } = self;
        let Some(client_id) = client_id else {
            let token = match (token, &client_secret, &refresh_token) {
                (None, None, None) => Some(asked("Access token")?),
                (token, ..) => token,
            };
            return Ok(Credentials::of(token, None, client_secret, refresh_token)?);
        };
        let client_secret = match client_secret {
            None if token.is_none() => Some(asked("Client secret")?),
            given => given,
        };
        let refresh_token = match refresh_token {
            Some(given) if given.expose_secret() == "-" => Some(asked("Refresh token")?),
            given => given,
        };
        Ok(Credentials::of(token, Some(client_id), client_secret, refresh_token)?)
    }
}

/// A line of the standard input: an argument would be seen in the list of processes.
pub(super) fn asked(what: &str) -> Result<SecretString> {
    let input = std::io::stdin();
    if input.is_terminal() {
        let _gone = write!(std::io::stderr(), "{what} (it is shown as you type): ");
    }
    let mut line = String::new();
    let read = input.lock().read_line(&mut line);
    read.with_context(|| format!("the {} can't be read from the standard input", what.to_lowercase()))?;
    Ok(line.trim().to_owned().into())
}
