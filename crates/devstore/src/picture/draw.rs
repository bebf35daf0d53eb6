use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use sha2::{Digest, Sha256};

/// How many pixels wide and high a drawn picture is.
const SIDE: u32 = 64;

/// A PNG of one colour, which the text decides, and how wide and high it is.
pub(super) fn drawn(text: &str) -> (u32, Vec<u8>) {
    let colour: Vec<u8> = Sha256::digest(text.as_bytes()).iter().take(3).copied().collect();
    // A row begins with how it is filtered: not at all.
    let row: Vec<u8> = std::iter::once(0).chain((0..SIDE).flat_map(|_| colour.iter().copied())).collect();
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    for _ in 0..SIDE {
        // Into memory nothing fails to be written.
        let _ = packed.write_all(&row);
    }
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    // Eight bits for each of red, green and blue; packed, filtered and laced as the only ways are numbered.
    let head = [SIDE.to_be_bytes().as_slice(), SIDE.to_be_bytes().as_slice(), &[8, 2, 0, 0, 0]].concat();
    chunk(&mut png, *b"IHDR", &head);
    chunk(&mut png, *b"IDAT", &packed.finish().unwrap_or_default());
    chunk(&mut png, *b"IEND", &[]);
    (SIDE, png)
}

fn chunk(png: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    let mut sum = Crc::new();
    sum.update(&name);
    sum.update(content);
    png.extend(u32::try_from(content.len()).unwrap_or_default().to_be_bytes());
    png.extend(name);
    png.extend(content);
    png.extend(sum.sum().to_be_bytes());
}
