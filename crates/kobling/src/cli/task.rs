use anyhow::{Result, anyhow, bail};
use clap::Subcommand;
use job_queue::{Filters, Registry};
use serde_json::{Map, Value, json};

use super::main::DONE;
use super::run_task::Run;
use crate::assembly::Program;
use crate::output::{Output, table};

/// Lists and runs tasks.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// List the tasks, with their options and filters.
    List,
    /// Run a task, for a shop where it runs for one, through the job queue.
    Run(Run),
}

impl Task {
    /// Does it.
    pub async fn run(self, program: &Program, output: Output) -> Result<u8> {
        match self {
            Self::List => {
                list(program.queue.registry(), output);
                Ok(DONE)
            }
            Self::Run(run) => run.run(program, output).await,
        }
    }
}

fn list(registry: &Registry, output: Output) {
    let all: Vec<_> = registry.iter().collect();
    let value = all.iter().map(|object| {
        let tables = object.tables.iter().map(|table| {
            json!({ "name": table.name, "fields": table.fields.iter().map(|field| field.name).collect::<Vec<_>>() })
        });
        json!({
            "id": object.id, "name": object.caption, "category": object.category,
            "options": object.defaults, "filters": tables.collect::<Vec<_>>(),
        })
    });
    let value = json!({ "value": value.collect::<Vec<_>>() });
    let rows = all.iter().map(|object| {
        let tables: Vec<_> = object.tables.iter().map(|table| table.name).collect();
        vec![object.id.to_string(), object.caption.to_owned(), object.category.to_owned(), tables.join(", ")]
    });
    let head = ["ID", "Name", "Category", "Filters on"].map(str::to_owned).to_vec();
    output.show(&value, &table(head, rows));
}

/// The filters, from `Table.field=expression` each.
pub fn filters(given: &[String]) -> Result<Filters> {
    given.iter().try_fold(Filters::new(), |filters, text| match text.split_once('=') {
        Some((field, expression)) if field.contains('.') => Ok(filters.with(field.trim(), expression)),
        _ => bail!("'{text}' is no filter: write Table.field=expression, as OrdersToImport.fullyPaid=true"),
    })
}

/// The options of an object, from `name=value` each. A value is text where the option is text, else JSON.
pub fn options(registry: &Registry, object: i32, given: &[String]) -> Result<Value> {
    let defaults = registry.get(object).map(|object| object.defaults).unwrap_or_default();
    let mut options = Map::new();
    for text in given {
        let (name, value) =
            text.split_once('=').ok_or_else(|| anyhow!("'{text}' is no option: write name=value, as onlyPaid=true"))?;
        let as_text = Value::String(value.to_owned());
        let is_text = defaults.get(name).is_some_and(Value::is_string);
        let value = if is_text { as_text } else { serde_json::from_str(value).unwrap_or(as_text) };
        options.insert(name.trim().to_owned(), value);
    }
    Ok(Value::Object(options))
}
