use csv::{ReaderBuilder, StringRecord};
use values::field::{Kind, Value};

use super::list::{Importing, Values};
use super::report::Problem;
use crate::sets;

/// What a text begins with that would else be a formula where the file is opened.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A row that could be read: its line in the file, and its values.
pub(super) type Row = (u64, Values);

/// A file of comma-separated values.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// All of it.
    pub bytes: &'a [u8],
    /// What each row has that does not say otherwise: names of fields, and what would stand in a cell.
    pub given: &'a [(String, String)],
}

/// The rows of a file, and what is wrong with those that can't be read.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) count: usize,
    pub(super) read: Vec<Row>,
    pub(super) problems: Vec<Problem>,
    given: Values,
}

/// A column of the file.
struct Column {
    name: &'static str,
    caption: &'static str,
    kind: Kind,
}

/// Reads a file for a list.
pub(super) fn read(list: &dyn Importing, file: File<'_>) -> Rows {
    let mut rows = Rows::default();
    let Ok(text) = std::str::from_utf8(file.bytes) else {
        rows.problem(1, "", "the file is not in UTF-8: save it as 'CSV UTF-8'".to_owned());
        return rows;
    };
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut reader = ReaderBuilder::new().delimiter(separator(text)).flexible(true).from_reader(text.as_bytes());
    let head = reader.headers().cloned().unwrap_or_default();
    let columns = rows.columns(list, &head);
    rows.give(list, file.given);
    // Without its head nothing can be said of a row.
    let readable = rows.problems.is_empty();
    for record in reader.records() {
        rows.count += 1;
        match record {
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                rows.problem(line, "", format!("the row can't be read: {error}"));
            }
            Ok(record) if readable => rows.row(&columns, &record),
            Ok(_) => {}
        }
    }
    if rows.count == 0 && readable {
        rows.problem(1, "", "the file has no rows".to_owned());
    }
    rows
}

/// Spreadsheets of countries with a decimal comma write a semicolon.
fn separator(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |separator: char| head.matches(separator).count();
    if count(';') > count(',') { b';' } else { b',' }
}

impl Rows {
    fn problem(&mut self, row: u64, field: &str, message: String) {
        self.problems.push(Problem { row, field: field.to_owned(), message });
    }

    /// The columns of the head, each a field of the list by its name or its caption.
    fn columns(&mut self, list: &dyn Importing, head: &StringRecord) -> Vec<Column> {
        let (given, all) = (list.given(), possible(list));
        let mut columns: Vec<Column> = Vec::new();
        for cell in head {
            let title = cell.trim();
            let is =
                |column: &&Column| [column.name, column.caption].iter().any(|name| name.eq_ignore_ascii_case(title));
            let possible = || given.join(", ");
            let Some(Column { name, caption, kind }) = all.iter().find(is) else {
                self.problem(1, "", format!("{} have no field '{title}'; there are: {}", list.name(), possible()));
                continue;
            };
            if !given.iter().any(|given| given == name) {
                self.problem(1, name, format!("'{title}' is set by the program alone: leave the column out"));
            } else if columns.iter().any(|column| column.name == *name) {
                self.problem(1, name, format!("the column '{title}' is there twice"));
            }
            columns.push(Column { name, caption, kind: *kind });
        }
        columns
    }

    /// What each row has that does not say otherwise.
    fn give(&mut self, list: &dyn Importing, given: &[(String, String)]) {
        let all = possible(list);
        for (name, text) in given {
            let Some(column) = all.iter().find(|column| column.name == name) else {
                self.problem(1, "", format!("'{name}' can't hold for all rows: make it a column of the file"));
                continue;
            };
            if self.given.iter().any(|(given, _)| given == name) {
                self.problem(1, column.name, format!("{} is given twice: give it once", column.caption));
                continue;
            }
            match Value::from_text(column.kind, text) {
                Ok(value) => self.given.push((column.name, value)),
                Err(unreadable) => self.problem(1, column.name, format!("{}: {unreadable}", column.caption)),
            }
        }
    }

    fn row(&mut self, columns: &[Column], record: &StringRecord) {
        let line = record.position().map_or(1, csv::Position::line);
        if record.len() != columns.len() {
            let (has, needs) = (record.len(), columns.len());
            return self.problem(line, "", format!("the row has {has} cells, and the head has {needs}"));
        }
        let mut values = Values::new();
        let before = self.problems.len();
        for (column, cell) in columns.iter().zip(record) {
            match Value::from_text(column.kind, unquoted(cell)) {
                Ok(Value::Null) => {}
                Ok(value) => values.push((column.name, value)),
                Err(unreadable) => self.problem(line, column.name, format!("{}: {unreadable}", column.caption)),
            }
        }
        if self.problems.len() == before {
            let left_out = self.given.iter().filter(|(name, _)| !values.iter().any(|(own, _)| own == name));
            let left_out: Values = left_out.cloned().collect();
            values.extend(left_out);
            self.read.push((line, values));
        }
    }
}

/// The columns that a list shows, or that can be given.
fn possible(list: &dyn Importing) -> Vec<Column> {
    let (given, set) = (list.given(), sets::of(list.name()));
    let fields = set.iter().flat_map(|set| set.fields().to_vec());
    // A form may have more than a record shows, as the template that a customer begins with.
    let beside = BESIDE.iter().filter(|(name, _)| given.iter().any(|given| given == name));
    let beside = beside.map(|(name, caption)| Column { name, caption, kind: Kind::Code });
    let shown = fields.map(|field| Column { name: field.name, caption: field.caption, kind: field.kind });
    shown.chain(beside).collect()
}

/// The fields of forms that records do not show.
const BESIDE: &[(&str, &str)] = &[
    ("customerTemplateCode", "Customer Template Code"),
    ("itemTemplateCode", "Item Template Code"),
    ("journalTemplateName", "Journal Template Name"),
    ("journalBatchName", "Journal Batch Name"),
];

/// Without the apostrophe that keeps a text from being a formula.
fn unquoted(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(FORMULAS) => text,
        _ => cell,
    }
}
