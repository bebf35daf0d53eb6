use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::process::{output, run};
use crate::{install, memory};

/// The user as whom the server runs when this runs as root, which PostgreSQL refuses for itself.
const UNPRIVILEGED: &str = "nobody";

/// A private PostgreSQL server: reached by a socket in a temporary folder only, without durability, gone afterwards.
pub(crate) struct Server {
    programs: PathBuf,
    folder: TempDir,
    guard: Option<Child>,
}

/// Waits until its standard input ends, which it does however the process ends that started it, and stops the server.
const GUARD: &str = "trap '' HUP INT TERM; cat; \"$@\"";

impl Server {
    /// Makes a cluster on the disk and starts it; installs PostgreSQL first where that may be done.
    ///
    /// # Errors
    /// When PostgreSQL is not there and may not be installed, or does not start.
    pub(crate) fn start() -> Result<Self> {
        Self::start_in(Path::new("/tmp"))
    }

    /// The same in memory where there is room, for tests: they make thousands of databases, which a disk takes eight
    /// times as long to copy.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub(crate) fn start_in_memory() -> Result<Self> {
        Self::start_in(memory::folder().unwrap_or(Path::new("/tmp")))
    }

    fn start_in(parent: &Path) -> Result<Self> {
        let programs = match programs() {
            Some(programs) => programs,
            None => {
                install::debian("postgresql", "the tests on PostgreSQL")?;
                programs().context("PostgreSQL was installed, but initdb is not where Debian puts it")?
            }
        };
        // A short path: the name of a socket may have at most 107 bytes.
        let folder = tempfile::Builder::new().prefix("kob").tempdir_in(parent)?;
        let mut server = Self { programs, folder, guard: None };
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
        start.arg("-o").arg(options).stdout(Stdio::null()).stderr(Stdio::null());
        server.guard = Some(server.guarded()?);
        run(&mut start).context("the PostgreSQL server of the tests did not start")?;
        Ok(server)
    }

    /// Its address, with `{database}` in the place of the database's name.
    pub(crate) fn address(&self) -> String {
        format!("postgres://kobling@localhost/{{database}}?host={}", self.folder.path().display())
    }

    /// The address of a new, empty database of that name.
    ///
    /// # Errors
    /// When the server refuses.
    pub(crate) fn make(&self, name: &str) -> Result<String> {
        let mut create = self.command("createdb");
        output(create.args(["--username=kobling", "--host"]).arg(self.folder.path()).arg(name))?;
        Ok(self.address().replace("{database}", name))
    }

    /// A process that stops the server and removes its data when this one ends, even if it is killed.
    fn guarded(&self) -> Result<Child> {
        let (folder, data) = (self.folder.path(), self.data());
        let stop = self.command("pg_ctl");
        let mut guard = Command::new("sh");
        guard
            .args(["-c", &format!("{GUARD}; rm -rf \"$GUARDED\""), "sh"])
            .arg(stop.get_program())
            .args(stop.get_args());
        guard.args(["stop", "-m", "immediate", "-s", "-D"]).arg(data).env("GUARDED", folder).current_dir("/");
        guard.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        guard.spawn().context("the guard of the PostgreSQL server could not be started")
    }

    /// A folder for whatever the tests leave behind; it goes with the server.
    ///
    /// # Errors
    /// When it can't be made.
    pub(crate) fn scratch(&self) -> Result<PathBuf> {
        let scratch = self.folder.path().join("tmp");
        std::fs::create_dir_all(&scratch).with_context(|| format!("{} can't be made", scratch.display()))?;
        Ok(scratch)
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
        // Waiting for a child closes its standard input first.
        let stopped = self.guard.take().map(|mut guard| guard.wait());
        if !matches!(stopped, None | Some(Ok(_))) {
            eprintln!("the PostgreSQL server of the tests could not be stopped: see {}", self.folder.path().display());
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
