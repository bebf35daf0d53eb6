use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use axum::Router;
use connector::outbound_webhooks::Messenger;
use connector::stock::Watch;
use job_queue::notification::Postman;
use outbound::{Http, Mailer, Policy};
use runtime::{Clock, Scope, Shutdown};
use tokio::net::TcpListener;

use crate::assembly::Program;

/// How long open connections may take to end when the server stops.
const GRACE: Duration = Duration::from_secs(5);

/// Listens at an address.
///
/// # Errors
/// When it is in use, or not of this machine.
pub async fn bind(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            anyhow!("the address {address} is in use: stop what listens there, or choose another with --listen")
        }
        _ => anyhow!("{address} can't be listened at ({error}): choose another address with --listen"),
    })
}

/// Answers requests until it is to stop.
pub async fn answer(listener: TcpListener, router: Router, clock: &Clock, shutdown: &Shutdown) -> Result<()> {
    let asked = shutdown.clone();
    let served = axum::serve(listener, router).with_graceful_shutdown(async move { asked.requested().await });
    let too_long = async {
        shutdown.requested().await;
        clock.sleep(GRACE).await;
    };
    tokio::select! {
        served = served => served.context("the server ended"),
        () = too_long => Ok(()),
    }
}

/// Sends what people are to be told by mail, when there is a mail server.
///
/// # Errors
/// When its address can't be used.
pub fn send_mail(scope: &mut Scope, program: &Program, shutdown: &Shutdown) -> Result<()> {
    let config = &program.config;
    let Some(smtp) = &config.smtp else { return Ok(()) };
    let mailer = Mailer::smtp(smtp, &config.mail_from)?;
    let postman = Postman::new(program.queue.clone(), mailer, config.public_url.as_deref().unwrap_or_default());
    scope.spawn(postman.run(shutdown.clone()));
    Ok(())
}

/// Tells the programs beside this one what happens.
///
/// # Errors
/// When this machine's certificates can't be read.
pub fn send_webhooks(scope: &mut Scope, program: &Program, shutdown: &Shutdown) -> Result<()> {
    // Of an answer only the status counts, and its first words.
    let policy = Policy { reach: program.connector.reach(), max_body: 1 << 20, ..Policy::default() };
    let http = Http::system(policy)?;
    scope.spawn(Messenger::new(program.connector.clone(), http).run(shutdown.clone()));
    Ok(())
}

/// Makes a job of what changes the stock of shops.
pub fn watch_stock(scope: &mut Scope, program: &Program, shutdown: &Shutdown) {
    scope.spawn(Watch::new(program.connector.clone(), program.queue.clone()).run(shutdown.clone()));
}

/// Runs jobs in the background of this process.
pub fn work(scope: &mut Scope, program: &Program, background: bool, shutdown: &Shutdown) {
    let (worker, shutdown) = (program.worker(background), shutdown.clone());
    scope.spawn(async move {
        if let Err(error) = worker.run(shutdown).await {
            tracing::error!(%error, "the worker ended");
        }
    });
}
