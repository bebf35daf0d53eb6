use std::io::Write;

use comfy_table::{ContentArrangement, Table, presets};
use database::Record;
use sea_orm::ModelTrait;
use serde_json::{Value, json};

/// Where a command shows what came of it: text for people, JSON for programs.
#[derive(Clone, Copy, Debug)]
pub struct Output {
    json: bool,
}

impl Output {
    /// An output in JSON, or for people.
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// Shows `value` to programs, or `text` to people.
    pub fn show(self, value: &Value, text: &str) {
        if self.json {
            write(&format!("{value:#}"));
        } else {
            write(text);
        }
    }

    /// Shows `value` to programs on one line, or `text` to people: for what keeps running and is read line by line.
    pub fn line(self, value: &Value, text: &str) {
        if self.json { write(&value.to_string()) } else { write(text) }
    }

    /// Shows records: the fields that `columns` name as a table, to programs all of them.
    pub fn records<E>(self, models: &[E::Model], columns: &[&str])
    where
        E: Record,
        E::Model: ModelTrait<Entity = E>,
    {
        if self.json {
            let rows: Vec<_> = models.iter().map(|model| Value::Object(E::json(model))).collect();
            write(&format!("{:#}", json!({ "value": rows })));
            return;
        }
        let fields = columns.iter().filter_map(|column| E::field(column)).collect::<Vec<_>>();
        let head = fields.iter().map(|field| field.caption.to_owned()).collect();
        let cells = |model| fields.iter().map(|field| text(&E::value(model, field.column).json())).collect();
        write(&table(head, models.iter().map(cells)));
    }

    /// Shows one record, a line per field.
    pub fn record<E>(self, model: &E::Model)
    where
        E: Record,
        E::Model: ModelTrait<Entity = E>,
    {
        if self.json {
            write(&format!("{:#}", Value::Object(E::json(model))));
            return;
        }
        let lines = E::fields().iter().map(|field| {
            let value = text(&E::value(model, field.column).json());
            format!("{:34} {value}", field.caption)
        });
        write(&lines.collect::<Vec<_>>().join("\n"));
    }
}

/// Rows under a head, as text.
pub fn table(head: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(head).add_rows(rows);
    let text = table.to_string();
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        other => other.to_string(),
    }
}

fn write(text: &str) {
    let mut out = std::io::stdout().lock();
    // A reader that has gone, as `head` does, is no failure.
    let _gone = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// Says why a command failed.
pub fn complain(sentence: &str) {
    let _gone = writeln!(std::io::stderr().lock(), "kobling: {sentence}");
}
