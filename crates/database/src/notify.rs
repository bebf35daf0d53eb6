use sea_orm::sqlx::postgres::PgListener;
use tokio::sync::broadcast;
use uuid::Uuid;

use crate::{Error, Record, Result};

/// The one PostgreSQL channel that all topics share.
pub(crate) const CHANNEL: &str = "kobling";

const TOPIC_END: char = '\n';

/// Something that has happened in the database, for whoever listens. A hint to look, never the truth itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What kind of thing, as the API names its entity.
    pub topic: String,
    /// Which one.
    pub payload: String,
}

impl Notice {
    /// A notice on `topic` about `payload`.
    pub fn new(topic: impl Into<String>, payload: impl Into<String>) -> Self {
        Self { topic: topic.into(), payload: payload.into() }
    }

    /// That records of `E` were made, changed or deleted: by its id when it is one, without ids when there are several.
    pub fn changed<E: Record>(ids: &[Uuid]) -> Option<Self> {
        match ids {
            [] => None,
            [id] => Some(Self::new(E::NAME, id.to_string())),
            _ => Some(Self::new(E::NAME, "")),
        }
    }

    pub(crate) fn to_payload(&self) -> String {
        format!("{}{TOPIC_END}{}", self.topic, self.payload)
    }

    fn from_payload(text: &str) -> Self {
        let (topic, payload) = text.split_once(TOPIC_END).unwrap_or((text, ""));
        Self::new(topic, payload)
    }
}

/// Where notices go inside one process.
#[derive(Clone, Debug)]
pub(crate) struct Notifier(broadcast::Sender<Notice>);

impl Notifier {
    pub(crate) fn new() -> Self {
        Self(broadcast::channel(1024).0)
    }

    pub(crate) fn send(&self, notice: Notice) {
        let _nobody_listens = self.0.send(notice);
    }

    pub(crate) fn listen(&self) -> Listener {
        Listener(Source::Process(self.0.subscribe()))
    }
}

/// Hears what is committed. Notices may be lost (a broken connection, a slow listener): poll as well.
#[derive(Debug)]
pub struct Listener(Source);

#[derive(Debug)]
enum Source {
    Process(broadcast::Receiver<Notice>),
    Postgres(Box<PgListener>),
}

impl Listener {
    pub(crate) async fn postgres(url: &str) -> Result<Self> {
        let mut listener = PgListener::connect(url).await.map_err(broken)?;
        listener.listen(CHANNEL).await.map_err(broken)?;
        Ok(Self(Source::Postgres(Box::new(listener))))
    }

    /// Waits for the next notice. `None` means that some may have been missed, or that nothing more will come.
    pub async fn next(&mut self) -> Option<Notice> {
        match &mut self.0 {
            Source::Process(receiver) => receiver.recv().await.ok(),
            Source::Postgres(listener) => match listener.recv().await {
                Ok(notification) => Some(Notice::from_payload(notification.payload())),
                Err(_) => None,
            },
        }
    }
}

fn broken(error: sea_orm::sqlx::Error) -> Error {
    Error::from(sea_orm::DbErr::Conn(sea_orm::RuntimeErr::SqlxError(std::sync::Arc::new(error))))
}
