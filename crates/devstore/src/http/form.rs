use axum::http::{HeaderMap, header};

/// One part of a form that was posted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field<'b> {
    pub name: String,
    pub content: &'b [u8],
}

/// The parts of a `multipart/form-data` body, in their order. The body is in memory as it is, so nothing is copied.
pub(super) fn fields<'b>(headers: &HeaderMap, body: &'b [u8]) -> Option<Vec<Field<'b>>> {
    let content_type = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let parameters = content_type.strip_prefix("multipart/form-data")?;
    let boundary = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="))?;
    let delimiter = format!("--{}", boundary.trim_matches('"'));
    let between = format!("\r\n{delimiter}");
    let mut rest = body.strip_prefix(delimiter.as_bytes())?;
    let mut found = Vec::new();
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = find(part, between.as_bytes())?;
        found.push(field(part.get(..end)?)?);
        rest = part.get(end + between.len()..)?;
    }
    rest.starts_with(b"--").then_some(found)
}

fn field(part: &[u8]) -> Option<Field<'_>> {
    const GAP: &[u8] = b"\r\n\r\n";
    let end = find(part, GAP)?;
    let head = std::str::from_utf8(part.get(..end)?).ok()?;
    let disposition = head.lines().find(|line| line.to_lowercase().starts_with("content-disposition:"))?;
    let name = disposition.split(';').find_map(|piece| piece.trim().strip_prefix("name="))?;
    Some(Field { name: name.trim_matches('"').to_owned(), content: part.get(end + GAP.len()..)? })
}

/// Where `wanted` begins. Candidates are found by their first byte, so that a hundred megabytes take no second.
fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = wanted.first()?;
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.iter().position(|byte| byte == first)?;
        if text.get(at..)?.starts_with(wanted) {
            return Some(at);
        }
        from = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn read<'b>(content_type: &str, body: &'b str) -> Option<Vec<Field<'b>>> {
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_str(content_type).ok()?)]);
        fields(&headers, body.as_bytes())
    }

    #[test]
    fn the_parts_of_a_form_come_in_their_order() {
        let body = "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\ntmp/1\r\n--x\r\n\
                    content-disposition: form-data; name=\"file\"; filename=\"a.jsonl\"\r\nContent-Type: text/jsonl\r\n\r\n\
                    {\"a\":1}\r\n\r\n--x--\r\n";
        let found = read("multipart/form-data; boundary=x", body).unwrap_or_default();
        let wanted = [("key", "tmp/1"), ("file", "{\"a\":1}\r\n")];
        let wanted = wanted.map(|(name, text)| Field { name: name.to_owned(), content: text.as_bytes() });
        assert_eq!(found, wanted);
    }

    #[test]
    fn what_is_no_form_is_none() {
        assert_eq!(read("application/json", "{}"), None);
        assert_eq!(read("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data"), None);
    }
}
