use database::Engine;
use rstest::rstest;
use runtime::Random;
use uuid::Uuid;

use super::actions::Action;
use super::perform::Play;
use super::rules::{QueueModel, Rescuer, Rules};
use super::stage::Stage;
use super::state::{Entry, Lease, State};
use super::walk::{Step, walk};
use crate::run::StopReason;

const TRACES: usize = 1_000;
const STEPS: usize = 20;

/// What the ways came by: they must not be such that nothing is refused or lost.
#[derive(Debug, Default)]
struct Seen {
    runs: usize,
    refused_claims: usize,
    refused_writes: usize,
    refused_calls: usize,
    taken_over: usize,
    ended: usize,
}

/// A run as it is stored: entry, token, whether its lease is over, whether it was cancelled, how many records are done.
type StoredRun = (usize, Option<Uuid>, bool, bool, i64);

#[rstest]
#[tokio::test]
async fn the_code_does_what_the_model_does(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let seen = replay(engine, Rules::REAL, TRACES).await;
    let Seen { runs, refused_claims, refused_writes, refused_calls, taken_over, ended } = seen;
    let fewest = [runs / 2, refused_claims, refused_writes, refused_calls, taken_over, ended].into_iter().min();
    assert!(fewest > Some(TRACES / 20), "too little happened: {seen:?}");
}

#[tokio::test]
#[should_panic(expected = "the entries, after")]
async fn a_model_that_takes_over_too_early_is_found_out() {
    replay(Engine::Sqlite, Rules { rescuer: Rescuer::DoesNotWait, ..Rules::REAL }, TRACES).await;
}

#[tokio::test]
#[should_panic(expected = "it was refused to a worker")]
async fn a_model_without_a_fence_is_found_out() {
    replay(Engine::Sqlite, Rules { fence: false, ..Rules::REAL }, TRACES).await;
}

/// Goes random ways through a model of these rules on a database, and says what happened on them.
async fn replay(engine: Engine, rules: Rules, traces: usize) -> Seen {
    let stage = Stage::new(engine).await;
    let random = Random::seeded(1);
    let mut seen = Seen::default();
    for trace in 0..traces {
        let recurring = [trace % 2 == 0, false];
        let model = QueueModel { rules, acts: 3, rescues: 3, mishaps: 3, ..QueueModel::real(recurring) };
        let way = walk(&model, &random, STEPS);
        seen.count(&model, &way);
        go(&stage, &model, &way, trace % 4 > 1).await;
    }
    seen
}

/// Goes one way on the database, and compares after each step. `late`: each last third of a lease is looked at when it ends.
async fn go(stage: &Stage, model: &QueueModel, way: &[Step], late: bool) {
    let entries = stage.set(model).await;
    let (jobs, tokens) = ([const { None }; 3], [None; 8]);
    let mut play = Play { stage, model, entries, jobs, tokens, lease_until: stage.now(), late };
    for (at, step) in way.iter().enumerate() {
        play.perform(step).await;
        if !is_stored(step.action) {
            continue;
        }
        let (entries, runs, open) = stored(&play).await;
        let done: Vec<Action> = way.iter().take(at + 1).map(|step| step.action).collect();
        assert_eq!(entries, step.after.entries, "the entries, after {done:?}");
        assert_eq!(runs, expected(&play, &step.after), "the runs, after {done:?}");
        assert_eq!(open, runs.len(), "log entries that are open, after {done:?}");
    }
    stage.clear().await;
}

/// Whether an action can change what is stored, or what it means.
fn is_stored(action: Action) -> bool {
    !matches!(
        action,
        Action::Send { .. } | Action::Freeze { .. } | Action::Thaw { .. } | Action::LetGo { .. } | Action::Die { .. }
    )
}

fn expected(play: &Play<'_>, state: &State) -> Vec<StoredRun> {
    let run = |run: &super::state::Run| {
        (run.entry, play.tokens[usize::from(run.token)], run.lease == Lease::Over, run.told, run.done)
    };
    state.runs.iter().map(run).collect()
}

/// What is stored, as the model sees it.
async fn stored(play: &Play<'_>) -> ([Option<Entry>; 2], Vec<StoredRun>, usize) {
    let now = play.stage.now();
    let (stored, runs, open) = play.stage.stored().await;
    let entries = play.entries.map(|id| {
        let entry = stored.iter().find(|entry| entry.id == id)?;
        Some(Entry {
            status: entry.status,
            runnable: entry.runnable,
            due: entry.earliest_start_date_time.is_some_and(|at| at <= now),
            attempts: entry.attempts,
            rescues: entry.rescues,
            rescued_at: entry.rescued_at,
            failing: entry.failed_since.is_some(),
        })
    });
    let run = |run: &crate::run::Model| {
        let entry = play.entries.iter().position(|id| *id == run.job_queue_entry_id).unwrap();
        let told = run.stop_reason == StopReason::Cancelled;
        (entry, Some(run.token), run.lease_until < now, told, run.progress_done)
    };
    (entries, runs.iter().map(run).collect(), open)
}

impl Seen {
    fn count(&mut self, model: &QueueModel, way: &[Step]) {
        for Step { before, action, after } in way {
            let changed = usize::from(before != after);
            match *action {
                Action::Claim { .. } => {
                    self.runs += changed;
                    self.refused_claims += 1 - changed;
                }
                Action::Write { worker } => self.refused_writes += usize::from(!model.may_write(before, worker)),
                Action::Send { worker } => self.refused_calls += usize::from(!model.may_send(before, worker)),
                Action::Rescue => self.taken_over += changed,
                Action::Finish { .. } => self.ended += usize::from(before.runs.len() > after.runs.len()),
                _ => {}
            }
        }
    }
}
