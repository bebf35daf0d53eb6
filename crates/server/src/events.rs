//! Server-sent events: what has changed, so that a client reads it again. They carry no data of their own.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::Method;
use axum::response::Sse;
use axum::response::sse::Event;
use database::{Db, Listener, Notice};
use futures::{Stream, StreamExt, stream};
use runtime::{Clock, Scope};
use serde::Serialize;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Mutex, broadcast};

use crate::api::Api;
use crate::{App, Error, cue_events};

/// How often a stream that has nothing to say shows that it is alive; proxies close silent connections.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How many events a slow client may be behind before it is told that it has missed some.
const BEHIND: usize = 256;
/// The topic that stands for all of them: read everything again.
const EVERYTHING: &str = "*";
/// How long to wait before listening again when the connection to the database was lost.
const RECONNECT: Duration = Duration::from_secs(2);

/// Something has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The entity set, or `*` when anything may have changed.
    pub topic: String,
    /// The record.
    pub id: String,
    /// When it was heard of, in microseconds since 1970; later changes have larger ones.
    pub version: i64,
}

impl Change {
    /// One that is heard of now.
    pub(crate) fn now(topic: &str, id: String, clock: &Clock) -> Self {
        Self { topic: topic.to_owned(), id, version: clock.now().timestamp_micros() }
    }
}

/// One ear on the database for all clients, opened when the first of them listens.
#[derive(Clone)]
pub struct Events(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Clock,
    changes: broadcast::Sender<Change>,
    /// Owns the task that listens: it ends with the last clone.
    listening: Mutex<Scope>,
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}

impl Events {
    /// The events of `db`.
    pub fn new(db: Db, clock: Clock) -> Self {
        let changes = broadcast::Sender::new(BEHIND);
        Self(Arc::new(Inner { db, clock, changes, listening: Mutex::default() }))
    }

    /// Every change from now on.
    ///
    /// # Errors
    /// [`Error::Database`] when the database can't be listened to.
    pub(crate) async fn subscribe(&self) -> Result<broadcast::Receiver<Change>, Error> {
        let mut listening = self.0.listening.lock().await;
        if listening.running() == 0 {
            let listener = self.0.db.listen().await?;
            let (db, clock, changes) = (self.0.db.clone(), self.0.clock.clone(), self.0.changes.clone());
            listening.spawn(cue_events::follow(changes.subscribe(), changes.clone(), clock.clone()));
            listening.spawn(hear(listener, db, clock, changes));
        }
        Ok(self.0.changes.subscribe())
    }
}

/// Passes on what is heard, as long as the scope lives.
async fn hear(mut listener: Listener, db: Db, clock: Clock, changes: broadcast::Sender<Change>) {
    loop {
        let heard = listener.next().await;
        let lost = heard.is_none();
        let Notice { topic, payload } = heard.unwrap_or_else(|| Notice::new(EVERYTHING, ""));
        let _nobody_listens = changes.send(Change::now(&topic, payload, &clock));
        if lost {
            match db.listen().await {
                Ok(again) => listener = again,
                Err(error) => {
                    tracing::warn!(%error, "events wait for the database");
                    clock.sleep(RECONNECT).await;
                }
            }
        }
    }
}

/// Adds the stream.
pub(crate) fn serve(api: &mut Api) {
    let guard = (access::Area::JobQueue, access::Action::Read);
    api.route(Method::GET, "/events", guard, crate::openapi::events(), listen);
}

async fn listen(State(app): State<App>) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Error> {
    let changes = app.events.subscribe().await?;
    let shutdown = app.shutdown.clone();
    let stream = stream::unfold((changes, app.clock), |(mut changes, clock)| async move {
        let event = tokio::select! {
            biased;
            change = changes.recv() => match change {
                Ok(change) => event(&change),
                Err(RecvError::Lagged(_)) => event(&Change::now(EVERYTHING, String::new(), &clock)),
                Err(RecvError::Closed) => return None,
            },
            () = clock.sleep(HEARTBEAT) => Event::default().comment("still here"),
        };
        Some((Ok(event), (changes, clock)))
    });
    Ok(Sse::new(stream.take_until(async move { shutdown.requested().await })))
}

fn event(change: &Change) -> Event {
    let data = serde_json::to_string(change).unwrap_or_default();
    Event::default().event("change").id(change.version.to_string()).data(data)
}
