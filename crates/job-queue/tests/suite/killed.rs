//! Two workers on one PostgreSQL that are killed, and frozen for longer than their lease, at any moment: afterwards every
//! job has had its effect once, no two of an exclusion key overlapped, and nothing is left behind.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use database::testing::TestDb;
use database::{Engine, Location, Read};
use runtime::{Clock, Random};
use sea_orm::{ConnectionTrait, Statement};

/// How often a worker is killed or frozen, unless `KOBLING_TEST_KILLS` says.
const KILLS: u32 = 6;
/// For each of them there are so many jobs.
const JOBS_A_KILL: u32 = 20;
/// Milliseconds that a worker is left alone.
const ALONE: u64 = 900;
/// Milliseconds that a frozen worker stands still: around the length of a lease.
const FROZEN: u64 = 9_000;
const LOOK: Duration = Duration::from_millis(50);
/// Far longer than the jobs that are left take.
const LOOKS: u32 = 4_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_job_has_its_effect_once_however_often_its_worker_is_killed_or_frozen() {
    let kills: u32 = std::env::var("KOBLING_TEST_KILLS").map_or(KILLS, |text| text.parse().unwrap());
    let jobs = kills * JOBS_A_KILL;
    let test = TestDb::new(Engine::Postgres, Clock::system(), job_queue::migrations).await;
    let load = Load { database: url(&test.location) };
    load.run(&["prepare"]);
    load.run(&["add", "--jobs", &jobs.to_string(), "--keys", "12", "--milliseconds", "40"]);
    let (random, clock) = (Random::os(), Clock::system());
    let mut workers = [load.worker("w1-0"), load.worker("w2-0")];
    let (mut killed, mut frozen) = (0, 0);
    for number in 1..=kills {
        clock.sleep(Duration::from_millis(random.below(ALONE))).await;
        let at = usize::try_from(random.below(2)).unwrap();
        if random.below(4) == 0 {
            signal(&workers[at], "STOP");
            clock.sleep(Duration::from_millis(random.below(FROZEN))).await;
            signal(&workers[at], "CONT");
            frozen += 1;
        } else {
            workers[at].kill().unwrap();
            workers[at].wait().unwrap();
            workers[at] = load.worker(&format!("w{}-{number}", at + 1));
            killed += 1;
        }
    }
    let left = "SELECT COUNT(*) AS n FROM job_queue_entry";
    for _ in 0..LOOKS {
        if number(&test, left).await == 0 {
            break;
        }
        clock.sleep(LOOK).await;
    }
    for mut worker in workers {
        drop(worker.stdin.take());
        assert!(worker.wait().unwrap().success(), "a worker ends in good order");
    }

    assert_eq!(number(&test, left).await, 0, "nothing is left behind");
    assert_eq!(number(&test, "SELECT COUNT(*) AS n FROM job_queue_run").await, 0);
    assert_eq!(number(&test, "SELECT COUNT(*) AS n FROM job_queue_log_entry WHERE end_date_time IS NULL").await, 0);
    assert_eq!(number(&test, "SELECT COUNT(*) AS n FROM load_effect").await, i64::from(jobs));
    let effects = "SELECT CAST(SUM(jobs) AS BIGINT) AS n FROM load_total";
    assert_eq!(number(&test, effects).await, i64::from(jobs), "each once");
    assert_eq!(number(&test, OVERLAPS).await, 0, "no two of a key at once");
    let taken_over = number(&test, "SELECT COUNT(*) AS n FROM job_queue_log_entry WHERE result = 'Error'").await;
    println!(
        "kills: {jobs} jobs in 12 exclusion keys, two workers killed {killed} and frozen {frozen} times, {taken_over} runs \
         taken over; each effect once, none overlapped"
    );
}

/// An attempt that began while another of its key was under way that came to its end.
const OVERLAPS: &str = "\
SELECT COUNT(*) AS n FROM load_effect e JOIN load_attempt a ON a.scope = e.scope AND a.job <> e.job \
WHERE a.began > e.began AND a.began < e.ended";

struct Load {
    database: String,
}

impl Load {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(arguments).env("KOBLING_DATABASE", &self.database);
        command
    }

    fn run(&self, arguments: &[&str]) {
        let ended = self.command(arguments).output().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    }

    fn worker(&self, name: &str) -> Child {
        self.command(&["work", "--name", name]).stdin(Stdio::piped()).spawn().unwrap()
    }
}

/// The example that Cargo builds beside this test.
fn program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let program = tests.parent().and_then(|deps| deps.parent()).unwrap().join("examples/queue_load");
    assert!(
        program.exists(),
        "{} is not built: run `cargo build -p job-queue --example queue_load`",
        program.display()
    );
    program
}

fn url(location: &Location) -> String {
    match location {
        Location::Postgres(url) => url.clone(),
        Location::Sqlite(_) => panic!("two workers need PostgreSQL"),
    }
}

fn signal(process: &Child, name: &str) {
    let sent = Command::new("kill").args([format!("-{name}"), process.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

async fn number(test: &TestDb, sql: &str) -> i64 {
    let query = |read: Read| async move {
        let statement = Statement::from_string(read.get_database_backend(), sql);
        database::Result::<_>::Ok(read.query_one_raw(statement).await?)
    };
    let row = test.db.read(query).await.unwrap().unwrap();
    row.try_get("", "n").unwrap()
}
