use anyhow::Result;
use runtime::{Scope, Shutdown};

use crate::assembly::Program;

/// Keeps the log of the calls that this process makes, and what they use of a store's budget, beside those who call. Close
/// it after them.
#[derive(Debug)]
pub struct CallLog {
    scope: Scope,
    stop: Shutdown,
}

impl CallLog {
    /// From now on.
    pub fn open(program: &Program) -> Self {
        let (mut scope, stop) = (Scope::new(), Shutdown::new());
        scope.spawn(program.connector.clone().keep_calls(stop.clone()));
        scope.spawn(program.connector.clone().keep_usage(stop.clone()));
        Self { scope, stop }
    }

    /// Writes the last of them.
    pub async fn close(mut self) {
        self.stop.request();
        self.scope.join().await;
    }
}

/// Writes down the calls of a command that has ended, and gives on how it ended.
pub async fn written<T>(program: &Program, ended: Result<T>) -> Result<T> {
    let connector = &program.connector;
    for kept in [connector.write_calls().await, connector.write_usage().await] {
        if let Err(error) = kept {
            tracing::error!(%error, "the calls of this command can't be written down");
        }
    }
    ended
}
