use anyhow::Result;
use connector::shops;
use runtime::{Scope, Shutdown};
use serde_json::json;

use crate::assembly::Program;
use crate::call_log::CallLog;
use crate::output::Output;
use crate::serve::{send_mail, send_webhooks, watch_stock};
use crate::signals;

/// Runs jobs until it is told to stop.
pub async fn run(program: &Program, output: Output) -> Result<()> {
    let (mut scope, shutdown) = (Scope::new(), Shutdown::new());
    let _right = program.right_to_run_jobs()?;
    signals::listen(&mut scope, &shutdown)?;
    shops::disable_others(&program.connector).await?;
    send_mail(&mut scope, program, &shutdown)?;
    send_webhooks(&mut scope, program, &shutdown)?;
    watch_stock(&mut scope, program, &shutdown);
    let pid = std::process::id();
    output.line(&json!({ "working": pid }), &format!("Kobling runs the jobs of {}", program.db.location()));
    let log = CallLog::open(program);
    let ended = program.worker(true).run(shutdown).await;
    log.close().await;
    Ok(ended?)
}
