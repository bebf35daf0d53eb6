use std::fmt;

use bytes::{Bytes, BytesMut};
use outbound::{Incoming, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::copy::Copy;
use crate::patience::Patience;
use crate::{Client, Error, Lane};

/// A longer line than any record makes.
const LONGEST: usize = 64 << 20;

/// The lines of a result, read while they come: what is kept in memory is one line and what the network has brought
/// with it. A connection that breaks is opened again and what was read already is passed over.
pub struct Lines {
    client: Client,
    address: Option<String>,
    /// How many bytes are promised.
    size: Option<u64>,
    incoming: Option<Incoming>,
    buffer: BytesMut,
    /// The bytes of the buffer that are known to hold no line break.
    searched: usize,
    /// The bytes that have come, and those of them that are to come again after a break.
    arrived: u64,
    to_skip: u64,
    patience: Patience,
    copy: Option<Copy>,
}

/// One record of a result.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    text: Bytes,
    relation: Relation,
}

/// Which record it is, and to which it belongs.
#[derive(Clone, PartialEq, Eq, Default, Deserialize)]
struct Relation {
    id: Option<String>,
    #[serde(rename = "__parentId")]
    parent: Option<String>,
}

impl Line {
    /// A line by its text.
    pub fn new(text: impl Into<Bytes>) -> Self {
        let text = text.into();
        let relation = serde_json::from_slice(&text).unwrap_or_default();
        Self { text, relation }
    }

    /// The text, as Shopify wrote it.
    pub fn bytes(&self) -> &[u8] {
        &self.text
    }

    /// The record, typed.
    ///
    /// # Errors
    /// When it is not what was asked for.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_slice(&self.text)
    }

    /// Its id, if it tells it.
    pub fn id(&self) -> Option<&str> {
        self.relation.id.as_deref()
    }

    /// The id of the record that it belongs to, if it tells it.
    pub fn parent(&self) -> Option<&str> {
        self.relation.parent.as_deref()
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Line").field(&String::from_utf8_lossy(&self.text)).finish()
    }
}

impl Lines {
    /// The lines at an address; none when there is none.
    pub(super) fn new(client: &Client, id: &cynic::Id, address: Option<String>, size: Option<u64>) -> Self {
        Self {
            copy: client.observer().map(|observer| Copy::new(observer.clone(), id.clone())),
            client: client.clone(),
            address,
            size,
            incoming: None,
            buffer: BytesMut::new(),
            searched: 0,
            arrived: 0,
            to_skip: 0,
            patience: Patience::new(Lane::Background),
        }
    }

    /// The next line; none after the last one.
    ///
    /// # Errors
    /// Why it can't be read, after several tries.
    pub async fn next(&mut self) -> Result<Option<Line>, Error> {
        let line = self.read().await?;
        match (&mut self.copy, &line) {
            (Some(copy), Some(line)) => copy.line(line.bytes()),
            // The observer is told when its copy is gone.
            (Some(copy), None) => {
                copy.end();
                self.copy = None;
            }
            (None, _) => {}
        }
        Ok(line)
    }

    async fn read(&mut self) -> Result<Option<Line>, Error> {
        loop {
            let unsearched = self.buffer.get(self.searched..).unwrap_or_default();
            if let Some(place) = unsearched.iter().position(|byte| *byte == b'\n') {
                let mut line = self.buffer.split_to(self.searched + place + 1);
                line.truncate(line.len() - 1);
                self.searched = 0;
                if !line.is_empty() {
                    return Ok(Some(Line::new(line.freeze())));
                }
                continue;
            }
            self.searched = self.buffer.len();
            if self.searched > LONGEST {
                return Err(self.malformed(&format!("a line of it is longer than {LONGEST} bytes")));
            }
            match self.more().await? {
                Some(chunk) => self.buffer.extend_from_slice(&chunk),
                None if self.buffer.is_empty() => return Ok(None),
                None => {
                    self.searched = 0;
                    return Ok(Some(Line::new(self.buffer.split().freeze())));
                }
            }
        }
    }

    /// What comes next; none at the end.
    async fn more(&mut self) -> Result<Option<Bytes>, Error> {
        loop {
            if self.address.is_none() {
                return Ok(None);
            }
            let chunk = match &mut self.incoming {
                None => match self.open().await? {
                    Some(incoming) => {
                        self.incoming = Some(incoming);
                        continue;
                    }
                    None => continue,
                },
                Some(incoming) => incoming.chunk().await,
            };
            match chunk {
                Ok(Some(mut chunk)) => {
                    let passed = usize::try_from(self.to_skip).unwrap_or(usize::MAX).min(chunk.len());
                    let fresh = chunk.split_off(passed);
                    self.to_skip -= u64::try_from(passed).unwrap_or_default();
                    if !fresh.is_empty() {
                        self.arrived += u64::try_from(fresh.len()).unwrap_or_default();
                        return Ok(Some(fresh));
                    }
                }
                Ok(None) if self.to_skip == 0 && self.size.is_none_or(|size| self.arrived >= size) => {
                    self.address = None;
                    return Ok(None);
                }
                Ok(None) => self.again("it ends too early".to_owned()).await?,
                Err(error) => self.again(error.to_string()).await?,
            }
        }
    }

    /// Begins to read, without the token: the address is all that is needed. None when it is to be tried again.
    async fn open(&mut self) -> Result<Option<Incoming>, Error> {
        self.to_skip = self.arrived;
        let store = self.client.store().domain().to_owned();
        let address = self.address.clone().unwrap_or_default();
        let request = match Request::get(&address) {
            Ok(request) => request,
            Err(source) => return Err(Error::NotSent { store, source }),
        };
        match self.client.http().open(request).await {
            Ok(incoming) if incoming.status.is_success() => Ok(Some(incoming)),
            Ok(incoming) if incoming.status.is_server_error() || incoming.status.as_u16() == 429 => {
                self.again(format!("HTTP status {}", incoming.status.as_u16())).await?;
                Ok(None)
            }
            Ok(incoming) => Err(Error::BulkEnded {
                store,
                reason: format!("its result can no longer be read: HTTP status {}", incoming.status.as_u16()),
                again: true,
            }),
            Err(error) if error.may_pass() => {
                self.again(error.to_string()).await?;
                Ok(None)
            }
            Err(source) => Err(Error::NotSent { store, source }),
        }
    }

    /// Waits before the next try, if there is one.
    async fn again(&mut self, reason: String) -> Result<(), Error> {
        self.incoming = None;
        match self.patience.next(None, self.client.random()) {
            Some(wait) => {
                tracing::debug!(
                    reason,
                    arrived = self.arrived,
                    ?wait,
                    "the result of a bulk operation is opened again"
                );
                self.client.clock().sleep(wait).await;
                Ok(())
            }
            None => Err(Error::Unavailable { store: self.client.store().domain().to_owned(), reason, after: None }),
        }
    }

    pub(crate) fn malformed(&self, reason: &str) -> Error {
        let store = self.client.store().domain().to_owned();
        Error::Malformed { store, document: "BulkRunQuery", reason: reason.to_owned() }
    }
}

impl fmt::Debug for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").field("arrived", &self.arrived).field("size", &self.size).finish_non_exhaustive()
    }
}
