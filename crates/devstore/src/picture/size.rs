use serde::{Deserialize, Serialize};

/// The forms of pictures that a store knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Format {
    Png,
    Jpeg,
    Gif,
    Webp,
}

impl Format {
    /// The type as HTTP calls it.
    pub(crate) const fn mime_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
        }
    }
}

/// Width and height, where they can be read.
type Size = Option<(u32, u32)>;

/// The form of a picture by its first bytes, and its size; nothing for what is no picture.
pub(super) fn read(bytes: &[u8]) -> Option<(Format, Size)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((Format::Png, png(bytes)));
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some((Format::Jpeg, jpeg(bytes)));
    }
    if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        return Some((Format::Gif, Some((little(bytes, 6, 2)?, little(bytes, 8, 2)?))));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice()) {
        return Some((Format::Webp, webp(bytes)));
    }
    None
}

fn png(bytes: &[u8]) -> Size {
    if bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?))
}

/// The size stands in the frame header, the first segment whose marker is C0 to CF but for tables.
fn jpeg(bytes: &[u8]) -> Size {
    let mut place = 2;
    loop {
        let (mark, kind) = (*bytes.get(place)?, *bytes.get(place + 1)?);
        if mark != 0xff {
            return None;
        }
        match kind {
            0xff => place += 1,
            0x01 | 0xd0..=0xd8 => place += 2,
            0xc4 | 0xc8 | 0xcc => place += 2 + usize::try_from(big(bytes, place + 2, 2)?).ok()?,
            0xc0..=0xcf => return Some((big(bytes, place + 7, 2)?, big(bytes, place + 5, 2)?)),
            _ => place += 2 + usize::try_from(big(bytes, place + 2, 2)?).ok()?,
        }
    }
}

fn webp(bytes: &[u8]) -> Size {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        b"VP8L" => {
            let packed = little(bytes, 21, 4)?;
            Some(((packed & 0x3fff) + 1, ((packed >> 14) & 0x3fff) + 1))
        }
        _ => None,
    }
}

/// A number of `length` bytes, the first one the greatest.
fn big(bytes: &[u8], from: usize, length: usize) -> Option<u32> {
    Some(bytes.get(from..from + length)?.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

/// A number of `length` bytes, the last one the greatest.
fn little(bytes: &[u8], from: usize, length: usize) -> Option<u32> {
    Some(bytes.get(from..from + length)?.iter().rev().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::super::draw::drawn;
    use super::*;

    #[test]
    fn the_size_is_read_from_the_head_of_each_form() {
        let jpeg = b"\xff\xd8\xff\xe0\x00\x04JF\xff\xc4\x00\x03x\xff\xc2\x00\x0b\x08\x01\x02\x03\x04rest";
        let webp = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x0f\x40\x00\x00";
        let wide = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x07\0\0\x03\0\0";
        let png = drawn("https://example.com/a.png").1;
        for (bytes, format, size) in [
            (&jpeg[..], Format::Jpeg, (0x0304, 0x0102)),
            (&b"GIF89a\x20\x00\x10\x00"[..], Format::Gif, (32, 16)),
            (&webp[..], Format::Webp, (16, 2)),
            (&wide[..], Format::Webp, (8, 4)),
            (&png[..], Format::Png, (64, 64)),
        ] {
            assert_eq!(read(bytes), Some((format, Some(size))), "{format:?}");
        }
    }

    #[test]
    fn what_is_cut_off_has_no_size_and_what_is_text_is_no_picture() {
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0"), Some((Format::Png, None)));
        assert_eq!(read(b"\xff\xd8\xff\xe0\x00\x10JFIF"), Some((Format::Jpeg, None)));
        assert_eq!(read(b"<svg/>"), None);
    }
}
