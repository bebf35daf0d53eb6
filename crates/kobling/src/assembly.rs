use std::sync::Arc;

use access::{Access, Principal, Vault};
use anyhow::Result;
use back_office::posting_jobs;
use chrono_tz::Tz;
use connector::Connector;
use database::{Db, Location, Migrations, ProcessLock};
use job_queue::{Queue, Registry, Worker, WorkerOptions};
use outbound::{Http, Policy};
use runtime::{Clock, Random, Shutdown};

use crate::config::Config;
use crate::installation;

/// The tables of the whole program, in the order in which they stand on each other.
pub fn migrations() -> Migrations {
    let parts = [access::migrations, job_queue::migrations, back_office::migrations, connector::migrations];
    parts.into_iter().flat_map(|part| part()).collect()
}

/// The right to run jobs at `location`, also before there is a database.
///
/// # Errors
/// As [`Program::right_to_run_jobs`].
pub fn right_to_run_jobs(location: &Location) -> Result<Option<ProcessLock>, database::Error> {
    match location {
        Location::Sqlite(path) => ProcessLock::acquire(path).map(Some),
        Location::Postgres(_) => Ok(None),
    }
}

/// The program on one company's database, put together.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its settings.
    pub config: Config,
    /// The time.
    pub clock: Clock,
    /// Chance.
    pub random: Random,
    /// The company's database.
    pub db: Db,
    /// Its users.
    pub access: Access,
    /// Its shops, and the way to their stores.
    pub connector: Connector,
    /// Its job queue.
    pub queue: Queue,
    /// Whoever uses the command line on the machine.
    pub caller: Principal,
}

impl Program {
    /// Opens the company's database as it is.
    ///
    /// # Errors
    /// When there is none, when it is of another version, when the key is missing.
    pub async fn open(config: &Config) -> Result<Self> {
        let clock = Clock::system();
        let db = Db::open(config.database.clone(), clock.clone(), migrations).await?;
        let vault = config.vault()?;
        Self::assemble(config, db, vault, clock)
    }

    /// Puts the program together on an open database.
    ///
    /// # Errors
    /// When this machine's certificates, or the id of the installation, can't be read.
    pub fn assemble(config: &Config, db: Db, vault: Vault, clock: Clock) -> Result<Self> {
        let random = Random::os();
        let http = Http::system(Policy::default())?;
        let installation = installation::id(config, &random, &clock)?;
        let connector = Connector::new(db.clone(), vault.clone(), http, clock.clone(), random.clone(), installation);
        if let Some(url) = &config.public_url {
            connector.serve_at(url);
        }
        if config.webhooks_to_this_machine {
            connector.tell_this_machine();
        }
        connector.enter_by(config.admin_hosts.clone());
        let access = Access::new(db.clone(), clock.clone(), random.clone(), vault);
        let registry = connector::register(Registry::new(), &connector);
        let registry = posting_jobs::register(registry, Some(connector::SOURCE_NUMBER));
        let queue = Queue::new(db.clone(), Arc::new(registry), clock.clone(), random.clone());
        Ok(Self { config: config.clone(), clock, random, db, access, connector, queue, caller: Principal::system() })
    }

    /// The zone in which the company's days begin.
    ///
    /// # Errors
    /// Before the company is set up.
    pub async fn zone(&self) -> Result<Tz> {
        let company = self.db.read(|r| async move { back_office::company::read(&r).await }).await?;
        Ok(company.zone())
    }

    /// The right to run jobs: on SQLite one process has it, on PostgreSQL everyone.
    ///
    /// # Errors
    /// [`database::Error::Locked`] names the process that has it.
    pub fn right_to_run_jobs(&self) -> Result<Option<ProcessLock>, database::Error> {
        right_to_run_jobs(self.db.location())
    }

    /// A worker of this process. Without `background` it runs only what is started in the foreground.
    pub fn worker(&self, background: bool) -> Worker {
        // Two processes on two machines may have the same id.
        let name = format!("{}-{}", std::process::id(), self.random.id(self.clock.now()).simple());
        let options = WorkerOptions { name, slots: self.config.slots, background, ..WorkerOptions::default() };
        Worker::new(self.queue.clone(), options)
    }

    /// The server on this program.
    ///
    /// # Errors
    /// When the company can't be read.
    pub async fn app(&self, shutdown: &Shutdown) -> Result<server::App> {
        let zone = match self.db.read(|r| async move { back_office::company::read(&r).await }).await {
            Ok(company) => company.zone(),
            Err(back_office::Error::NoCompany) => Tz::UTC,
            Err(error) => return Err(error.into()),
        };
        Ok(server::App {
            db: self.db.clone(),
            queue: self.queue.clone(),
            connector: self.connector.clone(),
            access: self.access.clone(),
            clock: self.clock.clone(),
            random: self.random.clone(),
            zone: zone.into(),
            public_url: self.config.public_url.clone(),
            shutdown: shutdown.clone(),
            first_start: None,
            metrics: server::Metrics::of_this_process(),
            events: server::Events::new(self.db.clone(), self.clock.clone()),
        })
    }
}
