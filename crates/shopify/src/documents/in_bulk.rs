//! Whole records by a bulk operation: what a page says of them, in the very same words.

use shopify_schema::gid;

use crate::bulk::{Branch, Line, Lines, regroup};
use crate::{Error, Kept};

/// Puts a record together of its line and the lines below it; `None` for what is no such record.
pub(super) type Whole<T> = fn(&Branch) -> Option<Kept<T>>;

/// The records of a result, read while its lines come.
pub struct InBulk<T> {
    lines: Lines,
    /// The first line of the record that is next.
    ahead: Option<Line>,
    whole: Whole<T>,
}

impl<T> std::fmt::Debug for InBulk<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InBulk").field("lines", &self.lines).finish_non_exhaustive()
    }
}

impl<T> InBulk<T> {
    /// The records that these lines are of.
    pub(super) const fn of(lines: Lines, whole: Whole<T>) -> Self {
        Self { lines, ahead: None, whole }
    }

    /// The next records, as many as there are and `most` at most; none after the last.
    ///
    /// # Errors
    /// Why the lines can't be read, and that they are no such records.
    pub async fn next(&mut self, most: usize) -> Result<Vec<Kept<T>>, Error> {
        let (mut lines, mut records) = (Vec::new(), 0);
        while let Some(line) = self.next_line().await? {
            if line.parent().is_none() {
                if records == most {
                    self.ahead = Some(line);
                    break;
                }
                records += 1;
            }
            lines.push(line);
        }
        let whole = regroup(lines).iter().map(self.whole).collect::<Option<_>>();
        whole.ok_or_else(|| self.lines.malformed("a line of it is not what was asked for, and of nothing that was"))
    }

    async fn next_line(&mut self) -> Result<Option<Line>, Error> {
        match self.ahead.take() {
            Some(line) => Ok(Some(line)),
            None => self.lines.next().await,
        }
    }
}

/// The text of a record without its last brace, so that what is below it can be put in; `None` for a record of another
/// type.
pub(super) fn open<'a>(record: &'a Branch, kind: &str) -> Option<&'a str> {
    text_of(&record.line)?.trim_end().strip_suffix('}').filter(|_| kind_of(&record.line) == Some(kind))
}

/// A line without the name of its parent, which a page does not say.
pub(super) fn alone(line: &Line) -> Option<String> {
    const BEGIN: &str = r#""__parentId":""#;
    let text = text_of(line)?;
    // In a text, quotation marks would have a backslash before them.
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once('"')?;
    Some(match before.strip_suffix(',') {
        Some(before) => format!("{before}{after}"),
        None => format!("{before}{}", after.strip_prefix(',').unwrap_or(after)),
    })
}

/// All nodes of a connection, as a page has them.
pub(super) fn connection(nodes: &[String]) -> String {
    format!(r#"{{"nodes":[{}],"pageInfo":{{"hasNextPage":false}}}}"#, nodes.join(","))
}

/// The type of a line's object.
pub(super) fn kind_of(line: &Line) -> Option<&str> {
    line.id()?.strip_prefix(gid::PREFIX)?.split_once('/').map(|(kind, _)| kind)
}

fn text_of(line: &Line) -> Option<&str> {
    std::str::from_utf8(line.bytes()).ok()
}
