use access::{Access, Principal};
use back_office::sales::Context;
use connector::Connector;
use database::Db;
use job_queue::Queue;
use runtime::{Clock, Random, Shutdown};
use values::filter::Words;

use crate::events::Events;
use crate::{FirstStart, Metrics, Zone};

/// What the server stands on. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The company's database.
    pub db: Db,
    /// The job queue.
    pub queue: Queue,
    /// The shops.
    pub connector: Connector,
    /// Users and their tokens.
    pub access: Access,
    /// The time.
    pub clock: Clock,
    /// Chance, for ids.
    pub random: Random,
    /// The company's time zone, in which date words of filters are read.
    pub zone: Zone,
    /// The address by which clients know the server, without a slash at its end; for the links in lists.
    pub public_url: Option<String>,
    /// Ends open streams when the server is to stop.
    pub shutdown: Shutdown,
    /// How the company may be set up, while it is not.
    pub first_start: Option<FirstStart>,
    /// What this process counts and times.
    pub metrics: Metrics,
    /// What has happened in the database, for whoever listens.
    pub events: Events,
}

impl App {
    /// What the date words and `%me` of a caller's filters mean now.
    pub(crate) fn words(&self, caller: &Principal) -> Words {
        Words { now: self.clock.now(), zone: self.zone.get(), work_date: None, user: caller.user_name.clone() }
    }

    /// When the caller makes something in the back office, and with which ids.
    pub(crate) fn context(&self, caller: &Principal) -> Context {
        Context { now: self.clock.now(), random: self.random.clone(), user: caller.user_name.clone() }
    }
}
