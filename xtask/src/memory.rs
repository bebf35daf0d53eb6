use std::path::Path;
use std::process::Command;

use crate::process::output;

/// Where Linux keeps files in memory.
const FOLDER: &str = "/dev/shm";
/// What must be free there, in bytes.
const ROOM: u64 = 6 << 30;

/// The folder for files in memory, if there is one with room enough in which programs may also be run.
pub(crate) fn folder() -> Option<&'static Path> {
    (runs_programs(&std::fs::read_to_string("/proc/mounts").ok()?) && free()? >= ROOM).then(|| Path::new(FOLDER))
}

/// What is free, in bytes.
fn free() -> Option<u64> {
    let said = output(Command::new("df").args(["--output=avail", "--block-size=1", FOLDER])).ok()?;
    said.lines().nth(1)?.trim().parse().ok()
}

fn runs_programs(mounts: &str) -> bool {
    mounts.lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).any(
        |words| matches!(words[..], [_, FOLDER, "tmpfs", options, ..] if !options.split(',').any(|of| of == "noexec")),
    )
}

#[cfg(test)]
mod tests {
    use super::runs_programs;

    #[test]
    fn only_a_folder_in_memory_from_which_programs_run_is_taken() {
        assert!(runs_programs("proc /proc proc rw 0 0\ntmpfs /dev/shm tmpfs rw,nosuid,nodev 0 0\n"));
        assert!(!runs_programs("shm /dev/shm tmpfs rw,nosuid,nodev,noexec 0 0\n"));
        assert!(!runs_programs("tmpfs /run tmpfs rw 0 0\n"));
        assert!(!runs_programs("/dev/vda /dev/shm ext4 rw 0 0\n"));
    }
}
