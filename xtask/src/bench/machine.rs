use std::process::Command;

use crate::process::{output, root};

/// On what something was measured, when, and what.
#[derive(Debug)]
pub(crate) struct Machine {
    /// The day, as 2026-03-02.
    pub date: String,
    /// Cores, processor, memory, system.
    pub description: String,
    /// The commit that was measured.
    pub commit: String,
}

impl Machine {
    /// This one, now.
    pub(crate) fn this() -> Self {
        let said = |program: &str, arguments: &[&str]| {
            let mut command = Command::new(program);
            let said = output(command.args(arguments).current_dir(root())).unwrap_or_default();
            said.trim().to_owned()
        };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| said("uname", &["-m"]));
        let memory = field("/proc/meminfo", "MemTotal")
            .and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok())
            .map_or_else(String::new, |kibibytes| format!(", {} GB", kibibytes.div_ceil(1024 * 1024)));
        Self {
            date: said("date", &["-u", "+%F"]),
            description: format!("{cores} cores of {processor}{memory}, {}", said("uname", &["-s"])),
            commit: said("git", &["rev-parse", "--short", "HEAD"]),
        }
    }
}

/// A field of one of the system's files of names and values.
fn field(path: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    let (_, value) = text.lines().filter_map(|line| line.split_once(':')).find(|(key, _)| key.trim() == name)?;
    Some(value.trim().to_owned())
}
