use std::net::SocketAddr;

use anyhow::Result;
use clap::Args;
use connector::shops;
use connector::webhooks::subscription::look_after;
use runtime::{Scope, Shutdown};
use serde_json::json;
use server::App;

use crate::assembly::right_to_run_jobs;
use crate::call_log::CallLog;
use crate::config::Config;
use crate::first_start;
use crate::output::Output;
use crate::serve::{answer, bind, send_mail, send_webhooks, watch_stock, work};
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
    pub async fn run(self, config: &Config, output: Output) -> Result<()> {
        let (mut scope, shutdown) = (Scope::new(), Shutdown::new());
        let listener = bind(self.listen.unwrap_or(config.listen)).await?;
        config.create_folders()?;
        // Held before the database is brought up to this version, so that no running worker has it changed beneath it.
        let _right = if self.no_worker { None } else { right_to_run_jobs(&config.database)? };
        let config = &config.clone().reached_at(self.public_url.as_deref());
        let (program, first_start) = &first_start::open(config).await?;
        shops::disable_others(&program.connector).await?;
        let (mut jobs, log) = (Scope::new(), CallLog::open(program));
        send_mail(&mut jobs, program, &shutdown)?;
        send_webhooks(&mut jobs, program, &shutdown)?;
        watch_stock(&mut jobs, program, &shutdown);
        let app = program.app(&shutdown).await?;
        let app = App { first_start: first_start.clone(), ..app };
        signals::listen(&mut scope, &shutdown)?;
        work(&mut jobs, program, !self.no_worker, &shutdown);
        jobs.spawn(look_after(program.connector.clone(), shutdown.clone()));
        let address = format!("http://{}", listener.local_addr()?);
        say(&address, &app, output);
        let answered = answer(listener, server::router(app), &program.clock, &shutdown).await;
        shutdown.request();
        jobs.join().await;
        log.close().await;
        answered
    }
}

/// The first line: where it listens, and where a company that is not there yet is set up.
fn say(address: &str, app: &App, output: Output) {
    let Some(first_start) = &app.first_start else {
        output.line(&json!({ "address": address }), &format!("Kobling listens at {address}"));
        return;
    };
    let reached_at = app.public_url.as_deref().unwrap_or(address);
    let page = format!("{reached_at}/first-start?code={}", first_start.code());
    let text = format!(
        "Kobling listens at {address}\n\nNobody has set it up yet. Set up the company and its administrator at\n{page}"
    );
    output.line(&json!({ "address": address, "firstStart": page }), &text);
}
