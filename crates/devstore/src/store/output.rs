use std::io::{Read, Write};
use std::sync::Arc;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

/// Lines that were written piece by piece, packed: a hundred thousand orders wait in a few megabytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Output {
    pieces: Vec<Arc<[u8]>>,
    size: u64,
}

impl Output {
    /// Adds some lines.
    pub(crate) fn add(&mut self, lines: &[u8]) {
        if lines.is_empty() {
            return;
        }
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        if encoder.write_all(lines).is_ok()
            && let Ok(packed) = encoder.finish()
        {
            self.pieces.push(packed.into());
            self.size += u64::try_from(lines.len()).unwrap_or_default();
        }
    }

    /// The bytes of all lines, unpacked.
    pub(crate) const fn size(&self) -> u64 {
        self.size
    }

    /// The lines, a piece at a time.
    pub(crate) fn read(&self) -> impl Iterator<Item = Vec<u8>> + Send + use<> {
        self.pieces.clone().into_iter().map(|packed| {
            let mut lines = Vec::new();
            // Packed by `add`, so it can be unpacked; a piece that could not be is empty.
            let _ = DeflateDecoder::new(&*packed).read_to_end(&mut lines);
            lines
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_back_as_they_were_written_and_take_less_room() {
        let line = "{\"id\":\"gid://shopify/Order/1\"}\n".repeat(1_000);
        let mut output = Output::default();
        output.add(line.as_bytes());
        output.add(b"");
        output.add(b"{}\n");
        let read: Vec<u8> = output.read().flatten().collect();
        assert_eq!(read, format!("{line}{{}}\n").into_bytes());
        assert_eq!(output.size(), read.len() as u64);
        assert!(output.pieces.iter().map(|piece| piece.len()).sum::<usize>() < 1_000);
    }
}
