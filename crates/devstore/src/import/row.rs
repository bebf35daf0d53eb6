use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use super::column::Column;

/// A line of a file.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Where it is, for people: the header is line 1.
    pub line: u64,
    values: HashMap<Column, String>,
}

impl Row {
    /// What stands in a column; `None` when nothing does.
    pub(super) fn get(&self, column: Column) -> Option<&str> {
        self.values.get(&column).map(String::as_str)
    }
}

/// The lines of one file.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub rows: Vec<Row>,
    /// The columns that something stands in and a store has no place for.
    pub left_out: BTreeSet<String>,
}

/// Reads a file.
///
/// # Errors
/// One sentence: what is wrong with it, and where.
pub(super) fn read(path: &Path) -> Result<Rows, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let text = std::str::from_utf8(&bytes).map_err(|_| "it is no UTF-8 text: save it as CSV in UTF-8".to_owned())?;
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().map_err(|error| error.to_string())?.clone();
    let columns: Vec<Option<Column>> = headers.iter().map(Column::of).collect();
    for (needed, caption) in [(Column::Handle, "Handle"), (Column::Title, "Title")] {
        if !columns.contains(&Some(needed)) {
            return Err(format!("it is no list of products: its first line names no column {caption}"));
        }
    }
    let mut read = Rows::default();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let mut row = Row { line: record.position().map_or(0, csv::Position::line), values: HashMap::new() };
        for ((value, column), caption) in record.iter().zip(&columns).zip(&headers) {
            match column {
                _ if value.trim().is_empty() => {}
                Some(column) => drop(row.values.insert(*column, value.trim().to_owned())),
                None => drop(read.left_out.insert(caption.trim().to_owned())),
            }
        }
        read.rows.push(row);
    }
    Ok(read)
}
