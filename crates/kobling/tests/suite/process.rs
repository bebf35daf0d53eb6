//! Processes of the program.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::task::block_in_place;

/// How a process ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ended {
    /// What it said as JSON, after it has done everything.
    pub fn json(&self) -> serde_json::Value {
        assert_eq!(self.code, 0, "{self:?}");
        serde_json::from_str(&self.stdout).unwrap()
    }

    /// The one sentence with which it failed.
    pub fn sentence(&self) -> &str {
        assert_eq!(self.code, 1, "{self:?}");
        assert_eq!(self.stdout, "", "{self:?}");
        let sentence = self.stderr.trim_end().strip_prefix("kobling: ").expect("it says who speaks");
        assert!(!sentence.contains('\n') && !sentence.contains("Error"), "{sentence}");
        sentence
    }
}

/// A command on the company in `home`, with nothing of this process's settings.
pub fn command(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kobling"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("KOBLING_") {
            command.env_remove(name);
        }
    }
    command.env("KOBLING_DATA_DIR", home).args(arguments).stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub fn run(home: &Path, arguments: &[&str]) -> Ended {
    ended(command(home, arguments))
}

/// Runs a command to its end.
pub fn ended(mut command: Command) -> Ended {
    let output = meanwhile(|| command.output()).unwrap();
    Ended {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Waits for a process while the test's other tasks go on: a transaction or a request that this thread was to take up
/// next is taken up by another.
fn meanwhile<T>(wait: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => block_in_place(wait),
        _ => wait(),
    }
}

/// A process that goes on until the test ends.
#[derive(Debug)]
pub struct Running {
    child: Child,
    /// The first line that it printed.
    pub first_line: String,
}

impl Running {
    /// Starts it and waits for its first line.
    pub fn start(home: &Path, arguments: &[&str]) -> Self {
        Self::of(command(home, arguments))
    }

    /// Starts it and waits for its first line.
    pub fn of(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut first_line = String::new();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        meanwhile(|| output.read_line(&mut first_line)).unwrap();
        assert!(!first_line.is_empty(), "it ended: {:?}", child.wait());
        Self { child, first_line: first_line.trim_end().to_owned() }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Sends it a signal, as `STOP`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.pid().to_string()]).status().unwrap();
        assert!(sent.success(), "{name} could not be sent");
    }

    /// Ends it at once; it can do nothing about that.
    pub fn kill(self) {
        drop(self);
    }

    /// Asks it to stop, and says how it ended.
    pub fn stop(mut self) -> i32 {
        self.signal("TERM");
        meanwhile(|| self.child.wait()).unwrap().code().unwrap_or(-1)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}
