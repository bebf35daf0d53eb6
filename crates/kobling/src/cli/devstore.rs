use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use devstore::{
    DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore, Limits, Loaded, Options,
    StoreOptions,
};
use runtime::{Clock, Random, Scope, Shutdown};
use serde_json::json;

use crate::courier::Courier;
use crate::demo::SEED;
use crate::output::Output;
use crate::serve::{answer, bind};
use crate::signals;

/// The file in the data folder that keeps what the stores hold.
const FILE: &str = "devstore.json";

/// Serves a stand-in Shopify store.
#[derive(Args, Debug)]
pub struct Serve {
    /// Where to listen; port 0 chooses a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8081")]
    listen: SocketAddr,
    /// The store's address.
    #[arg(long, default_value = DEFAULT_DOMAIN)]
    domain: String,
    /// The access token that it accepts.
    #[arg(long, default_value = DEFAULT_TOKEN)]
    token: String,
    /// The client id of its app, which asks for tokens with it.
    #[arg(long, value_name = "ID", default_value = DEFAULT_CLIENT_ID, display_order = 2)]
    client_id: String,
    /// The secret that belongs to the client id.
    #[arg(long, value_name = "SECRET", default_value = DEFAULT_CLIENT_SECRET, display_order = 2)]
    client_secret: String,
    /// One more store; the token, or the client id, says which one a request means. Its client can follow the token:
    /// ,client_id=ID,client_secret=SECRET
    #[arg(long = "store", value_name = "DOMAIN=TOKEN")]
    stores: Vec<String>,
    /// Put the products of this folder's files into the first store: lists of products as Shopify exports them (CSV).
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Keep what the stores hold in this folder, written when it ends.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// Fill the stores with a believable shop of so many orders; the same for the same number.
    #[arg(long, value_name = "N", conflicts_with_all = ["data", "keep"])]
    seed: Option<usize>,
    /// Let webhooks go to this machine, by plain HTTP too, which Shopify does not.
    #[arg(long)]
    loopback_webhooks: bool,
    /// Validate against this schema instead of the part of Shopify's that Kobling uses.
    #[arg(long, value_name = "FILE")]
    schema: Option<PathBuf>,
}

impl Serve {
    /// Serves until it is told to stop.
    pub async fn run(self, output: Output) -> Result<()> {
        let clock = Clock::system();
        let (mut scope, shutdown) = (Scope::new(), Shutdown::new());
        let devstore = self.devstore(&clock)?;
        let kept = self.keep.as_ref().map(|folder| folder.join(FILE));
        if let Some(file) = kept.as_ref().filter(|file| file.exists()) {
            devstore.load(file)?;
        }
        if let Some(folder) = &self.keep {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("the folder {} can't be made", folder.display()))?;
        }
        let loaded = self.data.as_ref().map(|folder| devstore.handle().load_products(folder, None)).transpose()?;
        if let Some(orders) = self.seed {
            devstore.seed(orders, SEED)?;
        }
        let handle = devstore.handle();
        if self.loopback_webhooks {
            handle.set_limits(Limits { loopback_webhooks: true, ..handle.limits() })?;
        }
        handle.deliver_with(Arc::new(Courier::new()?));
        let listener = bind(self.listen).await?;
        signals::listen(&mut scope, &shutdown)?;
        let ending = shutdown.clone();
        scope.spawn(async move { handle.deliver_until(&ending).await });
        let address = format!("http://{}", listener.local_addr()?);
        output.line(&json!({ "address": address }), &address);
        if let Some(loaded) = &loaded {
            output.line(&json!(loaded), &said(loaded));
        }
        let answered = answer(listener, devstore.router(), &clock, &shutdown).await;
        if let Some(file) = &kept {
            devstore.save(file)?;
        }
        answered
    }

    fn devstore(&self, clock: &Clock) -> Result<Devstore> {
        let first = StoreOptions::new(&self.domain, &self.token).client(&self.client_id, &self.client_secret);
        let mut stores = vec![first];
        for text in &self.stores {
            stores.push(store(text)?);
        }
        let read = |path: &PathBuf| {
            std::fs::read_to_string(path)
                .map_err(|error| anyhow!("the schema {} can't be read: {error}", path.display()))
        };
        let schema = self.schema.as_ref().map(read).transpose()?;
        Ok(Devstore::new(Options { stores, clock: clock.clone(), random: Random::os(), schema })?)
    }
}

/// What was loaded, and what of it was not.
fn said(loaded: &Loaded) -> String {
    let Loaded { products, variants, columns_left_out } = loaded;
    let text = format!("{products} products with {variants} variants are loaded");
    if columns_left_out.is_empty() {
        return format!("{text}.");
    }
    let columns: Vec<&str> = columns_left_out.iter().map(String::as_str).collect();
    format!("{text}; the store has no place for what stands in: {}.", columns.join(", "))
}

/// One of `--store`.
fn store(text: &str) -> Result<StoreOptions> {
    let mut parts = text.split(',');
    let Some((domain, token)) = parts.next().and_then(|first| first.split_once('=')) else {
        bail!("'{text}' is no store: write DOMAIN=TOKEN, as other.myshopify.com=shpat_other");
    };
    let mut store = StoreOptions::new(domain, token);
    for part in parts {
        match part.split_once('=') {
            Some(("client_id", id)) => id.clone_into(&mut store.client_id),
            Some(("client_secret", secret)) => secret.clone_into(&mut store.client_secret),
            _ => bail!("'{part}' says nothing of a store: after its token come client_id=ID and client_secret=SECRET"),
        }
    }
    Ok(store)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_may_have_a_client_of_its_own() {
        assert_eq!(
            store("b.myshopify.com=t").unwrap(),
            StoreOptions::new("b.myshopify.com", "t").client("b", "b-secret")
        );
        let own = store("b.myshopify.com=t,client_id=i,client_secret=s=s").unwrap();
        assert_eq!(own, StoreOptions::new("b.myshopify.com", "t").client("i", "s=s"));
        assert!(store("b.myshopify.com").unwrap_err().to_string().contains("write DOMAIN=TOKEN"));
        assert!(store("b.myshopify.com=t,secret=s").unwrap_err().to_string().contains("client_id=ID"));
    }
}
