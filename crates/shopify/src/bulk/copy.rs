use std::fmt;
use std::sync::Arc;

use bytes::{BufMut, BytesMut};

use super::heard::{Heard, KEPT, Reading};
use crate::Observer;

/// The first lines of a result, for an observer: it is told of them when the result is read, or given up.
pub(super) struct Copy {
    observer: Arc<dyn Observer>,
    id: cynic::Id,
    kept: BytesMut,
    /// Whether all lines so far are in what is kept.
    has_room: bool,
    size: u64,
    is_whole: bool,
}

impl Copy {
    pub(super) fn new(observer: Arc<dyn Observer>, id: cynic::Id) -> Self {
        Self { observer, id, kept: BytesMut::new(), has_room: true, size: 0, is_whole: false }
    }

    /// A line was read.
    pub(super) fn line(&mut self, line: &[u8]) {
        let length = line.len().saturating_add(1);
        self.size = self.size.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
        self.has_room &= self.kept.len().saturating_add(length) <= KEPT;
        if self.has_room {
            self.kept.put_slice(line);
            self.kept.put_u8(b'\n');
        }
    }

    /// There are no more.
    pub(super) fn end(&mut self) {
        self.is_whole = true;
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let beginning = std::mem::take(&mut self.kept).freeze();
        let read = Reading { id: self.id.clone(), beginning, size: self.size, is_whole: self.is_whole };
        self.observer.of_bulk(Heard::Read(read));
    }
}

impl fmt::Debug for Copy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Copy").field("id", &self.id).field("size", &self.size).finish_non_exhaustive()
    }
}
