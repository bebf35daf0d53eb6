use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::install;
use crate::process::{output, run};

/// The user as whom the server runs when this runs as root, which PostgreSQL refuses for itself.
const UNPRIVILEGED: &str = "nobody";

/// A private PostgreSQL server: reached by a socket in a temporary folder only, without durability, gone afterwards.
pub(crate) struct Server {
    programs: PathBuf,
    folder: TempDir,
}

impl Server {
    /// Makes a cluster and starts it; installs PostgreSQL first where that may be done.
    ///
    /// # Errors
    /// When PostgreSQL is not there and may not be installed, or does not start.
    pub(crate) fn start() -> Result<Self> {
        let programs = match programs() {
            Some(programs) => programs,
            None => {
                install::debian("postgresql", "the tests on PostgreSQL")?;
                programs().context("PostgreSQL was installed, but initdb is not where Debian puts it")?
            }
        };
        // A short path: the name of a socket may have at most 107 bytes.
        let folder = tempfile::Builder::new().prefix("kob").tempdir_in("/tmp")?;
        let server = Self { programs, folder };
        if install::is_root() {
            run(Command::new("chown").arg(UNPRIVILEGED).arg(server.folder.path()))?;
        }
        let data = server.data();
        let mut initdb = server.command("initdb");
        initdb
            .args(["--username=kobling", "--auth=trust", "--locale=C", "--encoding=UTF8", "--no-sync", "-D"])
            .arg(&data);
        output(&mut initdb).context("the cluster of the tests could not be made")?;
        let options = format!(
            "-c listen_addresses= -c unix_socket_directories={} -c fsync=off -c full_page_writes=off \
             -c synchronous_commit=off -c max_connections=500 -c shared_buffers=128MB",
            server.folder.path().display()
        );
        let mut start = server.command("pg_ctl");
        start.args(["start", "-w", "-s", "-D"]).arg(&data).arg("-l").arg(server.folder.path().join("log"));
        start.arg("-o").arg(options).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        run(&mut start).context("the PostgreSQL server of the tests did not start")?;
        Ok(server)
    }

    /// Its address, with `{database}` in the place of the database's name.
    pub(crate) fn address(&self) -> String {
        format!("postgres://kobling@localhost/{{database}}?host={}", self.folder.path().display())
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// One of PostgreSQL's programs, as a user it accepts.
    fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = if install::is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", UNPRIVILEGED, "--clear-groups", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let mut stop = self.command("pg_ctl");
        stop.args(["stop", "-m", "immediate", "-s", "-D"]).arg(self.data());
        if let Err(error) = output(&mut stop) {
            eprintln!("the PostgreSQL server of the tests could not be stopped: {error:#}");
        }
    }
}

/// The newest of Debian's folders, or wherever `pg_config` says.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path().join("bin")))
        .filter(|folder| folder.join("initdb").exists())
        .collect();
    versions.sort();
    versions.pop().or_else(|| {
        let folder = output(Command::new("pg_config").arg("--bindir")).ok()?;
        Some(Path::new(folder.trim()).to_owned()).filter(|folder| folder.join("initdb").exists())
    })
}
