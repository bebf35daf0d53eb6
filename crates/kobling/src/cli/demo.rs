use std::net::SocketAddr;

use anyhow::Result;
use clap::Args;

use crate::demo::{once, serving};
use crate::output::Output;

/// Shows the whole system on a shop of its own.
#[derive(Args, Debug)]
pub struct Demo {
    /// Run every task once, show a summary, and end.
    #[arg(long)]
    once: bool,
    /// Where to listen; port 0 chooses a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080", conflicts_with = "once")]
    listen: SocketAddr,
    /// How many orders arrive in the store in a minute.
    #[arg(long, value_name = "N", default_value_t = 6, conflicts_with = "once")]
    #[arg(value_parser = clap::value_parser!(u32).range(0..=6_000))]
    orders_per_minute: u32,
}

impl Demo {
    /// Does it. Nothing is left behind.
    pub async fn run(self, output: Output) -> Result<()> {
        if self.once { once(output).await } else { serving(self.listen, self.orders_per_minute, output).await }
    }
}
