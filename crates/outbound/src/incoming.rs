use std::fmt;

use bytes::Bytes;
use futures::StreamExt;
use futures::stream::BoxStream;
use http::{HeaderMap, StatusCode};

use crate::Error;

/// An answer that is read while it comes, however long it is.
pub struct Incoming {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    chunks: BoxStream<'static, Result<Bytes, Error>>,
}

impl Incoming {
    pub(crate) fn new(
        status: StatusCode,
        headers: HeaderMap,
        chunks: BoxStream<'static, Result<Bytes, Error>>,
    ) -> Self {
        Self { status, headers, chunks }
    }

    /// The next part of the body, unpacked; none at its end.
    ///
    /// # Errors
    /// [`Error::Body`] or [`Error::Timeout`] when the connection breaks or falls silent.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        self.chunks.next().await.transpose()
    }
}

impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incoming").field("status", &self.status).field("headers", &self.headers).finish_non_exhaustive()
    }
}
