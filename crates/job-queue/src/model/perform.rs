use std::time::Duration;

use chrono::{DateTime, Utc};
use database::Tx;
use uuid::Uuid;

use super::actions::Action;
use super::real;
use super::rules::QueueModel;
use super::stage::Stage;
use super::state::{Lease, State};
use super::walk::Step;
use crate::object::Stops;
use crate::run::{self, Claimed, LEASE};
use crate::worker::{ask_for_time, settle};
use crate::{Context, Error, Progress, Result, entry};

/// The real workers and entries of one way through the model.
pub(super) struct Play<'a> {
    pub(super) stage: &'a Stage,
    pub(super) model: &'a QueueModel,
    pub(super) entries: [Uuid; 2],
    /// What the workers believe to run.
    pub(super) jobs: [Option<Context>; 3],
    /// Which token the model's is.
    pub(super) tokens: [Option<Uuid>; 8],
    /// When the lease of the run ends.
    pub(super) lease_until: DateTime<Utc>,
    /// Whether the last third of a lease is looked at when it ends, not when it begins.
    pub(super) late: bool,
}

impl Play<'_> {
    /// Does it, and sees that it is taken or refused as the model says.
    pub(super) async fn perform(&mut self, step: &Step) {
        let (before, after) = (&step.before, &step.after);
        match step.action {
            Action::Claim { worker, entry } => self.claim(before, after, worker, entry).await,
            Action::Heartbeat { worker } => self.heartbeat(worker).await,
            Action::UnheardHeartbeat { worker } => self.unheard_heartbeat(before, worker).await,
            Action::LetGo { worker } | Action::Die { worker } => self.jobs[worker] = None,
            Action::Freeze { .. } | Action::Thaw { .. } => {}
            Action::Write { worker } => {
                let progress = Progress { done: 1, total: 1, text: String::new() };
                let written = self.job(worker).progress(progress).await;
                taken(&written, self.model.may_write(before, worker));
            }
            Action::Send { worker } => {
                let sent = self.job(worker).send(async {}).await;
                assert_eq!(sent.is_ok(), self.model.may_send(before, worker), "{sent:?}");
            }
            Action::Finish { worker, end } => {
                let job = self.jobs[worker].take().unwrap();
                let settled = settle(&job.queue, &job.run, &real::ending(end)).await;
                taken(&settled, self.model.may_write(before, worker));
            }
            Action::Pass { run } => self.pass(before, run),
            Action::TimeComes => self.time_comes().await,
            other => self.of_others(other).await,
        }
    }

    fn job(&self, worker: usize) -> &Context {
        self.jobs[worker].as_ref().unwrap()
    }

    /// By the real search for what is due, when it leaves no choice; else the very entry.
    async fn claim(&mut self, before: &State, after: &State, worker: usize, at: usize) {
        let (queue, id, name) = (&self.stage.queue, self.entries[at], &format!("worker {worker}"));
        let due = before.entries.iter().flatten().filter(|entry| entry.runnable && entry.due).count();
        let claim = |tx: Tx| async move {
            if due == 1 {
                return Ok(run::claim(queue, &tx, name, 1).await?.pop());
            }
            let entry = entry::find(&tx, id).await?;
            let run = run::begin(queue, &tx, &entry, name).await?;
            Result::<_>::Ok(run.map(|run| Claimed { entry, run }))
        };
        let claimed = queue.db().write(claim).await.unwrap();
        assert_eq!(claimed.as_ref().map(|claimed| claimed.entry.id), (before != after).then_some(id));
        let (Some(claimed), Some(token)) = (claimed, after.workers[worker].token()) else { return };
        self.tokens[usize::from(token)] = Some(claimed.run.token);
        self.lease_until = claimed.run.lease_until;
        let stops = Stops::new(queue.clock().monotonic(), claimed.run.lease_until);
        self.jobs[worker] = Some(Context::new(queue.clone(), claimed, stops));
    }

    async fn heartbeat(&mut self, worker: usize) {
        let job = self.job(worker).clone();
        if ask_for_time(&job.queue, job.run.token, &job.stops).await.unwrap() {
            self.lease_until = self.stage.now() + LEASE;
        } else {
            self.jobs[worker] = None;
        }
    }

    /// A second later, so that the worker's trust and the lease end at different times; in the last third at once.
    async fn unheard_heartbeat(&mut self, before: &State, worker: usize) {
        if before.runs.iter().any(|run| run.lease == Lease::Whole) {
            self.stage.clock.advance(Duration::from_secs(1));
        }
        let (now, token) = (self.stage.now(), self.job(worker).run.token);
        let until = now + LEASE;
        let extend = |tx: Tx| async move { run::extend(&tx, token, now, until).await };
        match self.stage.queue.db().write(extend).await.unwrap() {
            Some(_) => self.lease_until = until,
            None => self.jobs[worker] = None,
        }
    }

    fn pass(&self, before: &State, at: usize) {
        let run = before.runs[at];
        let token = self.tokens[usize::from(run.token)];
        let trusted = || {
            let job = self.jobs.iter().flatten().find(|job| Some(job.run.token) == token);
            self.stage.now() + job.map(|job| job.stops.left(job.clock())).unwrap_or_default()
        };
        self.stage.clock.advance_to(match (run.unheard, run.lease) {
            (true, _) => trusted(),
            (false, Lease::Whole) if self.late => self.lease_until,
            (false, Lease::Whole) => self.lease_until - LEASE / 3,
            (false, _) => self.lease_until + Duration::from_micros(1),
        });
    }

    async fn time_comes(&self) {
        let (entries, ..) = self.stage.stored().await;
        if let Some(last) = entries.iter().filter_map(|entry| entry.earliest_start_date_time).max() {
            self.stage.clock.advance_to(last);
        }
    }

    async fn of_others(&self, action: Action) {
        let (queue, ids) = (&self.stage.queue, self.entries);
        let act = |tx: Tx| async move {
            match action {
                Action::Rescue => run::rescue(queue, &tx).await.map(drop),
                Action::Block => run::block(queue, &tx).await.map(drop),
                Action::Hold { entry } => queue.hold(&tx, ids[entry]).await,
                Action::SetReady { entry } => queue.set_ready(&tx, ids[entry]).await,
                Action::Cancel { entry } => queue.cancel(&tx, ids[entry], "KARI", Duration::ZERO).await,
                Action::Delete { entry } => queue.delete(&tx, ids[entry]).await,
                other => unreachable!("{other:?} is done elsewhere"),
            }
        };
        match queue.db().write(act).await {
            Ok(()) | Err(Error::Running(_) | Error::NotRunning(_)) => {}
            Err(error) => panic!("{action:?}: {error}"),
        }
    }
}

fn taken(result: &Result<()>, expected: bool) {
    match result {
        Ok(()) => assert!(expected, "it was taken from a worker that has lost its run"),
        Err(Error::LeaseLost) => assert!(!expected, "it was refused to a worker that has its run"),
        Err(error) => panic!("{error}"),
    }
}
