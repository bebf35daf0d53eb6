use anyhow::{Context, Result, anyhow};
use clap::Subcommand;
use connector::shops::{self, NewShop};
use connector::webhooks;
use secrecy::SecretString;

use super::entry::{Entry, asked};
use super::stock::{HOW, begin_stock};
use super::tested;
use super::used::Used;
use crate::assembly::Program;
use crate::output::Output;

/// Looks after shops and their credentials.
#[derive(Debug, Subcommand)]
pub enum Shop {
    /// Add a shop. It is not enabled yet.
    Add {
        /// What people call it.
        code: String,
        /// The store's address, as my-store.myshopify.com.
        #[arg(long)]
        domain: String,
        #[command(flatten)]
        entry: Entry,
        /// Where its Admin API is reached, if not at its own address.
        #[arg(long, value_name = "URL")]
        admin_url: Option<String>,
    },
    /// List the shops.
    List,
    /// Give a shop other credentials, and ask its store whether they are good.
    Connect {
        /// The shop.
        code: String,
        #[command(flatten)]
        entry: Entry,
        /// Where its Admin API is reached.
        #[arg(long, value_name = "URL")]
        admin_url: Option<String>,
    },
    /// Give a shop the secret that signs its webhooks: the API secret key of its app.
    WebhookSecret {
        /// The shop.
        code: String,
        /// The secret; without it, it is read from the standard input.
        #[arg(long, env = "KOBLING_SHOP_WEBHOOK_SECRET", hide_env_values = true)]
        secret: Option<SecretString>,
    },
    /// Ask the store for its settings, and for what the app may do there.
    Test {
        /// The shop.
        code: String,
    },
    /// Show how the budget of a shop's store stands, and what it was used for.
    Budget {
        /// The shop.
        code: String,
        /// How many minutes back.
        #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=20_160))]
        minutes: u32,
    },
    /// Show how the stock of a shop differs from that in Shopify, and begin to send it.
    BeginStock {
        /// The shop.
        code: String,
        /// Whose numbers are right: ours are sent, or Shopify's become the opening stock; without it nothing begins.
        #[arg(long, value_parser = HOW)]
        how: Option<String>,
    },
    /// Enable a shop, once its store answers.
    Enable {
        /// The shop.
        code: String,
    },
    /// Make this installation the one that syncs a shop: after the database was copied or restored.
    Bind {
        /// The shop.
        code: String,
    },
    /// Change fields of the shop card.
    Set {
        /// The shop.
        code: String,
        /// What to change, as autoCreateOrders=true.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        changes: Vec<String>,
    },
}

const COLUMNS: [&str; 6] = ["code", "domain", "enabled", "connection", "allowBackgroundSyncs", "currencyCode"];

impl Shop {
    /// Does it.
    pub async fn run(self, program: &Program, output: Output) -> Result<()> {
        let (connector, caller) = (&program.connector, &program.caller);
        let shop = match self {
            Self::Add { code, domain, entry, admin_url } => {
                let new = NewShop { code, domain, admin_url, credentials: entry.read()? };
                shops::add(connector, caller, new).await?
            }
            Self::List => {
                let all = program.db.read(|r| async move { shops::list(&r).await }).await?;
                output.records::<shops::Entity>(&all, &COLUMNS);
                return Ok(());
            }
            Self::Connect { code, entry, admin_url } => {
                let shop = shops::connect(connector, caller, &code, entry.read()?, admin_url.as_deref()).await?;
                let tested = shops::test(connector, &code).await;
                let tested = tested.with_context(|| format!("the credentials of the shop {} are kept", shop.code))?;
                output.show(&tested::value(&tested), &tested::text(&tested));
                return Ok(());
            }
            Self::WebhookSecret { code, secret } => {
                let secret = secret.map_or_else(|| asked("Webhook secret"), Ok)?;
                webhooks::give_secret(connector, caller, &code, &secret).await?;
                program.db.read(|r| async move { shops::find(&r, &code).await }).await?
            }
            Self::Test { code } => {
                let tested = shops::test(connector, &code).await?;
                output.show(&tested::value(&tested), &tested::text(&tested));
                return Ok(());
            }
            Self::Budget { code, minutes } => {
                let used = Used::read(program, &code, minutes).await?;
                output.show(&used.value(), &used.text());
                return Ok(());
            }
            Self::BeginStock { code, how } => return begin_stock(program, output, &code, how.as_deref()).await,
            Self::Bind { code } => shops::bind(connector, caller, &code).await?,
            Self::Enable { code } => shops::enable(connector, caller, &code).await?,
            Self::Set { code, changes } => {
                let changes = changes.iter().map(|change| pair(change)).collect::<Result<Vec<_>>>()?;
                shops::set(connector, caller, &code, &changes).await?
            }
        };
        output.record::<shops::Entity>(&shop);
        Ok(())
    }
}

fn pair(change: &str) -> Result<(String, String)> {
    let (field, value) = change
        .split_once('=')
        .ok_or_else(|| anyhow!("'{change}' changes nothing: write FIELD=VALUE, as autoCreateOrders=true"))?;
    Ok((field.trim().to_owned(), value.trim().to_owned()))
}
