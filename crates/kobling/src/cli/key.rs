use access::Vault;
use anyhow::{Result, bail};
use clap::Subcommand;
use connector::shops::credential;
use secrecy::ExposeSecret;
use serde_json::json;

use crate::assembly::Program;
use crate::config::Config;
use crate::output::Output;

/// Looks after the key that secrets are sealed with.
#[derive(Debug, Subcommand)]
pub enum Key {
    /// Print a new key, for KOBLING_KEY. It is kept nowhere.
    New,
    /// Seal every secret with a new key. What was stopped halfway goes on.
    Rotate,
}

impl Key {
    /// Does it.
    pub async fn run(self, config: &Config, output: Output) -> Result<()> {
        match self {
            Self::New => {
                let key = Vault::new_key();
                output.show(&json!({ "key": key.expose_secret() }), key.expose_secret());
                Ok(())
            }
            Self::Rotate => rotate(&Program::open(config).await?, output).await,
        }
    }
}

/// New key into the file, before the old one; everything sealed anew in one transaction; old key out of the file. Whatever
/// stops it, every secret opens with one of the keys that are in the file.
async fn rotate(program: &Program, output: Output) -> Result<()> {
    let (vault, connector) = (program.access.vault(), &program.connector);
    if !vault.has_file() && vault.count() < 2 {
        bail!(
            "the key is in KOBLING_KEY, which can't be written from here: put a key of `kobling key new` and a space before it there, run `kobling key rotate`, and then take the old one away"
        );
    }
    vault.add_key()?;
    let sealed = connector.db().write(|tx| async move { credential::seal_anew(connector, &tx).await }).await?;
    vault.forget_old_keys()?;
    let next = if vault.has_file() {
        "Copy the key file to every machine that runs Kobling on this database, and to its backup."
    } else {
        "Take the old key out of KOBLING_KEY now."
    };
    let text = format!("The credentials of {sealed} shops are sealed with the new key. {next}");
    output.show(&json!({ "sealed": sealed }), &text);
    Ok(())
}
