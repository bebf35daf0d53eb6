//! Lines as they are kept: redacted each, and whole lines only.

use serde_json::Value;
use shopify::bulk::KEPT;

use crate::calls;

/// The first lines of `bytes`, as many as may be kept.
pub(super) fn kept(bytes: &[u8], keeps_personal: bool) -> String {
    let mut text = String::new();
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let line = redacted(line, keeps_personal);
        if text.len().saturating_add(line.len()) >= KEPT {
            break;
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// In a line that can't be read it can't be told what is personal.
fn redacted(line: &[u8], keeps_personal: bool) -> String {
    match serde_json::from_slice::<Value>(line) {
        Ok(mut value) => {
            calls::redact(&mut value, keeps_personal);
            value.to_string()
        }
        Err(_) => format!("\"{} bytes that can't be read\"", line.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_redacted_and_what_is_too_much_is_left_out_with_its_line() {
        let lines = b"{\"id\":\"gid://shopify/Order/1\",\"email\":\"kari@example.com\"}\n\n{\"half";
        let expected = "{\"id\":\"gid://shopify/Order/1\",\"email\":\"***\"}\n\"6 bytes that can't be read\"\n";
        assert_eq!(kept(lines, false), expected);
        assert!(kept(lines, true).contains("kari@example.com"));
        let long = format!("\"{}\"\n", "x".repeat(KEPT / 2 - 10));
        assert_eq!(kept(long.repeat(3).as_bytes(), false), long.repeat(2));
    }
}
