use std::fmt::Write;

use super::Status;

values::options! {
    /// What happens to an entry. The captions are those of the diagram in `docs/job-queue.md`.
    pub enum Event {
        /// A person, or a program, sets it to Ready.
        #[default]
        SetReady => "Set to Ready",
        /// A person sets it On Hold. A run that is under way goes on.
        SetOnHold => "Set On Hold",
        /// A person restarts it: its next run is computed anew.
        Restart => "Restart",
        /// A worker has claimed it.
        Begin => "run begins",
        /// Its time has come, but something of its category runs.
        Block => "category is busy",
        /// Its time has come outside its window.
        Postpone => "window is closed",
        /// It was still waiting when it expired.
        Expire => "expired",
        /// There is something to do for it while it sleeps.
        Wake => "there is work",
        /// Its only run ended well.
        Finish => "ended well, once",
        /// A run of a recurring entry ended well.
        Recur => "ended well, recurring",
        /// A run of a recurring entry found nothing to do.
        Rest => "nothing to do",
        /// Its run is tried again, was given back by a worker that stops, or was taken over from one that was lost.
        RunAgain => "failed and tried again, given back, or taken over",
        /// The same, of a recurring entry whose last run has failed for good.
        RunAgainFailing => "the same, after a final failure",
        /// Its run failed for good.
        Fail => "failed for good",
        /// Its run ended, and a person has to do something before the next.
        Park => "cancelled, or asks for a person",
        /// A person deletes it.
        Delete => "Delete",
    }
}

/// What becomes of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It is in this state.
    Is(Status),
    /// It keeps its state.
    Same,
    /// It is no longer there.
    Gone,
}

/// Events that may happen in any of these states, and what becomes of the entry.
#[derive(Clone, Copy, Debug)]
pub struct Transition {
    /// What happens.
    pub event: Event,
    /// In which states it may.
    pub from: &'static [Status],
    /// What becomes of the entry.
    pub becomes: Becomes,
}

use Becomes::{Gone, Is, Same};
use Status::{Error, InProcess, OnHold, OnHoldWithInactivityTimeout as Asleep, Ready, Waiting};

/// Every transition there is. What is not here is refused. An entry that is set On Hold while it runs stays on hold
/// whatever comes of the run: that is why so much may happen to one that is on hold and changes nothing.
pub const TRANSITIONS: &[Transition] = &[
    on(Event::SetReady, &[OnHold, Error, Asleep, Waiting], Is(Ready)),
    on(Event::SetReady, &[Ready], Same),
    on(Event::Restart, &[Ready, Waiting, OnHold, Error, Asleep], Is(Ready)),
    on(Event::SetOnHold, &[Ready, Waiting, InProcess, Error, Asleep], Is(OnHold)),
    on(Event::SetOnHold, &[OnHold], Same),
    on(Event::Begin, &[Ready, Waiting, Error, Asleep], Is(InProcess)),
    on(Event::Block, &[Ready], Is(Waiting)),
    on(Event::Block, &[Waiting, Error, Asleep], Same),
    on(Event::Postpone, &[Waiting], Is(Ready)),
    on(Event::Postpone, &[Ready, Error, Asleep], Same),
    on(Event::Expire, &[Ready, Waiting, Error, Asleep], Gone),
    on(Event::Wake, &[Asleep], Is(Ready)),
    on(Event::Finish, &[InProcess], Gone),
    on(Event::Recur, &[InProcess], Is(Ready)),
    on(Event::Rest, &[InProcess], Is(Asleep)),
    on(Event::RunAgain, &[InProcess], Is(Ready)),
    on(Event::RunAgainFailing, &[InProcess], Is(Error)),
    on(Event::Fail, &[InProcess], Is(Error)),
    on(Event::Park, &[InProcess], Is(OnHold)),
    on(Event::Finish, &[OnHold], Same),
    on(Event::Recur, &[OnHold], Same),
    on(Event::Rest, &[OnHold], Same),
    on(Event::RunAgain, &[OnHold], Same),
    on(Event::RunAgainFailing, &[OnHold], Same),
    on(Event::Fail, &[OnHold], Same),
    on(Event::Park, &[OnHold], Same),
    on(Event::Delete, &[Ready, Waiting, InProcess, Error, OnHold, Asleep], Gone),
];

const fn on(event: Event, from: &'static [Status], becomes: Becomes) -> Transition {
    Transition { event, from, becomes }
}

/// What becomes of an entry in state `from` when `event` happens; `None` when it can't happen there.
pub fn transition(from: Status, event: Event) -> Option<Becomes> {
    let found = TRANSITIONS.iter().find(|transition| transition.event == event && transition.from.contains(&from))?;
    Some(if found.becomes == Is(from) { Same } else { found.becomes })
}

/// The table as a Mermaid state diagram: what changes a state, in the order of the table.
pub fn diagram() -> String {
    let mut text = String::from("stateDiagram-v2\n");
    for status in Status::ALL.iter().filter(|status| **status != Status::Finished) {
        let _ = writeln!(text, "    {} : {}", name(*status), status.caption());
    }
    let _ = writeln!(text, "    [*] --> {} : made ready", name(Ready));
    let _ = writeln!(text, "    [*] --> {} : made on hold", name(OnHold));
    for (from, to) in edges() {
        let events: Vec<&str> =
            Event::ALL.iter().filter(|event| transition(from, **event) == Some(to)).map(Event::caption).collect();
        let to = match to {
            Is(status) => name(status),
            Same => continue,
            Gone => "[*]".to_owned(),
        };
        let _ = writeln!(text, "    {} --> {to} : {}", name(from), events.join("; "));
    }
    text
}

/// Every pair of states that a transition connects, once.
fn edges() -> Vec<(Status, Becomes)> {
    let mut edges = Vec::new();
    for transition in TRANSITIONS {
        for from in transition.from {
            let edge = (*from, transition.becomes);
            if transition.becomes != Is(*from) && transition.becomes != Same && !edges.contains(&edge) {
                edges.push(edge);
            }
        }
    }
    edges
}

fn name(status: Status) -> String {
    status.caption().replace(' ', "")
}
