use runtime::{Scope, Shutdown};
use tokio::signal::unix::{SignalKind, signal};

/// Asks for the shutdown when the process is told to end: by SIGTERM, or by ctrl-c. A second signal ends it at once.
///
/// # Errors
/// When the system does not let the process listen for signals.
pub fn listen(scope: &mut Scope, shutdown: &Shutdown) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let shutdown = shutdown.clone();
    scope.spawn(async move {
        let mut again = false;
        loop {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            if again {
                std::process::exit(1);
            }
            again = true;
            tracing::info!("asked to stop; running jobs end at their next step");
            shutdown.request();
        }
    });
    Ok(())
}
