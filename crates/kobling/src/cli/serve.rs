use std::net::SocketAddr;

use anyhow::Result;
use clap::Args;
use runtime::{Scope, Shutdown};
use serde_json::json;

use crate::assembly::Program;
use crate::output::Output;
use crate::serve::{answer, bind, work};
use crate::signals;

/// Runs everything.
#[derive(Args, Debug)]
pub struct Serve {
    /// Where to listen; port 0 chooses a free one.
    #[arg(long, value_name = "ADDRESS", env = "KOBLING_LISTEN", hide_env_values = true)]
    listen: Option<SocketAddr>,
    /// Do not run what waits in the job queue; another process does.
    #[arg(long)]
    no_worker: bool,
    /// The address by which others reach the server.
    #[arg(long, value_name = "URL", env = "KOBLING_PUBLIC_URL", hide_env_values = true)]
    public_url: Option<String>,
}

impl Serve {
    /// Serves until it is told to stop.
    pub async fn run(self, program: &Program, output: Output) -> Result<()> {
        let (mut scope, shutdown) = (Scope::new(), Shutdown::new());
        let _right = if self.no_worker { None } else { program.right_to_run_jobs()? };
        let listener = bind(self.listen.unwrap_or(program.config.listen)).await?;
        let public_url = self.public_url.or_else(|| program.config.public_url.clone());
        let public_url = public_url.map(|url| url.trim_end_matches('/').to_owned());
        let app = program.app(public_url, &shutdown).await?;
        signals::listen(&mut scope, &shutdown)?;
        let mut jobs = Scope::new();
        work(&mut jobs, program, !self.no_worker, &shutdown);
        let address = format!("http://{}", listener.local_addr()?);
        output.line(&json!({ "address": address }), &format!("Kobling listens at {address}"));
        let answered = answer(listener, server::router(app), &program.clock, &shutdown).await;
        shutdown.request();
        jobs.join().await;
        answered
    }
}
