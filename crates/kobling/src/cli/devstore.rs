use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore, Limits, Loaded, Options};
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
    /// One more store; the token says which store a request means.
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
        let mut stores = vec![(self.domain.clone(), self.token.clone())];
        for store in &self.stores {
            let Some((domain, token)) = store.split_once('=') else {
                bail!("'{store}' is no store: write DOMAIN=TOKEN, as other.myshopify.com=shpat_other");
            };
            stores.push((domain.to_owned(), token.to_owned()));
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
