use anyhow::{Result, anyhow};
use clap::Subcommand;
use connector::shops::{self, NewShop};
use connector::webhooks;
use serde_json::json;

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
        /// The store's access token.
        #[arg(long, env = "KOBLING_SHOP_TOKEN", hide_env_values = true)]
        token: String,
        /// Where its Admin API is reached, if not at its own address.
        #[arg(long, value_name = "URL")]
        admin_url: Option<String>,
    },
    /// List the shops.
    List,
    /// Give a shop another access token.
    Connect {
        /// The shop.
        code: String,
        /// The store's access token.
        #[arg(long, env = "KOBLING_SHOP_TOKEN", hide_env_values = true)]
        token: String,
        /// Where its Admin API is reached.
        #[arg(long, value_name = "URL")]
        admin_url: Option<String>,
    },
    /// Give a shop the secret that signs its webhooks: the API secret key of its app.
    WebhookSecret {
        /// The shop.
        code: String,
        /// The secret.
        #[arg(long, env = "KOBLING_SHOP_WEBHOOK_SECRET", hide_env_values = true)]
        secret: String,
    },
    /// Ask the store for its settings.
    Test {
        /// The shop.
        code: String,
    },
    /// Enable a shop, once its store answers.
    Enable {
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

const COLUMNS: [&str; 5] = ["code", "domain", "enabled", "allowBackgroundSyncs", "currencyCode"];

impl Shop {
    /// Does it.
    pub async fn run(self, program: &Program, output: Output) -> Result<()> {
        let (connector, caller) = (&program.connector, &program.caller);
        let shop = match self {
            Self::Add { code, domain, token, admin_url } => {
                shops::add(connector, caller, NewShop { code, domain, admin_url, token: token.into() }).await?
            }
            Self::List => {
                let all = program.db.read(|r| async move { shops::list(&r).await }).await?;
                output.records::<shops::Entity>(&all, &COLUMNS);
                return Ok(());
            }
            Self::Connect { code, token, admin_url } => {
                shops::connect(connector, caller, &code, token.into(), admin_url.as_deref()).await?
            }
            Self::WebhookSecret { code, secret } => {
                webhooks::give_secret(connector, caller, &code, &secret.into()).await?;
                program.db.read(|r| async move { shops::find(&r, &code).await }).await?
            }
            Self::Test { code } => {
                let shop = shops::test(connector, &code).await?.shop;
                let (plan, currency) = (shop.plan.public_display_name, shop.currency_code.0);
                let text = format!("{} answers as {}: {currency}, {plan}.", shop.myshopify_domain, shop.name);
                let value = json!({
                    "domain": shop.myshopify_domain, "name": shop.name, "currencyCode": currency,
                    "timeZone": shop.iana_timezone, "plan": plan,
                });
                output.show(&value, &text);
                return Ok(());
            }
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
